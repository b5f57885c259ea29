"""Which words did who publish, when, as far as the text or the sheet says?

Each file of a folder is read by its format into articles. Not found: what neither says; a file's time stamp is never
a date.
"""

import re
from pathlib import Path

import pandas as pd

from crosscheck import tables
from crosscheck.errors import FolderError
from crosscheck.reading.layout import regions_of
from crosscheck.text import content_id, tokens


def read_folder(folder: str | Path) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The tables `articles`, `skipped` and `notices` of a folder, in the order of file names."""
    folder = Path(folder)
    if not folder.is_dir():
        raise FolderError(f"{folder}: there is no such folder; give a folder of articles")
    rows = [_row(path, path.name) for path in sorted(folder.glob("*.txt"))]
    if not rows:
        raise FolderError(f"{folder}: the folder holds no article; put .txt files into it")
    return (tables.check("articles", tables.frame("articles", rows)), tables.empty("skipped"), tables.empty("notices"))


def _row(path: Path, file: str) -> dict:
    text = path.read_bytes().decode("utf-8-sig")
    head = next((r for r in regions_of(text) if r.role == "headline"), None)
    number = re.match(r"\d+", path.stem)
    return {"article_id": content_id("a", text), "file": file, "label": number.group() if number else path.stem[:24],
            "title": text[head.start:head.end] if head else None, "title_basis": "text" if head else None,
            "encoding": "utf-8", "words": len(tokens(text)), "text": text}
