"""How are days, stretches of days and passages said in a sentence of reasoning?"""

import re
from collections.abc import Iterable
from datetime import date

from crosscheck.comparing.days import Interval
from crosscheck.text import fold

_MONTHS = ("January February March April May June July August September October November December").split()
_EDGE = re.compile(r"^[\s,;:()\"'.\u2026-]+|[\s,;:(\"'.\u2026-]+$")


def day_phrase(day: int) -> str:
    """An ordinal in words: `3 March 2037`."""
    found = date.fromordinal(day)
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def stretch_phrase(days: Interval) -> str:
    """An interval in words: `on 3 March 2037`, `from 3 to 5 March 2037`, `on or after 3 March 2037`."""
    first, last = days
    if first is None and last is None:
        return "on a day that nothing tells"
    if first is None:
        return f"on or before {day_phrase(last)}"
    if last is None:
        return f"on or after {day_phrase(first)}"
    if first == last:
        return f"on {day_phrase(first)}"
    a, b = date.fromordinal(first), date.fromordinal(last)
    if _whole_months(a, b):
        return f"in {_month(a)}" if (a.year, a.month) == (b.year, b.month) else _months_phrase(a, b)
    return f"from {_short(a, b)} to {day_phrase(last)}"


def _whole_months(a: date, b: date) -> bool:
    return a.day == 1 and date.fromordinal(b.toordinal() + 1).day == 1


def _month(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"


def _months_phrase(a: date, b: date) -> str:
    if (a.month, b.month) == (1, 12) and a.year == b.year:
        return f"in {a.year}"
    return f"from {_MONTHS[a.month - 1] if a.year == b.year else _month(a)} to {_month(b)}"


def _short(a: date, b: date) -> str:
    if a.year != b.year:
        return f"{a.day} {_month(a)}"
    return f"{a.day}" if a.month == b.month else f"{a.day} {_MONTHS[a.month - 1]}"


def excerpt(quote: str, longest: int = 90) -> str:
    """The passage on one line, cut at a word if it is long, without marks at its edges."""
    words = " ".join(quote.split())
    if len(words) > longest:
        words = words[:longest + 1].rsplit(" ", 1)[0]
        return _EDGE.sub("", words) + " …"
    return _EDGE.sub("", words)


def opened(sentence: str) -> str:
    """The sentence with a capital letter; the name of an article that opens it stays as it is."""
    return sentence[0].upper() + sentence[1:] if sentence.startswith(("it ", "the ")) else sentence


def listing(items: Iterable[str]) -> str:
    """Items as a list in a sentence: `001, 002 and 004`."""
    items = list(items)
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1] if items else ""


def in_words(quote: str) -> str:
    """A time expression on one line, folded."""
    return " ".join(fold(quote).split())
