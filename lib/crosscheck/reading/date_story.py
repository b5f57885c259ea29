"""Is a text told from its own dates, as a history is, or from its day of publication, as news is?

A history names years and hardly ever a "Friday", a "yesterday" or a "last week"; there "In September" goes on from the
last date that was told. In news a day or month goes on from another only within one sentence that gives the year ("from
21 March 2018 to 5 April"). Not found: a history inside a news report, unless each of its sentences names a year.
"""

import functools
import re

from crosscheck import timex
from crosscheck.reading.date_context import Context, Reading, counted_from
from crosscheck.reading.date_direction import told_apart
from crosscheck.reading.date_grammar import Hit
from crosscheck.reading.date_tokens import Tokens, letters

_OF_YEAR = re.compile(r"(?P<name>md|month|season)(?:<~|~>|~)(?P<what>\S+)(?P<rest>.*)")
_OF_DAYS = re.compile(r"(?P<name>weekday|dom)<=(?P<what>\S+)(?P<rest>.*)")
_TURNED = re.compile(r"(md|month)(<~|~>|~)(\d\d(?:-\d\d)?)")
_TENSE_AHEAD = re.compile(r"\w+~>")
_RECENT, _SHARE, _REACH, _SENTENCE, _SPARSE = 2, 4, 150, 25, 150
_YEAR_BEFORE = frozenset(
    "in of by since until till from through to between and before after during early mid late - about circa".split())
_SAYING = frozenset(("said", "says"))


def is_history(tokens: Tokens, reference: str | None) -> bool:
    """Whether years long before the reference are named far oftener than days counted from it."""
    told = sum(1 for at in _places(tokens, "year") if _is_old(tokens, at, reference))
    if told <= len(tokens.words) // _SPARSE:
        return False
    counted = sum(map(len, (_places(tokens, "weekday"), _places(tokens, "deictic"), _places(tokens, "ago"))))
    new = sum(1 for at in _places(tokens, "year") if _is_dating(tokens, at) and not _is_old(tokens, at, reference))
    counted += new + len(_turned().findall(tokens.classes)) + sum(word in _SAYING for word in tokens.words)
    return told > _SHARE * counted


def _places(tokens: Tokens, name: str) -> list[int]:
    letter = letters()[name]
    return [match.start() for match in re.finditer(letter, tokens.classes)]


def _is_dating(tokens: Tokens, at: int) -> bool:
    before = tokens.words[at - 1] if at else ""
    return before in _YEAR_BEFORE or tokens.classes[max(0, at - 1)] in _month_letters()


def _is_old(tokens: Tokens, at: int, reference: str | None) -> bool:
    return _is_dating(tokens, at) and (reference is None or int(tokens.values[at]) <= int(reference[:4]) - _RECENT)


@functools.cache
def _month_letters() -> str:
    return "".join(letters()[name] for name in ("month", "capmonth", "shortmonth"))


@functools.cache
def _turned() -> re.Pattern:
    """"last week", "this year", "next month"."""
    sides, units = ("".join(letters()[name] for name in names)
                    for names in (("last", "next", "this"), ("singular", "weekend", "quarter")))
    return re.compile(f"[{sides}][{units}]")


def as_told(reading: Reading, hit: Hit, context: Context, *, history: bool) -> Reading:
    """The reading, counted from the last date that was told where it has no year or week of its own."""
    if not reading.relation or not (match := _OF_YEAR.fullmatch(reading.relation)):
        return _day_as_told(reading, hit, context) if history and reading.relation else reading
    anchor = context.last_told(hit.first, _REACH if history else _SENTENCE)
    if anchor is None or not (history or _in_one_sentence(reading, anchor, hit, context)):
        return reading
    return _counted(reading, anchor, f"{match['name']}^{match['what']}{match['rest']}")


def _in_one_sentence(reading: Reading, anchor: Reading, hit: Hit, context: Context) -> bool:
    """Whether the anchor is a day or month with its year, in the sentence of the hit, which does not look ahead."""
    return (not _TENSE_AHEAD.match(reading.relation) and context.unit(anchor) in ("day", "month")
            and not told_apart(hit.tokens, context.place or 0, hit.first))


def _day_as_told(reading: Reading, hit: Hit, context: Context) -> Reading:
    match, anchor = _OF_DAYS.fullmatch(reading.relation), context.last_told(hit.first, _REACH)
    if match is None or anchor is None or context.unit(anchor) not in ("day", "month"):
        return reading
    sign = "=" if match["name"] == "dom" and context.unit(anchor) == "month" else ">="
    return _counted(reading, anchor, f"{match['name']}{sign}{match['what']}{match['rest']}")


def _counted(reading: Reading, anchor: Reading, steps: str) -> Reading:
    part = next((step for step in steps.split() if step in timex.PARTS), "")
    found = counted_from(anchor, steps)
    return reading if found is None else reading._replace(value=found.value, relation="", part=part)


def one_way(found: list[tuple[Hit, Reading]]) -> list[tuple[Hit, Reading]]:
    """The readings in order; a day or month that no verb turns is turned as it is elsewhere in the text, if one way."""
    ways: dict[str, set[str]] = {}
    for _, reading in found:
        if match := _TURNED.match(reading.relation):
            ways.setdefault(match[1] + match[3], set()).add(match[2])
    return [(hit, _turn(reading, ways)) for hit, reading in found]


def _turn(reading: Reading, ways: dict[str, set[str]]) -> Reading:
    match = _TURNED.match(reading.relation)
    turns = ways[match[1] + match[3]] - {"~"} if match and match[2] == "~" else ()
    if len(turns) != 1:
        return reading
    return reading._replace(relation=f"{match[1]}{min(turns)}{reading.relation[match.start(3):]}")
