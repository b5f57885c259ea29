"""Which words carry what a passage is about, and which kind of happening does it name?

A passage becomes its content words: stems of all words that are neither function words nor time words, for each word
that names a happening also its family (`~reveal` for announced, disclosed, admitted) from the lexicon `happenings`,
and each named occasion (`@staff meeting`). Rare words weigh more than words that the whole story uses. Not found:
synonyms outside the families.
"""

import functools
import math
import re
from collections import Counter
from collections.abc import Iterable

from crosscheck.lexicon import load
from crosscheck.text import WORD, fold_word
from crosscheck.wording import stem

FAMILY, OCCASION = "~", "@"
SPEECH = frozenset(("~reveal", "~issue", "~publish", "~criticise", "~plan"))
PARTICLES = frozenset("down aside off out up in into effect force landfall back".split())
STOPWORDS = frozenset("""
a about above across after again against ago all almost along already also although always am among amid an and
another any anyone anything are around as at away back be became because been before being below between both but by
came can cannot come could did didn't do does doesn't doing don't done down due during each either else even ever
every few first following for former from further get given go going gone got had has have having he her here hers
him himself his how however i if in including indeed inside instead into is isn't it its itself just last late later
least less let like likely made make makes making many may me meanwhile might more most much must my near nearly
never new next no nor not now of off often on once one only onto or other others our out over own part per perhaps
put rather s said same say saying says see several shall she should since so some someone something soon still such
t take than that the their them themselves then there these they thing things this those though through throughout
thus to told too took toward towards two under until up upon us use used using very via was wasn't way we well were
what when whether which while who whole whom whose why will with within without won't would yet you your
according added adds called earlier mr mrs ms dr
""".split())
_TIME = frozenset("""
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow tonight day days
week weeks month months year years morning afternoon evening night noon midnight hour hours minute minutes pm
""".split())

_WHICH = re.compile(r"(?<![\w'\u2019])([A-Za-z]{3,20})\s$")
_PLAIN = frozenset("""the a an this that his her its their our same internal first last next recent new private public
closed brief long special another any each no one day and or of in on at for""".split())


@functools.lru_cache(maxsize=65536)
def content_words(text: str) -> tuple[str, ...]:
    """The distinct content words of `text` in order, families among them.

    >>> content_words("The harbour announced its closure on Monday")
    ('harbor', 'announc', '~reveal', 'closur')
    """
    found: dict[str, None] = {}
    words = WORD.findall(text)
    for word, after in zip(words, [*words[1:], ""], strict=False):
        terms = _terms(word, after.lower() if after.lower() in PARTICLES else "")
        if terms:
            found.update(terms)
    return (*found, *(f"{OCCASION}{which} {head}" for which, head in occasions(text)))


@functools.lru_cache(maxsize=200_000)
def _terms(word: str, particle: str) -> dict[str, None]:
    """The stem of a word and the families of happenings that it names; nothing for function words and time words."""
    folded = fold_word(word)
    if folded in STOPWORDS or folded in _TIME or len(folded) < 2:
        return {}
    return dict.fromkeys((stem(folded), *families(f"{folded} {particle}" if particle else folded)))


def occasions(told: str) -> list[tuple[str, str]]:
    """The named occasions in a passage, each with the word that tells it from others.

    >>> occasions("After the budget debate, the mayor spoke")
    [('budget', 'debate')]
    """
    found = []
    for match in _occasions().finditer(told):
        which = _WHICH.search(told, max(0, match.start() - 24), match.start())
        if which and which[1].lower() not in _PLAIN:
            found.append((which[1].lower(), match.group().lower()))
    return found


def occasion_of(word: str) -> tuple[str, ...]:
    """The mark of an occasion if the word names one ("hearing", "vote"), else nothing."""
    return (OCCASION + word.lower(),) if _occasions().fullmatch(word) else ()


@functools.cache
def _occasions() -> re.Pattern:
    return re.compile(rf"\b(?:{'|'.join(rule.pattern for rule in load('occasions'))})\b", re.IGNORECASE)


@functools.lru_cache(maxsize=65536)
def families(phrase: str) -> tuple[str, ...]:
    """The families of happenings that a word, or a word with its particle, names.

    >>> families("resigned"), families("garden")
    (('~leave',), ())
    """
    rules, pattern = _families()
    return tuple(dict.fromkeys(FAMILY + rules[match.lastgroup] for match in pattern.finditer(phrase)))


@functools.cache
def _families() -> tuple[dict[str, str], re.Pattern]:
    rules = {f"r{place}": rule for place, rule in enumerate(load("happenings"))}
    pattern = "|".join(f"(?P<{name}>{rule.pattern})" for name, rule in rules.items())
    return {name: rule.label for name, rule in rules.items()}, re.compile(pattern, re.IGNORECASE)


def is_act(word: str) -> bool:
    """Whether a content word stands for a kind of happening that is more than speech."""
    return word.startswith(FAMILY) and word not in SPEECH


def weights(passages: Iterable[tuple[str, ...]]) -> dict[str, float]:
    """For each word how much it tells: the logarithm of how rare it is among `passages`; families count half."""
    passages = list(passages)
    counts = Counter(word for words in passages for word in words)
    total = len(passages) + 1
    return {word: math.log(total / (count + 0.5)) * (0.7 if word.startswith(FAMILY) else 1)
            for word, count in counts.items()}
