"""Which part of an article is headline, dateline, body, heading, list item, credit, related link or disclosure?

The paragraphs of `blocks` are judged by `furniture`: by words that only page furniture uses, by place (the first line
is the headline, a name under it the byline) and by shape (a short line without a full stop is a heading, or a list
item after a colon). A paragraph is then cut where a date or dateline opens it and where something that is no part of
the argument is glued into it: the headline of another article, a photo credit, a call to sign up. Nothing is deleted:
all non-blank text belongs to exactly one region. Not found: a pull quote that repeats the body, and a headline glued
into the middle of a sentence, without a full stop of its own, or in sentence case.
"""

import re
from typing import NamedTuple

import pandas as pd

from crosscheck.reading.blocks import Block, blocks
from crosscheck.reading.boundaries import folded_text, sentence_spans
from crosscheck.reading.furniture import BODY, first_rule, paragraph_labels
from crosscheck.text import trim

COLUMNS = ("start", "end", "quote", "rule", "role")
_TEXTS = frozenset({"quote", "rule", "role"})
LEADS = 4  # body paragraphs that a dateline can open

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = (rf"(?:\d{{4}}-\d\d-\d\d|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
         rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?:,? \d{{4}})?)")
_DATE_FIELD = re.compile(
    rf"(?:(?:first |last )?(?:date|dated|published|posted|updated)(?: on)?\s?:?\s{_DATE}|\d{{4}}-\d\d-\d\d)"
    r"(?:,? \d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?\s?[|:-]?(?=\s)", re.IGNORECASE)
_PLACE = (r"[A-Z][\w.'-]{0,20}(?:[ /-](?:(?:of|de|la|del|da|el)[ ])?[A-Z][\w.'-]{0,20}){0,4}"
          r"(?: [(\[][A-Z]\w{1,20}[)\]]){0,2}(?:, [A-Z][\w.]{0,15}(?: [A-Z][\w.]{0,15}){0,2}){0,2}")
_CAPITALS = r"[A-Z][A-Z.'-]{2,20}(?:[ /-][A-Z][A-Z.'-]{1,20}){0,3}(?:, [A-Z][\w.]{1,15}(?: [A-Z]\w{1,15})?){0,2}"
_AGENCY = r"\((?:[A-Z][\w&.' /-]{1,30})\)"
_DASH = r"\s?[-:]{1,2}\s"
_DATELINE = re.compile(
    rf"(?:{_PLACE},? (?i:{_DATE}),? ?(?:{_AGENCY})?{_DASH}"   # Springfield, May 4 (Agency) -
    rf"|(?:{_PLACE})? ?{_AGENCY}\s?--?\s"                     # SPRINGFIELD (Agency) -
    rf"|{_CAPITALS}\s?--?\s)(?=[\"'(]?[A-Z0-9])")             # SPRINGFIELD, Ohio -
_AGENCY_ALONE = re.compile(rf"(?P<place>[A-Z][a-z'-]+(?: [A-Z][a-z'-]+){{0,2}}) {_AGENCY}\s(?=[\"']?[A-Z])")
_ACRONYM = re.compile(r"\(([A-Z][\w&.' /-]{1,30})\)")
_WORDS = re.compile(r"[^\W_][\w.'-]*")
_SMALL = frozenset("""a about after against ahead amid an and as at before behind between but by during en for from
    if in into near nor of off on onto or out over per so than the through to under until up upon v v. via vs vs. with
    without""".split())


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
    leads = LEADS
    for paragraph, (rule, role) in zip(paragraphs, paragraph_labels(folded, paragraphs), strict=True):
        if role != "body":
            found.append(Region(paragraph.start, paragraph.end, rule, role))
            continue
        start = _cut_front(folded, paragraph, found) if leads else paragraph.start
        found.extend(_cut_inserts(folded, start, paragraph.end, bool(found)))
        leads -= leads > 0
    return found


def _cut_front(folded: str, paragraph: Block, found: list[Region]) -> int:
    """Add date and dateline that open the paragraph to `found`; where the rest of it starts."""
    start, end = paragraph.start, paragraph.end
    for rule, role, find in (("date_field", "metadata", _DATE_FIELD.match), ("dateline", "dateline", _dateline)):
        match = find(folded, start, end)
        if match and match.end() < end:
            found.append(Region(*trim(folded, start, match.end()), rule, role))
            start = trim(folded, match.end(), end)[0]
    return start


def _dateline(folded: str, start: int, end: int) -> re.Match | None:
    """A dateline; one without dash or date ("Springfield (AGENCY) The …") must not spell out its own bracket."""
    match = _DATELINE.match(folded, start, end)
    if match:
        return match
    match = _AGENCY_ALONE.match(folded, start, end)
    if match:
        letters = "".join(word[0] for word in match["place"].split())
        agency = _ACRONYM.search(match.group()).group(1)
        return match if agency.isupper() and not agency.startswith(letters) else None
    return None


def _cut_inserts(folded: str, start: int, end: int, inside: bool) -> list[Region]:
    """`[start, end)` as body, cut at each sentence that is no part of the argument."""
    found: list[Region] = []
    for i, (a, b) in enumerate(sentence_spans(folded, start, end, folded)):
        rule, role = _insert(folded[a:b], inside or i > 0)
        if role == "body" and found and found[-1].role == "body":
            found[-1] = Region(found[-1].start, b, rule, role)
        else:
            found.append(Region(a, b, rule, role))
    return found


def _insert(sentence: str, inside: bool) -> tuple[str, str]:
    """Rule and role of a sentence in a body paragraph; `inside` if something stands before it in the article."""
    if 8 <= len(sentence) <= 400:
        known = first_rule("inserts", sentence)
        if known:
            return known
        if inside and is_title_case(sentence):
            return "related_title_case", "related"
    return BODY


def is_title_case(sentence: str) -> bool:
    """Whether a sentence is written as a headline is: six to thirty words, all but the small ones with a capital.

    >>> is_title_case("Harbour Chief Opens New Ferry Line After Long Delay.")
    True
    >>> is_title_case("Example Chief Jane Doe said on Monday that the North Port was safe.")
    False
    """
    words, large = 0, []
    for match in _WORDS.finditer(sentence):
        word = match.group()
        words += 1
        if word.lower() not in _SMALL:
            if word[0].islower():
                return False
            large.append(word)
    numbers = sum(word[0].isdigit() for word in large)
    shouted = sum(word.isupper() and len(word) > 1 for word in large)
    return (6 <= words <= 30 and len(large) >= 6 and numbers * 3 < len(large) and shouted * 2 < len(large)
            and "\"" not in sentence and sentence.count(",") * 4 < len(large))
