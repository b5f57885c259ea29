"""Which word forms are one word, and which words negate, hedge, limit or say how far a thing has come?

`stem` brings the forms of a word together (`lexicons/inflections.tsv` for the irregular ones, endings for the
rest). `plain_words` reads the lexicons whose patterns are bare words. Small words also tell which texts are not
English. Not found: senses; two words with one spelling are one.
"""

import functools
import re
from collections.abc import Iterable

from crosscheck import lexicon
from crosscheck.errors import LexiconError
from crosscheck.text import fold, fold_word

FUNCTION_WORDS = frozenset(
    "a an the this that these those some any each every both either such its his her their our your my it "
    "he she they we you i him them us who whom whose which what where when why how there here of in on at "
    "by for with from to into onto upon as than about over under after before during between among "
    "through against within without across along around behind beyond toward towards near off out up down "
    "per via since until till and or but nor so yet if then because while although though unless whereas "
    "whether be is are was were been being am do does did done doing have has had having will would shall "
    "should can could may might must ought not no nor also too very more most less least much many just "
    "only even still again once ever never now later earlier soon already however meanwhile moreover "
    "furthermore therefore thus hence rather quite almost nearly own same other another one's itself "
    "himself herself themselves according said says say following".split())
LONGEST = 40
ENGLISH = 0.12  # share of small words that an English text has at least
SPOKEN = 40     # words of a text whose language can be told
_PLAIN = re.compile(r"[\w' .|?&-]+$")
_VOWEL = re.compile(r"[aeiouy]")


@functools.cache
def plain_words(name: str) -> dict[str, str]:
    """Word to label, from a lexicon whose patterns are bare words with `|` between; else `LexiconError`."""
    words = {}
    for rule in lexicon.load(name):
        if not _PLAIN.match(rule.pattern):
            raise LexiconError(f"{name}.tsv: {rule.rule_id}: only plain words with | between, not {rule.pattern!r}")
        words.update(dict.fromkeys(rule.pattern.split("|"), rule.label))
    return words


@functools.cache
def pattern_of(name: str) -> tuple[re.Pattern, dict[str, lexicon.Rule]]:
    """One pattern for all rules of a lexicon, for lowered text, and the rule behind each group name of a match.

    Each pattern is a row of alternatives that begin with plain letters at the beginning of a word; they are sorted by
    their first letters, so that most words are passed over at once.
    """
    alternatives, rules = [], {}
    for rule in lexicon.load(name):
        for alternative in _alternatives(rule.pattern):
            rules[f"r{len(rules)}"] = rule
            alternatives.append((alternative[:2], f"(?P<r{len(rules) - 1}>{alternative[2:]})"))
    return re.compile(by_first_letters(alternatives)), rules


@functools.cache
def beginnings(names: tuple[str, ...]) -> tuple[re.Pattern, dict[str, tuple[str, ...]]]:
    """An empty match wherever a word or phrase of these lexicons may begin, for lowered text; and for each two letters
    with which one begins the lexicons that have it."""
    known = [(alternative, name) for name in names for rule in lexicon.load(name)
             for alternative in _alternatives(rule.pattern)]
    first: dict[str, dict[str, None]] = {}
    for alternative, name in known:
        first.setdefault(alternative[:2], {})[name] = None
    pattern = by_first_letters([(alternative[:2], alternative[2:]) for alternative, _ in known])
    return re.compile(rf"\b(?={pattern})"), {letters: tuple(found) for letters, found in first.items()}


def in_another_language(passages: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The articles that hold hardly a small word of English, from (article, passage) pairs; short ones never.

    >>> in_another_language([("a", "Der Hafen bleibt heute geschlossen. " * 9), ("b", "The port is shut. " * 12)])
    frozenset({'a'})
    """
    counts: dict[str, list[int]] = {}
    for article, passage in passages:
        words = [word for word in passage.lower().split() if word[0].isalpha()]
        held = counts.setdefault(article, [0, 0])
        held[0] += len(words)
        held[1] += sum(word in FUNCTION_WORDS for word in words)
    return frozenset(article for article, (total, small) in counts.items()
                     if total >= SPOKEN and small < ENGLISH * total)


def by_first_letters(alternatives: list[tuple[str, str]]) -> str:
    """A pattern that tries only the alternatives (first two letters, rest) that begin as a word does."""
    if bad := [first for first, _ in alternatives if not re.fullmatch(r"[a-z][a-z' ]", first)]:
        raise LexiconError(f"an alternative must begin with two plain letters, not {bad[0]!r}")
    letters: dict[str, dict[str, list[str]]] = {}
    for first, rest in alternatives:
        letters.setdefault(first[0], {}).setdefault(first[1], []).append(rest)
    branches = (f"{one}(?:" + "|".join(f"{two}(?:{'|'.join(rests)})" for two, rests in seconds.items()) + ")"
                for one, seconds in letters.items())
    return rf"\b(?:{'|'.join(branches)})"


def _alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern, each beginning with its own letters: `\\b(?:a|b)c` gives `ac` and `bc`."""
    pattern = pattern.removeprefix(r"\b")
    cuts = [-1, *(i for i, depth in enumerate(_depths(pattern)) if pattern[i] == "|" and not depth), len(pattern)]
    found = []
    for part in (pattern[a + 1:b] for a, b in zip(cuts, cuts[1:], strict=False)):
        if part.startswith("(?:"):
            close = _depths(part).index(0, 1)
            found += [inner + part[close + 1:] for inner in _alternatives(part[3:close])]
        else:
            found.append(part)
    return found


def _depths(pattern: str) -> list[int]:
    """How many groups each character of a pattern stands in; escapes and classes hold no brackets in our lexicons."""
    depths, depth = [], 0
    for char in pattern:
        depth -= char == ")"
        depths.append(depth)
        depth += char == "("
    return depths


@functools.lru_cache(maxsize=262_144)
def stem(word: str) -> str:
    """The form under which the inflections of a word meet; no word of a dictionary.

    >>> stem("Rising"), stem("rose"), stem("organised"), stem("agencies")
    ('ris', 'ris', 'organis', 'agency')
    """
    if len(word) > LONGEST:
        return word
    low = fold(word).lower().removesuffix("'s").removesuffix("n't").strip("'.-")
    word = low if low.endswith(("lled", "lling")) else fold_word(low)
    root = _cut(_irregular().get(word, word))
    if root.endswith("iz"):
        root = root[:-1] + "s"
    return root[:-1] if len(root) > 5 and root.endswith("ll") else root


def _cut(word: str) -> str:
    if len(word) < 4 or not word.isascii():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("eed"):
        word = word[:-1]
    if word.endswith(("sses", "ches", "shes", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) > 2 and _VOWEL.search(root):
            word = root[:-1] if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "elsz" else root
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


@functools.cache
def _irregular() -> dict[str, str]:
    return plain_words("inflections")


@functools.lru_cache(maxsize=16)
def folded(text: str) -> str:
    """`text.fold`, kept for the few texts in hand."""
    return fold(text)


@functools.lru_cache(maxsize=16)
def lowered(text: str) -> str:
    """`text` folded and in lower case; the same length, so offsets stay true."""
    low = folded(text).lower()
    if len(low) == len(text):
        return low
    return "".join(char if len(char.lower()) != 1 else char.lower() for char in folded(text))
