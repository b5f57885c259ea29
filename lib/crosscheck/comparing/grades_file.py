"""Which grades has the analyst set? `grades.csv` beside the articles, one row a grade.

    kind,subject,value,grade,note
    article,003.txt,,C,"names its sources, no author"
    source,Harbour Gazette,,B,long record
    claim,length,four kilometres,2,two origins agree

`kind` is `article` (the subject is its file), `source` (a name as it stands in `chains`) or `claim` (the subject is a
question's id or its words, `value` the reading). Articles and sources take the Admiralty letters A to F, claims the
digits 1 to 6. A cell that cannot be used becomes a notice with its line, and the other rows are used. Nothing is ever
graded by the kit.
"""

import csv
from pathlib import Path
from typing import NamedTuple

from crosscheck.tables_analyst import DIGITS, LETTERS

FILE = "grades.csv"
COLUMNS = ("kind", "subject", "value", "grade", "note")
KINDS = ("article", "source", "claim")


class Graded(NamedTuple):
    """One usable row of the file, with its line."""

    kind: str
    subject: str
    value: str
    grade: str
    note: str
    line: int


class Grades(NamedTuple):
    """The usable rows in order, and a notice (address, what is wrong) for each that is not."""

    rows: tuple[Graded, ...] = ()
    notices: tuple[tuple[str, str], ...] = ()


def read_grades(folder: str | Path) -> Grades:
    """The grades of `folder`; none if it has no file of grades."""
    path = Path(folder) / FILE
    if not path.is_file():
        return Grades()
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return Grades(notices=((FILE, "the file cannot be read as UTF-8; save it as CSV in UTF-8"),))
    return parse_grades(text)


def parse_grades(text: str) -> Grades:
    """The grades in the text of a file."""
    lines = text.splitlines()
    header = next((line for line in lines if line.strip()), "")
    mark = max(",;\t", key=header.count)
    rows: list[Graded] = []
    notices: list[tuple[str, str]] = []
    reader = csv.reader(lines, delimiter=mark)
    columns: list[str] = []
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if not columns:
                columns = [cell.strip().lower() for cell in cells]
                if missing := [name for name in ("subject", "grade") if name not in columns]:
                    return Grades(notices=((f"{FILE}:{reader.line_num}", f"there is no column {' or '.join(missing)}; "
                                            f"the columns are {', '.join(COLUMNS)}"),))
                continue
            _add(dict(zip(columns, map(str.strip, cells), strict=False)), reader.line_num, rows, notices)
    except csv.Error as error:
        notices.append((f"{FILE}:{reader.line_num}", f"the file is no table from here: {error}; save it again as CSV"))
    return Grades(tuple(rows), tuple(notices))


def _add(cells: dict[str, str], line: int, rows: list[Graded], notices: list[tuple[str, str]]) -> None:
    """Add one row, or the notice that says why not."""
    grade = cells.get("grade", "").upper()
    kind = cells.get("kind", "").lower() or ("claim" if grade in DIGITS else "source")
    row = Graded(kind, cells.get("subject", ""), cells.get("value", ""), grade, cells.get("note", ""), line)
    if problem := _problem(row) or _double(row, rows):
        notices.append((f"{FILE}:{line}", problem))
    else:
        rows.append(row)


def _problem(row: Graded) -> str | None:
    if row.kind not in KINDS:
        return f"the kind {row.kind!r} is not known; write {', '.join(KINDS[:-1])} or {KINDS[-1]}"
    if not row.subject:
        return "the row names no subject and is not used; fill in its cell 'subject'"
    allowed = DIGITS if row.kind == "claim" else LETTERS
    if row.grade not in allowed:
        wanted = "a digit from 1 to 6" if row.kind == "claim" else "a letter from A to F"
        return f"{row.grade!r} is no grade of a{'n' if row.kind == 'article' else ''} {row.kind}; write {wanted}"
    return None


def _double(row: Graded, rows: list[Graded]) -> str | None:
    first = next((other for other in rows if other[:3] == row[:3]), None)
    return f"the row grades {row.subject} again, and line {first.line} counts; remove one" if first else None
