"""Which words must a text hold for a pattern to match in it?

Looking for a plain word is many times faster than searching for a pattern, and a pattern that no text needs is not
compiled. `needed` reads such words off a pattern, `plain` puts a text into the letters they are written in. Not found:
what look-arounds ask for, and words that run on over brackets.
"""

import functools
import re

MOST = 60  # words of which one is needed; with more of them the pattern is as fast
_PLAIN = r"[A-Za-z0-9 '\"%&/;<>@_,:=~!-]"
_QUANTIFIER = r"[?*+][?+]?|\{\d*,?\d*\}[?+]?"
_TOKEN = re.compile(rf"(?:{_PLAIN}(?!{_QUANTIFIER}))+|\\.|\[\^?\]?[^\]]*\]|\(\?(?::|=|!|<=|<!|P<\w+>|-?[a-z]+:)|"
                    rf"{_QUANTIFIER}|.", re.DOTALL)
_ASIDE = ("(?=", "(?!", "(?<=", "(?<!")
_MAYBE = ("?", "*", "{0", "{,")
_STRANGE = re.compile(r"\(\?(?:P=|[^P:=!<-]*\)|\(|>|#)|\(\?[a-z]*x")
_IS_PLAIN = re.compile(_PLAIN).match
_NOTHING: tuple[str, ...] = ()


@functools.cache
def needed(pattern: str) -> tuple[str, ...]:
    """Words of which one stands in the `plain` form of every text that `pattern` matches; none if that is unknown.

    >>> needed("closed? (?:road|lane)|shut (?:down)?"), needed("a?(?!road)")
    (('close', 'shut '), ())
    """
    if _STRANGE.search(pattern):
        return _NOTHING
    found, _ = _of_alternatives(_TOKEN.findall(pattern), 0)
    return tuple(dict.fromkeys(found)) if len(found) <= MOST else _NOTHING


def is_possible(pattern: str, low: str) -> bool:
    """Whether `pattern` can match in a text, as far as the words in its `plain` form `low` tell."""
    words = needed(pattern)
    return not words or any(word in low for word in words)


def plain(text: str) -> str:
    """`text` in lower case, with plain letters for those that a pattern takes for them where case is ignored."""
    if text.isascii():
        return text.lower()
    return text.replace("İ", "i").lower().replace("ı", "i").replace("ſ", "s")


class Lazy:
    """A pattern that is compiled when a text first holds what it needs."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern, self._flags = pattern, flags
        self._regex: re.Pattern | None = None

    def within(self, low: str) -> re.Pattern | None:
        """The compiled pattern; None while no text needed it, if it cannot match in one with the plain form `low`."""
        if self._regex is None and is_possible(self._pattern, low):
            self._regex = re.compile(self._pattern, self._flags)
        return self._regex


def _of_alternatives(tokens: list[str], at: int) -> tuple[tuple[str, ...], int]:
    """What is needed up to a closing bracket, and where that stands."""
    found = []
    while True:
        needs, at = _of_sequence(tokens, at)
        found.append(needs)
        if at >= len(tokens) or tokens[at] == ")":
            return (tuple(word for needs in found for word in needs) if all(found) else _NOTHING), at
        at += 1


def _of_sequence(tokens: list[str], at: int) -> tuple[tuple[str, ...], int]:
    best, count = _NOTHING, len(tokens)
    while at < count and tokens[at] not in "|)":
        token, at = tokens[at], at + 1
        needs = _NOTHING
        if token[0] == "(":
            needs, at = _of_alternatives(tokens, at)
            needs, at = _NOTHING if token in _ASIDE else needs, at + 1
        elif _IS_PLAIN(token):
            needs = (token.lower(),)
        if not (at < count and tokens[at].startswith(_MAYBE)) and _worth(needs) > _worth(best):
            best = needs
    return best, at


def _worth(needs: tuple[str, ...]) -> tuple[int, int]:
    """How much it tells that one of `needs` stands in a text."""
    return min(map(len, needs), default=0), -len(needs)
