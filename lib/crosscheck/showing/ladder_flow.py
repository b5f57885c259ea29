"""How does a ladder look on a narrow sheet? Each rung as running words, slot after slot, with its changes below.

Slots stand in one order, a dot between them; where the first rung has words and a later one none, a dashed box stands
in their place. As many rungs are drawn as the height holds.
"""

from typing import NamedTuple

import pandas as pd

from crosscheck.showing import marks
from crosscheck.showing.findings import count
from crosscheck.showing.ladder_words import COLORS, Rung, Tag, Word, draw_tag_mark, space
from crosscheck.showing.page import Page, elide, wrap
from crosscheck.showing.picture import article_beside, labels
from crosscheck.showing.style import REGULAR, SEMIBOLD, measure, printable

SIZE, LEADING, SMALL, HEAD = 25, 32, 18, 24
INSET, TOP, TAG, BOX, SILENT = 44, 38, 26, 96, 56
DOT, GAP = Word("·", "same"), Word("", "dropped")


class Block(NamedTuple):
    """One rung laid out: the lines of its words and of its tags."""

    rung: Rung
    lines: list[list[Word]]
    tags: list[list[Tag]]

    @property
    def height(self) -> float:
        """How much room it needs."""
        return TOP + LEADING * len(self.lines) + TAG * len(self.tags) + 16


def flow_blocks(page: Page, rungs: list[Rung], slots: list[str]) -> list[Block]:
    """The rungs laid out for the width of `page`; call it in `house()`."""
    room = page.sheet.room - INSET - 12
    return [Block(rung, _lines(_words(rung, slots), room), _tags(rung, slots, room)) for rung in rungs]


def draw_flow(page: Page, blocks: list[Block], articles: pd.DataFrame, silent: list, heads: str, top: float) -> float:
    """The rungs from `top` down on their rail, then who is silent; where they end."""
    left, right = page.sheet.margin, page.sheet.right
    y = page.lines(left, top, wrap(heads, page.sheet.room, SMALL, most=2, even=False), SMALL, 25, color="context") + 14
    marks.rule(page, left, y, right, y, color="ink", line=2)
    nodes = []
    for number, block in enumerate(blocks):
        if not number:
            marks.box(page, left, y, right - left, block.height, fill="band", order=0)
        nodes.append(y + 26)
        _draw_block(page, block, articles, y)
        y += block.height
        marks.rule(page, left, y, right, y)
    _draw_rail(page, nodes, y + 30 if silent else None)
    return _draw_silent(page, silent, y) if silent else y


def _words(rung: Rung, slots: list[str]) -> list[Word]:
    """The words of all slots in a row."""
    found: list[Word] = []
    for slot in slots:
        dropped = any(tag.mark == "dropped" for tag in rung.tags[slot])
        words = rung.words[slot] or ([GAP] if dropped else [])
        found += [DOT, *words] if found and words else words
    return found


def _width(word: Word) -> float:
    return BOX if word is GAP else measure(word.text, SIZE, word.weight)


def _lines(words: list[Word], room: float) -> list[list[Word]]:
    lines: list[list[Word]] = [[]]
    used = 0.0
    for word in (one if one is GAP else one._replace(text=elide(one.text, room, SIZE, one.weight)) for one in words):
        width = _width(word)
        if lines[-1] and used + space(SIZE) + width > room:
            lines.append([])
            used = 0.0
        used += width + (space(SIZE) if lines[-1] else 0)
        lines[-1].append(word)
    return lines


def _tags(rung: Rung, slots: list[str], room: float) -> list[list[Tag]]:
    """The changes in lines, several on one where they fit."""
    lines: list[list[Tag]] = []
    used = room
    for tag in (tag for slot in slots for tag in rung.tags[slot]):
        weight = SEMIBOLD if tag.strong else REGULAR
        tag = tag._replace(words=elide(tag.words, room - 30, SMALL, weight))
        width = measure(tag.words, SMALL, weight) + 54
        if not lines or used + width > room:
            lines.append([])
            used = 0.0
        lines[-1].append(tag)
        used += width
    return lines


def _draw_block(page: Page, block: Block, articles: pd.DataFrame, y: float) -> None:
    x = page.sheet.margin + INSET
    _draw_head(page, block.rung, articles, x, y + 34)
    base = y + TOP + 26
    for number, line in enumerate(block.lines):
        _draw_line(page, line, x, base + number * LEADING)
    base += (len(block.lines) - 1) * LEADING + 30
    for number, line in enumerate(block.tags):
        at = x
        for tag in line:
            color, weight = ("accent", SEMIBOLD) if tag.strong else ("context", REGULAR)
            draw_tag_mark(page, tag, at + 9, base + number * TAG - 6)
            at += 54 + page.text(at + 24, base + number * TAG, tag.words, SMALL, color=color, weight=weight)


def _draw_head(page: Page, rung: Rung, articles: pd.DataFrame, x: float, y: float) -> None:
    rows = articles.set_index("article_id", drop=False).loc[list(rung.articles)]
    names = elide(", ".join(labels(rows).values()), 0.5 * page.sheet.room, HEAD, SEMIBOLD)
    end = x + page.text(x, y, names, HEAD, weight=SEMIBOLD) + 12
    beside = article_beside(next(rows.itertuples())) if len(rows) == 1 else f"{count(len(rows), 'article')}, same words"
    page.text(end, y, elide(f"{rung.rendering}; {beside}", page.sheet.right - end - 12, SMALL), SMALL, color="context")


def _draw_line(page: Page, words: list[Word], x: float, y: float) -> None:
    for word, after in zip(words, [*words[1:], DOT], strict=True):
        width = _width(word)
        if word is GAP:
            marks.box(page, x, y - 22, BOX, 30, fill="tint", edge="accent", line=2.2, dashed=True)
        else:
            page.text(x, y, word.text, SIZE, weight=word.weight, color=COLORS[word.style])
        if word.style == "changed":
            end = x + width + (space(SIZE) if after.style == "changed" else 0)
            marks.rule(page, x, y + 6, end, y + 6, color="accent", line=2.6)
        x += width + space(SIZE)


def _draw_rail(page: Page, nodes: list[float], silent: float | None) -> None:
    x = page.sheet.margin + 18
    marks.rule(page, x, nodes[0], x, nodes[-1], color="ink", line=3)
    if silent:
        marks.rule(page, x, nodes[-1], x, silent, color="silence_line", line=3, dashes=(2, 2))
        marks.disc(page, x, silent, 8, fill="paper", edge="silence_line", line=4)
    for number, y in enumerate(nodes):
        marks.disc(page, x, y, 9, fill="ink" if number == 0 else "paper", edge="ink", line=4)


def _draw_silent(page: Page, silent: list, y: float) -> float:
    x = page.sheet.margin + INSET
    names, room = ", ".join(printable(article.label) for article in silent), 0.4 * page.sheet.room
    names = names if measure(names, HEAD, SEMIBOLD) <= room else elide(count(len(silent), "article"), room, HEAD,
                                                                       SEMIBOLD).capitalize()
    end = x + page.text(x, y + 38, names, HEAD, weight=SEMIBOLD, color="silence") + 16
    words = f"say{'s' if len(silent) == 1 else ''} nothing about this limit"
    marks.silence(page, end, page.sheet.right, y + 31, words, size=20)
    return y + SILENT
