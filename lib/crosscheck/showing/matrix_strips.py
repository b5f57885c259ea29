"""How does the matrix look with many articles? One strip of marks a question, one place an article.

Up to 40 articles have a mark each, in the order of the folder; of more, those that answer have one where they are few,
and become a bar of shares where they are not. Beside the strip stand the
words of the two readings that most articles give, with how many do.
"""

from collections import Counter

import pandas as pd

from crosscheck.showing import marks
from crosscheck.showing.matrix_cells import Cell, cell_lines
from crosscheck.showing.page import MARGIN, RIGHT, Page, wrap
from crosscheck.showing.picture import short_labels
from crosscheck.showing.style import REGULAR, SEMIBOLD, measure

MOST_ROWS, MOST_PLACES, FEW = 14, 40, 16
QUESTION, STRIP, GUTTER = 400, 560, 30
SIZE, LEADING, HEAD = 21, 23, 20
KEY = (("common", "most common reading"), ("differs", "reading that differs"), ("drift", "softer drift"),
       ("corrects", "correction"), ("silent", "says nothing"))


def draw_strips(page: Page, questions: pd.DataFrame, articles: pd.DataFrame, cells: dict[str, dict[str, Cell]],
                top: float, bottom: float) -> None:
    """Key, heads and one row a question between `top` and `bottom`."""
    places = len(articles) <= MOST_PLACES or all(len(row) <= FEW for row in cells.values())
    _draw_key(page, places, top + 18)
    line = top + 92
    left = MARGIN + QUESTION + GUTTER
    words = left + STRIP + GUTTER
    width = (RIGHT - words - GUTTER) / 2
    page.text(MARGIN, line - 13, "Question", HEAD, weight=SEMIBOLD, color="context")
    page.text(words, line - 13, "The two readings given most, and by how many articles", HEAD, weight=SEMIBOLD,
              color="context")
    _draw_places(page, articles, left, line - 13, few=places)
    marks.rule(page, MARGIN, line, RIGHT, line, color="ink", line=2)
    height = min(84, (bottom - line) / max(1, len(questions)))
    for number, question in enumerate(questions.itertuples()):
        y, row = line + number * height, cells[question.question_id]
        marks.rule(page, MARGIN, y + height, RIGHT, y + height)
        _draw_lines(page, wrap(question.question, QUESTION, SIZE, SEMIBOLD, most=2), MARGIN, y + height / 2, SEMIBOLD,
                    "ink")
        if places and len(articles) > MOST_PLACES:
            _draw_few(page, row, len(articles), left, y + height / 2)
        else:
            _draw_strip(page, row, list(articles["article_id"]), left, y + height / 2)
        _draw_readings(page, row, words, width, y + height / 2)


def draw_mark(page: Page, kind: str, x: float, y: float, *, scale: float = 1) -> None:
    """The mark of one kind of cell, centred."""
    if kind == "common":
        marks.disc(page, x, y, 5.5 * scale, fill="context")
    elif kind == "differs":
        marks.diamond(page, x, y, 9 * scale)
    elif kind == "drift":
        marks.triangle(page, x, y, 8 * scale)
    elif kind == "corrects":
        marks.turning(page, x, y, 8 * scale)
    else:
        marks.rule(page, x - 5 * scale, y, x + 5 * scale, y, color="silence_line", line=2)


def _step(articles: int) -> float:
    return min(44.0, STRIP / articles)


def _draw_key(page: Page, places: bool, y: float) -> None:
    x = MARGIN + 8
    for kind, words in KEY:
        if places:
            draw_mark(page, kind, x, y - 7)
        else:
            _segment(page, kind, x - 8, 24, y - 7)
        strong = kind == "differs"
        x += 56 + page.text(x + 22, y, words, HEAD, weight=SEMIBOLD if strong else REGULAR,
                            color="accent" if strong else "context")


def _draw_places(page: Page, articles: pd.DataFrame, left: float, y: float, *, few: bool) -> None:
    """Labels over the places where they fit, else every fifth place's number."""
    if len(articles) > MOST_PLACES:
        words = "One mark an article that answers" if few else f"Share of {len(articles):,} articles"
        page.text(left, y, words, HEAD, weight=SEMIBOLD, color="context")
        return
    names, step = list(short_labels(articles).values()), _step(len(articles))
    fits = max(measure(name, HEAD, SEMIBOLD) for name in names) + 6 <= step
    for number, name in enumerate(names):
        if fits or number % 5 == 4 or number == 0:
            page.text(left + (number + 0.5) * step, y, name if fits else str(number + 1), HEAD, weight=SEMIBOLD,
                      align="center", color="ink" if fits else "context")


def _draw_strip(page: Page, row: dict[str, Cell], ids: list[str], left: float, y: float) -> None:
    if len(ids) > MOST_PLACES:
        kinds = Counter(row[article_id].kind if article_id in row else "silent" for article_id in ids)
        for kind, _ in KEY:
            width = STRIP * kinds[kind] / len(ids)
            if width:
                _segment(page, kind, left, width, y)
                _draw_share(page, kind, kinds[kind], left, width, y)
            left += width
        return
    step = _step(len(ids))
    for number, article_id in enumerate(ids):
        kind = row[article_id].kind if article_id in row else "silent"
        draw_mark(page, kind, left + (number + 0.5) * step, y, scale=min(1, step / 20))


def _draw_few(page: Page, row: dict[str, Cell], articles: int, left: float, y: float) -> None:
    """A mark for each article that answers, those with the most common reading first, and how many say nothing."""
    kinds = [kind for kind, _ in KEY]
    for number, cell in enumerate(sorted(row.values(), key=lambda cell: kinds.index(cell.kind))):
        draw_mark(page, cell.kind, left + 12 + 22 * number, y)
    page.text(left + 20 + 22 * len(row), y + 7, f"{articles - len(row):,} say nothing", HEAD, color="silence")


def _segment(page: Page, kind: str, x: float, width: float, y: float) -> None:
    """One share of a bar."""
    if kind == "silent":
        marks.rule(page, x + 3, y, x + width, y, color="silence_line", line=2, dashes=(4, 3.4))
    else:
        fill = {"common": "bar", "differs": "accent", "drift": "rule", "corrects": "context"}[kind]
        marks.box(page, x, y - 10, max(1, width - 2), 20, fill=fill)


def _draw_share(page: Page, kind: str, number: int, x: float, width: float, y: float) -> None:
    words = f"{number:,}"
    if kind != "silent" and measure(words, 18, SEMIBOLD) + 10 < width:
        page.text(x + 6, y + 6, words, 18, weight=SEMIBOLD,
                  color="paper" if kind in ("differs", "corrects") else "ink")


def _draw_readings(page: Page, row: dict[str, Cell], x: float, width: float, y: float) -> None:
    """The two readings that most articles give, with their numbers, and how many more there are."""
    counts = Counter(value for cell in row.values() for value in cell.values).most_common()
    for place, (value, number) in enumerate(counts[:2]):
        cell = _example(row, value)
        _draw_reading(page, cell, number, x + place * (width + GUTTER), width, y, strong=cell.kind == "differs",
                      more=len(counts) - 2 if place else 0)


def _example(row: dict[str, Cell], value: str) -> Cell:
    """The first cell that gives this value, alone if any does."""
    given = [cell for cell in row.values() if value in cell.values]
    cell = min(given, key=lambda cell: (cell.values.index(value) >= len(cell.passages), len(cell.values)))
    place = min(cell.values.index(value), len(cell.passages) - 1)
    return cell._replace(passages=cell.passages[place:place + 1])


def _draw_reading(page: Page, cell: Cell, number: int, x: float, width: float, y: float, *, strong: bool,
                  more: int = 0) -> None:
    color, weight = ("accent" if strong else "ink"), (SEMIBOLD if strong else REGULAR)
    tail = f" (and {more} more)" if more else ""
    page.text(x, y + 7, f"{number:,}", SIZE, weight=SEMIBOLD, color=color)
    inset = 14 + measure("8,888"[:max(2, len(f"{number:,}"))], SIZE, SEMIBOLD)
    lines = cell_lines(cell, width - inset - measure(tail, SIZE, weight), SIZE, weight, 2)
    _draw_lines(page, [*lines[:-1], *(line + tail for line in lines[-1:])], x + inset, y, weight, color)


def _draw_lines(page: Page, lines: list[str], x: float, y: float, weight: int, color: str) -> None:
    page.lines(x, y + 7 - LEADING * (len(lines) - 1) / 2, lines, SIZE, LEADING, weight=weight, color=color)
