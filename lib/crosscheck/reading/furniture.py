"""What is each whole paragraph: headline, byline, heading, list item, caption, boilerplate, or body?

Words come first (`lexicons/layout.tsv`: "Sign up for", "Photo by"), then place, then shape; what is printed twice and
what leads to other articles is found in `repeats` and `links`. Not found: furniture that is written like the body, such
as a single caption without a credit.
"""

import re

from crosscheck.reading.blocks import ITEM, Block
from crosscheck.reading.captions import mark_captions
from crosscheck.reading.links import mark_links
from crosscheck.reading.repeats import mark_repeats
from crosscheck.reading.wordings import Rules, rules_for

Label = tuple[str, str]
BODY: Label = ("body", "body")

_FRONT = frozenset({"credit", "caption", "metadata", "byline", "boilerplate", "disclosure"})
_HASH = re.compile(r"#{1,6}\s")
_FULL_STOP = re.compile(r"[.!…;,][\"')\]]{0,3}$")
_ADDRESS = re.compile(r"@\w|https?://|\.com/|\.twitter\.")
_NAME = r"[A-Z][a-z][\w'-]*(?: [A-Z][\w.'-]*){1,3}"
_NAME_LINE = re.compile(rf"(?!.*\b(?:Link|Copied|Share|Comments?|Video|Audio|Listen|Photos?|Gallery|News|Opinion)\b)"
                        rf"{_NAME}(?:,? (?:and|&) {_NAME})?$")
_SENTENCE_END = re.compile(r"[.!?][\"')]?(?=\s|$)")
_LONGEST_FURNITURE = 700
_LONGEST_LINK = 220  # characters of a link of several sentences
_NAMES = 3           # so many names behind dashes in a row are a list


def paragraph_labels(folded: str, paragraphs: list[Block]) -> list[Label]:
    """Rule and role of each paragraph, in order; `BODY` for what no rule knows."""
    quotes = [folded[p.start:p.end] for p in paragraphs]
    rules = rules_for("layout", folded)
    labels = [_by_words(quote, rules) for quote in quotes]
    first = _mark_headline(quotes, paragraphs, labels)
    if first is not None:
        _mark_front(quotes, labels, first)
    _mark_boxes(quotes, labels)
    _mark_lists(quotes, labels)
    _mark_headings(quotes, labels)
    mark_repeats(quotes, labels, first)
    mark_captions(quotes, labels)
    mark_links(quotes, labels, _is_heading)
    return [label or BODY for label in labels]


def _by_words(quote: str, rules: Rules) -> Label | None:
    """What the words of a paragraph say; a link that a whole paragraph is glued to is none."""
    label = rules.first(quote) if len(quote) <= _LONGEST_FURNITURE else None
    if label and label[1] == "related" and len(quote) > _LONGEST_LINK and len(_SENTENCE_END.findall(quote)) > 2:
        return None
    return label


def _mark_headline(quotes: list[str], paragraphs: list[Block], labels: list[Label | None]) -> int | None:
    """Mark the headline; its position, or None.

    It is the first paragraph that is no furniture, if it is short and ends without a full stop; or, in a text whose
    paragraphs stand apart, if it is shorter than a lead.
    """
    first = next((i for i, label in enumerate(labels) if not label or label[1] not in _FRONT), None)
    if first is None or first + 1 >= len(quotes) or (labels[first] and labels[first][1] != "related"):
        return None
    quote = quotes[first]
    rule = "headline_first" if _has_no_stop(quote) and len(quote) <= 250 else "headline_stopped"
    if rule == "headline_stopped" and not (paragraphs[first + 1].gap and _is_short_lead(quote, quotes[first + 1])):
        return None
    labels[first] = (rule, "headline")
    return first


def _has_no_stop(quote: str) -> bool:
    return not _FULL_STOP.search(quote) and "\n" not in quote and not ITEM.match(quote)


def _is_short_lead(quote: str, after: str) -> bool:
    """Whether a first paragraph with a full stop is too short for a lead: 14 words, or 20 in several sentences."""
    words = len(quote.split())
    return ((words <= 14 or (words <= 20 and len(_SENTENCE_END.findall(quote)) > 1)) and len(quote) <= 130
            and "\n" not in quote and quote[:1] not in "\"'" and (len(after) > 1.5 * len(quote) or after == quote))


def _mark_front(quotes: list[str], labels: list[Label | None], first: int) -> None:
    """Under the headline: a line of names is the byline, as is the short line under it; a long line the deck."""
    byline = False
    for i in range(first + 1, min(first + 5, len(quotes) - 1)):
        if labels[i]:
            byline = labels[i][1] == "byline"
            continue
        if quotes[i] == quotes[first]:
            continue
        if not _has_no_stop(quotes[i]) or quotes[i][-1] in "?:" or quotes[i][0].islower():
            return
        if _NAME_LINE.match(quotes[i]) or (byline and len(quotes[i].split()) <= 6):
            labels[i] = ("byline_name", "byline")
            byline = True
        elif len(quotes[i]) <= 250 and not byline:
            labels[i] = ("deck", "heading")
        else:
            return


def _mark_boxes(quotes: list[str], labels: list[Label | None]) -> None:
    """List items right under the title of a key-facts box belong to the box."""
    for i in range(1, len(quotes)):
        if not labels[i] and labels[i - 1] and labels[i - 1][1] == "key_facts" and ITEM.match(quotes[i]):
            labels[i] = ("key_facts_item", "key_facts")


def _mark_lists(quotes: list[str], labels: list[Label | None]) -> None:
    """Bulleted paragraphs are list items; so are two or more short ones without a full stop after a colon.

    Short lines after the title of a list of links ("Read more:") are related links. Names behind dashes in a row are
    no bylines, but a list.
    """
    dashed = [bool(label) and label[0] == "byline_dash" for label in labels]
    for i in range(len(labels)):
        if dashed[i] and _length_of_run(dashed, i) >= _NAMES:
            labels[i] = ("list_bullet", "list_item")
    for i, quote in enumerate(quotes):
        if not labels[i] and ITEM.match(quote):
            labels[i] = ("list_bullet", "list_item")
    for i, quote in enumerate(quotes):
        links = bool(labels[i]) and labels[i][1] == "related" and len(quote) < 40
        colon = quote[-1] == ":"
        if links or (colon and not labels[i]):
            run = _run_of_short(quotes, labels, i + 1, long_items=colon)
            if run - i > 2 or (links and colon and run - i > 1):
                kind = ("related_list", "related") if links else ("list_after_colon", "list_item")
                labels[i + 1:run] = [kind] * (run - i - 1)


def _length_of_run(marks: list[bool], place: int) -> int:
    """How many marks, up to `_NAMES` on either side, stand around a place without a gap."""
    before = next((n for n in range(_NAMES) if place - n - 1 < 0 or not marks[place - n - 1]), _NAMES)
    after = next((n for n in range(_NAMES) if place + n + 1 >= len(marks) or not marks[place + n + 1]), _NAMES)
    return before + 1 + after


def _run_of_short(quotes: list[str], labels: list[Label | None], start: int, *, long_items: bool) -> int:
    """One past the last of the short paragraphs without a full stop, or bulleted ones, that begin at `start`."""
    while start < len(quotes) and ((long_items and (labels[start] or ("",))[0] == "list_bullet")
                                   or (not labels[start] and _is_heading(quotes[start]))):
        start += 1
    return start


def _mark_headings(quotes: list[str], labels: list[Label | None]) -> None:
    """A short paragraph without a full stop that another follows is a heading."""
    for i in range(len(quotes) - 1):
        if not labels[i] and _HASH.match(quotes[i]):
            labels[i] = ("heading_hash", "heading")
        elif not labels[i] and quotes[i][-1] != ":" and _is_heading(quotes[i]):
            labels[i] = ("heading_short", "heading")


def _is_heading(quote: str) -> bool:
    """Whether a paragraph has the shape of a heading or a bare list item."""
    return (len(quote) <= 110 and len(quote.split()) <= 16 and _has_no_stop(quote) and quote[0] not in "\"'("
            and not quote[0].islower() and not _ADDRESS.search(quote) and len(_SENTENCE_END.findall(quote)) <= 2
            and any(c.isalpha() for c in quote))
