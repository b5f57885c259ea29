"""What is new since the last briefing, at a glance? A column each for events, questions, claims and limits.

A filled mark in the strong colour stands by what calls for a new look (a date contradicted, a question opened, a
decision that lost its passages), a dark one by what is new, an open one by what is settled. Firm changes alone are
drawn; the softer ones are counted in the note. Where a section holds more than fits, the rest is counted.
"""

from typing import NamedTuple

import pandas as pd

from crosscheck.cells import one_line
from crosscheck.showing import marks
from crosscheck.showing.changed import KINDS, NOTHING
from crosscheck.showing.days import date_words
from crosscheck.showing.findings import count, listed, sentence
from crosscheck.showing.page import Page, elide, wrap
from crosscheck.showing.picture import Picture, source_line
from crosscheck.showing.sheet import SLIDE, Sheet, sized
from crosscheck.showing.style import SEMIBOLD, house

COLUMNS = (
    ("Events and dates", ("new event", "date contradicted", "date tightened", "date moved", "date loosened")),
    ("Questions", ("question opened", "new reading", "question superseded", "question closed")),
    ("Claims and decisions", ("claim gained an origin", "decision orphaned")),
    ("Limits", ("new restriction", "new ladder", "new rung")))
KINDS_OF = {kind: kinds for _, kinds in COLUMNS for kind in kinds}  # all kinds of the column that a kind is in
TRIED = (*((most, lines) for most in (20, 12, 9, 7, 6, 5, 4) for lines in (3, 2)),  # entries of a kind, their lines
         *((most, 1) for most in (9, 7, 6, 5, 4, 3, 2, 1)))
FIRST = ("date contradicted", "question opened", "new event", "decision orphaned", "date tightened", "new restriction",
         "claim gained an origin", "new reading")
LOUD = ("date contradicted", "question opened", "decision orphaned")
SETTLED = ("question superseded", "question closed", "date loosened", "date moved")
PLAIN = {"lonely": "one article alone", "gap": "no article answers", "agreement": "all answers alike"}
GUTTER, SIZE, LEADING, SMALL = 48, 23, 27, 19
HEAD, BREAK, AFTER, HEADING, AFTER_ROW = 44, 20, 9, 34, 30


class Block(NamedTuple):
    """Lines that stay together: `kind` is the change under a heading, empty in an entry."""

    kind: str
    lines: list[str]
    beside: list[str]

    @property
    def height(self) -> float:
        """How much room it needs."""
        return HEAD if self.kind else LEADING * len(self.lines) + 23 * len(self.beside) + AFTER


@sized
def changes_figure(changes: pd.DataFrame, articles: pd.DataFrame, *, headline: str | None = None,
                   digest: str | None = None, name: str = "changes", sheet: Sheet = SLIDE) -> Picture:
    """The board of all firm `changes`. Rows of the picture: one a change, softer ones too, with their anchors.

    `headline` replaces the finding that `changes_headline` makes from the table.
    """
    firm = changes[~changes["check"]]
    with house():
        title = headline or changes_headline(changes)
        joined = firm.loc[firm["change"] == "new article", "label"].tolist()
        new = f", {count(len(joined), 'of them new', 'of them new')}" if joined else ""
        subtitle = f"What {count(len(articles), 'article')}{new}, say beyond the earlier run"
        page = Page(sheet)
        top = page.header(title, subtitle)
        soft = int(changes["check"].sum())
        note = sentence(f"{count(soft, 'softer change is', 'softer changes are')} not drawn") if soft else ""
        source = source_line(articles, digest, sheet)
        bottom = page.footer(note, source)
        page.trim(_draw(page, firm, top + 48, bottom))
        return Picture(page.figure, name, title, subtitle, note, source, _alt(firm, title), lambda: changes)


def changes_headline(changes: pd.DataFrame) -> str:
    """The two gravest kinds of change with their numbers."""
    firm = changes[~changes["check"]]["change"].value_counts()
    words = {kinds[0]: (one, many) for kinds, one, many in KINDS}
    told = [count(int(firm[kind]), *words[kind]) for kind in FIRST if kind in firm]
    if not told:
        return NOTHING.rstrip(".")
    return f"{sentence(listed(told[:2]))[:-1]} since the earlier run"


def _alt(firm: pd.DataFrame, title: str) -> str:
    told = [f"{kind}: {listed([one_line(label) for label in own['label']], limit=4)}"
            for kind, own in firm.groupby("change", sort=False)]
    return sentence(f"{title}. {'; '.join(told)}")


def _draw(page: Page, firm: pd.DataFrame, top: float, bottom: float) -> float:
    """A column each on a slide, two beside each other on a narrow sheet; where the last one ends."""
    held = [(heading, kinds) for heading, kinds in COLUMNS if firm["change"].isin(kinds).any()]
    across = min(2, len(held)) if page.sheet.narrow else len(held)
    width = (page.sheet.room + GUTTER) / max(1, across) - GUTTER
    return max((_draw_stack(page, firm, held[number::across], page.sheet.margin + number * (width + GUTTER), top, width,
                            bottom) for number in range(across)), default=top)


def _draw_stack(page: Page, firm: pd.DataFrame, held: list, x: float, top: float, width: float,
                bottom: float) -> float:
    """Columns one under the other, each with its share of the height by what it needs."""
    needs = [_height(_blocks(firm, kinds, width, 20, 3)) + HEADING for _, kinds in held]
    room, end = bottom - top - AFTER_ROW * (len(held) - 1), top
    for number, (column, need) in enumerate(zip(held, needs, strict=True)):
        own = min(need, max(room * need / sum(needs[number:]), room / (len(held) - number)))
        end = _draw_column(page, firm, column, x, top, width, own - HEADING)
        room -= end - top
        top = end + AFTER_ROW
    return end


def _draw_column(page: Page, firm: pd.DataFrame, column: tuple[str, tuple[str, ...]], x: float, top: float,
                 width: float, room: float) -> float:
    heading, kinds = column
    page.text(x, top + 8, heading, SIZE, color="context")
    y = top + HEADING
    for block in _fitting(firm, kinds, width, room):
        y += BREAK if block.kind and y > top + HEADING else 0
        _draw_block(page, block, x, y, width)
        y += block.height
    return y


def _fitting(firm: pd.DataFrame, kinds: tuple[str, ...], width: float, room: float) -> list[Block]:
    """The blocks of one column, with as many entries in each section as the room allows; the rest is counted."""
    for most, lines in TRIED:
        blocks = _blocks(firm, kinds, width, most, lines)
        if _height(blocks) <= room:
            return blocks
    while len(kinds) > 1:
        kinds = kinds[:-1]
        left = firm["change"].isin(KINDS_OF[kinds[0]]) & ~firm["change"].isin(kinds)
        rest = Block("", [], [f"and {count(int(left.sum()), 'change')} of other kinds"])
        blocks = [*_blocks(firm, kinds, width, 1, 1), rest]
        if _height(blocks) <= room:
            break
    return blocks


def _blocks(firm: pd.DataFrame, kinds: tuple[str, ...], width: float, most: int, lines: int) -> list[Block]:
    return [block for kind in kinds for block in _section(firm[firm["change"] == kind], width, most, lines)]


def _height(blocks: list[Block]) -> float:
    return sum(block.height + (BREAK if block.kind else 0) for block in blocks)


def _section(rows: pd.DataFrame, width: float, most: int, lines: int) -> list[Block]:
    if rows.empty:
        return []
    blocks = [Block(rows["change"].iloc[0], [rows["change"].iloc[0]], [f"{len(rows)}"])]
    for row in rows.head(most).itertuples():
        words = wrap(row.label, width, SIZE, most=lines, even=False)
        step = _step(row)
        blocks.append(Block("", words or ["…"], [elide(step, width, SMALL)] if step else []))
    if len(rows) > most:
        blocks.append(Block("", [], [f"and {len(rows) - most} more"]))
    return blocks


def _step(row) -> str:
    """From what to what, in a few words."""
    was, now = (cell if isinstance(cell, str) else "" for cell in (row.was, row.now))
    if row.change.startswith("date") or row.change == "new event":
        was, now = (date_words(edtf) for edtf in (was, now))
        return f"{now}; before: {was}" if was else now
    if row.about == "questions" and row.change != "new reading":
        was, now = (PLAIN.get(kind, f"differs in {kind}") if kind else "" for kind in (was, now))
    if row.change in ("claim gained an origin", "question opened", "question closed", "question superseded") and was:
        return f"{now}; before: {was}" if now else f"before: {was}"
    return now or was


def _draw_block(page: Page, block: Block, x: float, y: float, width: float) -> None:
    if block.kind:
        fill = "accent" if block.kind in LOUD else "paper" if block.kind in SETTLED else "ink"
        marks.disc(page, x + 9, y + 13, 7.5, fill=fill, edge="accent" if fill == "accent" else "ink", line=2.4)
        end = x + 28 + page.text(x + 28, y + 22, block.kind, 25, weight=SEMIBOLD)
        page.text(end + 10, y + 22, block.beside[0], 25, color="context")
        marks.rule(page, x, y + 34, x + width, y + 34, color="ink", line=2)
        return
    base = y + 22
    if block.lines:
        base = page.lines(x, base, block.lines, SIZE, LEADING) + 23
    page.lines(x, base, block.beside, SMALL, 23, color="context")
