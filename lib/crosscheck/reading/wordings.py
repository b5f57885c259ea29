"""Which rule of a lexicon knows the words of a paragraph or a sentence?

Rules are tried in order, at the start of the words. A rule whose note says "needs WORD|WORD" is tried only in a text
that holds one of these words, or a word that begins so, and there only where it stands: that is much faster than to try
them all.
"""

import functools
import re
from typing import NamedTuple

from crosscheck import lexicon

Label = tuple[str, str]

_HEAD = 4  # letters by which words are looked up
_WORD = re.compile(r"[a-z]{4,}")


class Rules(NamedTuple):
    """The rules that can match in one text: those that need no word as one pattern, and the words of the others."""

    fast: re.Pattern
    needed: tuple[tuple[str, int, str], ...]
    rules: tuple[lexicon.Rule, ...]

    def first(self, quote: str) -> Label | None:
        """Rule id and label of the first rule that matches at the start of `quote`, or None."""
        match = self.fast.match(quote)
        best = int(match.lastgroup[1:]) if match else len(self.rules)
        lower = quote.lower()
        for word, i, _ in self.needed:
            if word in lower and i < best and self.rules[i].regex.match(quote):
                best = i
        return (self.rules[best].rule_id, self.rules[best].label) if best < len(self.rules) else None


def rules_for(name: str, folded: str) -> Rules:
    """The rules of the lexicon `name` for the paragraphs and sentences of a text."""
    every, lower, heads = _compiled(name), folded.lower(), _heads(folded)
    return every._replace(needed=tuple(need for need in every.needed
                                       if (not need[2] or need[2] in heads) and need[0] in lower))


@functools.lru_cache(maxsize=1)
def _heads(folded: str) -> set[str]:
    """The first letters of every word of a text."""
    return {word[:_HEAD] for word in _WORD.findall(folded.lower())}


@functools.cache
def _compiled(name: str) -> Rules:
    """All rules of the lexicon, each needed word with its rule's position and its first letters, if it has enough."""
    rules = lexicon.load(name)
    needed = [(word, i, word[:_HEAD] if _WORD.match(word) else "")
              for i, rule in enumerate(rules) if rule.note.startswith("needs ")
              for word in rule.note.removeprefix("needs ").split("|")]
    places = {i for _, i, _ in needed}
    parts = [f"(?P<r{i}>{rule.pattern})" for i, rule in enumerate(rules) if i not in places]
    return Rules(re.compile("|".join(parts), re.IGNORECASE), tuple(needed), rules)
