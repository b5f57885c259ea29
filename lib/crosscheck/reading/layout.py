"""Which part of an article is headline, dateline, body, heading, list item, credit, related link or disclosure?

The paragraphs of `blocks` are judged in order: words that only page furniture uses (`lexicons/layout.tsv`), then shape
(a short line without a full stop is a heading, or a list item after a colon), then place (the first line is the
headline). A paragraph is cut where a dateline opens it or the headline of another article is glued into it. Nothing is
deleted: all non-blank text belongs to exactly one region. Not found: a pull quote that repeats the body, and a related
headline in sentence case that ends in a full stop.
"""

import re
from typing import NamedTuple

import pandas as pd

from crosscheck import lexicon
from crosscheck.reading.blocks import Block, blocks
from crosscheck.reading.boundaries import sentence_spans
from crosscheck.text import fold, trim

COLUMNS = ("start", "end", "quote", "rule", "role")

_FRONT = frozenset({"credit", "caption", "metadata", "byline", "boilerplate", "dateline", "disclosure", "related"})
_ITEM = re.compile(r"(?:[-*·▪◦‣–—]\s|\d{1,2}[.)]\s|•)")
_FULL_STOP = re.compile(r"[.!…;,][\"')\]]{0,3}$")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = (rf"(?:\d{{4}}-\d\d-\d\d|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
         rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?:,? \d{{4}})?)")
_DATE_FIELD = re.compile(rf"(?:date|dated|published|posted)\s?:?\s{_DATE}(?=\s)", re.IGNORECASE)
_PLACE = (r"(?:[A-Z][\w.'-]{0,20}(?:[ /-](?:(?:of|de|la|del|da)[ ])?[A-Z][\w.'-]{0,20}){0,4}"
          r"(?:, [A-Z][\w.]{0,15}(?: [A-Z][\w.]{0,15}){0,2}){0,2})")
_AGENCY = r"\((?:[A-Z][\w&.' /-]{1,30})\)"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:,? (?i:{_DATE}))?,? {_AGENCY}\s?[-:]{{1,2}}\s"
    rf"|{_PLACE},? (?i:{_DATE})\s?[-:]{{1,2}}\s"
    rf"|{_PLACE} {_AGENCY}\s(?=[A-Z\"])"
    rf"|{_AGENCY}\s?[-:]{{1,2}}\s"
    rf"|(?:[A-Z][A-Z.'-]{{2,20}}(?:[ /-][A-Z][A-Z.'-]{{1,20}}){{0,3}}(?:, [A-Z][\w. ]{{1,20}}){{0,2}}) ?-{{1,2}} )")
_WORDS = re.compile(r"[^\W_][\w.'-]*")
_SMALL = frozenset("""a an and as at but by for from if in into is it its nor of off on onto or out over per so than the
    to up via vs with amid after before he she his her as their this that are was""".split())


class Region(NamedTuple):
    """One part of the text with the rule that gave its role."""

    start: int
    end: int
    rule: str
    role: str


def find_regions(text: str) -> pd.DataFrame:
    """The parts of `text` with `start, end, quote, rule, role`, in order, holding all its non-blank text."""
    rows = [(r.start, r.end, text[r.start:r.end], r.rule, r.role) for r in regions_of(text)]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.astype({"start": "int64", "end": "int64", "quote": "str", "rule": "str", "role": "str"})


def regions_of(text: str) -> list[Region]:
    """The same as a plain list."""
    folded = fold(text)
    paragraphs = blocks(text, folded)
    labels = _labels(folded, paragraphs)
    found: list[Region] = []
    lead = True
    for paragraph, (rule, role) in zip(paragraphs, labels, strict=True):
        if role != "body":
            found.append(Region(paragraph.start, paragraph.end, rule, role))
            continue
        found.extend(_cut(text, folded, paragraph, lead))
        lead = False
    return found


def _labels(folded: str, paragraphs: list[Block]) -> list[tuple[str, str]]:
    """Rule and role of each paragraph."""
    labels: list[tuple[str, str] | None] = [_furniture(folded[p.start:p.end]) for p in paragraphs]
    _mark_headline(folded, paragraphs, labels)
    _mark_boxes(folded, paragraphs, labels)
    _mark_lists(folded, paragraphs, labels)
    _mark_headings(folded, paragraphs, labels)
    return [label or ("body", "body") for label in labels]


def _furniture(paragraph: str) -> tuple[str, str] | None:
    """Rule and role if the words of the paragraph are those of page furniture."""
    if len(paragraph) > 700:
        return None
    for rule in lexicon.load("layout"):
        if rule.regex.match(paragraph):
            return rule.rule_id, rule.label
    return None


def _mark_headline(folded: str, paragraphs: list[Block], labels: list) -> None:
    """The first paragraph that is no furniture is the headline if it is short and has no full stop; repeats too."""
    first = next((i for i, label in enumerate(labels) if not label or label[1] not in _FRONT), None)
    if first is None or labels[first]:
        return
    words = folded[paragraphs[first].start:paragraphs[first].end]
    if len(paragraphs) > first + 1 and len(words) <= 250 and not _FULL_STOP.search(words) and "\n" not in words:
        labels[first] = ("headline_first", "headline")
        for i in range(first + 1, min(first + 4, len(paragraphs))):
            if folded[paragraphs[i].start:paragraphs[i].end] == words:
                labels[i] = ("headline_again", "headline")


def _mark_boxes(folded: str, paragraphs: list[Block], labels: list) -> None:
    """List items right under the title of a key-facts box belong to the box."""
    for i in range(1, len(paragraphs)):
        if not labels[i] and labels[i - 1] and labels[i - 1][1] == "key_facts" and _ITEM.match(
                folded, paragraphs[i].start):
            labels[i] = ("key_facts_item", "key_facts")


def _mark_lists(folded: str, paragraphs: list[Block], labels: list) -> None:
    """Bulleted paragraphs are list items; so are two or more short ones without a full stop after a colon."""
    i = 0
    while i < len(paragraphs):
        if not labels[i] and _ITEM.match(folded, paragraphs[i].start):
            labels[i] = ("list_bullet", "list_item")
        if folded[paragraphs[i].end - 1] == ":" and not labels[i]:
            run = i + 1
            while run < len(paragraphs) and not labels[run] and _is_short(folded, paragraphs[run]):
                run += 1
            if run - i > 2:
                labels[i + 1:run] = [("list_after_colon", "list_item")] * (run - i - 1)
        i += 1


def _mark_headings(folded: str, paragraphs: list[Block], labels: list) -> None:
    """A short paragraph without a full stop that another follows is a heading."""
    for i in range(len(paragraphs) - 1):
        if not labels[i] and _is_short(folded, paragraphs[i]) and folded[paragraphs[i].end - 1] != ":":
            labels[i] = ("heading_short", "heading")


def _is_short(folded: str, paragraph: Block) -> bool:
    words = folded[paragraph.start:paragraph.end]
    return len(words) <= 110 and "\n" not in words and not _FULL_STOP.search(words) and words[:1] not in "\"'"


def _cut(text: str, folded: str, paragraph: Block, lead: bool) -> list[Region]:
    """A body paragraph, cut at a dateline that opens it and at related headlines glued into it."""
    found: list[Region] = []
    start = paragraph.start
    if lead:
        for rule, role, pattern in (("date_field", "metadata", _DATE_FIELD), ("dateline_place", "dateline", _DATELINE)):
            match = pattern.match(folded, start, paragraph.end)
            if match and match.end() < paragraph.end:
                found.append(Region(*trim(text, start, match.end()), rule, role))
                start = trim(text, match.end(), paragraph.end)[0]
    return found + _without_inserts(folded, text, start, paragraph.end)


def _without_inserts(folded: str, text: str, start: int, end: int) -> list[Region]:
    """`text[start:end]` as body, and as related where a sentence of it is a headline."""
    spans = sentence_spans(text, start, end, folded)
    related = [i > 0 and is_title_case(folded[a:b]) for i, (a, b) in enumerate(spans)]
    found: list[Region] = []
    for (a, b), insert in zip(spans, related, strict=True):
        role, rule = ("related", "related_title_case") if insert else ("body", "body")
        if found and found[-1].role == role == "body":
            found[-1] = Region(found[-1].start, b, rule, role)
        else:
            found.append(Region(a, b, rule, role))
    return found


def is_title_case(sentence: str) -> bool:
    """Whether the words of a sentence are written as in a headline: all but the small ones with a capital."""
    if "\"" in sentence:
        return False
    words = _WORDS.findall(sentence)
    large = [word for word in words if word.lower() not in _SMALL]
    return len(large) >= 5 and len(words) >= 6 and all(not word[0].islower() for word in large)
