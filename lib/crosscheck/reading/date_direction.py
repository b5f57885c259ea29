"""Does a sentence tell the day of a time expression as past or as to come?

The verbs and phrases of the lexicon `date_cues` are marked once in a text. The mark nearest before the expression
governs it; where a clause opens between the two, or without a mark in the sentence, the first mark after it does. A
limit ("by Friday", "until March") looks ahead unless its verb has passed. Not found: what only the sense of a sentence
tells, and verbs in the present that look like nouns.
"""

import bisect
import functools
from typing import NamedTuple

from crosscheck import lexicon
from crosscheck.reading.date_grammar import Hit
from crosscheck.reading.date_tokens import BREAK, Tokens, letters

FUTURE, PAST = "future", "past"
_LEFT, _RIGHT, _NEAR, _INFINITIVE = 18, 10, 4, 7
_STOPS = frozenset(".;!?")
_TITLES = frozenset("mr mrs ms dr st gen sen rep gov col lt sgt capt inc corp co ltd jr sr no vs u s".split())
_DETERMINERS = frozenset("the a an its their his her our this that these those more than as very some all any".split())
_PRESENT_BE = frozenset("be is are am being isn't aren't".split())
_PAST_BE = frozenset("was were wasn't weren't".split())
_UNDONE = frozenset("had originally initially previously".split())
_NO_PRESENT = _DETERMINERS | frozenset("to did not didn't no of in on at by for with from".split())
_FUTURES, _PASTS = ("future", "modal"), ("past", "lasting", "term", "auxiliary", "saying")
_JOINING = frozenset(("and", "but"))
_NO_OBJECT = frozenset("about of for with from by that after when because s ,".split())
_SKIPPED = frozenset("the at least about around early late mid end of - start beginning".split())


class Marks(NamedTuple):
    """The telling tokens of a text: their places in order, and what each tells."""

    places: list[int]
    kinds: list[str]


def direction(hit: Hit) -> str | None:
    """`future` or `past` by the tense that governs the hit; None if nothing tells."""
    marks = _marks(hit.tokens)
    limit, verb = _limit(hit), _governing(marks, hit)
    if limit is not None:
        return _limited(limit, verb, marks, hit)
    if verb is None:
        return _after(marks, hit, _RIGHT)
    if verb == "saying":
        return FUTURE if _first_after(marks, hit, _NEAR) == "modal" else PAST
    return FUTURE if verb in _FUTURES else PAST


def told_apart(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sentence ends between two tokens."""
    marks = _marks(tokens)
    a, b = bisect.bisect_left(marks.places, first), bisect.bisect_left(marks.places, last)
    return "stop" in marks.kinds[a:b]


def _limit(hit: Hit) -> str | None:
    """`deadline`, `ahead`, `after` or `since` if such a word stands right before the hit, articles apart."""
    words, at = hit.tokens.words, hit.first - 1
    while at >= 0 and words[at] in _SKIPPED and hit.first - at <= 4 and words[at - 1:at + 1] != ["ahead", "of"]:
        at -= 1
    if at < 0:
        return None
    kind = _cues().get(" ".join(words[at - 1:at + 1])) or _cues().get(words[at])
    if words[at] == "after":
        return "after"
    return f"{kind} {words[at]}" if kind == "deadline" else kind if kind in ("ahead", "after", "since") else None


def _limited(limit: str, verb: str | None, marks: Marks, hit: Hit) -> str | None:
    if limit in ("ahead", "since"):
        return FUTURE if limit == "ahead" else PAST
    if limit == "after":
        return FUTURE if verb in _FUTURES or verb is None and _after(marks, hit, _RIGHT) == FUTURE else PAST
    if verb in (None, "saying"):
        return _after(marks, hit, _RIGHT) or FUTURE
    if limit == "deadline by":
        return PAST if verb in _PASTS else FUTURE
    if limit == "deadline through":
        return PAST if verb in _PASTS and verb != "term" else FUTURE
    return PAST if verb in ("lasting", "auxiliary") else FUTURE


def _governing(marks: Marks, hit: Hit) -> str | None:
    """The kind of the nearest verb before the hit in its sentence, or of that after it where a clause opens between."""
    at, least = bisect.bisect_left(marks.places, hit.first) - 1, hit.first - _LEFT
    while at >= 0 and marks.places[at] >= least:
        kind = marks.kinds[at]
        if kind == "stop":
            return None
        if kind == "boundary" and hit.tokens.words[marks.places[at]] not in _JOINING \
                and (found := _first_after(marks, hit, _NEAR)) is not None:
            return found
        if kind not in ("boundary", "comma"):
            far = hit.first - marks.places[at] > 2 and marks.kinds[at + 1:at + 2] != ["comma"]
            return PAST if kind == "saying" and not far else kind
        at -= 1
    return None


def _after(marks: Marks, hit: Hit, reach: int) -> str | None:
    kind = _first_after(marks, hit, reach)
    return FUTURE if kind in _FUTURES else PAST if kind in _PASTS else None


def _first_after(marks: Marks, hit: Hit, reach: int) -> str | None:
    """The kind of the first verb after the hit; a clause that is under way ends at a conjunction."""
    opens = _opens_clause(hit)
    at, most = bisect.bisect_left(marks.places, hit.last), hit.last + reach
    while at < len(marks.places) and marks.places[at] < most:
        kind = marks.kinds[at]
        if kind == "stop" or kind in ("boundary", "comma") and not opens:
            return None
        if kind not in ("boundary", "comma"):
            return kind
        at += 1
    return None


def _opens_clause(hit: Hit) -> bool:
    """Whether the hit, with a preposition before it, begins its sentence or what follows a comma."""
    for at in range(hit.first - 1, max(-1, hit.first - 4), -1):
        if hit.tokens.words[at] in _STOPS or hit.tokens.words[at] in ',"' or hit.tokens.classes[at] == BREAK:
            return True
        if len(hit.tokens.words[at]) > 6:
            return False
    return hit.first < 3


# --- marking a text ------------------------------------------------------------------------------------------------

@functools.cache
def _cues() -> dict[str, str]:
    return {word: rule.label for rule in lexicon.load("date_cues") for word in rule.pattern.split("|")}


@functools.lru_cache(maxsize=1)
def _marks(tokens: Tokens) -> Marks:
    """The marks of a text, made once."""
    marks: dict[int, str] = {}
    cues, pairs, words, classes = _cues(), _pairs(), tokens.words, tokens.classes
    month = letters()["capmonth"]
    for at, word in enumerate(words):
        kind = cues.get(word)
        if kind is None:
            if len(word) > 4 and word.endswith("ed"):
                kind = "past"
            elif word in _STOPS or word == "," or classes[at] == BREAK:
                kind = "stop" if word != "," else "comma"
            else:
                kind = cues.get(f"{word} {words[at + 1]}") if word in pairs and at + 1 < len(words) else None
        if kind is not None and classes[at] != month:
            _mark(marks, words, at, kind)
    places = sorted(marks)
    return Marks(places, [marks[at] for at in places])


@functools.cache
def _pairs() -> frozenset[str]:
    return frozenset(words.split()[0] for words in _cues() if " " in words)


def _mark(marks: dict[int, str], words: list[str], at: int, kind: str) -> None:
    """Mark one token with what it tells where it stands; nothing if it tells nothing there."""
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    if kind in ("past", "lasting", "term", "saying", "commissive"):
        if kind == "past" and words[at] == "set" and after in ("to", "for"):
            kind = "due"
        elif before in _PRESENT_BE or (before in _DETERMINERS and words[at].endswith("ed")):
            return
    if words[at] == "won" and after == "'":
        kind = "modal"
    if kind == "stop" and words[at] == "." and (len(before) == 1 or before in _TITLES) and before.isalpha():
        return
    if kind in ("stop", "comma", "boundary", "past", "lasting", "term", "saying", "auxiliary", "future"):
        marks[at] = kind
    elif kind == "modal":
        marks[at] = PAST if "have" in words[at + 1:at + 3] else kind
    elif kind == "schedule":
        if before not in _NO_PRESENT:
            marks[at] = FUTURE
    elif kind == "due":
        _mark_due(marks, words, at, before, after)
    elif kind in ("plan", "commissive"):
        _mark_promise(marks, words, at, kind)
    elif kind == "to" and (before in _PRESENT_BE or before in _PAST_BE):
        marks[at] = FUTURE


def _mark_due(marks: dict[int, str], words: list[str], at: int, before: str, after: str) -> None:
    if before in ("than", "as") or (words[at] == "due" and after == "to" and before not in _PRESENT_BE | _PAST_BE):
        return
    marks[at] = PAST if set(words[max(0, at - 3):at]) & _UNDONE else FUTURE


def _mark_promise(marks: dict[int, str], words: list[str], at: int, kind: str) -> None:
    """A promise is past by itself, a plan is nothing by itself; what follows its "to" is to come."""
    if kind == "commissive":
        marks[at] = PAST
    undone = bool(set(words[max(0, at - 3):at]) & _UNDONE)
    for place in range(at + 1, min(at + _INFINITIVE, len(words) - 1)):
        if words[place] in _STOPS or (words[place] in _NO_OBJECT and place > at + 1):
            return
        if words[place] in ("to", "for", "on") and (words[place] == "to" or place == at + 1):
            if words[place + 1] not in _DETERMINERS or words[place] != "to":
                marks[place] = PAST if undone else FUTURE
            return
