"""Is one class of people wider than another: "residents" than "citizens", "users" than "certain users"?

`population_classes.tsv` names for each class the classes that hold it (`citizen < national resident`), so that width
is read from a chain and not from a number; classes that no chain joins are different, not wider. The same nouns are
compared by their quantifier (`class_quantifiers.tsv`), the small words before them, and what is left out ("other
than"). Not judged: names of places, since one place has many names.
"""

import functools
import re
from typing import NamedTuple

from crosscheck import lexicon
from crosscheck.comparing.words import STOPWORDS
from crosscheck.text import fold

_LEFT_OUT = re.compile(r"\b(?:other than|except(?: for)?|excluding|apart from|save for|but not)\b")
_WORD = re.compile(r"[a-z][a-z'-]+")
_SMALL = frozenset("the its their our your his her of on against for to from in any all every each no".split())
_MODIFIERS = 3


class Shift(NamedTuple):
    """How a class has changed: widened, narrowed or replaced, and what makes it so."""

    change: str
    detail: str


def class_nouns(words: str) -> dict[str, str]:
    """The class nouns in `words`, in lower case and in order, each with the class it names.

    >>> class_nouns("citizens or whole populations")
    {'citizens': 'citizen', 'populations': 'public'}
    """
    return dict(_named(words))


@functools.lru_cache(maxsize=20_000)
def _named(words: str) -> tuple[tuple[str, str], ...]:
    text = fold(words).lower()
    found = sorted((m.start(), m.group(), name) for regex, name in _nouns() for m in regex.finditer(text))
    return tuple((noun, name) for _, noun, name in found)


def related(a: str, b: str) -> bool:
    """Whether one class holds the other, or both are the same."""
    return a == b or a in wider_than(b) or b in wider_than(a)


@functools.cache
def wider_than(name: str) -> frozenset[str]:
    """All classes that hold the class `name`.

    >>> sorted(wider_than("citizen"))
    ['national', 'person', 'public', 'resident']
    """
    found: set[str] = set()
    for parent in _parents().get(name, ()):
        found |= {parent} | wider_than(parent)
    return frozenset(found)


def class_shift(was: str, now: str) -> Shift | None:
    """How the class in the words `now` differs from that in `was`; None if it does not."""
    before, after = class_nouns(was), class_nouns(now)
    gone = [noun for noun in before if before[noun] not in after.values()]
    come = [noun for noun in after if after[noun] not in before.values()]
    if not gone and not come:
        return _finer_shift(was, now)
    wider, narrower = _holds(after, before), _holds(before, after)
    change = "widened" if wider and not narrower else "narrowed" if narrower and not wider else "replaced"
    return Shift(change, ", ".join([*(f"without {w}" for w in gone), *(f"with {w}" for w in come)]))


def _holds(wide: dict[str, str], narrow: dict[str, str]) -> bool:
    """Whether each class in `narrow` is, or lies within, a class in `wide`."""
    names = set(wide.values())
    return all(name in names or names & wider_than(name) for name in narrow.values())


def _finer_shift(was: str, now: str) -> Shift | None:
    """The same nouns: a class of which some or all are meant, of which some are left out, with other small words."""
    left_out = _LEFT_OUT.search(fold(was).lower()), _LEFT_OUT.search(fold(now).lower())
    if bool(left_out[0]) != bool(left_out[1]):
        return Shift("narrowed", f'"{left_out[1].group()}"') if left_out[1] else Shift("widened", "none left out")
    some = _partial(was), _partial(now)
    if bool(some[0]) != bool(some[1]):
        return Shift("narrowed", f"only {some[1]}") if some[1] else Shift("widened", f"not only {some[0]}")
    before, after = _modifiers(was), _modifiers(now)
    gone, come = [w for w in before if w not in after], [w for w in after if w not in before]
    if not gone and not come:
        return None
    change = "replaced" if gone and come else "widened" if gone else "narrowed"
    return Shift(change, ", ".join([*(f"without {w}" for w in gone), *(f"with {w}" for w in come)]))


def _partial(words: str) -> str:
    """The word that says that only a part of a class is meant, or the empty string."""
    text = fold(words).lower()
    found = (match for rule in lexicon.load("class_quantifiers") if (match := rule.regex.search(text)))
    return next((match.group() for match in found), "")


def _modifiers(words: str) -> list[str]:
    """The small words right before the class nouns, without articles, quantifiers and names."""
    found: list[str] = []
    for noun in class_nouns(words):
        at = fold(words).lower().find(noun)
        before = fold(words)[:at].split()[-_MODIFIERS:]
        found += [w for w in before if _WORD.fullmatch(w) and w not in _SMALL | STOPWORDS and not _partial(w)]
    return list(dict.fromkeys(found))


@functools.cache
def _nouns() -> tuple[tuple[re.Pattern, str], ...]:
    """Each class noun with the name of its class."""
    return tuple((rule.regex, rule.label.split()[0]) for rule in lexicon.load("population_classes"))


@functools.cache
def _parents() -> dict[str, list[str]]:
    """For each class those that hold it directly."""
    return {name: wider.split() for rule in lexicon.load("population_classes")
            for name, _, wider in (rule.label.partition(" <"),)}
