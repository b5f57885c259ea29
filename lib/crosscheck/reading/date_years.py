"""Which years, decades and centuries do numbers and words denote?

One function for each reading that the grammar asks for; each takes the hit and the context, and gives a `Reading` or
None when the number turns out to be something else (a price, a page, an age). Years before Christ have a value but no
days. Not known: the fiscal years of companies.
"""

from collections.abc import Callable

from crosscheck.reading.date_context import Context, Reading, part_of
from crosscheck.reading.date_grammar import Hit
from crosscheck.reading.date_tokens import OTHER

_BEFORE_YEAR = frozenset(
    "in since of by from until till to through between and before after during for circa".split())
_QUANTITY = frozenset(
    "$ £ € # than nearly almost some route page pages dial room flight channel highway model no number box chapter "
    "section article line bus gate".split())
_STREETS = frozenset("street avenue road boulevard drive lane st ave rd blvd".split())
_NO_DECADE = frozenset("temperatures temperature highs lows degrees aged his her their".split())


def year_of(hit: Hit) -> str | None:
    """The year in the words, with its century; None if they name none."""
    if (year := hit.value("year", "faryear")) is not None:
        return year
    short = hit.value("shortyear")
    return short and _century_of(short) + short


def _century_of(short: str) -> str:
    return "19" if int(short) >= 40 else "20"


def year(hit: Hit, context: Context) -> Reading | None:
    """"2025", "mid-2025", "the year two thousand"; not a price, a count or an address."""
    value = hit.value("year", "spokenyear")
    before, after = (hit.before(1) or [""])[0], (hit.after(1) or [""])[0]
    if len(value) != 4 or not 1000 <= int(value) <= 2199 or before in _QUANTITY or after in ("%", "percent"):
        return None
    if before == "-" and hit.before(2)[-1].isdigit() or hit.is_name() and _STREETS & set(hit.after(3)):
        return None
    if not part_of(hit) and not 1900 <= int(value) <= 2099 and before not in _BEFORE_YEAR:
        return None
    return Reading("DATE", value, part=part_of(hit))


def year_far(hit: Hit, context: Context) -> Reading | None:
    """"in 1066", of the years from 1000 to 1399; not a count ("in 1200 cases")."""
    value, after = hit.value("faryear"), (hit.after(1) or ["."])[0]
    counts = hit.last < len(hit.tokens.words) and hit.tokens.classes[hit.last] == OTHER and after.isalpha()
    return Reading("DATE", value) if 1000 <= int(value) < 1400 and not (counts and after.endswith("s")) else None


def year_era(hit: Hit, context: Context) -> Reading | None:
    """"432 BC", "AD 79"."""
    number = int(hit.value("small12", "small24", "small31", "number", "year", "faryear"))
    if not 0 < number < 3000:
        return None
    return Reading("DATE", f"{'BC' * (hit.value('era') == 'BC')}{number:04}", part=part_of(hit))


def year_short(hit: Hit, context: Context) -> Reading | None:
    """"in '98"."""
    return Reading("DATE", year_of(hit))


def fiscal_year(hit: Hit, context: Context) -> Reading | None:
    """"fiscal 1989", read as that year."""
    return Reading("DATE", year_of(hit), part=part_of(hit))


def year_range(hit: Hit, context: Context) -> Reading | None:
    """"2014-2019", "2014-19"."""
    first, last = hit.all("year", "small12", "small24", "small31", "number")
    last = first[:4 - len(last)] + last if len(last) < 4 else last
    return Reading("DATE", f"{first}/{last}") if 1400 < int(first) < int(last) < 2200 else None


def decade(hit: Hit, context: Context) -> Reading | None:
    """"the mid-1990s", "the nineties"; ages and temperatures ("in his 30s") are none."""
    value = hit.value("decade", "decadeword")
    if len(value) == 1:
        if "'" not in hit.tokens.words[hit.last - 1] and (part_of(hit) or not hit.has("the")):
            return None
        if set(hit.before(6)) & _NO_DECADE:
            return None
        value = ("19" if int(value) >= 2 else "20") + value
    return Reading("DATE", value, part=part_of(hit))


def century(hit: Hit, context: Context) -> Reading | None:
    """"the 20th century"."""
    number = int(hit.value("ordinal", "nth"))
    if not 0 < number < 30 or number == 1 and not hit.has("era"):
        return None
    if hit.value("era") == "BC":
        return Reading("DATE", f"BC{number - 1:02}")
    return Reading("DATE", f"{number - 1:02}", part=part_of(hit))


YEARS: dict[str, Callable[[Hit, Context], Reading | None]] = {reading.__name__: reading for reading in (
    year, year_short, year_far, year_era, fiscal_year, year_range, decade, century)}
