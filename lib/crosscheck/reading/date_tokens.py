"""Which words of a text can belong to a time expression, and of what class is each?

The text is cut into tokens; each gets a class (`month`, `weekday`, `day`, `units`, `the` …) from the lexicon
`date_words` or, if it is a number, from its shape; everything else is `other`. Number words ("twenty-four") become one
token. A class is one character, so that a rule of the grammar is a regular expression over a short string. Whether
"May" is a month is judged by its capital here and by its neighbours in the grammar.
"""

import functools
import re
from dataclasses import dataclass

from crosscheck import lexicon
from crosscheck.text import fold

NUMBER_CLASSES = ("small12", "small24", "small31", "year", "number", "decimal", "nth", "decade", "clock", "iso",
                  "numeric", "shortyear", "mixed", "spokenyear", "faryear")
OTHER, BREAK = "_", "\n"
_ISO = (r"(?<![\w-])\d{4}-\d\d(?:-\d\d(?:t\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:z|[+-]\d\d:?\d\d)?)?)?(?![\w-])"
        r"|(?<![\w/])\d{4}/\d\d/\d\d(?![\w/])")
_NUMERIC = r"(?<![\w/.])\d{1,2}(?P<cut>[/.])\d{1,2}(?P=cut)(?:\d{4}|\d\d)(?![\w/]|\.\d)"
_TOKEN = re.compile(
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thur?s?|fri|sat|sun)\.(?=\s)"
    r"|[ap]\.\s?m\.|b\.\s?c\.(?:\s?e\.)?|a\.\s?d\.|o'clock|[^\W\d_]+(?:\d\w*)?"
    rf"|(?=\d)(?:(?P<iso>{_ISO})|(?P<numeric>{_NUMERIC})"
    r"|(?P<clock>(?<![\w:.])(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?(?!(?![ap]m\b)[\w:]|\.\d))"
    r"|(?P<mixed>(?<![\w/.])(?:\d{1,3}(?:[ -](?:1/[248]|3/4)|[½¼¾])|1/2)(?![\w/]))"
    r"|(?P<number>\d{1,12}(?:,\d{3})*(?:\.\d{1,9})?)(?P<suffix>(?:st|nd|rd|th|'?s)\b|(?![ap]m\b)[a-z_]\w*)?)"
    r"|(?P<shortyear>'\d\d)(?P<decades>'?s)?(?!\w)|'s\b|\n\s*\n|[-,=*~#/]{4,}|\S")
_FRACTIONS = (("1/2", 0.5), ("1/4", 0.25), ("3/4", 0.75), ("1/8", 0.125), ("½", 0.5), ("¼", 0.25), ("¾", 0.75))


@dataclass(frozen=True, eq=False)
class Tokens:
    """A text as classes: token i is `text[starts[i]:ends[i]]`, of class `classes[i]`, worth `values[i]`."""

    classes: str
    starts: list[int]
    ends: list[int]
    values: list[str]
    words: list[str]
    folded: str


@functools.cache
def letters() -> dict[str, str]:
    """The character that stands for each class."""
    names = dict.fromkeys((*NUMBER_CLASSES, *(rule.label.split()[0] for rule in lexicon.load("date_words"))))
    return {name: chr(0x3400 + number) for number, name in enumerate(names)} | {"other": OTHER}


@functools.cache
def _words() -> dict[str, tuple[str, str, bool]]:
    found = {}
    for rule in lexicon.load("date_words"):
        name, _, value = rule.label.partition(" ")
        capital = name in ("capmonth", "shortmonth", "shortweekday", "era")
        for word in rule.pattern.replace("\\", "").split("|"):
            found[word] = (letters()[name], value, capital)
    return found


def tag(text: str) -> Tokens:
    """The tokens of `text` in order, with raw offsets."""
    folded = fold(text)
    low = folded.lower() if len(folded.lower()) == len(folded) else "".join(
        c if len(c.lower()) != 1 else c.lower() for c in folded)
    known, letter, numbers = _words(), letters(), {}
    rows = []
    for match in _TOKEN.finditer(low):
        word = match.group()
        entry = known.get(word)
        if entry is not None and (not entry[2] or folded[match.start()].isupper()):
            name, value = entry[:2]
        elif match.lastgroup:
            if word not in numbers:
                name, value = _number(match)
                numbers[word] = letter[name], value
            name, value = numbers[word]
        else:
            name, value = (BREAK if word[0] == "\n" else OTHER), ""
        rows.append((name, *match.span(), value, word))
    classes, *columns = map(list, zip(*rows, strict=True)) if rows else [[] for _ in range(5)]
    return _joined(Tokens("".join(classes), *columns, folded))


def _number(match: re.Match) -> tuple[str, str]:
    for name in ("iso", "numeric", "clock"):
        if match[name]:
            return name, match[name]
    if match["mixed"]:
        return "mixed", _mixed(match["mixed"])
    if match["shortyear"]:
        return ("decade", match["shortyear"][1]) if match["decades"] else ("shortyear", match["shortyear"][1:])
    digits, suffix = match["number"], match["suffix"]
    if suffix is None:
        return _plain_number(digits)
    if suffix in ("s", "'s") and re.fullmatch(r"1[5-9]\d0|20\d0|[2-9]0", digits):
        return "decade", digits[:-1]
    if suffix in ("st", "nd", "rd", "th") and digits.isdigit():
        return "nth", str(int(digits))
    return "other", ""


def _mixed(words: str) -> str:
    """The value of a number with a fraction: "2 1/2" is 2.5."""
    whole = re.match(r"\d+(?!/)", words)
    part = next((p for mark, p in _FRACTIONS if mark in words), 0.0)
    return f"{(int(whole[0]) if whole else 0) + part:g}"


def _plain_number(digits: str) -> tuple[str, str]:
    if "," in digits or "." in digits:
        return "decimal", digits.replace(",", "")
    number = int(digits)
    if len(digits) <= 2 and 1 <= number <= 31:
        return ("small12" if number <= 12 else "small24" if number <= 24 else "small31"), str(number)
    if len(digits) == 4 and 1400 <= number <= 2199:
        return "year", digits
    return ("faryear" if len(digits) == 4 and digits[0] != "0" else "number"), str(number)


# --- number words ------------------------------------------------------------------------------------------------

@functools.cache
def _number_words() -> re.Pattern:
    word, scale, hyphen, a = (letters()[name] for name in ("word", "scale", "hyphen", "a"))
    digits = "".join(letters()[name] for name in ("small12", "small24", "small31", "number", "decimal"))
    return re.compile(rf"(?:{word}|[{digits}{a}](?={scale}))(?:{hyphen}?[{word}{scale}])*(?:{letters()['and']}{word})?")


def _joined(tokens: Tokens) -> Tokens:
    spans = [m.span() for m in _number_words().finditer(tokens.classes) if m.end() - m.start() > 1]
    if not spans:
        return tokens
    classes, columns, done = [], ([], [], [], []), 0
    for first, last in (*spans, (len(tokens.classes), 0)):
        classes.append(tokens.classes[done:first])
        for column, source in zip(columns, (tokens.starts, tokens.ends, tokens.values, tokens.words), strict=True):
            column.extend(source[done:first])
        if last:
            value = _worth(tokens, first, last)
            classes.append(letters()["spokenyear" if len(value) == 4 else "word"])
            for column, cell in zip(columns, (tokens.starts[first], tokens.ends[last - 1], value, ""), strict=True):
                column.append(cell)
            done = last
    return Tokens("".join(classes), *columns, tokens.folded)


def _worth(tokens: Tokens, first: int, last: int) -> str:
    """The number that words say: "two hundred and ten" is 210, "nineteen ninety-one" 1991."""
    total, part = 0.0, 0.0
    for letter, value in zip(tokens.classes[first:last], tokens.values[first:last], strict=True):
        if letter == letters()["scale"]:
            part = (part or 1) * float(value)
            if value == "1000":
                total, part = total + part, 0
        elif value:
            number = float(value)
            if part in range(13, 21) and number >= 10:
                part *= 100
            part += number
    return f"{total + part:g}" if (total + part) < 1e6 else "0"
