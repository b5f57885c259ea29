"""What does the analyst's sheet `articles.csv` say of each article?

One row an article: `file, outlet, title, byline, published, url, note`; only `file` must be there, an empty cell says
nothing. `published` is EDTF (`2026-03-04`, `2026-03`, `2026-03-04/2026-03-06`), or one day as people write it, if day
and month are plain (`4 March 2026`, `25/03/2026`). A row or cell that cannot be used becomes a notice with its line,
and the rest is used. Not found: which of two rows for one file is the right one.
"""

import csv
import difflib
import re
from collections.abc import Sequence
from typing import NamedTuple

from crosscheck.errors import ArticleError, SheetError
from crosscheck.reading.decoding import decode
from crosscheck.reading.exports import separator
from crosscheck.reading.imprint import find_day
from crosscheck.timex import edtf_bounds

SHEET = "articles.csv"
FIELDS = ("outlet", "title", "byline", "published", "url", "note")

_MONTH_DAY = re.compile(r"XXXX-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")
_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$")
_WORDS = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)?[ -][A-Za-z]{3,9}\.?[, -]{1,2}|"
                    r"[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? )\d{4}$")
_TIME_OF_DAY = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:.*$")


class Sheet(NamedTuple):
    """The usable rows by file, each a dict of its filled cells, with their line; and the notices so far."""

    rows: dict[str, dict[str, str]]
    lines: dict[str, int]
    notices: list[tuple[str, str]]


def read_sheet(data: bytes) -> Sheet:
    """The sheet in these bytes; `SheetError` if it is no table with a column `file`."""
    text = _text(data)
    lines = text.splitlines(keepends=True)
    sheet = Sheet({}, {}, [])
    if not text.strip():
        return Sheet({}, {}, [(SHEET, "the sheet is empty; remove it, or give it the columns file, outlet, published")])
    reader = csv.reader(lines, delimiter=separator(next(line for line in lines if line.strip())))
    try:
        columns = None
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if columns is None:
                columns = _columns(cells, sheet, reader.line_num)
            else:
                _add(sheet, columns, cells, reader.line_num)
    except csv.Error as error:
        raise SheetError(f"{SHEET}:{reader.line_num}: the sheet is no table: {error}; save it again as CSV") from None
    return sheet


def _text(data: bytes) -> str:
    if not data:
        return ""
    try:
        return decode(data)[0]
    except ArticleError as error:
        raise SheetError(f"{SHEET}: {error}") from None


def _columns(cells: list[str], sheet: Sheet, line: int) -> list[str]:
    """The names of the columns in lower case; a notice for each that is not known."""
    columns = [cell.strip().strip("\ufeff").lower() for cell in cells]
    if "file" not in columns:
        raise SheetError(f"{SHEET}:{line}: there is no column 'file' among {', '.join(columns)}; name it in line 1")
    for column in columns:
        if column not in ("file", *FIELDS):
            near = difflib.get_close_matches(column, FIELDS, 1)
            hint = f"did you mean '{near[0]}'?" if near else f"the columns are file, {', '.join(FIELDS)}"
            sheet.notices.append((f"{SHEET}:{line}", f"the column '{column}' is not known and not used; {hint}"))
    return columns


def _add(sheet: Sheet, columns: list[str], cells: list[str], line: int) -> None:
    """Add one row to the sheet, or a notice that says why not."""
    row = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if cell.strip()}
    file = row.pop("file", "").replace("\\", "/").removeprefix("./")
    address = f"{SHEET}:{line}"
    if len(cells) > len(columns):
        sheet.notices.append((address, f"the row has {len(cells)} cells for {len(columns)} columns; put quotes round "
                              "cells that hold the separator"))
    if not file:
        sheet.notices.append((address, "the row names no file and is not used; fill in its cell 'file'"))
        return
    if file in sheet.rows:
        sheet.notices.append((address, f"the row names {file} again, and line {sheet.lines[file]} counts; remove one"))
        return
    row = {field: row[field] for field in FIELDS if field in row}
    if "published" in row:
        day = edtf_of_cell(row["published"]) or _plain_day(row["published"])
        if day is None:
            sheet.notices.append((address, _refusal(row["published"], file)))
            del row["published"]
        else:
            row["published"] = day
    sheet.rows[file], sheet.lines[file] = row, line


def _plain_day(value: str) -> str | None:
    """The one day that people would read in `value`; None if there is another way to read it."""
    return find_day(value) if (_FIGURES.match(value) or _WORDS.match(value)) and not _either(value) else None


def _either(value: str) -> list[str]:
    """The two days that `value` may be, the day of the month first and the month first; empty if it is plain."""
    if not (found := _FIGURES.match(value)) or found[2] == ".":
        return []
    one, other = int(found[1]), int(found[3])
    return [f"{found[4]}-{other:02}-{one:02}", f"{found[4]}-{one:02}-{other:02}"] if one != other and (
        0 < one <= 12 and 0 < other <= 12) else []


def _refusal(value: str, file: str) -> str:
    if days := _either(value):
        return (f"in '{value}' it is unclear which is the day and which the month, so {file} stays undated; write "
                f"{days[0]} or {days[1]}")
    return f"'{value}' is no date that can be, so {file} stays undated; write it as 2026-03-04, 2026-03 or 2026"


def edtf_of_cell(value: str) -> str | None:
    """`value` if it is EDTF that names a day or span, its day if it has a time of day, else None.

    >>> edtf_of_cell("2026-03"), edtf_of_cell("2026-03-04T10:15:00Z"), edtf_of_cell("2026-02-30")
    ('2026-03', '2026-03-04', None)
    """
    value = _TIME_OF_DAY.sub(r"\1", value.strip())
    if _MONTH_DAY.match(value):
        return value if edtf_bounds(f"2000{value[4:]}")[0] else None
    ends = value.split("/")
    known = [edtf_bounds(end)[0] for end in ends]
    if len(ends) > 2 or not any(known) or any(not day and end not in ("", "..") for day, end in
                                              zip(known, ends, strict=True)):
        return None
    earliest, latest = edtf_bounds(value)
    return None if earliest and latest and earliest > latest else value


def missing_files(sheet: Sheet, files: Sequence[str], skipped: Sequence[str]) -> list[tuple[str, str]]:
    """A notice for each row whose file is not among the articles."""
    notices = []
    for file, line in sheet.lines.items():
        if file in files or any(other.startswith(f"{file}#") for other in files):
            continue
        if file in skipped or any(other.startswith(f"{file}#") for other in skipped):
            notices.append((f"{SHEET}:{line}", f"{file} was not read; see what the table of skipped files says of it"))
            continue
        near = difflib.get_close_matches(file, files, 1, 0.8)
        hint = f"did you mean {near[0]}?" if near else "mend the name, or remove the row"
        notices.append((f"{SHEET}:{line}", f"there is no {file} in the folder; {hint}"))
    return notices
