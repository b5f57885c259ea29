"""Who is a person in a text, and what is the full name behind a surname?

Runs of capitalised words are cut after titles and offices ("Finance Minister Ann Lee" names Ann Lee). A run of two to
four words is a person when it begins with a common given name (`lexicons/first_names.tsv`), follows a title or an
occupation, is explained by an age or an occupation ("Rami Okafor, a lawyer"), or when its last word alone speaks
elsewhere in the text ("Okafor said"). A surname alone stands for the full name that the text gives; where two persons
share it, for the one named last before. Whether "he" or "she" may stand for somebody is told from the given name, else
from the pronouns that follow the name. Not found: people under one name only, and given names that are rare where
nothing else speaks for a person.
"""

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from crosscheck import lexicon
from crosscheck.text import fold
from crosscheck.wording import FUNCTION_WORDS, plain_words

MOST_OF_A_NAME = 20
_WORD = r"[A-Z\u00c0-\u00de][\w\u00c0-\u024f]*(?:['-](?!s\b)[\w\u00c0-\u024f]+)*"
RUN = re.compile(rf"(?<![\w'.@/#-])(?:[A-Z]\.|{_WORD}\.?)(?: (?:(?:de|da|del|van|von|der|bin|al|el|la) ){{0,2}}"
                 rf"(?:(?:[A-Z]\.)+|{_WORD})){{0,6}}")
_OCCUPATIONS = (
    r"(?:author|lawyer|attorney|spokes\w+|analyst|expert|director|professor|researcher|officer|president|chief|head|dean|"
    r"founder|co-founder|executive|journalist|reporter|editor|minister|senator|lawmaker|economist|engineer|scientist|"
    r"consultant|adviser|advisor|fellow|partner|manager|teacher|doctor|nurse|physician|student|resident|mother|father|"
    r"activist|historian|critic|chair\w*|mayor|governor|secretary|ambassador|judge|coach|owner|co-owner|leader|politician|"
    r"epidemiologist|sociologist|psychologist|organi[sz]er|volunteer|farmer|driver|worker|coordinator|strategist)")
_EXPLAINED = re.compile(r", (?:aged? )?\d\d(?:,|\.|\)| )|,? \(\d\d\)|, (?:a|an|the|who|its|his|her|their|one of"
                        rf"|senior|former|managing|deputy|vice|executive|{_OCCUPATIONS})\b")
_OCCUPATION = re.compile(rf"\b(?:who|{_OCCUPATIONS})\b")
_OCCUPIED = re.compile(rf"\b{_OCCUPATIONS} $")
_SAID = re.compile(r" (?:said|says|told|added|explained|wrote)\b")
_BEFORE_SAID = re.compile(rf"(?:\A|\n|[a-z0-9][,.;:]? |[\"')\]],? )({_WORD})\Z")
_AFTER_SAID = re.compile(rf" ({_WORD})(?=[,.]|\Z)")
_NEAR = 40          # characters before a verb of saying in which a name alone is looked for
_ADJECTIVE = re.compile(r"(?:can|crat|ed|ese|ever|ian|ing|ish|ist|less|ly|ward)$", re.IGNORECASE)
_GOES_ON = re.compile(r" [a-z]|, (?:who|whose)\b|,? \(")     # not "Given Okafor's words"
_PRONOUNS = re.compile(r"\b(?:(he|him|his|himself)|(she|her|hers|herself))\b|[.!?]\s|[\"\n]", re.IGNORECASE)
_OFFICES = {"gov": "governor", "sen": "senator", "rep": "representative", "ceo": "chief executive"}
_NOT_THE_OFFICE = frozenset("former ex acting vice deputy lieutenant lt assistant associate".split())
MENTIONS = 12       # mentions of a person after which a pronoun is looked for
PRONOUN_WITHIN = 90
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
        self._sexes: dict[str, str | None] = {}
        self._ends: dict[str, list[int]] | None = None
        self.kinds: dict[str, str] = {}     # of phrases asked for so far, kept by `source_kinds.kind_of`
        self._ordinary: frozenset[str] | None = None
        self._offices: dict[str, list[tuple[int, str]]] = {}
        self._runs = list(RUN.finditer(self._folded))
        self._speaking = frozenset(self._alone())
        for match in self._runs:
            if " " in match.group():
                self._read(match)
        for people in self._named.values():
            self._drop_longer(people)

    def _alone(self) -> Iterator[str]:
        """The words that stand alone for a speaker: "Okafor said", '," said Okafor.'"""
        for verb in _SAID.finditer(self._folded):
            at = verb.start()
            if self._folded[at - 1:at] in ('"', "'", ","):
                found = _AFTER_SAID.match(self._folded, verb.end())
            else:
                found = _BEFORE_SAID.search(self._folded[max(0, at - _NEAR):at])
            if found:
                yield found[1]

    def _read(self, match: re.Match) -> None:
        run = match.group().split(" ")
        words, titled = without_titles(run)
        if not words or run[0] in ("The", "the") and not titled:
            return
        last = words[-1].rstrip(".").lower()
        if titled and len(words) <= 4 and (office := _office(run[:len(run) - len(words)])):
            self._offices.setdefault(office, []).append((match.start(), " ".join(words)))
        if len(words) == 1:
            if titled and last not in (_NOT_NAMES | organisation_words()) and not self._is_ordinary(last):
                self._titled.add(last)
            return
        start = match.end() - len(" ".join(words))
        if len(words) <= 4 and self._is_named(words, titled, start, match.end()):
            self.add(" ".join(words), start)

    def add(self, name: str, start: int) -> None:
        """Take `name`, which stands at `start`, for the full name of a person."""
        known = self._named.setdefault(name.rsplit(" ", 1)[-1].rstrip(".").lower(), [])
        tail = f" {name}".lower()
        if len(known) < MOST_OF_A_NAME and not any(f" {each.name}".lower().endswith(tail) for each in known):
            known.append(Person(name, start, gender(name.split()[0])))

    def _is_named(self, words: list[str], titled: bool, start: int, end: int) -> bool:
        if not _plain(words) or names_body(words):
            return False
        if gender(words[0]) or titled or _OCCUPIED.search(self._folded[max(0, start - 20):start]):
            return True
        after = self._folded[end:end + 60]
        if _EXPLAINED.match(after) and (after[2:4].isdigit() or _OCCUPATION.search(after)):
            return True
        opens = self._folded[max(0, start - 3):start].rstrip(" ")[-1:] in ("", ".", "!", "?", "\n")
        if opens and not _GOES_ON.match(after):
            return False
        return words[-1] in self._speaking and len(words) < 4 and not _ADJECTIVE.search(words[0]) and not any(
            self._is_ordinary(word.lower()) for word in words)

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

    def know(self, word: str) -> None:
        """Take `word` alone for the surname of somebody."""
        self._titled.add(word.lower())
        self.kinds.pop(word, None)

    def full(self, word: str, at: int | None = None) -> Person | None:
        """The person whom the surname `word` stands for at the offset `at`: first named last before it, else next."""
        found = self._named.get(word.lower(), ())
        before = [person for person in found if at is None or person.start <= at]
        return (before[-1] if before else found[0]) if found else None

    def ending(self, words: list[str], at: int) -> Person | None:
        """The person whose full name ends in `words`, a surname of several words: "del Rio", "Garcia Ruiz"."""
        tail = " " + " ".join(words).lower()
        found = [person for person in self._named.get(words[-1].lower(), ()) if person.name.lower().endswith(tail)]
        before = [person for person in found if person.start <= at]
        return (before[-1] if before else found[0]) if found else None

    def holder(self, office: str, at: int) -> str | None:
        """Who is named last before `at` with an office: "the mayor" after "Mayor Ann Lee"."""
        held = self._offices.get(office, [])
        place = bisect_left(held, (at, ""))
        return held[place - 1][1] if place else None

    def sex(self, name: str) -> str | None:
        """`m` or `f` for a person, by the given name or by most of the pronouns that follow the surname."""
        known = gender(name.split()[0])
        if known is None and name not in self._sexes:
            self._sexes[name] = self._by_pronouns(name.rsplit(" ", 1)[-1])
        return known or self._sexes[name]

    def _by_pronouns(self, surname: str) -> str | None:
        balance = 0
        if self._ends is None:
            self._ends = {}
            for match in self._runs:
                self._ends.setdefault(match.group().removesuffix("'s").rsplit(" ", 1)[-1], []).append(match.end())
        for end in self._ends.get(surname, ())[:MENTIONS]:
            found = _PRONOUNS.search(self._folded, end, end + PRONOUN_WITHIN)
            balance += 0 if found is None else bool(found[1]) - bool(found[2])
        return "m" if balance > 0 else "f" if balance < 0 else None

    def subjects(self) -> list[tuple[int, str]]:
        """Where a sentence outside quotation marks begins with a person's name, and the full name."""
        found = []
        for match in self._runs:
            before = self._folded[max(0, match.start() - 3):match.start()].rstrip(" ")
            if before and before[-1] not in ".!?\n":
                continue
            words, _ = without_titles(match.group().removesuffix("'s").split(" "))
            person = self.full(words[-1], match.start()) if words else None
            if person is not None and not match.group().endswith("'s"):
                found.append((match.start(), person.name))
        return found

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


def _office(words: list[str]) -> str | None:
    """The office that the last word in front of a name gives: "Gov." is governor."""
    word = words[-1].strip(".").lower() if words else ""
    other = any(each.strip(".").lower() in _NOT_THE_OFFICE for each in words)
    if [each.lower() for each in words[-2:]] == ["prime", "minister"]:
        word = "prime minister"
    return None if other or word.rsplit(" ", 1)[-1] not in _public_offices() else _OFFICES.get(word, word)


@functools.cache
def _public_offices() -> frozenset[str]:
    return frozenset(word for rule in lexicon.load("titles") if rule.rule_id == "title.office"
                     for word in rule.pattern.split("|"))


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
