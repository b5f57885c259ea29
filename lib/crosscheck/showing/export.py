"""How does a picture leave the kit? As PNG, SVG, PDF, the rows it shows as CSV, and its words as text.

The same picture gives the same bytes on every run and machine: no dates, no random ids, fonts from the kit. Title,
alternative text, source and recipe (`recipe.py`) travel inside all three pictures. A cell that a spreadsheet would run
as a formula gets an apostrophe before it.
"""

import io
import pathlib
import re
from html import escape

from crosscheck.cells import csv_text
from crosscheck.files import make_folder, write_whole
from crosscheck.showing.picture import Picture
from crosscheck.showing.recipe import pdf_with, svg_with
from crosscheck.showing.style import house

SVG_TAG = re.compile(r"<svg ")


def save_figure(picture: Picture, folder: str | pathlib.Path, *, size: str = "") -> list[pathlib.Path]:
    """Write NAME.png, .svg, .pdf, .csv and .txt into `folder`; the files written, in that order.

    `size` is `slide`, `half` (of a slide) or `column` (of an A4 page); by default that of the picture. A size other
    than a slide stands in the name: NAME_half.png.
    """
    picture = picture.at(size or picture.size)
    folder = make_folder(pathlib.Path(folder))
    parts = {"png": picture.png(), "svg": _svg(picture), "pdf": _pdf(picture),
             "csv": csv_text(picture.rows), "txt": _text(picture)}
    return [write_whole(folder / f"{picture.name}.{form}", data) for form, data in parts.items()]


def _drawn(picture: Picture, form: str) -> bytes:
    stream = io.BytesIO()
    with house():
        picture.figure.savefig(stream, format=form, dpi=160, metadata=picture.metadata(form))
    return stream.getvalue()


def _svg(picture: Picture) -> bytes:
    """The SVG with a role and a description, for readers that speak it."""
    label = f'<svg role="img" aria-label="{escape(picture.alt)}" '
    text = SVG_TAG.sub(lambda _: label, _drawn(picture, "svg").decode("utf-8"), count=1)
    return (svg_with(text, picture.recipe.text(picture.rows)) if picture.recipe else text).encode("utf-8")


def _pdf(picture: Picture) -> bytes:
    data = _drawn(picture, "pdf")
    return pdf_with(data, picture.recipe.text(picture.rows)) if picture.recipe else data


def _text(picture: Picture) -> str:
    return f"{picture.caption}\n\n{picture.alt}\n"
