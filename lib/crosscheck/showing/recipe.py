"""What must a picture carry to be made again? The view, the choices, the corpus, and the rows with their anchors.

A recipe travels inside the PNG (text chunk), the SVG (a metadata element) and the PDF (an attached file) as JSON.
"""

import base64
import io
import json
import pathlib
import re
import zlib
from dataclasses import dataclass, field
from html import escape, unescape

import pandas as pd

from crosscheck.cells import csv_text, plain
from crosscheck.errors import FigureError

KEY = "crosscheck"
ATTACHED = "crosscheck.json"
ANCHOR = ["article_id", "start", "end", "quote"]
SVG_OPENING = re.compile(r"<svg [^>]*>")
SVG_RECIPE = re.compile(rf'<metadata id="{KEY}">([^<]*)</metadata>')


@dataclass(frozen=True)
class Recipe:
    """The name of a view, the choices it was made with, the digest of the corpus, and the size of the picture."""

    view: str
    choices: dict[str, object] = field(default_factory=dict)
    corpus: str = ""
    size: str = "slide"

    def text(self, rows: pd.DataFrame) -> str:
        """The recipe as JSON (ASCII), with `rows` as CSV and the anchors among them."""
        anchored = rows[ANCHOR].dropna() if set(ANCHOR) <= set(rows.columns) else pd.DataFrame(columns=ANCHOR)
        anchors = anchored.drop_duplicates().to_dict("split", index=False)["data"]
        return json.dumps({"view": self.view, "choices": self.choices, "corpus": self.corpus, "size": self.size,
                           "anchors": anchors, "rows": csv_text(rows)}, default=plain)


def svg_with(svg: str, recipe: str) -> str:
    """The SVG with the recipe as its first metadata."""
    return SVG_OPENING.sub(lambda found: f'{found[0]}<metadata id="{KEY}">{escape(recipe)}</metadata>', svg, count=1)


def pdf_with(pdf: bytes, recipe: str) -> bytes:
    """The PDF with the recipe as an attached file."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.add_attachment(ATTACHED, recipe.encode())
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def packed(recipe: str) -> str:
    """The recipe as the PNG holds it: compressed, in base 64."""
    return base64.b64encode(zlib.compress(recipe.encode(), 9)).decode()


def read_recipe(file: str | pathlib.Path) -> dict:
    """The recipe in a PNG, SVG or PDF of the kit: `view`, `choices`, `corpus`, `size`, `anchors`, `rows`.

    Raises `FigureError` if the file is none of these, or holds no recipe.
    """
    path = pathlib.Path(file)
    readers = {".png": _from_png, ".svg": _from_svg, ".pdf": _from_pdf}
    if path.suffix.lower() not in readers:
        raise FigureError(f"{path.name}: no PNG, SVG or PDF; give a figure that the kit has saved")
    try:
        recipe = json.loads(readers[path.suffix.lower()](path.read_bytes()))
        if not isinstance(recipe["anchors"], list) or not isinstance(recipe["choices"], dict):
            raise TypeError
    except FileNotFoundError:
        raise FigureError(f"{path.name}: there is no such file in {path.parent}; check the path") from None
    except Exception:
        raise FigureError(f"{path.name}: holds no recipe of the kit; it was not saved by it, or was saved again by "
                          "another program, which drops such data; take the original file") from None
    return recipe


def _from_png(data: bytes) -> str:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        return zlib.decompressobj().decompress(base64.b64decode(image.text[KEY]), 1 << 26).decode()


def _from_svg(data: bytes) -> str:
    return unescape(SVG_RECIPE.search(data.decode("utf-8"))[1])


def _from_pdf(data: bytes) -> str:
    from pypdf import PdfReader

    return PdfReader(io.BytesIO(data)).attachments[ATTACHED][0].decode()
