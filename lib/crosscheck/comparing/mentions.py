"""Which passages may report a happening, and which time expression stands with it?

Every sentence of the article's own text becomes one mention, or two where it tells an order ("X, days after Y"); a part
with several time expressions is cut between them, at the strongest break, into one mention for each; a piece that says
too little by itself ("the company said") stands for its whole part. Time expressions that name no day, week, month,
season or year (durations, repetitions, "now") give no date, nor does "as of". Not found: a happening whose date stands
in another sentence.
"""

import re
from typing import NamedTuple

import pandas as pd

from crosscheck.comparing.order import find_order
from crosscheck.comparing.words import FAMILY, OCCASION, content_words
from crosscheck.text import fold, trim

OWN_TEXT = frozenset(("headline", "heading", "dateline", "metadata", "body", "list_item", "key_facts", "caption"))
IMPRINT = ("metadata", "dateline")
LONGEST, FEWEST = 600, 3
_VAGUE = re.compile(r"(?:PAST|PRESENT|FUTURE)_REF")
_BREAKS = (
    re.compile(r"[;:]|\s-\s|,\s+(?:and|but|while|after|before|when|where|which|who|whose|until|following|with)\b|\s\("),
    re.compile(r"\s(?:after|before|until|following|since|while|when|that|but)\s"),
    re.compile(r",\s"),
    re.compile(r"\s(?:and|or|then|to)\s"),
    re.compile(r"\s"),
)
_AS_OF = re.compile(r"\bas of\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_JOINED = re.compile(r"[\s,()'\"-]{0,4}(?:at|on|in|of)?[\s,()'\"-]{0,4}")
_RANGE = re.compile(r"\s*(?:and|to|through|until|till|-)\s*(?:the\s+)?")
_RANGE_OPENS = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.IGNORECASE)


class Timing(NamedTuple):
    """One time expression as read: what it says of itself, before any reference day of the folder is known."""

    date_id: str
    start: int
    end: int
    quote: str
    value: str
    relation: str | None
    earliest: str | None
    latest: str | None
    rule: str


class Mention(NamedTuple):
    """One passage that may report a happening; `timings` are the expressions that date it.

    `clause` is the part of the article that tells it and `told` its words; `context` is the whole sentence. `span` says
    that the first two timings are the two ends of one stretch of time. `order` says that this mention came `after` or
    `before` the mention that stands `partner` places further on in the list. `quoted` says that its date, or else its
    middle, stands in quotation marks. `piece` is what stands with the date if it says too little to be the clause.
    """

    article: str
    sentence: str
    start: int
    end: int
    quote: str
    role: str
    paragraph: int
    position: int
    clause: tuple[int, int]
    told: str
    context: str
    timings: tuple[Timing, ...]
    words: tuple[str, ...]
    span: bool = False
    order: str | None = None
    partner: int = 0
    quoted: bool = False
    piece: str = ""


def find_mentions(articles: pd.DataFrame, sentences: pd.DataFrame, dates: pd.DataFrame) -> list[Mention]:
    """The mentions of all articles, in the order of `sentences`."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    timings = _timings(dates)
    found: list[Mention] = []
    columns = ("sentence_id", "article_id", "start", "end", "role", "paragraph", "position")
    for row in zip(*(sentences[name].tolist() for name in columns), strict=True):
        if row[4] in OWN_TEXT:
            found.extend(_of_sentence(texts[row[1]], row, timings.get(row[0], [])))
    return found


def _timings(dates: pd.DataFrame) -> dict[str, list[Timing]]:
    """The usable time expressions of each sentence, in order."""
    by_sentence: dict[str, list[Timing]] = {}
    for sentence, kind, *rest in zip(*(dates[name].tolist() for name in ("sentence_id", "type", *Timing._fields)),
                                     strict=True):
        timing = Timing(*(None if isinstance(cell, float) else cell for cell in rest))
        if (isinstance(sentence, str) and kind in ("DATE", "TIME") and not _VAGUE.search(timing.value)
                and (timing.relation or timing.earliest)):
            by_sentence.setdefault(sentence, []).append(timing)
    for group in by_sentence.values():
        group.sort(key=lambda timing: (timing.start, -timing.end))
    return by_sentence


def _of_sentence(text: str, row: tuple, timings: list[Timing]) -> list[Mention]:
    _, _, start, end, *_ = row
    timings = [timing for timing in timings if not _AS_OF.search(text, max(start, timing.start - 20), timing.start)]
    cut = find_order(fold(text[start:end]).replace("\n", " "))
    if cut is None:
        return _of_part(text, row, (start, end), timings, whole=True)
    main, other = ((start + a, start + b) for a, b in (cut.main, cut.other))
    inside = [timing for timing in timings if other[0] <= timing.start < other[1]]
    later = _of_part(text, row, other, inside, whole=False)
    later[0] = later[0]._replace(start=start + cut.begin, quote=text[start + cut.begin:later[0].end])
    earlier = _of_part(text, row, main, [timing for timing in timings if timing not in inside], whole=True)
    if not later[0].words or not earlier[-1].words:
        return _of_part(text, row, (start, end), timings, whole=True)
    earlier[-1] = earlier[-1]._replace(order=cut.relation, partner=1)
    return earlier + later


def _of_part(text: str, row: tuple, part: tuple[int, int], timings: list[Timing], *, whole: bool) -> list[Mention]:
    """The mentions of one part of a sentence; a part with one date stands for the `whole` sentence."""
    sentence, article, start, end, role, paragraph, position = row
    groups = _groups(text, timings)
    mentions, context = [], text[start:end]
    pieces = _pieces(text, *part, groups)
    for (left, right), (group, span) in zip(pieces, groups or [([], False)], strict=True):
        piece = ""
        if len(pieces) > 1 and _is_scant(_without(text, left, right, group)):
            piece = text[left:right]
            left, right = trim(text, *part)
        left, right = _bounded(text, left, right, group)
        first, last = (start, end) if whole and len(groups) < 2 and end - start <= LONGEST else (left, right)
        first, last = min([first, *(timing.start for timing in group)]), max([last, *(timing.end for timing in group)])
        words = content_words(_without(text, left, right, group))
        mentions.append(Mention(article, sentence, first, last, text[first:last], role, paragraph, position,
                                (left, right), text[left:right], context, tuple(group), words, span,
                                quoted=_is_quoted(text, group[0].start if group else (left + right) // 2), piece=piece))
    return mentions


def _is_scant(words: str) -> bool:
    """Whether a piece says too little to be read without its sentence ("the company said")."""
    return sum(word[0] not in FAMILY + OCCASION for word in content_words(words)) < FEWEST


def _is_quoted(text: str, place: int) -> bool:
    """Whether a place stands in quotation marks that were opened in its paragraph."""
    before = text[max(text.rfind("\n", 0, place), place - LONGEST, 0):place]
    return before.count("\u201c") > before.count("\u201d") or before.count('"') % 2 == 1


def _groups(text: str, timings: list[Timing]) -> list[tuple[list[Timing], bool]]:
    """Time expressions that stand together, each with whether it is a stretch from one to another."""
    groups: list[tuple[list[Timing], bool]] = []
    for timing in timings:
        if groups:
            last, _ = groups[-1]
            gap = fold(text[last[-1].end:timing.start])
            if timing.start < last[-1].end or _JOINED.fullmatch(gap):
                last.append(timing)
                continue
            before = text[max(0, last[0].start - 12):last[0].start]
            if len(last) == 1 and _RANGE.fullmatch(gap) and _RANGE_OPENS.search(before):
                groups[-1] = ([last[0], timing], True)
                continue
        groups.append(([timing], False))
    return groups


def _pieces(text: str, start: int, end: int, groups: list) -> list[tuple[int, int]]:
    """The sentence cut between its groups of time expressions, one piece for each."""
    cuts = [start]
    for (left, _), (right, _) in zip(groups, groups[1:], strict=False):
        cuts.append(_cut(text, left[-1].end, right[0].start))
    cuts.append(end)
    return [trim(text, a, b) for a, b in zip(cuts, cuts[1:], strict=False)]


def _cut(text: str, left: int, right: int) -> int:
    """Where to cut between two time expressions: at the strongest break, the last of its kind."""
    between = fold(text[left:right]).replace("\n", " ")
    for breaks in _BREAKS:
        found = list(breaks.finditer(between))
        if found:
            return left + found[0].start() + (1 if found[0].group()[0] in ",;:" else 0)
    return right


def _bounded(text: str, left: int, right: int, group: list[Timing]) -> tuple[int, int]:
    """The piece, or as much of it around its time expression as a passage may be long."""
    if right - left <= LONGEST:
        return left, right
    middle = group[0].start if group else left
    left = max(left, middle - LONGEST // 2)
    right = min(right, left + LONGEST)
    while left > 0 and left < middle and text[left - 1].isalnum():
        left += 1
    while right < len(text) and right > left + 1 and text[right].isalnum() and text[right - 1].isalnum():
        right -= 1
    return trim(text, left, right)


def _without(text: str, start: int, end: int, group: list[Timing]) -> str:
    """The passage without its time expressions."""
    parts, place = [], start
    for timing in group:
        parts.append(text[place:max(place, timing.start)])
        place = max(place, timing.end)
    return " ".join((*parts, text[place:end]))
