"""How does the matrix look on a narrow sheet? Each question with its readings below it, and who gives each of them.

Articles that give the same reading share a line with the words of the first. Silence has its own line. Readings beyond
three or five are counted.
"""

from typing import NamedTuple

import pandas as pd

from crosscheck.showing import marks
from crosscheck.showing.findings import count, listed
from crosscheck.showing.matrix_cells import Cell, cell_lines
from crosscheck.showing.matrix_strips import draw_mark
from crosscheck.showing.page import Page, elide, wrap
from crosscheck.showing.picture import short_labels
from crosscheck.showing.style import REGULAR, SEMIBOLD, measure

MOST_READINGS, MOST_NAMES, MOST_SILENT = {"half": 3, "column": 5}, 4, 12
QUESTION, SIZE, SMALL = 23, 20, 18
INSET, AIR, WHO = 38, 9, 0.3


class Line(NamedTuple):
    """One reading: the kind of its cell, its words in lines, and who gives it; without words it counts more."""

    kind: str
    words: list[str]
    who: str

    @property
    def height(self) -> float:
        """How much room it needs."""
        return 24 * max(1, len(self.words)) + AIR


class Block(NamedTuple):
    """One question: its words in lines, and its readings."""

    question: list[str]
    lines: list[Line]

    @property
    def height(self) -> float:
        """How much room it needs."""
        return 28 * len(self.question) + 10 + sum(line.height for line in self.lines) + 14


def list_blocks(page: Page, questions: pd.DataFrame, articles: pd.DataFrame,
                cells: dict[str, dict[str, Cell]]) -> list[Block]:
    """The blocks for the width of `page`, in the order of `questions`; call it in `house()`."""
    names = short_labels(articles)
    room = page.sheet.room
    return [Block(wrap(question.question, room, QUESTION, SEMIBOLD, most=2),
                  _lines(cells[question.question_id], names, (1 - WHO) * room - INSET - 20, WHO * room,
                         MOST_READINGS[page.sheet.name]))
            for question in questions.itertuples()]


def draw_list(page: Page, blocks: list[Block], top: float) -> float:
    """The blocks from `top` down, with a hairline between them; where they end."""
    y, left, right = top, page.sheet.margin, page.sheet.right
    marks.rule(page, left, y, right, y, color="ink", line=2)
    for number, block in enumerate(blocks):
        if number:
            marks.rule(page, left, y, right, y)
        y = page.lines(left, y + 29, block.question, QUESTION, 28, weight=SEMIBOLD) + 9
        for line in block.lines:
            _draw_line(page, line, y)
            y += line.height
        y += 14
    return y


def _lines(row: dict[str, Cell], names: dict[str, str], width: float, room: float, most: int) -> list[Line]:
    """The readings, the one that most articles give first, then how many there are more, then who is silent."""
    groups: dict[tuple, list[str]] = {}
    for article_id in names:
        if article_id in row:
            groups.setdefault((row[article_id].kind, row[article_id].values), []).append(article_id)
    ordered = sorted(groups.items(), key=lambda item: (item[0][0] != "common", -len(item[1])))
    found = []
    for (kind, _), ids in ordered[:most]:
        weight = SEMIBOLD if kind == "differs" else REGULAR
        found.append(Line(kind, cell_lines(row[ids[0]], width, SIZE, weight, 2), _who(ids, names, room)))
    if len(ordered) > most:
        found.append(Line("more", [f"and {count(len(ordered) - most, 'more reading', 'more readings')}"], ""))
    silent = [article_id for article_id in names if article_id not in row]
    return [*found, Line("silent", [], _who(silent, names, room))] if silent else found


def _who(ids: list[str], names: dict[str, str], room: float) -> str:
    """The articles by label, or how many they are where labels take too much room."""
    words = listed([names[key] for key in ids], limit=MOST_NAMES)
    return words if measure(words, SMALL) <= room and len(ids) <= MOST_SILENT else elide(
        count(len(ids), "article"), room, SMALL)


def _draw_line(page: Page, line: Line, y: float) -> None:
    left, right, middle = page.sheet.margin, page.sheet.right, y + (line.height - AIR) / 2 + 4
    x = right - WHO * page.sheet.room
    if line.kind == "silent":
        marks.silence(page, left + 4, x - 20, middle, size=SMALL)
    elif line.kind != "more":
        if line.kind == "differs":
            marks.box(page, left, y + 1, x - 12 - left, line.height - 4, fill="tint", order=0.5)
            marks.box(page, left, y + 1, 5, line.height - 4, fill="accent")
        draw_mark(page, line.kind, left + 20, middle)
    weight = SEMIBOLD if line.kind == "differs" else REGULAR
    first = middle + 7 - 12 * (len(line.words) - 1)
    page.lines(left + INSET, first, line.words, SIZE, 24, weight=weight,
               color="context" if line.kind == "more" else "ink")
    page.text(x, middle + 6, line.who, SMALL, color="context")
