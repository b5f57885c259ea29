"""Which words of a later rung are the first rung's, which are others, and which change the limit?

Words are compared by their folded spelling, slot by slot. A change in substance (`rung_changes.substance`) is marked
on the words that the first rung has not; a tag below names the change in the fewest words.
"""

from typing import NamedTuple

import pandas as pd

from crosscheck.showing import marks
from crosscheck.showing.page import Page, elide
from crosscheck.showing.style import REGULAR, SEMIBOLD, measure, printable
from crosscheck.text import fold_word

MARKS = {"dropped": "dropped", "added": "added", "replaced": "replaced", "widened": "widened", "narrowed": "narrowed",
         "weakened": "softened", "strengthened": "replaced", "reworded": "reworded"}
NOUNS = {"bound_party": "who is bound", "act": "act", "protected": "class", "qualifier": "qualifier",
         "modality": "modality", "exception": "exception", "applies_from": "start", "applies_until": "end",
         "stated_by": "speaker"}
VERBS = {"weakened": "softened", "strengthened": "hardened"}
SLOTS = {"stated_by": "Stated by", "bound_party": "Who is bound", "modality": "Modality", "qualifier": "Qualifier",
         "act": "Act", "protected": "Protected class", "exception": "Exception", "applies_from": "From",
         "applies_until": "Until"}
COLORS = {"first": "ink", "same": "context", "reworded": "ink", "changed": "accent"}
SMALL = frozenset("the a an of to for and or in on by its their his her that".split())


class Word(NamedTuple):
    """One word of a slot with its style: `first`, `same`, `reworded` or `changed`."""

    text: str
    style: str

    @property
    def weight(self) -> int:
        """How heavy it is drawn."""
        return SEMIBOLD if self.style in ("first", "changed") else REGULAR


class Tag(NamedTuple):
    """The name of a change below a slot: its mark, its words, and whether it is one of substance."""

    mark: str
    words: str
    strong: bool


class Rung(NamedTuple):
    """One row: its articles, how it gives the words, and for each slot its words and tags."""

    articles: tuple[str, ...]
    rendering: str
    words: dict[str, list[Word]]
    tags: dict[str, list[Tag]]
    weight: int


def ladder_rungs(rows: pd.DataFrame, changes: pd.DataFrame) -> list[Rung]:
    """The rungs from the first down; those that give the same words in all slots are one."""
    found: dict[tuple, Rung] = {}
    told, every = list(rows.itertuples()), list(changes.itertuples())
    for number, row in enumerate(told):
        own = [change for change in every if change.restriction_id == row.restriction_id]
        words, tags = {}, {}
        for slot in SLOTS:
            mine = [change for change in own if change.slot == slot]
            words[slot] = slot_words(getattr(row, slot), getattr(told[0], slot), mine, is_first=number == 0)
            tags[slot] = slot_tags(getattr(row, slot), mine)
        key = (row.rendering, *(" ".join(word.text.lower() for word in words[slot]) for slot in SLOTS))
        same = found.get(key)
        ids = (*(same.articles if same else ()), row.article_id)
        weight = sum(is_hard(change) for change in own)
        found[key] = Rung(tuple(dict.fromkeys(ids)), row.rendering, words, tags, weight) if not same else \
            same._replace(articles=tuple(dict.fromkeys(ids)))
    return list(found.values())


def slot_words(words: str | None, first: str | None, changes: list, *, is_first: bool) -> list[Word]:
    """The words of one slot; `first` are the first rung's and `changes` the slot's rows of `rung_changes`."""
    parts = printable(words).split() if isinstance(words, str) else []
    if is_first:
        return [Word(part, "first") for part in parts]
    known = {_folded(part) for part in first.split()} if isinstance(first, str) else set()
    strong = any(is_hard(change) and change.change != "dropped" for change in changes)
    new = [part != "…" and _folded(part) not in known for part in parts]
    meaning = [fresh and _folded(part) not in SMALL for fresh, part in zip(new, parts, strict=True)]
    marked = [strong and (fresh if any(meaning) else True) for fresh in new]
    return [Word(part, "changed" if red else "reworded" if fresh else "same")
            for part, red, fresh in zip(parts, marked, new, strict=True)]


def slot_tags(words: str | None, changes: list) -> list[Tag]:
    """What the changes of one slot are called, those of substance first; mere rewording has no tag."""
    ordered = sorted(changes, key=lambda change: (not is_hard(change), change.change))
    return [Tag(MARKS[change.change], _phrase(change, words), is_hard(change))
            for change in ordered if change.substance or change.change != "reworded"]


def is_hard(change) -> bool:
    """The change is one of substance, and not merely the softer modal that reported speech brings along."""
    return bool(change.substance) and (change.slot, change.change) != ("modality", "weakened")


def word_lines(words: list[Word], width: float, size: float) -> list[list[Word]]:
    """`words` broken into lines no wider than `width`; a word that is wider than that is cut."""
    lines: list[list[Word]] = [[]]
    for word in (word._replace(text=elide(word.text, width, size, word.weight)) for word in words):
        if lines[-1] and line_width([*lines[-1], word], size) > width:
            lines.append([])
        lines[-1].append(word)
    return lines if words else []


def line_width(words: list[Word], size: float) -> float:
    """How wide a line of differently drawn words is."""
    return sum(measure(word.text, size, word.weight) for word in words) + space(size) * (len(words) - 1)


def draw_tag_mark(page: Page, tag: Tag, x: float, y: float) -> None:
    """The mark of a change, centred."""
    draw = {"dropped": marks.dropped, "added": marks.added, "replaced": marks.replaced, "widened": marks.widened,
            "narrowed": marks.narrowed, "softened": marks.triangle, "reworded": marks.replaced}[tag.mark]
    draw(page, x, y, 8.5, color="accent" if tag.strong else "context")


def space(size: float) -> float:
    """The gap between two words."""
    return measure("n n", size) - 2 * measure("n", size)


def _phrase(change, words: str | None) -> str:
    name = f"{NOUNS[change.slot]} {VERBS.get(change.change, change.change)}"
    if change.change == "dropped" and not isinstance(words, str):
        return name
    gone, come = (_only(change.was, change.now), _only(change.now, change.was))
    if change.change in ("added", "dropped"):
        part = come if change.change == "added" else gone
        return f"“{part}” {change.change}" if part else name
    if change.change == "widened" and come:
        return f"{name}: “{come}” added"
    return f"{name}: “{gone}” gone" if change.change in ("narrowed", "replaced") and gone else name


def _only(words: object, others: object) -> str:
    """The words that the others have not, up to five, without joining words at either end."""
    if not isinstance(words, str):
        return ""
    known = {_folded(part) for part in others.split()} if isinstance(others, str) else set()
    kept = [part for part in printable(words).split() if _folded(part) not in known and part != "…"]
    while kept and _folded(kept[0]) in SMALL:
        kept.pop(0)
    while kept and _folded(kept[-1]) in SMALL:
        kept.pop()
    return " ".join(kept) if len(kept) <= 5 else ""


def _folded(word: str) -> str:
    """A word as it is compared: no punctuation around it, no dots in an abbreviation."""
    return fold_word(word.strip(",.;:()“”\"'").replace(".", ""))
