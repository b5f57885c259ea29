"""Who is a person in a text, and what is the full name behind a surname?

Runs of capitalised words are cut after titles and offices ("Finance Minister Ann Lee" names Ann Lee). A run of two to
four words is a person when it begins with a common given name (`lexicons/first_names.tsv`), follows a title, or is
explained by an age or an occupation ("Rami Okafor, a lawyer"). A surname alone stands for the full name that the text
gives; where two persons share it, for the one named last before. Not found: people under one name only, and given
names that are rare where nothing else speaks for a person.
"""

import functools
import re
from typing import NamedTuple

from crosscheck import lexicon
from crosscheck.text import fold
from crosscheck.wording import FUNCTION_WORDS, plain_words

MOST_OF_A_NAME = 20
_WORD = r"[A-Z\u00c0-\u00de][\w\u00c0-\u024f]*(?:['-](?!s\b)[\w\u00c0-\u024f]+)*"
RUN = re.compile(rf"(?<![\w'.@/#-])(?:[A-Z]\.|{_WORD}\.?)(?: (?:(?:de|da|del|van|von|der|bin|al|el|la) ){{0,2}}"
                 rf"(?:(?:[A-Z]\.)+|{_WORD})){{0,6}}")
_EXPLAINED = re.compile(r", (?:aged? )?\d\d(?:,|\.|\)| )|,? \(\d\d\)|, (?:a|an|the|who|its|his|her|their|one of|chief"
                        r"|head|professor|president|director|author|founder|co-founder|lawyer|senior|former|chair|attorney)\b")
_OCCUPATION = re.compile(
    r"\b(?:who|author|lawyer|attorney|spokes\w+|analyst|expert|director|professor|researcher|officer|president|chief|head|"
    r"founder|co-founder|executive|journalist|reporter|editor|minister|senator|lawmaker|economist|engineer|scientist|"
    r"consultant|adviser|advisor|fellow|partner|manager|teacher|doctor|physician|student|resident|mother|father|"
    r"activist|historian|critic|chair\w*|mayor|governor|secretary|ambassador|judge|coach|owner|leader|politician)\b")
_SUFFIX = frozenset("jr sr ii iii iv phd md esq".split())
_NOT_NAMES = frozenset("i ceo cfo monday tuesday wednesday thursday friday saturday sunday january february march "
                       "april june july august september october november december".split())


class Person(NamedTuple):
    """One person as first named in full: name, place in the text, and `m`, `f` or None for the given name's kind."""

    name: str
    start: int
    gender: str | None


class People:
    """The persons of one text."""

    def __init__(self, text: str) -> None:
        self._folded = fold(text)
        self._named: dict[str, list[Person]] = {}
        self._titled: set[str] = set()
        self.kinds: dict[str, str] = {}     # of phrases asked for so far, kept by `source_kinds.kind_of`
        self._ordinary: frozenset[str] | None = None
        for match in RUN.finditer(self._folded):
            if " " in match.group():
                self._read(match)
        for people in self._named.values():
            self._drop_longer(people)

    def _read(self, match: re.Match) -> None:
        run = match.group().split(" ")
        words, titled = without_titles(run)
        if not words or run[0] in ("The", "the") and not titled:
            return
        last = words[-1].rstrip(".").lower()
        if len(words) == 1:
            if titled and last not in (_NOT_NAMES | organisation_words()) and not self._is_ordinary(last):
                self._titled.add(last)
            return
        start = match.end() - len(" ".join(words))
        if len(words) <= 4 and self._is_named(words, titled, match.end()):
            self.add(" ".join(words), start)

    def add(self, name: str, start: int) -> None:
        """Take `name`, which stands at `start`, for the full name of a person."""
        known = self._named.setdefault(name.rsplit(" ", 1)[-1].rstrip(".").lower(), [])
        if len(known) < MOST_OF_A_NAME and all(person.name != name for person in known):
            known.append(Person(name, start, gender(name.split()[0])))

    def _is_named(self, words: list[str], titled: bool, end: int) -> bool:
        if not _plain(words) or names_body(words):
            return False
        if gender(words[0]) or titled:
            return True
        after = self._folded[end:end + 60]
        return bool(_EXPLAINED.match(after) and (after[2:4].isdigit() or _OCCUPATION.search(after)))

    def _is_ordinary(self, word: str) -> bool:
        """Whether the text has `word` in small letters too."""
        if self._ordinary is None:
            self._ordinary = frozenset(re.findall(r"\b[a-z][\w']+", self._folded))
        return word in self._ordinary

    def _drop_longer(self, people: list[Person]) -> None:
        """Drop what only carries on a name: in a headline, "Ann Lee Promises" after "Ann Lee"."""
        people[:] = [person for person in people if not any(
            other.name == shorter for shorter in _shorter(person.name)
            for other in self._named.get(shorter.split()[-1].lower(), ()))]

    def surname(self, word: str) -> bool:
        """Whether `word` alone is the surname of somebody whom the text names in full or with a title."""
        folded = word.lower()
        return folded in self._named or folded in self._titled

    def full(self, word: str, at: int | None = None) -> Person | None:
        """The person whom the surname `word` stands for at the offset `at`: first named last before it, else next."""
        found = self._named.get(word.lower(), ())
        before = [person for person in found if at is None or person.start <= at]
        return (before[-1] if before else found[0]) if found else None

    def named(self) -> list[Person]:
        """Every person named in full, once, in the order of the text."""
        return sorted((person for people in self._named.values() for person in people), key=lambda each: each.start)

    def is_person(self, name: str) -> bool:
        """Whether a name, alone or after a title, is that of a person of this text."""
        words, titled = without_titles(fold(name).removesuffix("'s").split())
        if not words or not words[0][:1].isupper():
            return False
        if len(words) == 1:
            return self.surname(words[0]) or titled and words[0].lower() not in organisation_words()
        return any(person.name == " ".join(words) for person in self._named.get(words[-1].rstrip(".").lower(), ()))


def without_titles(words: list[str]) -> tuple[list[str], bool]:
    """The words after the last title or office, without a suffix such as Jr., and whether there was a title.

    >>> without_titles(["Finance", "Minister", "Ann", "Lee", "Jr."])
    (['Ann', 'Lee'], True)
    """
    while len(words) > 2 and words[-1].strip(".").lower() in _SUFFIX:
        words = words[:-1]
    cut = max((place for place, word in enumerate(words[:-1], start=1) if _is_title(word)), default=0)
    lead = cut
    while lead < len(words) - 1 and words[lead].lower() in FUNCTION_WORDS:
        lead += 1
    return words[lead:], any(word.strip(".").lower() in _titles() for word in words[:cut])


def _shorter(name: str) -> list[str]:
    words = name.split()
    return [" ".join(words[:length]) for length in range(2, len(words))]


@functools.lru_cache(maxsize=4096)
def gender(word: str) -> str | None:
    """`m` or `f` for a common given name, None for any other word."""
    return plain_words("first_names").get(word.lower().split("-")[0]) if word[:1].isupper() else None


@functools.lru_cache(maxsize=4096)
def _is_title(word: str) -> bool:
    bare = word.strip(".").lower()
    return (len(bare) > 1 and word.isupper() and "." not in word) or bare in _titles()


@functools.cache
def _titles() -> frozenset[str]:
    return frozenset(word for rule in lexicon.load("titles") if rule.label != "plain"
                     for word in rule.pattern.split("|"))


@functools.cache
def organisation_words() -> frozenset[str]:
    """Words that, capitalised inside a name, make it that of a body or a place and not of a person."""
    return frozenset(word for rule in lexicon.load("organisation_words") for word in rule.pattern.split("|"))


def names_body(words: list[str]) -> bool:
    """Whether a word of a name is one of bodies; after a given name, a place ("Hill", "West") may be a surname."""
    given = len(words) == 2 and gender(words[0]) is not None
    return any(word.strip(".").lower() in (_bodies_alone() if given else organisation_words()) for word in words)


@functools.cache
def _bodies_alone() -> frozenset[str]:
    return frozenset(word for rule in lexicon.load("organisation_words") if rule.label == "organisation"
                     for word in rule.pattern.split("|"))


def _plain(words: list[str]) -> bool:
    """Whether every word is shaped like one of a person's name: no acronym, no digit, no hyphened adjective."""
    return all(not (len(word) > 2 and word.isupper()) and not any(map(str.isdigit, word)) and "-based" not in word
               for word in words) and words[0].lower() not in FUNCTION_WORDS and words[0].lower() not in _NOT_NAMES
