"""Which name do "the company", "the court" or "the ministry" stand for at one place of an article?

"The court" is the last name before it that holds the word ("the Supreme Court"). "The company" is a company named
before it: one that the folder's articles call a firm, a maker, a bank or the like, else a name that a sentence begins
with. It is looked for backward, sentence by sentence; where one sentence names two companies, the one that the sentence
begins with counts, and if it begins with neither, nothing is resolved. Not found: a company named more than
`SENTENCES` sentences before.
"""

import re
from bisect import bisect_left, bisect_right

from crosscheck.comparing.citations import CALENDAR, role_of
from crosscheck.people import RUN, People
from crosscheck.text import fold
from crosscheck.wording import FUNCTION_WORDS, plain_words

SENTENCES = 6
OPENS_WITHIN = 60
STAND_IN = re.compile(r"^(?:the|this|that|its) (?:[a-z-]+ ){0,2}(?P<noun>[a-z-]+)$")
_NO_NAMES = frozenset("all both one two three four five six seven eight nine ten first last new".split())
_BACKED = re.compile(r" (?:[A-Z]\w+ (?:and|or|,) ){0,2}[A-Z][\w.]*-(?:based|backed|owned|supported|funded|run|listed) ")
_CALLED = re.compile(r"\b(?P<noun>[a-z-]{4,14}) (?P<name>[A-Z][\w&.'-]*[\w](?: [A-Z][\w&'-]*){0,3})")
_APPOSED = re.compile(r"\b(?P<name>[A-Z][\w&'-]*(?: [A-Z][\w&'-]*){0,3}), (?:a|an|the) (?:[\w-]+ ){0,6}?"
                      r"(?P<noun>[a-z-]{4,14})\b")
_LEGAL = re.compile(r"\b(?P<name>[A-Z][\w&'-]*(?: [A-Z][\w&'-]*){0,3}),? (?:Inc|Corp|Ltd|LLC|plc|PLC|Co|AG|SE|GmbH)\b")


def companies(texts: list[str]) -> frozenset[str]:
    """The names that the texts call a company: "the carmaker X", "X, an airline", "X Inc"."""
    nouns = _nouns("company")
    found = set()
    for text in texts:
        folded = fold(text)
        for pattern in (_CALLED, _APPOSED):
            found.update(_bare(match["name"]) for match in pattern.finditer(folded) if match["noun"] in nouns)
        found.update(_bare(match["name"]) for match in _LEGAL.finditer(folded))
    return frozenset(name for name in found if _may_be_name(name))


class StandIns:
    """The names of one article by place; `firms` are the names that the folder calls companies."""

    def __init__(self, text: str, starts: list[int], people: People, firms: frozenset[str]) -> None:
        self._text, self._starts, self._firms = fold(text), starts, firms
        self._names = [(match.start(), _bare(match.group())) for match in RUN.finditer(self._text)
                       if not people.is_person(match.group())]
        firms_here = [(place, firm) for place, name in self._names if (firm := self._firm(name))]
        self._own = frozenset(firm for _, firm in firms_here)
        self._first = firms_here[0][0] if firms_here else 0
        self._bodies: dict[str, list[tuple[int, str]]] = {}
        self._possible: dict[str, bool] = {}

    def resolve(self, words: str, at: int) -> str | None:
        """The name that `words`, at the offset `at`, stand for; None if they are no stand-in or nothing is found."""
        match = STAND_IN.match(_BACKED.sub(" ", fold(words)[:80]).lower())
        kind = plain_words("stand_ins").get(match["noun"]) if match else None
        if kind is None or re.search("[A-Z]", _BACKED.sub(" ", words[1:])):
            return None
        return self._body(match["noun"], at) or (self._company(at) if kind == "company" else None)

    def in_one_sentence(self, place: int, other: int) -> bool:
        """Whether two places stand in one sentence."""
        return bisect_right(self._starts, place) == bisect_right(self._starts, other)

    def _body(self, noun: str, at: int) -> str | None:
        """The last name before `at` that ends in `noun`."""
        if noun not in self._bodies:
            behind = r" (?:of|for) (?:the )?[A-Z]\w+(?: [A-Z]\w+)?"
            named = re.compile(rf"\b(?:[A-Z][\w'-]* (?:of |for |and )?){{1,4}}{noun.capitalize()}\b(?:{behind})?"
                               rf"|\b{noun.capitalize()}{behind}")
            self._bodies[noun] = [(match.start(), match.group()) for match in named.finditer(self._text)]
        places = self._bodies[noun]
        number = bisect_left(places, (at, ""))
        return re.sub(r"^(?:The|In|But|And|A|An|On|At) ", "", places[number - 1][1]) if number else None

    def _company(self, at: int) -> str | None:
        here = bisect_right(self._starts, at) - 1
        if len(self._own) == 1:
            return next(iter(self._own)) if self._first < at else None
        for sentence in range(here, max(-1, here - SENTENCES - 1), -1):
            begin = self._starts[sentence] if sentence >= 0 else 0
            stop = at if sentence == here else self._starts[sentence + 1]
            found = self._in_sentence(begin, stop, near=here - sentence <= 1)
            if found is not None:
                return found or None
        return None

    def _in_sentence(self, begin: int, stop: int, *, near: bool) -> str | None:
        """The company named in one sentence, "" if it cannot be told, None if there is none."""
        first, last = bisect_left(self._names, (begin, "")), bisect_left(self._names, (stop, ""))
        named = [(place, firm) for place, name in self._names[first:last] if (firm := self._firm(name))]
        opening = self._names[first:first + 1]
        if not named and near and opening and opening[0][0] - begin <= 1 and self._may_be_firm(opening[0][1]):
            return opening[0][1]
        if len({firm for _, firm in named}) > 1:
            return named[0][1] if named[0][0] - begin < OPENS_WITHIN else ""
        return named[0][1] if named else None

    def _firm(self, name: str) -> str | None:
        """`name`, or the first word of it, if the folder calls that a company."""
        words = name.split()
        return next((part for part in (name, words[0], words[-1]) if part in self._firms), None)

    def _may_be_firm(self, name: str) -> bool:
        if name not in self._possible:
            self._possible[name] = _may_be_name(name) and not name.isupper() and not any(
                form in self._text for form in (f" {name.lower()}", f"the {name}", f"The {name}"))
        return self._possible[name]


def _bare(name: str) -> str:
    return re.sub(r"^The |(?:'s?|,? (?:Inc|Corp|Ltd|LLC|plc|PLC|Co))\.?$", "", name.strip(" .'"))


def _may_be_name(name: str) -> bool:
    low = name.lower()
    return low not in FUNCTION_WORDS | CALENDAR | _NO_NAMES and not low.endswith("ly") and role_of(name) is None


def _nouns(label: str) -> frozenset[str]:
    return frozenset(word for word, kind in plain_words("stand_ins").items() if kind == label)
