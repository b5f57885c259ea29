"""Which amounts does a text give? Each as an interval with a unit: "more than 140 people", "nearly half", "$5.5bn".

A number (figures or words, with its scale) is found first; then the words before it say how it is bounded
(`lexicons/bounds.tsv`) and the words after it what is counted (`lexicons/units.tsv`, or the noun itself).
Years, days of a month, times of day and numbers that are part of a name ("Route 9") are no amounts. Not
found: amounts without a number word ("many"), sums, and what an amount counts when its noun stands far away.
"""

import functools
import re
from typing import NamedTuple

from crosscheck import wording
from crosscheck.wording import FUNCTION_WORDS, by_first_letters, lowered, plain_words, stem

INFINITE = float("inf")
ONES = {word: value for value, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split())}
TENS = {word: 10 * value for value, word in enumerate(
    "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SCALES = {"hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12,
          "lakhs": 1e5, "crores": 1e7, "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12, "dozen": 12.0,
          "b": 1e9}
SHARES = {"half": 50.0, "a quarter": 25.0, "one quarter": 25.0, "three quarters": 75.0, "three-quarters": 75.0,
          "a third": 100 / 3, "one third": 100 / 3, "one-third": 100 / 3, "two thirds": 200 / 3, "two-thirds": 200 / 3,
          "one-quarter": 25.0, "a fifth": 20.0, "one in five": 20.0, "one in ten": 10.0, "one in four": 25.0,
          "one in three": 100 / 3}
MANY = {"dozens of": (24.0, 99.0), "scores of": (40.0, 199.0), "hundreds of": (200.0, 999.0), "several": (3.0, 9.0),
        "thousands of": (2e3, 99999.0), "tens of thousands of": (2e4, 99999.0), "a couple of": (2.0, 3.0),
        "hundreds of thousands of": (2e5, 999999.0), "millions of": (2e6, 999e6), "billions of": (2e9, 999e9),
        "a handful of": (2.0, 9.0), "a dozen": (12.0, 12.0)}
ORDINALS = {word: value for value, word in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=1)}
CURRENCIES = {"$": "usd", "us$": "usd", "£": "gbp", "€": "eur", "¥": "jpy", "₹": "inr", "a$": "aud", "c$": "cad",
              "rs": "inr", "rs.": "inr", "s$": "sgd", "hk$": "hkd"}
MULTIPLES = {"decade": ("year", 10), "century": ("year", 100), "gigawatt": ("megawatt", 1000), "kg": ("ton", 0.001)}
MONTHS = ("jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
          "nov(?:ember)?|dec(?:ember)?")

_WORDS = "|".join(sorted((*ONES, *TENS), key=len, reverse=True))
_SCALE = "hundred|thousand|lakhs?|million|crores?|billion|trillion|dozen"
_PHRASES = {name: "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
            for name, phrases in (("many", MANY), ("share", SHARES))}
_FIGURES = r"\d{1,3}(?:,\d{2,3}){1,5}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?"
_CURRENCY = r"(?:us|a|c|s|hk)?\$|[£€¥₹]|\brs\.?"
AMOUNT = re.compile(rf"""
    (?P<currency>{_CURRENCY})?\s?
    (?: (?<![\w.,/:-])(?P<from>{_FIGURES})\s?(?:-|\bto\b)\s?(?P<to>{_FIGURES})(?![\w:]|\.\d|-\d)
      | \bbetween[ ](?:{_CURRENCY})?(?P<between>{_FIGURES})[ ]and[ ](?:{_CURRENCY})?(?P<upto>{_FIGURES})(?![\w:]|\.\d)
      | (?<![\w.,/:-])(?P<figures>{_FIGURES})(?P<ordinal>st|nd|rd|th)?(?![\d:]|\.\d)
      | \b(?P<many>{_PHRASES["many"]})\b
      | \b(?P<share>{_PHRASES["share"]})\b
      | \b(?P<words>(?:{_WORDS}|a(?=[ ](?:{_SCALE})\b))(?:(?:-|[ ](?:and[ ])?)(?:{_WORDS}|hundred|thousand)\b){{0,6}})\b
      | \b(?P<nth>{"|".join(ORDINALS)})\b
    )
    (?:[ -]?(?P<scale>{_SCALE}|bn|mn|mln|tn|[kmb])\b)?
    (?P<plus>\+|-plus\b)?
    """, re.VERBOSE)
_CANDIDATES = ("between ", *MANY, *SHARES, *ONES, *TENS, *ORDINALS,
               *(f"a {scale}" for scale in SCALES if len(scale) > 3))
CANDIDATE = re.compile(r"[$£€¥₹]|\d|\brs|" + by_first_letters([(word[:2], word[2:]) for word in _CANDIDATES]))
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_OUT_OF = re.compile(r"\s?(?:out of|/)\s?(10{1,2}|5|4)\b(?!\.\d)")
_OF_TOTAL = re.compile(rf"\s(?:out )?of (?:the |its |their |all )?(?:{_FIGURES}|(?:{_WORDS})\b)(?![\w.,]?\d)")
_RATE = re.compile(r"\s(?:a|an|per|each|every)(?: \w{2,9})? (second|minute|hour|day|week|month|quarter|year)s?\b"
                   r"|\s(daily|annual)(?:ly)?\b")
_UNIT = re.compile(r"[\s-]{1,2}(?:of (?:the |its |their |his |her |all |those |these )?)?"
                   r"(?:and (?:final|last) )?((?:[^\W\d_][\w'.&-]{0,30}[ ]?){1,4})")
_PERCENT = re.compile(r"\s?-?(?:%|per\s?cent(?:age points?)?\b|pct\b)")
_DAY_BEFORE = re.compile(rf"\b(?:{MONTHS})\.?\s{{1,2}}(?:the )?$")
_DAY_AFTER = re.compile(rf"\s(?:of )?(?:{MONTHS})\b")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_BETWEEN = frozenset("the a an just only".split())
_SAID_OF = re.compile(r"\b(?:was|were|is|are|be|been|had|has|have|when|who|which|that|it|he|she|they|we|at)\s$")
_NAME_BEFORE = re.compile(r"[A-Z][\w'&]*[ ]$|[A-Za-z]-$")
_FURTHER = re.compile(r"\b(additional|another|extra|further|new)\s$")
_HEDGE_BEFORE = re.compile(r"(?:than|least|over|about|some|nearly|almost|around|roughly|only|up to)\s$")
_YEAR_BEFORE = re.compile(rf"\b(?:in|since|by|from|until|till|during|of|to|through|and|late|early|mid|the|{MONTHS})"
                          r"[\s,-]{1,3}$|[\d(/-]\s?$")
_TIME = re.compile(r"\s?(?:[ap]\.?m\b|o'clock|:\d\d)|:\d\d")
_ONE_THING = re.compile(r"-[a-z]|\s(?:person|man|woman|child|death|dead|case|million|billion|percent|per cent)\b")
_COUNTED = re.compile(r"\s?(?:%|per ?cent)|[ -](?:[a-z-]{2,20} ){0,2}[a-z-]{2,20}s\b"
                      r"|[ -](?:people|year|men|women)\b")
_AFTER = re.compile(r"\s(?:or (?P<or>more|over|above|higher|fewer|less|under|so)\b|(?P<plus>plus)\b)")


class Amount(NamedTuple):
    """One amount: `low` to `high`, an end that is `open` excluded. `heads` are the stems of the words counted,
    after `of` if they are part of a total.

    `unit` is `%`, a currency, `/10`, `nth`, a measure, a family of things counted (`person`, `death`) or the
    noun's stem; empty if nothing follows. `step` is the size of the last digit written; `about` marks a hedge.
    """

    start: int
    end: int
    low: float
    high: float
    unit: str
    heads: tuple[str, ...] = ()
    low_open: bool = False
    high_open: bool = False
    about: bool = False
    step: float = 0.0

    @property
    def is_point(self) -> bool:
        """One figure, not a range or bound."""
        return self.low == self.high

    def __str__(self) -> str:
        return f"{_short(self.low)}|{_short(self.high)}|{self.unit}"


def find_amounts(text: str) -> tuple[Amount, ...]:
    """The amounts in `text`, in order."""
    low = lowered(text)
    found: list[Amount] = []
    position, folded = 0, wording.folded(text)
    while candidate := CANDIDATE.search(low, position):
        match = AMOUNT.match(low, _from_currency(low, candidate.start(), position))
        position = candidate.end()
        if match:
            amount = _amount(match, folded, low)
            position = max(match.end(), amount.end if amount else 0)
            if amount:
                found.append(amount)
    return tuple(found)


def _from_currency(low: str, start: int, position: int) -> int:
    """Where an amount begins whose sign or figure stands at `start`: at the letters of `US$`, if there are any."""
    if low[start] == "$":
        for letters in ("us", "hk", "a", "c", "s"):
            first = start - len(letters)
            if low.endswith(letters, position, start) and not low[max(0, first - 1):first].isalnum():
                return first
    return start


def are_disjoint(a: Amount, b: Amount) -> bool:
    """No value fits both, also allowing for rounding and for one hedged figure."""
    if a.low > b.high or b.low > a.high:
        return not _rounds(a, b)
    return (a.low == b.high and (a.low_open or b.high_open)) or (b.low == a.high and (b.low_open or a.high_open))


def _rounds(a: Amount, b: Amount) -> bool:
    if not (a.is_point and b.is_point):
        return False
    gap = abs(a.low - b.low)
    if a.about != b.about:
        return gap <= 0.1 * max(a.low, b.low)
    step = max(a.step, b.step)
    return a.step != b.step and gap <= min(0.5 * step, 0.025 * max(a.low, b.low))


def _amount(match: re.Match, folded: str, low: str) -> Amount | None:
    start, end = match.span()
    start += len(match.group()) - len(match.group().lstrip())
    value = _value(match)
    if value is None or _is_no_amount(match, folded, low):
        return None
    first, last, step = value
    after = _AFTER.match(low, end)
    unit, heads, end = _unit(match, folded, low, after.end() if after else end)
    if unit is None:
        return None
    if unit in MULTIPLES:
        unit, factor = MULTIPLES[unit]
        first, last, step = first * factor, last * factor, step * factor
    bound, start = _bound(low, start)
    if further := _FURTHER.search(low, max(0, start - 14), start):
        heads = (further[1], *heads)
    if match["plus"] or after:
        bound = _bound_after(after)
    return _bounded(start, end, first, last, step, unit, heads, bound)


def _bound_after(after: re.Match | None) -> str:
    if after is None or after["or"] in (None, "more", "over", "above", "higher"):
        return "least"
    return "about" if after["or"] == "so" else "most"


def _value(match: re.Match) -> tuple[float, float, float] | None:
    scale = SCALES.get(match["scale"] or "", 1.0)
    if match["many"]:
        return (*MANY[match["many"]], 0.0)
    if match["share"]:
        return SHARES[match["share"]], SHARES[match["share"]], 0.0
    if match["nth"]:
        return ORDINALS[match["nth"]], ORDINALS[match["nth"]], 0.0
    if match["words"]:
        value = _words_value(match["words"]) * scale
        return value, value, scale if scale > 1 else 0.0
    if match["from"] or match["between"]:
        ends = match["from"] or match["between"], match["to"] or match["upto"]
        first, last = (float(figures.replace(",", "")) * scale for figures in ends)
        return (first, last, 0.0) if first < last else None
    figures = match["figures"].replace(",", "")
    value = float(figures) * scale
    return value, value, _step(figures) * scale


def _step(figures: str) -> float:
    if "." in figures:
        return 10.0 ** -len(figures.partition(".")[2])
    zeros = len(figures) - len(figures.rstrip("0"))
    return 10.0 ** (zeros - 1) if zeros >= 3 else 1.0


def _words_value(words: str) -> float:
    total = current = 0.0
    for word in re.split(r"[ -]", words):
        if word == "a":
            current = 1.0
        elif word == "hundred":
            current = max(current, 1.0) * 100
        elif word == "thousand":
            total, current = total + max(current, 1.0) * 1000, 0.0
        else:
            current += ONES.get(word, TENS.get(word, 0))
    return total + current


def _is_no_amount(match: re.Match, folded: str, low: str) -> bool:
    start, end = match.span("figures") if match["figures"] else match.span()
    before, plain = folded[max(0, start - 30):start], not (match["currency"] or match["scale"])
    if match["nth"] or match["ordinal"]:
        return bool(_SAID_OF.search(before.lower()) or _DAY_BEFORE.search(before.lower()) or _DAY_AFTER.match(low, end)
                    or re.match(r"\s[A-Z]|\s(?:of|time)\b|[.,;)]", folded[match.end():match.end() + 5]))
    if match["words"]:
        return match["words"] == "one" and plain and not _ONE_THING.match(low, end)
    if not match["figures"]:
        first = match["from"] or match["between"] or ""
        return bool(first) and plain and bool(_YEAR.match(first) or _DAY_BEFORE.search(before.lower())
                                              or _DAY_AFTER.match(low, end))
    if plain and (_DAY_BEFORE.search(before.lower()) or _DAY_AFTER.match(low, end) or _TIME.match(low, end)):
        return True
    if plain and _YEAR.match(match["figures"]) and not _HEDGE_BEFORE.search(before.lower()):
        return bool(_YEAR_BEFORE.search(before.lower())) or not _counts_things(folded, match.end())
    return plain and bool(_NAME_BEFORE.search(before)) and not _counts(low, end)


def _counts_things(folded: str, end: int) -> bool:
    """After a figure that could be a year: a word that counts people, deaths, cases and the like."""
    after = _UNIT.match(folded, end)
    return bool(after and after[1] and _head(after[1])[0] in _units().values())


def _counts(low: str, end: int) -> bool:
    return bool(_COUNTED.match(low, end))


def _unit(match: re.Match, folded: str, low: str, end: int) -> tuple[str | None, tuple[str, ...], int]:
    """Unit, stems of what is counted, and where the amount with its unit ends; no unit (None) is no amount."""
    if match["share"]:
        return _share_unit(match, low, end)
    score = _OUT_OF.match(low, end)
    if score and match["figures"]:
        return "/" + score[1], (), score.end()
    if match["currency"]:
        return CURRENCIES[match["currency"].strip()], (), end
    total = _OF_TOTAL.match(low, end)
    after = _UNIT.match(folded, total.end() if total else end)
    percent = _PERCENT.match(low, end)
    if percent:
        return "%", (), percent.end()
    if after is None:
        return (None if match["nth"] or match["ordinal"] else ""), (), end
    unit, heads, length = _head(after[1])
    if match["nth"] or match["ordinal"]:
        return ("nth" if heads and not after[1].split()[0].endswith("ed") else None), heads, end
    if after.group().startswith("-"):
        unit, heads, length = _head(after[1].split(" ")[0])
    end = after.start(1) + length if length else end
    rate = _RATE.match(low, end)
    return (f"{unit}/{rate[1] or rate[2]}" if rate else unit), ("of", *heads) if total else heads, end


def _share_unit(match: re.Match, low: str, end: int) -> tuple[str | None, tuple[str, ...], int]:
    """A share counts only as one: `half of the crew`, `two thirds said`; not `half an hour` or `a third man`."""
    if re.match(r" of\b| (?:the|its|their) |[,.;]|$", low[end:end + 9]) and not match["currency"]:
        return "%", (), end
    return None, (), end


def _head(words: str) -> tuple[str, tuple[str, ...], int]:
    """Unit and stems of the noun run that follows a number, and its length."""
    stems, length, position = [], 0, 0
    for word in re.split(r"[ -]", words):
        low = word.lower().strip(".'")
        if not low or low in FUNCTION_WORDS or (stems and low in _ENDERS):
            break
        length = position + len(word.rstrip(".'"))
        position += len(word) + 1
        unit = _units().get(low) or _units().get(low.removesuffix("s"))
        stems.append(stem(low))
        if unit:
            return unit, tuple(stems), length
        if "." not in word[:-1] and (word.endswith(".") or low.endswith("s") and not low.endswith(("ss", "us", "'s"))):
            break
    unit = stems[-1] if stems and len(stems[-1]) > 2 else ""
    return unit, tuple(stems), length


_ENDERS = frozenset("said died killed were was have has had will would".split())


@functools.cache
def _units() -> dict[str, str]:
    return plain_words("units")


@functools.cache
def _bounds() -> dict[str, str]:
    return plain_words("bounds")


def _bound(low: str, start: int) -> tuple[str, int]:
    """How the words before a number bound it, and where they begin; articles between are passed over."""
    words = [match.span() for match in _WORD.finditer(low, max(0, start - 34), start)]
    if not words or low[words[-1][1]:start].strip():
        return "", start
    while words and low[slice(*words[-1])] in _BETWEEN:
        words.pop()
    for first in range(max(0, len(words) - 6), len(words)):
        phrase = low[words[first][0]:words[-1][1]]
        if phrase in _bounds():
            return _bounds()[phrase], words[first][0]
    return "", start


def _bounded(start: int, end: int, first: float, last: float, step: float, unit: str, heads: tuple[str, ...],
             bound: str) -> Amount:
    low, high, low_open, high_open, about = first, last, False, False, False
    if bound in ("more", "least"):
        high, low_open = INFINITE, bound == "more"
    elif bound in ("less", "most"):
        low, high_open = 0.0, bound == "less"
    elif bound == "nearly":
        low, high_open, about = 0.9 * first, True, True
    elif bound == "about":
        about = True
    return Amount(start, end, low, high, unit, heads, low_open, high_open, about, step)


def _short(value: float) -> str:
    return "inf" if value == INFINITE else f"{value:.10g}"
