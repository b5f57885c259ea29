"""Which word forms are one word, and which words negate, hedge, limit or say how far a thing has come?

`stem` brings the forms of a word together (`lexicons/inflections.tsv` for the irregular ones, endings for the
rest). `plain_words` reads the lexicons whose patterns are bare words. Not found: senses; two words with one
spelling are one.
"""

import functools
import re

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
    "himself herself themselves according said says say".split())
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
    """One pattern for all rules of a lexicon, for folded lower-case text, and the rule behind each group name."""
    rules = {f"r{i}": rule for i, rule in enumerate(lexicon.load(name))}
    return re.compile("|".join(f"(?P<{group}>{rule.pattern})" for group, rule in rules.items())), rules


@functools.lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The form under which the inflections of a word meet; no word of a dictionary.

    >>> stem("Rising"), stem("rose"), stem("organised"), stem("agencies")
    ('ris', 'ris', 'organiz', 'agency')
    """
    word = fold_word(word).removesuffix("n't")
    irregular = _irregular().get(word)
    if irregular:
        return _cut(irregular)
    return _cut(word)


def _cut(word: str) -> str:
    if len(word) < 4 or not word.isascii():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) > 2 and _VOWEL.search(root):
            word = _undouble(root)
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def _undouble(root: str) -> str:
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz":
        return root[:-1]
    return root


@functools.cache
def _irregular() -> dict[str, str]:
    return plain_words("inflections")


def lowered(text: str) -> str:
    """`text` folded and in lower case; the same length, so offsets stay true."""
    low = fold(text).lower()
    if len(low) == len(text):
        return low
    return "".join(char if len(char.lower()) != 1 else char.lower() for char in fold(text))
