"""What did an earlier run say? The JSON lines that `python -m crosscheck tables` wrote, read back as tables.

A run of an older kit may lack tables or columns: what is not there is empty or missing. Not checked: whether the files
were changed by hand since.
"""

import json
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from crosscheck import tables
from crosscheck.errors import FolderError

_BLANK = {"text": "", "edtf": "XXXX", "day": "", "int": 0, "float": 0.0, "bool": False}


class Run(Mapping[str, pd.DataFrame]):
    """The tables of an earlier run by name, as attributes too; each is read when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._read = folder, {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in tables.TABLES:
            raise KeyError(name)
        if name not in self._read:
            self._read[name] = _table(self._folder, name)
        return self._read[name]

    def __iter__(self):
        return iter(tables.TABLES)

    def __len__(self) -> int:
        return len(tables.TABLES)

    def table(self, name: str) -> pd.DataFrame:
        """The table `name`, as a corpus has it."""
        return self[name]

    def __repr__(self) -> str:
        return f"Run of {len(self['articles'])} articles"


def read_run(folder: str | Path) -> Run | None:
    """The run saved in `folder`, or in `tables/` inside it (as `report` leaves it); None if none is saved there."""
    for place in (Path(folder), Path(folder) / "tables"):
        if (place / "articles.jsonl").is_file() and (place / "events.jsonl").is_file():
            return Run(place)
    return None


def _table(folder: Path, name: str) -> pd.DataFrame:
    path = folder / f"{name}.jsonl"
    if not path.is_file():
        return tables.empty(name)
    rows = [_row(line, f"{path}:{number}") for number, line in
            enumerate(path.read_text(encoding="utf-8").split("\n"), start=1) if line.strip()]
    for column in tables.TABLES[name].columns:
        for row in rows:
            if row.get(column.name) is None and not column.nullable:
                row[column.name] = [] if column.type in ("spans", "list") else _BLANK[column.type]
    return tables.frame(name, rows)


def _row(line: str, address: str) -> dict:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise FolderError(f"{address}: the saved run cannot be read ({error}); write it again with `tables`") from None
    if not isinstance(row, dict):
        raise FolderError(f"{address}: the saved run cannot be read (no row of a table); write it again with `tables`")
    return row
