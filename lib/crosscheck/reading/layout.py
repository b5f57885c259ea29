"""Which part of an article is headline, dateline, body, heading, list item, credit, related link or disclosure?

The paragraphs of `blocks` are judged by `furniture`: by words that only page furniture uses, by place (the first line
is the headline, a name under it the byline) and by shape (a short line without a full stop is a heading, or a list
item after a colon). A paragraph is then cut where a date or dateline opens it (`openings`) and where something that is
no part of the argument is glued into it: the headline of another article, a box of links (`glued`), a photo credit, a
call to sign up. What is printed a second time has the role `repeat`. Nothing is deleted:
all non-blank text belongs to exactly one region. Not found: a headline glued to a sentence without a full stop of its
own, or in sentence case.
"""

import re
from typing import NamedTuple

import pandas as pd

from crosscheck.reading.blocks import blocks
from crosscheck.reading.boundaries import folded_text, sentence_spans
from crosscheck.reading.furniture import BODY, paragraph_labels
from crosscheck.reading.glued import glued_boxes
from crosscheck.reading.links import is_title_case
from crosscheck.reading.openings import LEADS, openings
from crosscheck.reading.wordings import Rules, rules_for
from crosscheck.text import trim

COLUMNS = ("start", "end", "quote", "rule", "role")
_TEXTS = frozenset({"quote", "rule", "role"})
_TOP = 3            # body paragraphs over which the headline can stand again
_LONG_HEADLINE = 30  # characters of a headline that no sentence holds by chance
_CREDITED = re.compile(r"[|/©]|\b(?:Photo|Getty|Images)\b")
_NAME_ALONE = re.compile(r"[A-Z][a-z][\w'-]*(?: [A-Z][\w.'-]*)?(?: [A-Z][\w'-]+)$")


class Region(NamedTuple):
    """One part of the text with the rule that gave its role."""

    start: int
    end: int
    rule: str
    role: str


def find_regions(text: str) -> pd.DataFrame:
    """The parts of `text` with `start, end, quote, rule, role`, in order, holding all its non-blank text."""
    rows = [(r.start, r.end, text[r.start:r.end], r.rule, r.role) for r in regions_of(text)]
    return typed(rows, COLUMNS)


def typed(rows: list[tuple], columns: tuple[str, ...]) -> pd.DataFrame:
    """`rows` as a frame with whole numbers and texts as types, also when there is no row."""
    if rows:
        return pd.DataFrame(dict(zip(columns, map(list, zip(*rows, strict=True)), strict=True)))
    return pd.DataFrame({name: pd.Series([], dtype="str" if name in _TEXTS else "int64") for name in columns})


def regions_of(text: str) -> list[Region]:
    """The same as a plain list."""
    folded = folded_text(text)
    paragraphs = blocks(text, folded)
    found: list[Region] = []
    rules = rules_for("inserts", folded)
    headline, bodies = "", 0
    for paragraph, (rule, role) in zip(paragraphs, paragraph_labels(folded, paragraphs), strict=True):
        start, end = paragraph.start, paragraph.end
        if role == "headline":
            headline = folded[start:end]
        if role != "body":
            found.append(Region(start, end, rule, role))
            continue
        if bodies < _TOP and not glued_boxes(folded, start, end):
            start = _cut_headline(folded, start, end, headline, found)
        if bodies < LEADS:
            start = _cut_opening(folded, start, end, found, first=not bodies)
        found.extend(_cut_boxes(folded, start, end, rules, inside=bool(found)))
        bodies += 1
    return found


def _cut_headline(folded: str, start: int, end: int, headline: str, found: list[Region]) -> int:
    """Add a headline that stands again in a paragraph to `found`, and the caption over it; where the rest starts."""
    at = folded.find(headline, start, end) if len(headline) >= _LONG_HEADLINE else -1
    rest = trim(folded, at + len(headline), end) if at >= 0 else (end, end)
    if rest[0] >= end or not folded[rest[0]].isupper() or rest[0] == at + len(headline):
        return start
    if at > start and not _CREDITED.search(folded, start, at):
        return start
    if at > start:
        found.append(Region(*trim(folded, start, at), "caption_over_headline", "caption"))
    found.append(Region(at, at + len(headline), "repeat_headline", "repeat"))
    return rest[0]


def _cut_opening(folded: str, start: int, end: int, found: list[Region], *, first: bool) -> int:
    """Add date and dateline that open the paragraph to `found`; where the rest of it starts."""
    for a, b, rule, role in openings(folded, start, end, first=first):
        found.append(Region(*trim(folded, a, b), rule, role))
        start = trim(folded, b, end)[0]
    return start


def _cut_boxes(folded: str, start: int, end: int, rules: Rules, *, inside: bool) -> list[Region]:
    """`[start, end)` as body, cut at boxes of links and at sentences that are no part of the argument."""
    boxes = glued_boxes(folded, start, end)
    found: list[Region] = []
    for a, b in boxes:
        found.extend(_cut_inserts(folded, start, a, rules, titles=False))
        found.append(Region(a, b, "related_glued_box", "related"))
        start = b
    return found + _cut_inserts(folded, start, end, rules, titles=not boxes, inside=inside)


def _cut_inserts(folded: str, start: int, end: int, rules: Rules, *, titles: bool,
                 inside: bool = True) -> list[Region]:
    """`[start, end)` as body, cut at each sentence that is no part of the argument.

    If `titles`, one in title case is none, and if it is the whole paragraph, a heading.
    """
    found: list[Region] = []
    spans = sentence_spans(folded, start, end, folded)
    for i, (a, b) in enumerate(spans):
        rule, role = _insert(folded[a:b], rules, titles=titles and (inside or i > 0))
        if rule == "related_title_case" and len(spans) == 1:
            rule, role = "heading_title", "heading"
        if role == "body" and titles and 0 < i == len(spans) - 1 and _NAME_ALONE.match(folded[a:b]):
            rule, role = "insert_name", "byline"
        if role == "body" and found and found[-1].role == "body":
            found[-1] = Region(found[-1].start, b, rule, role)
        else:
            found.append(Region(a, b, rule, role))
    return found


def _insert(sentence: str, rules: Rules, *, titles: bool) -> tuple[str, str]:
    """Rule and role of a sentence in a body paragraph; `titles` if one in title case leads to another article."""
    if 8 <= len(sentence) <= 400:
        known = rules.first(sentence)
        if known:
            return known
        if titles and is_title_case(sentence):
            return "related_title_case", "related"
    return BODY
