"""How does a cell look in a file? Lists as JSON, missing cells empty, and nothing that a spreadsheet would run."""

import csv
import json
import re

import numpy as np
import pandas as pd

UNSAFE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(table: pd.DataFrame) -> str:
    """`table` as CSV: missing cells empty, lists as JSON, and no cell that a spreadsheet would run."""
    text = table.map(_csv_cell).to_csv(index=False, lineterminator="\n")
    if "\r" in text:  # unquoted, as the writer leaves it, it would end the row
        text = table.map(_csv_cell).to_csv(index=False, lineterminator="\n", quoting=csv.QUOTE_ALL)
    return text


def one_line(text: object) -> str:
    """`text` on one line, without what XML forbids and without marks that turn the direction of writing.

    >>> one_line("a\\n b\\x00")
    'a b\\ufffd'
    """
    return UNSAFE.sub("\ufffd", " ".join(str(text).split()))


def guard(cell: str) -> str:
    """`cell` so that no spreadsheet takes it for a formula.

    >>> guard("=1+1"), guard("1+1")
    ("'=1+1", '1+1')
    """
    return "'" + cell if cell.startswith(FORMULA) else cell


def unguard(cell: str) -> str:
    """The cell as it was before `guard`.

    >>> unguard("'=1+1"), unguard("'tis")
    ('=1+1', "'tis")
    """
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(FORMULA) else cell


def _csv_cell(cell: object) -> object:
    if isinstance(cell, str):
        return guard(cell)
    if isinstance(cell, list | tuple):
        return json.dumps(cell, ensure_ascii=False, default=plain)
    return cell


def plain(value: object) -> object:
    """A value of numpy as plain Python; anything else as text."""
    return value.item() if isinstance(value, np.generic) else str(value)
