"""What has the analyst decided? `decisions.csv` beside the articles: one row a decision, never taken out again.

A decision names a row of `events`, `questions` or `restrictions` and keeps the passages that the row rested on, so that
it finds its row again when articles join. Undoing is a decision too, so the file is the whole record. Rows are only
ever added, to whatever stands in the file, by one program at a time, and the file is replaced in one step.

    decision_id,about,target,label,action,value,who,when,why,anchors,value_anchors,known
"""

import csv
import io
import os
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from crosscheck.anchors import Anchor, anchors_json, read_anchors
from crosscheck.cells import guard, one_line, unguard
from crosscheck.edtf import edtf_bounds
from crosscheck.errors import DecisionError
from crosscheck.files import alone, write_whole
from crosscheck.tables_analyst import ACTIONS, DECIDABLE
from crosscheck.text import content_id

FILE = "decisions.csv"
COLUMNS = ("decision_id", "about", "target", "label", "action", "value", "who", "when", "why", "anchors",
           "value_anchors", "known")
NEEDED = ("about", "target", "action", "who", "when")
NO_VALUE = ("accept", "reject")
POSSIBLE = {"events": ACTIONS, "questions": tuple(action for action in ACTIONS if action != "re-date"),
            "restrictions": ("accept", "reject", "grade", "annotate", "undo")}
KEYS = {"events": "event_id", "questions": "question_id", "restrictions": "restriction_id"}
LABELS = {"events": "label", "questions": "question", "restrictions": "quote"}
GRADE = re.compile(r"[A-F][1-6]")
LONGEST, LARGEST_CELL = 2000, 50_000_000


class Decision(NamedTuple):
    """One row of the file; `anchors` are the passages of its row, `value_anchors` those of the row it joins.

    `known` are the articles that the folder held, by the first letters of their ids.
    """

    decision_id: str
    about: str
    target: str
    label: str
    action: str
    value: str
    who: str
    when: str
    why: str
    anchors: tuple[Anchor, ...] = ()
    value_anchors: tuple[Anchor, ...] = ()
    known: frozenset[str] = frozenset()


def decision(about: str, target: str, action: str, value: str = "", *, who: str, when: str, why: str, label: str = "",
             anchors: Sequence[Anchor] = (), value_anchors: Sequence[Anchor] = (),
             known: Iterable[str] = ()) -> Decision:
    """A checked decision with its id; `DecisionError` says what cannot be decided so."""
    value, who, why, label = (one_line(cell)[:LONGEST] for cell in (value, who, why, label))
    problem = _problem(about, action, value, who, when)
    if problem:
        raise DecisionError(f"{about} {target}: {problem}")
    decision_id = content_id("k", about, target, action, value, who, when, why)
    return Decision(decision_id, about, target, label, action, value, who, when, why, tuple(anchors),
                    tuple(value_anchors), frozenset(known))


def read_decisions(folder: str | os.PathLike) -> tuple[list[Decision], list[tuple[str, str]]]:
    """The decisions of a folder in the order of their time, and `(address, notice)` for each row that cannot be used.

    No file, no decisions. `DecisionError` if the file is no table of decisions.
    """
    path = Path(folder) / FILE
    return parse_decisions(_text(path)) if path.exists() or path.is_symlink() else ([], [])


def parse_decisions(text: str, name: str = FILE) -> tuple[list[Decision], list[tuple[str, str]]]:
    """The decisions in the text of a `decisions.csv`, as `read_decisions` gives them."""
    found: dict[str, Decision] = {}
    notices = []
    for line, row in _rows(text, name):
        try:
            one = _decision(row)
        except (DecisionError, ValueError, RecursionError) as error:
            notices.append((f"{name}:{line}", f"the decision is kept but not used: {error}"))
            continue
        if one.decision_id in found and found[one.decision_id] != one:
            notices.append((f"{name}:{line}", f"the id {one.decision_id} stands twice, and the first row counts; clear "
                            "this row's id"))
        found.setdefault(one.decision_id, one)
    return sorted(found.values(), key=lambda one: _time(one.when)), notices


def add_decisions(folder: str | os.PathLike, decisions: Iterable[Decision]) -> Path:
    """Add rows to the end of the folder's file, made if need be; what stands there stays as it is."""
    path = _own(Path(folder) / FILE)
    with alone(path):
        old = _text(path) if path.exists() else ""
        if not old.strip():
            old = ",".join(COLUMNS) + "\n"
        parse_decisions(old)
        return write_whole(path, old + ("" if old.endswith("\n") else "\n") + _lines(decisions, *_header(old)),
                           durable=True)


def _lines(decisions: Iterable[Decision], separator: str, columns: Sequence[str]) -> str:
    """The decisions as rows of CSV with these columns."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator, lineterminator="\n")
    for one in decisions:
        cells = _cells(one)
        writer.writerow([guard(cells.get(column, "")) for column in columns])
    return stream.getvalue()


def undone(decisions: Sequence[Decision]) -> dict[str, Decision]:
    """The decisions that a later one takes back, by id, each with the one that did; undoing can be undone."""
    taken: dict[str, Decision] = {}
    for one in reversed(decisions):
        if one.action == "undo" and one.decision_id not in taken:
            taken.setdefault(one.value, one)
    return taken


def _problem(about: str, action: str, value: str, who: str, when: str) -> str | None:
    """What is wrong with a decision, and what to do; None if all is well."""
    if about not in DECIDABLE:
        return f"{about!r} is not decided upon; take one of {', '.join(DECIDABLE)}"
    if action not in POSSIBLE[about]:
        return f"{action!r} cannot be decided of {about}; take one of {', '.join(POSSIBLE[about])}"
    if not who:
        return "nobody is named as the one who decides; fill in 'who'"
    if not _is_time(when):
        return f"{when!r} is no time; write it as 2031-03-04 or 2031-03-04T10:15:00"
    if bool(value) == (action in NO_VALUE):
        return f"{action!r} takes no value" if value else f"{action!r} needs a value"
    if action == "grade" and not GRADE.fullmatch(value):
        return f"{value!r} is no grade; take a letter A to F for the source and a digit 1 to 6 for the words, as B2"
    if action == "re-date" and (edtf_bounds(value) == (None, None) or "X" in value):
        return f"{value!r} is no date; write it as 2031-03-04, 2031-03 or 2031-03-04/2031-03-06"
    return None


def _is_time(when: str) -> bool:
    try:
        return bool(datetime.fromisoformat(when))
    except (ValueError, TypeError):
        return False


def _time(when: str) -> datetime:
    """When it was, in universal time where no zone is given."""
    time = datetime.fromisoformat(when)
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _decision(row: dict[str, str]) -> Decision:
    cells = {name: row.get(name) or "" for name in COLUMNS}
    if not cells["target"]:
        raise DecisionError("it names no row; fill in 'target'")
    made = decision(cells["about"], cells["target"], cells["action"], cells["value"], who=cells["who"],
                    when=cells["when"], why=cells["why"], label=cells["label"],
                    anchors=_anchors(cells, "anchors"), value_anchors=_anchors(cells, "value_anchors"),
                    known=cells["known"].split())
    return made._replace(decision_id=cells["decision_id"] or made.decision_id)


def _anchors(cells: dict[str, str], column: str) -> tuple[Anchor, ...]:
    try:
        return read_anchors(cells[column])
    except ValueError as error:
        raise DecisionError(f"the cell {column!r} cannot be read: {error}; clear it") from None


def _cells(one: Decision) -> dict[str, str]:
    return {**one._asdict(), "anchors": anchors_json(one.anchors), "value_anchors": anchors_json(one.value_anchors),
            "known": " ".join(sorted(one.known))}


def _own(path: Path) -> Path:
    """The file itself; `DecisionError` if it is a link that leads out of the folder, or no file."""
    real = path.resolve()
    if not real.is_relative_to(path.parent.resolve()):
        raise DecisionError(f"{FILE}: it is a link that leads out of the folder; put the file itself here")
    if real.exists() and not real.is_file():
        raise DecisionError(f"{FILE}: it is no file; move it away")
    return real


def _text(path: Path) -> str:
    try:
        return _own(path).read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise DecisionError(f"{FILE}: not UTF-8 at byte {error.start}; save it as CSV UTF-8") from None
    except OSError as error:
        raise DecisionError(f"{FILE}: it cannot be opened ({error.strerror}); change its permissions") from None


def _rows(text: str, name: str) -> Iterable[tuple[int, dict[str, str]]]:
    """Each row as cells by column, with its line."""
    if not text.strip("\ufeff \r\n\t"):
        return
    separator, columns = _header(text)
    missing = [column for column in NEEDED if column not in columns]
    if missing:
        raise DecisionError(f"{name}:1: there is no column {missing[0]!r}; the columns are {', '.join(COLUMNS)}")
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff\r\n"), newline=""), delimiter=separator)
    try:
        next(reader)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, {column: unguard(cell.strip()) for column, cell in
                                        zip(columns, cells, strict=False)}
    except csv.Error as error:
        raise DecisionError(f"{name}:{reader.line_num}: it is no table: {error}; save it again as CSV") from None


def _header(text: str) -> tuple[str, list[str]]:
    """The separator and the columns, in the order of the file."""
    first = text.lstrip("\ufeff\r\n").split("\n", 1)[0].rstrip("\r")
    separator = max((",", ";", "\t"), key=first.count)
    return separator, [cell.strip().strip('"').lower() for cell in first.split(separator)]
