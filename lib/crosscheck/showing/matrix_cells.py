"""What does each article answer to each question, and how does that stand to the others? One cell a pair.

The most common reading is a plurality, no verdict. Another reading `differs` where the question's readings differ in
substance, and is softer `drift` where they do not, or where the article gives the common reading too. A cell's words
are the article's own, as many around the words that carry the reading as there is room for.
"""

import re
from collections import Counter
from typing import NamedTuple

import pandas as pd

from crosscheck.showing.page import filled, wrap
from crosscheck.showing.style import printable

ENOUGH = 5  # words that are read at a glance; a longer reading stands as it is
JOINT = " … "
STOP = re.compile(r"[,;:.!?()“”\"–—]")
LOOSE = frozenset("a an the of to on in and or for with by at from that which as but its it is was were be".split())


class Passage(NamedTuple):
    """Words of an article with the stretches of them that carry a reading."""

    quote: str
    spans: tuple[tuple[int, int], ...]


class Cell(NamedTuple):
    """One article's answer to one question."""

    kind: str
    values: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()


SILENT = Cell("silent")


def matrix_cells(questions: pd.DataFrame, readings: pd.DataFrame) -> dict[str, dict[str, Cell]]:
    """The cells that are not silent, by question and article; questions in their order."""
    rows: dict[str, dict[str, list]] = {question_id: {} for question_id in questions["question_id"]}
    for reading in readings[readings["question_id"].isin(questions["question_id"])].itertuples():
        rows[reading.question_id].setdefault(reading.article_id, []).append(reading)
    return {question.question_id: _row(question, rows[question.question_id]) for question in questions.itertuples()}


def common_value(cells: dict[str, Cell]) -> str | None:
    """The value that more articles give than any other; None if two share that place."""
    counts = Counter(value for cell in cells.values() for value in cell.values).most_common(2)
    return counts[0][0] if counts and (len(counts) == 1 or counts[0][1] > counts[1][1]) else None


def cell_lines(cell: Cell, width: float, size: float, weight: int, most: int) -> list[str]:
    """The words of a cell in at most `most` lines; those that carry the reading come first of all."""
    parts = [" ".join(printable(passage.quote).split()) for passage in cell.passages]
    whole = JOINT.join(parts)
    if len(filled(whole, width, size, weight)) <= most:
        return wrap(whole, width, size, weight, most=most)
    if len(cell.passages) == 1:
        return wrap(_window(cell.passages[0], width, size, weight, most), width, size, weight, most=most)
    cores = JOINT.join(_core(passage) for passage in cell.passages)
    return wrap(cores, width, size, weight, most=most)


def _row(question, readings: dict[str, list]) -> dict[str, Cell]:
    cells = {article_id: _cell(rows) for article_id, rows in readings.items()}
    common = common_value(cells)
    hard = bool(question.differs) and not bool(question.check)
    return {article_id: cell._replace(kind=_kind(cell, common, hard)) if cell.kind != "corrects" else cell
            for article_id, cell in cells.items()}


def _cell(rows: list) -> Cell:
    """One article's readings as a cell; where one corrects, that one alone is shown."""
    corrects = [row for row in rows if row.stance == "corrects"]
    first: dict[str, Passage] = {}
    for row in corrects or rows:
        spans = tuple((max(0, a - row.start), b - row.start) for a, b in row.value_spans)
        first.setdefault(f"not {row.value}" if row.stance == "denies" else row.value, Passage(row.quote, spans))
    return Cell("corrects" if corrects else "common", tuple(first), tuple(first.values())[:3])


def _kind(cell: Cell, common: str | None, hard: bool) -> str:
    if common in cell.values and len(cell.values) == 1:
        return "common"
    return "drift" if common in cell.values or not hard else "differs"


def _core(passage: Passage) -> str:
    spans = [(a, b) for a, b in sorted(passage.spans) if 0 <= a < b <= len(passage.quote)]
    return printable(JOINT.join(passage.quote[a:b] for a, b in spans)) if spans else printable(passage.quote)


def _window(passage: Passage, width: float, size: float, weight: int, most: int) -> str:
    """The words around those that carry the reading, within their clause, as many as fit."""
    words = [(m.start(), m.end(), m.group()) for m in re.finditer(r"\S+", passage.quote)]
    core = [n for n, (a, b, _) in enumerate(words) if any(a < end and start < b for start, end in passage.spans)]
    if not core:
        return printable(passage.quote)
    first, last = core[0], core[-1]

    def text(start: int, end: int) -> str:
        return printable(passage.quote[words[start][0]:words[end][1]])

    if len(filled(text(first, last), width, size, weight)) > most:
        return _core(passage)
    grown = True
    while grown:
        grown = False
        for start, end in ((first - 1, last), (first, last + 1)):
            if last - first + 1 >= ENOUGH:
                break
            inside = start >= 0 and end < len(words) and not STOP.search(words[start if start < first else last][2][-1])
            if inside and len(filled(text(start, end), width, size, weight)) <= most:
                first, last, grown = start, end, True
    while first < core[0] and words[first][2].lower() in LOOSE:
        first += 1
    while last > core[-1] and words[last][2].lower() in LOOSE:
        last -= 1
    return text(first, last).strip(" ,;:.")
