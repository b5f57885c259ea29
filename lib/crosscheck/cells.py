"""How does a cell look in a file? Lists as JSON, missing cells empty, and nothing that a spreadsheet would run."""

import json

import numpy as np
import pandas as pd

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(table: pd.DataFrame) -> str:
    """`table` as CSV: missing cells empty, lists as JSON, and no cell that a spreadsheet would run."""
    return table.map(_csv_cell).to_csv(index=False, lineterminator="\n")


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
