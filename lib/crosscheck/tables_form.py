"""What is a table made of? Columns with a type, a meaning, and the values allowed."""

from typing import NamedTuple


class Column(NamedTuple):
    """One column: its type, its meaning in a line, whether a cell may be missing, and the values allowed."""

    name: str
    type: str
    meaning: str
    nullable: bool = False
    allowed: tuple[str, ...] = ()


class Table(NamedTuple):
    """One table: what a row is, its key, and its columns in order. `parents` maps a column to its home table."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    parents: tuple[tuple[str, str], ...] = ()
