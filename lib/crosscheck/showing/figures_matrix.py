"""Which article answers which question, in which words? Questions down, articles across, silence drawn as silence.

Up to 6 articles have a column of words each; more become a strip of marks beside the words of the readings
(`matrix_strips`); on a narrow sheet the readings stand below their question (`matrix_list`). The best ranked questions
are drawn, and the subtitle says how many there are.
"""

from typing import NamedTuple

import pandas as pd

from crosscheck.showing import marks
from crosscheck.showing.days import day_words
from crosscheck.showing.findings import count, number_word, sentence
from crosscheck.showing.matrix_cells import SILENT, Cell, cell_lines, common_value, matrix_cells
from crosscheck.showing.matrix_list import draw_list, list_blocks
from crosscheck.showing.matrix_strips import MOST_ROWS as STRIP_ROWS
from crosscheck.showing.matrix_strips import draw_mark, draw_strips
from crosscheck.showing.page import MARGIN, RIGHT, Page, elide, wrap
from crosscheck.showing.picture import Picture, article_names, labels, share, source_line
from crosscheck.showing.sheet import SLIDE, Sheet, sized
from crosscheck.showing.style import REGULAR, SEMIBOLD, house, measure, printable

MOST_COLUMNS, MOST_ROWS = 6, 12
HIGHEST, KEY_ROOM = 104, 64
QUESTION_SIZE, COUNT_SIZE, HEAD_SIZE = 23, 20, 22
NOTE = "The most common reading is not therefore the right one: articles may rest on one source."
KEY = {"common": "most common reading", "differs": "reading that differs", "drift": "softer drift in wording",
       "corrects": "correction reported"}


class Grid(NamedTuple):
    """What is drawn: questions, articles, their cells, and where columns and rows stand."""

    questions: list
    articles: list
    cells: dict[str, dict[str, Cell]]
    left: float
    step: float
    top: float
    height: float


@sized
def matrix_figure(questions: pd.DataFrame, readings: pd.DataFrame, articles: pd.DataFrame, *,
                  headline: str | None = None, digest: str | None = None, name: str = "matrix",
                  sheet: Sheet = SLIDE) -> Picture:
    """What each of `articles` answers to each of `questions`, in its own words, best ranked first.

    `headline` replaces the finding that `matrix_headline` makes from the tables. Rows of the picture: one a question
    and article, with the kind of the cell and its anchor; a silence has no anchor.
    """
    with house():
        wide = len(articles) > MOST_COLUMNS
        best = questions.sort_values("rank").head(STRIP_ROWS if wide or sheet.narrow else MOST_ROWS)
        every = matrix_cells(best, readings)
        source = source_line(articles, digest, sheet)
        every_block = list_blocks(Page(sheet), best, articles, every) if sheet.narrow else []
        for most in range(len(best), -1, -1):
            best = best.head(most)
            cells = {question_id: every[question_id] for question_id in best["question_id"]}
            title = headline or matrix_headline(best, cells, articles, best=len(best) < len(questions))
            page = Page(sheet)
            subtitle = _subtitle(questions, best, articles, each=not (wide or sheet.narrow))
            top = page.header(title, subtitle, size=42)
            bottom = page.footer(NOTE, source) - 8
            blocks = every_block[:most]
            if top + KEY_ROOM + sum(block.height for block in blocks) <= bottom or not sheet.narrow:
                break
        if blocks:
            _draw_key(page, cells, len(articles), top + 40)
            page.trim(draw_list(page, blocks, top + KEY_ROOM))
        elif wide and len(best):
            draw_strips(page, best, articles, cells, top + 30, bottom + 4)
        elif len(best):
            _draw_grid(page, best, articles, cells, top + 54, bottom + 8)
        return Picture(page.figure, name, title, subtitle, NOTE, source, matrix_alt(best, cells, articles),
                       lambda: _plotted(best, readings, articles, cells))


def _subtitle(questions: pd.DataFrame, best: pd.DataFrame, articles: pd.DataFrame, *, each: bool) -> str:
    number = (count(len(best), "question") if len(best) == len(questions) else
              f"{len(best)} of {len(questions):,} questions")
    return (f"{sentence(number)[:-1]}, {count(len(articles), 'article')}, {'each cell' if each else 'the readings'} "
            "in the articles’ own words; best ranked first")


def matrix_headline(questions: pd.DataFrame, cells: dict[str, dict[str, Cell]], articles: pd.DataFrame, *,
                    best: bool = False) -> str:
    """The article that stands alone most often; else on how many questions the articles differ.

    `best` says that there are more questions, which rank lower.
    """
    if questions.empty:
        return "No question has been found that these articles answer"
    alone = {article_id: sum(_alone(cells[question], article_id) for question in cells)
             for article_id in articles["article_id"]}
    most = max(alone.values(), default=0)
    if most > 1 and list(alone.values()).count(most) == 1:
        article_id = max(alone, key=alone.get)
        return _alone_headline(article_names(articles)[article_id], most,
                               sum(article_id in row for row in cells.values()), len(cells), best=best)
    differ = sum(any(cell.kind == "differs" for cell in row.values()) for row in cells.values())
    if differ:
        words = share(differ, len(cells), "question", best=best)
        return f"The articles differ on {words.lower().replace('the one', 'one')}"
    lonely = sum(len(row) == 1 for row in cells.values())
    return ("None of these questions has readings that differ in substance"
            + (f"; {number_word(lonely)} {'is' if lonely == 1 else 'are'} answered by one article alone" if lonely
               else ""))


def matrix_alt(questions: pd.DataFrame, cells: dict[str, dict[str, Cell]], articles: pd.DataFrame) -> str:
    """The picture in words, for those who cannot see it."""
    told = []
    for question in questions.itertuples():
        kinds = [cell.kind for cell in cells[question.question_id].values()]
        parts = [f"{kinds.count(kind)} {KEY[kind]}" for kind in KEY if kind in kinds]
        told.append(f"{printable(question.question)} {', '.join([*parts, f'{len(articles) - len(kinds)} silent'])}")
    return sentence(f"Matrix of {count(len(questions), 'question')} and {count(len(articles), 'article')}. "
                    f"{'; '.join(told)}")


def _alone(row: dict[str, Cell], article_id: str) -> bool:
    """The article alone gives its reading, while others share one."""
    cell = row.get(article_id, SILENT)
    return cell.kind == "differs" and common_value(row) is not None and not any(
        set(cell.values) & set(other.values) for key, other in row.items() if key != article_id)


def _alone_headline(name: str, alone: int, answered: int, questions: int, *, best: bool) -> str:
    if best:
        which = share(answered, questions, "question", best=True)
        return sentence(f"{name} answers {which.lower()}, and stands alone on {number_word(alone)}").removesuffix(".")
    every = "both" if alone == 2 else f"all {number_word(alone)}"
    part = every if alone == answered else f"{number_word(alone)} of the {number_word(answered)}"
    silent = questions - answered
    end = f", and says nothing on the other {number_word(silent)}" if silent > 1 else ""
    return sentence(f"{name} stands alone on {part} questions it answers{end}").removesuffix(".")


def _plotted(questions: pd.DataFrame, readings: pd.DataFrame, articles: pd.DataFrame,
             cells: dict[str, dict[str, Cell]]) -> pd.DataFrame:
    told = list(articles.itertuples())
    pairs = pd.DataFrame([{"question_id": question.question_id, "question": question.question,
                           "article_id": article.article_id, "article": article.label,
                           "cell": cells[question.question_id].get(article.article_id, SILENT).kind}
                          for question in questions.itertuples() for article in told],
                         columns=["question_id", "question", "article_id", "article", "cell"])
    kept = readings[["question_id", "article_id", "start", "end", "quote", "value", "stance"]]
    return pairs.merge(kept, on=["question_id", "article_id"], how="left", validate="one_to_many")


def _draw_grid(page: Page, questions: pd.DataFrame, articles: pd.DataFrame, cells: dict[str, dict[str, Cell]],
               key: float, bottom: float) -> None:
    """Key line at `key`, heads, and the rows down to `bottom`."""
    _draw_key(page, cells, len(articles), key)
    top = key + 90
    height = min(HIGHEST, (bottom - top) / len(questions))
    widest = max(measure(printable(question), QUESTION_SIZE, SEMIBOLD) for question in questions["question"])
    share_of_page = 340 if len(articles) > 4 else 440
    left = MARGIN + min(max(260, widest + 22), share_of_page)
    step = (RIGHT - left) / max(1, len(articles))
    grid = Grid(list(questions.itertuples()), list(articles.itertuples()), cells, left, step, top, height)
    _draw_heads(page, grid)
    for number, question in enumerate(grid.questions):
        _draw_row(page, grid, question, top + number * height)


def _draw_key(page: Page, cells: dict[str, dict[str, Cell]], articles: int, y: float) -> None:
    """What the marks mean, those that occur."""
    found = {cell.kind for row in cells.values() for cell in row.values()}
    x, size, gap = page.sheet.margin + 8, (18 if page.sheet.narrow else 20), (38 if page.sheet.narrow else 50)
    for kind in (kind for kind in KEY if kind in found):
        draw_mark(page, kind, x, y - 7)
        strong = kind == "differs"
        x += gap + page.text(x + 16, y, KEY[kind], size, weight=SEMIBOLD if strong else REGULAR,
                             color="accent" if strong else "context")
    if any(len(row) < articles for row in cells.values()):
        marks.silence(page, x, min(x + 210, page.sheet.right), y - 7, size=size)


def _draw_heads(page: Page, grid: Grid) -> None:
    page.text(MARGIN, grid.top - 13, "Question", 20, weight=SEMIBOLD, color="context")
    names = labels(pd.DataFrame(grid.articles))
    for number, article in enumerate(grid.articles):
        x, room = grid.left + number * grid.step + 16, grid.step - 34
        outlet = article.outlet if isinstance(article.outlet, str) else "outlet not named"
        label = elide(names[article.article_id], room, HEAD_SIZE, SEMIBOLD)
        end = page.text(x, grid.top - 39, label, HEAD_SIZE, weight=SEMIBOLD) + 9
        if room - end > 60:
            page.text(x + end, grid.top - 39, elide(outlet, room - end, 20), 20)
        published = day_words(article.published) if isinstance(article.published, str) else "undated"
        page.text(x, grid.top - 13, elide(published, room, 20), 20, color="context")
    marks.rule(page, MARGIN, grid.top, RIGHT, grid.top, color="ink", line=2)


def _draw_row(page: Page, grid: Grid, question, y: float) -> None:
    row = grid.cells[question.question_id]
    marks.rule(page, MARGIN, y + grid.height, RIGHT, y + grid.height)
    _draw_question(page, question, row, len(grid.articles), grid, y)
    for number, article in enumerate(grid.articles):
        cell = row.get(article.article_id, SILENT)
        _draw_cell(page, cell, grid.left + number * grid.step, y, grid.step, grid.height)


def _draw_question(page: Page, question, row: dict[str, Cell], articles: int, grid: Grid, y: float) -> None:
    width = grid.left - MARGIN - 18
    lines = wrap(question.question, width, QUESTION_SIZE, SEMIBOLD, most=2 if grid.height < 84 else 3)
    values = len({value for cell in row.values() for value in cell.values})
    silent = f", {articles - len(row)} silent" if len(row) < articles else ""
    counts = f"{values} reading{'' if values == 1 else 's'}{silent}"
    both = 27 * len(lines) + 24 <= grid.height + 2
    block = 27 * len(lines) + (24 if both else 0)
    base = page.lines(MARGIN, y + (grid.height - block) / 2 + 21, lines, QUESTION_SIZE, 26, weight=SEMIBOLD)
    if both:
        page.text(MARGIN, base + 25, elide(counts, width, COUNT_SIZE), COUNT_SIZE, color="context")


def _draw_cell(page: Page, cell: Cell, x: float, y: float, width: float, height: float) -> None:
    middle = y + height / 2
    if cell.kind == "silent":
        marks.silence(page, x + 16, x + width - 16, middle)
        return
    strong = cell.kind == "differs"
    if strong:
        marks.box(page, x + 4, y + 3, width - 14, height - 6, fill="tint", order=0.5)
        marks.box(page, x + 4, y + 3, 5, height - 6, fill="accent")
    draw_mark(page, cell.kind, x + 27, middle)
    weight = SEMIBOLD if strong else REGULAR
    size, most = 23, max(2, int((height - 8) / 25))
    lines = cell_lines(cell, width - 62, size, weight, most)
    page.lines(x + 45, middle + 8 - 12.3 * (len(lines) - 1), lines, size, 24.6, weight=weight)
