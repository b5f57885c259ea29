"""How does a cell look in a file? Lists as JSON, missing cells empty, and nothing that a spreadsheet would run."""

import csv
import io
import json
import re

import numpy as np
import pandas as pd

UNSAFE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
PLAIN = frozenset(("str", "object", "int64", "float64", "bool", "boolean"))  # types of columns whose cells are plain
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(table: pd.DataFrame) -> str:
    """`table` as CSV: missing cells empty, lists as JSON, and no cell that a spreadsheet would run."""
    text = _csv_text(table, csv.QUOTE_MINIMAL)
    if "\r" in text:  # unquoted, as the writer leaves it, it would end the row
        text = _csv_text(table, csv.QUOTE_ALL)
    return text


def filled(column: pd.Series) -> list:
    """The cells of a column as plain Python, None where one is missing."""
    cells, missing = column.tolist(), column.isna()
    return [None if none else cell for cell, none in zip(cells, missing, strict=True)] if missing.any() else cells


def compact_json(value: object) -> str:
    """`value` as JSON on one line, characters as they are."""
    return _COMPACT.encode(value)


def indented_json(value: object, indent: str = "\n") -> str:
    """`value` as JSON, characters as they are, each leaf on a line that begins with a blank for each level."""
    inner = indent + " "
    if isinstance(value, dict) and value:
        inside = ("," + inner).join([f"{_COMPACT.encode(name)}: {indented_json(each, inner)}"
                                     for name, each in value.items()])
        return f"{{{inner}{inside}{indent}}}"
    if isinstance(value, list | tuple) and value:
        return f"[{inner}{(',' + inner).join([indented_json(each, inner) for each in value])}{indent}]"
    return _COMPACT.encode(value)


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


def _csv_text(table: pd.DataFrame, quoting: int) -> str:
    if any(str(dtype) not in PLAIN for dtype in table.dtypes):
        return table.map(_csv_cell).to_csv(index=False, lineterminator="\n", quoting=quoting)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n", quoting=quoting)
    writer.writerow(table.columns)
    writer.writerows(zip(*(_csv_cells(table[name]) for name in table), strict=True))
    return text.getvalue()


def _csv_cells(column: pd.Series) -> list:
    """The cells of a column as `csv.writer` takes them."""
    cells = filled(column)
    return cells if column.dtype.kind in "bifu" else [_csv_cell(cell) for cell in cells]


def _csv_cell(cell: object) -> object:
    if isinstance(cell, str):
        return guard(cell)
    if isinstance(cell, list | tuple):
        return compact_json(cell)
    return cell


def plain(value: object) -> object:
    """A value of numpy as plain Python; anything else as text."""
    return value.item() if isinstance(value, np.generic) else str(value)


_COMPACT = json.JSONEncoder(ensure_ascii=False, default=plain)
