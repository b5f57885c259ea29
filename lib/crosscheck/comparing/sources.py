"""Whom does a cited name stand for in its article? Short forms, bare words and pronouns, where the text allows.

The codebook's names come first. Then, in one article: "the report" or "the newspaper" is the outlet cited last; "he"
and "she" the person cited or named last that the given name fits, "it" the body cited just before; a surname the full
name used in the article, else the only one in the folder that has it; "the company", "the court" a name before it
(`comparing.stand_ins`); "a company spokesperson" the body spoken for; and a name with an office or a trade before it
the name alone. What was resolved says how. Not resolved: "they", "officials", and what stands for nothing before it.
"""

import functools
import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from crosscheck.comparing.citations import key, role_of
from crosscheck.comparing.source_phrases import source_of
from crosscheck.comparing.stand_ins import StandIns
from crosscheck.lexicon import load
from crosscheck.people import People, without_titles
from crosscheck.source_kinds import head_of, kind_of
from crosscheck.text import fold

OWN_WORDS = re.compile(r"^(?:us|(?:this|our) (?:newspaper|paper|magazine|reporter|site|website|publication|outlet))$",
                       re.IGNORECASE)
PARTICLES = frozenset("de da del van von der bin al el la".split())
REACH = 400
FAR = 1500      # characters over which "he" may point back
NEARLY = 0.8    # part of the articles that mean one person by a surname, from which it is taken for that person's
RECENT = 40     # how many sources are remembered when a bare word is resolved
_HE = {"he": "m", "she": "f", "him": "m", "her": "f"}
_TRADE = re.compile(r"^(?:[Tt]he )?(?:[\w'&-]+ ){0,6}"
                    r"(?P<trade>(?!(?:the|an?) )[a-z][\w'-]*|\w+-(?:based|owned|backed|run|listed)) "
                    r"(?P<name>[A-Z][\w&.'-]*(?: (?:of |for |and |the )?[A-Z][\w&.'-]*){0,4})$")
_AGENCY = re.compile(r"^(?:EPA|AP|AFP|PA|Reuters|Getty(?: Images)?|REUTERS|AFP/Getty) (?=[A-Z])")  # of a picture above
_SPOKES = re.compile(r"^(?P<before>(?:[\w&.'-]+ ){0,6}?)(?:spokes\w+|representatives?|press office)"
                     r"(?: (?:for|of|from|at) (?P<whom>.{2,60}))?$")
_JOINS = re.compile(r"\b(?:of|for|in|at|and|to|by|from|with|on)\b")
_OFFICE = re.compile(r"^the (prime minister|president|governor|mayor|senator|chancellor|premier|ambassador|judge"
                     r"|minister|speaker|king|queen|commissioner|envoy|congressman|congresswoman)$", re.IGNORECASE)
_WORK = re.compile(r"^(?:[Aa]n?|[Tt]he) (?P<name>(?:[A-Z][\w.&]* ){0,3}[A-Z][\w.&]*?)(?:'s)? (?:[a-z]+ )?"
                   r"(?:tally|count|analysis|report|story|review|investigation|database|tracker|article)\b")
_POSSESSIVE = re.compile(r"'s? ")


class Source(NamedTuple):
    """One source as resolved: its name, its kind as in `chains.cited_type`, and how it was resolved, if it was."""

    name: str
    kind: str
    resolved: str | None = None


class Heard(NamedTuple):
    """Somebody to whom a pronoun may point: where, the name, and whether `cited` or `named` there."""

    place: int
    name: str
    how: str


class Folk:
    """The persons of all articles: full names by surname, and one form for each name."""

    def __init__(self, people: list[People]) -> None:
        forms: dict[str, Counter] = {}
        for each in people:
            for person in each.named():
                forms.setdefault(plain_name(person.name), Counter())[person.name] += 1
        self._form = {plain: min(names, key=lambda name: (-names[name], len(name), name))
                      for plain, names in forms.items()}
        self._surnames: dict[str, Counter] = {}
        for plain, names in forms.items():
            self._surnames.setdefault(plain.rsplit(" ", 1)[-1], Counter())[plain] += names.total()

    def form(self, name: str) -> str:
        """The form in which most articles write this name: with or without a middle initial."""
        return self._form.get(plain_name(name), name)

    def only(self, surname: str) -> str | None:
        """The full name that alone in the folder has this surname, or that nearly every article means by it."""
        found = self._surnames.get(surname.lower(), Counter())
        best, count = min(found.items(), key=lambda item: (-item[1], item[0]), default=(None, 0))
        return self._form[best] if best and count >= NEARLY * found.total() else None


def plain_name(name: str) -> str:
    """A person's name without middle names: "Ann B. Lee" and "Ann Lee" are one."""
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii") or name
    words = [word.strip(".").lower() for word in flat.split()]
    given = next((word for word in words[:-1] if len(word) > 1), words[0])
    return f"{given} {words[-1]}"


def is_outlet(name: str, outlet: str) -> bool:
    """Whether a name is that of an outlet, as written, by its initials, or without what the outlet's name adds to it.

    >>> is_outlet("AP", "Associated Press"), is_outlet("Post", "The Evening Post"), is_outlet("Post", "Evening Herald")
    (True, True, False)
    """
    short, full = key(name), key(outlet)
    if short == full or not short or full.endswith(f" {short}"):
        return bool(short)
    words = re.findall(r"[^\W_]+", full)
    return name.isupper() and len(words) > 1 and short == "".join(word[0] for word in words) or bool(
        re.match(rf"{re.escape(short)}(?: \(| - | (?:online|news|digital|web)\b)", full))


class Sources:
    """The sources of one article, heard in the order of the text."""

    def __init__(self, names: dict[str, str], people: People, folk: Folk, stand_ins: StandIns,
                 outlet: str | None = None) -> None:
        self._names, self._folk, self._stand_ins, self._outlet = names, folk, stand_ins, outlet
        self.people = people
        self._outlets: list[str] = []
        self._unnamed: list[str] = []
        self._known: set[str] = set()
        self._persons: list[tuple[int, str]] = []
        self._bodies: list[tuple[int, str]] = []
        self._named = people.named()
        self._subjects = people.subjects()
        self._phrases: dict[str, str | None] = {}

    def know_outlets(self, names: list[str]) -> None:
        """Take these names for outlets wherever they stand in the article."""
        self._known.update(key(name) for name in names if not _is_known_body(name))

    def know(self, attribution) -> None:
        """Take one word for the surname of somebody where reading took the attribution's source for a person."""
        name = attribution.source_text
        if attribution.source_type == "person" and " " not in name and name[:1].isupper():
            self.people.know(fold(name).removesuffix("'s"))

    def hear(self, source: Source, at: int) -> None:
        """Remember that `source` was cited at the offset `at`."""
        if source.kind == "outlet" and source.name not in self._outlets[-1:]:
            self._outlets.append(source.name)
            self._known.add(key(source.name))
        elif source.kind == "person":
            self._persons.append((at, source.name))
        elif source.kind == "organisation":
            self._bodies.append((at, source.name))
        elif source.kind == "unnamed":
            self._unnamed.append(source.name)

    def resolve(self, words: str, at: int, *, outlet: bool = False) -> Source | None:
        """The source that `words`, at the offset `at`, stand for; None if they name none.

        `outlet` says that the phrase around them cites an outlet.
        """
        if key(words) in _HE or key(words) == "it":
            return self._pronoun(key(words), at)
        if words not in self._phrases:
            self._phrases[words] = source_of(words, self.people)
        plain = self._phrases[words]
        if plain is None or key(plain) in ("i", "we", "you", "they", "who", "one"):
            return self._own(words)
        return (self._own(plain) or self._by_codebook(plain, outlet) or self._work(plain) or self._person(plain, at)
                or self._bare_report(plain, at) or self._stand_in(plain, at) or self._body(plain, outlet))

    def is_own(self, name: str) -> bool:
        """Whether `name` is that of the article's own outlet."""
        return self._outlet is not None and is_outlet(name, self._outlet)

    def _own(self, plain: str) -> Source | None:
        if OWN_WORDS.match(fold(plain)):
            return Source(self._outlet or plain, "outlet", f"“{plain}”: the article’s own outlet")
        if self._outlet and is_outlet(plain, self._outlet):
            return Source(self._outlet, "outlet", "the article’s own outlet")
        return None

    def _pronoun(self, word: str, at: int) -> Source | None:
        if word == "it":
            last = next(((place, name) for place, name in reversed(self._bodies[-RECENT:]) if place < at), None)
            return None if last is None or at - last[0] > REACH else Source(
                last[1], "organisation", "“it”: the body cited last before it")
        said = next((Heard(place, name, "cited") for place, name in reversed(self._persons[-RECENT:])
                     if place < at and self._fits(name, _HE[word])), None)
        named = self._last_named(_HE[word], at)
        if named and said and self._stand_ins.in_one_sentence(said.place, named.place):
            named = None        # somebody whom the person cited spoke of
        heard = (said, self._last_subject(_HE[word], at), named)
        last = max([each for each in heard if each],
                   key=lambda each: (each.place, each.how == "cited"), default=None)
        if last is None or at - last.place > FAR:
            return None
        return Source(last.name if last is said else self._folk.form(last.name), "person",
                      f"“{word}”: the person {last.how} last before it")

    def _fits(self, name: str, kind: str) -> bool:
        """Whether a pronoun of this kind may stand for the person."""
        return (self.people.sex(name) or kind) == kind

    def _last_subject(self, kind: str, at: int) -> Heard | None:
        """The person that a sentence last began with."""
        stop = bisect_left(self._subjects, (at, ""))
        before = self._subjects[max(0, stop - RECENT):stop]
        return next((Heard(place, name, "named") for place, name in reversed(before)
                     if at - place < FAR and self._fits(name, kind)), None)

    def _last_named(self, kind: str, at: int) -> Heard | None:
        """The person last named in full whom the pronoun is known to fit."""
        stop = bisect_left(self._named, at, key=lambda person: person.start)
        before = self._named[max(0, stop - RECENT):stop]
        return next((Heard(person.start, person.name, "named") for person in reversed(before)
                     if at - person.start < REACH and self.people.sex(person.name) == kind), None)

    def _work(self, plain: str) -> Source | None:
        """The outlet whose own tally, analysis or report it is: "a Reuters tally"."""
        match = _WORK.match(fold(plain))
        if match is None or key(match["name"]) not in self._known and kind_of(match["name"], self.people) != "outlet":
            return None
        name = self._outlet if self._outlet and is_outlet(match["name"], self._outlet) else match["name"]
        return Source(name, "outlet", f"“{plain}”: its own work")

    def _by_codebook(self, plain: str, outlet: bool) -> Source | None:
        for form in (plain, " ".join(without_titles(plain.split())[0]), _bare_body(plain)):
            found = self._names.get(key(form))
            if found is not None:
                return Source(found, self._kind(found, outlet),
                              None if key(found) == key(plain) else f"codebook: “{plain}”")
        return None

    def _bare_report(self, plain: str, at: int) -> Source | None:
        if role_of(plain) == "bare_report":
            return Source(self._outlets[-1], "outlet", f"“{plain}”: the source cited last before it") if (
                self._outlets) else Source(plain, "unnamed")
        if role_of(plain) is not None:
            return self._spokesperson(plain, at)
        full = next((name for name in reversed(self._outlets[-RECENT:]) if key(name).endswith(" " + key(plain))), None)
        return Source(full, "outlet", f"“{plain}”: short for a name used before it") if full else None

    def _spokesperson(self, plain: str, at: int) -> Source:
        """The body that a spokesperson speaks for, where the phrase or the text before it names that body."""
        match = _SPOKES.search(fold(plain)) if role_of(plain) == "spokesperson" else None
        if match is None:
            return self._same(plain)
        body = re.sub(r"^(?:an?|the|one)(?: |$)", "", (match["whom"] or match["before"] or "").strip(), flags=re.I)
        body = body.removesuffix("'s").removesuffix("’s")
        if body and not re.search("[A-Z]", body):
            body = self._stand_ins.resolve(f"the {body}", at) or ""
        name = self._names.get(key(body), body)
        return Source(name, self._kind(name, outlet=False), f"“{plain}”: speaks for it") if name else (
            Source(plain, "unnamed"))

    def _same(self, plain: str) -> Source:
        """Unnamed people; "the same officials" are those cited last before."""
        noun = plain.split()[-1]
        said = reversed(self._unnamed[-RECENT:]) if plain.lower().startswith("the same ") else ()
        last = next((name for name in said if noun in name.split()), None)
        if last is None:
            return Source(plain, "unnamed")
        return Source(last, "unnamed", f"“{plain}”: those cited last before it")

    def _person(self, plain: str, at: int) -> Source | None:
        """A person under one name, without office."""
        folded = fold(plain)
        if (match := _OFFICE.match(folded)) and (held := self.people.holder(match[1].lower(), at)):
            found = self._by_name(held.split(), plain, at)
            return found and found._replace(resolved=f"“{plain}”: who is named with this office last before it")
        alone = " " not in folded and folded[:1].isupper() and self._folk.only(folded) is not None
        if not alone and kind_of(folded, self.people) != "person":
            return None
        for part in re.split(r", | and ", folded):
            part = head_of(part)
            words, _ = without_titles(_POSSESSIVE.split(part)[-1].removesuffix("'s").split())
            words = _last_capitals(words)
            if words and words[-1][:1].isupper() and (found := self._by_name(words, plain, at)):
                return found
        return Source(plain, "person") if role_of(plain) is None else None

    def _by_name(self, words: list[str], plain: str, at: int) -> Source | None:
        surname = words[-1].strip(".")
        named = self.people.ending(words, at) if len(words) > 1 else None
        if named is not None:
            words = words[-1:]
        named = named or self.people.full(surname, at)
        full = self._folk.form(named.name) if named else self._folk.only(surname) if len(words) == 1 else None
        if len(words) > 1 and (full is None or plain_name(full) != plain_name(" ".join(words[-4:]))):
            full = self._folk.form(" ".join(words[-4:]))
        if full is None:
            return Source(surname, "person") if self.people.surname(surname) else None
        full = self._names.get(key(full), full)
        how = None if key(full) == key(plain) else f"“{plain}”: " + (
            "the same name in this article" if named else "the one of this name in the folder"
            if len(words) == 1 else "the name alone")
        return Source(full, "person", how)

    def _stand_in(self, plain: str, at: int) -> Source | None:
        found = self._stand_ins.resolve(plain, at)
        if found is None:
            return None
        name = self._names.get(key(found), found)
        return Source(name, self._kind(name, outlet=False), f"“{plain}”: the name before it that this may stand for")

    def _body(self, plain: str, outlet: bool) -> Source:
        """A body, document or unnamed source as it is; a name with a trade before it as the name."""
        bare = _bare_body(plain)
        return Source(bare, self._kind(bare, outlet), None if bare == plain else f"“{plain}”: the name alone")

    def _kind(self, name: str, outlet: bool) -> str:
        kind = kind_of(fold(name), self.people)
        if kind in ("pronoun", "none") or role_of(name) is not None:
            return "unnamed"
        named = name[:1].isupper() or " " in name and name.split()[1][:1].isupper()
        if key(name) in self._known:
            return "outlet"
        may_be = outlet and named and kind in ("organisation", "person")
        return "outlet" if may_be and not _is_known_body(name) else kind


@functools.cache
def _bodies() -> frozenset[str]:
    """Words that make a name that of a body which publishes no news."""
    return frozenset(word for rule in load("organisation_words") if rule.rule_id in ("body.civil", "body.learning")
                     for word in rule.pattern.split("|"))


def _last_capitals(words: list[str]) -> list[str]:
    """The name at the end: what follows the last word in small letters that joins no name."""
    cut = max((place for place, word in enumerate(words, start=1)
               if not word[:1].isupper() and word not in PARTICLES), default=0)
    return words[cut:] or words[-1:]


def _bare_body(plain: str) -> str:
    """The name behind a trade: "airline giant Skyways" is Skyways."""
    plain = _AGENCY.sub("", plain)
    found = _TRADE.match(fold(plain))
    if not found or _POSSESSIVE.search(fold(plain)) or not found["trade"] or (
            _JOINS.search(fold(plain)[:found.start("name")])):
        return plain
    return plain[found.start("name"):]


@functools.lru_cache(maxsize=16_384)
def _is_known_body(name: str) -> bool:
    """Whether words of a name say that it is a body or person of another kind than an outlet."""
    folded = fold(name)
    if any(word.lower() in _bodies() for word in folded.split()[1:]):
        return True
    return any(rule.regex.search(folded) for rule in load("source_types") if rule.label in ("organisation", "person"))
