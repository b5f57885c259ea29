"""How is text folded for searching, cut into tokens, and pointed at?

Folding maps one character to one character, so an offset in the folded text is an offset in the raw text.
Spelling is folded a word at a time, never in place. Not found here: sentences (`reading.sentences`).
"""

import hashlib
import re
from collections.abc import Iterable
from typing import NamedTuple

_FOLD = {
    **dict.fromkeys("‘’‚‛′ʼ", "'"), **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f", " "),
}
WORD = re.compile(r"[^\W_]+(?:[.'’&‑-][^\W_]+)*", re.UNICODE)
_SPELLING = tuple((re.compile(a), b) for a, b in (
    (r"is(e|ed|es|ing|ation|ations|er|ers)$", r"iz\1"),     # organise, realised, modernisation
    (r"ys(e|ed|es|ing)$", r"yz\1"),                         # analyse
    (r"(defen|offen|licen|preten)ce(s?)$", r"\1se\2"),      # defence
    (r"(\w{2,})our(s|ed|ing|ite|able|al|hood)?$", r"\1or\2"),  # favour, neighbour
    (r"(\w)ll(ed|ing|er|ers)$", r"\1l\2"),                  # cancelled, labelling
    (r"(cent|theat|met|lit|fib)re(s?)$", r"\1er\2"),        # centre
    (r"(program)me(s?)$", r"\1\2"),
))
_SPELT_APART = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _SPELLING))
_INK = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]")
_KEEP_OUR = frozenset("our four hour hours tour tours pour your flour sour devour contour contours course".split())


class Token(NamedTuple):
    """A word with its place: `text[start:end] == word`; `folded` is lower case with one spelling."""

    start: int
    end: int
    word: str
    folded: str


def fold(text: str) -> str:
    """`text` with straight quotes, ASCII hyphens and plain spaces; the same length, so offsets stay true."""
    if text.isascii():
        return text
    for character, plain in _FOLD.items():  # many times faster than str.translate on long texts
        if character in text:
            text = text.replace(character, plain)
    return text


def fold_word(word: str) -> str:
    """One spelling for one word: lower case, straight apostrophe, no possessive, American endings.

    >>> fold_word("Organisation’s"), fold_word("cancelled"), fold_word("your")
    ('organization', 'canceled', 'your')
    """
    word = fold(word).lower().removesuffix("'s").strip("'.-")
    if word in _KEEP_OUR or len(word) < 5 or not _SPELT_APART.search(word):
        return word
    for pattern, replacement in _SPELLING:
        if pattern.search(word):
            return pattern.sub(replacement, word)
    return word


def tokens(text: str) -> list[Token]:
    """The words of `text` in order, with raw offsets."""
    return [Token(m.start(), m.end(), m.group(), fold_word(m.group())) for m in WORD.finditer(text)]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at either end; an empty span stays where it began."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text` with spaces over the spans, which stand in order; the same length and lines, so offsets stay true."""
    parts, place = [], 0
    for start, end in spans:
        parts += [text[place:start], _INK.sub(" ", text[start:end])]
        place = end
    return "".join((*parts, text[place:])) if place else text


def overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """How many characters two spans share; 0 if none."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def content_id(prefix: str, *parts: object) -> str:
    """A short id made from content alone: the same parts give the same id on every machine and run.

    >>> content_id("d", "abc", 3, 9)
    'd13f9f0714'
    """
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()
    return prefix + digest[:9]
