"""Does a passage speak of its day as past, as to come, or does it leave that open?

The verb or phrase nearest before the time expression decides, else the first after it, by the lexicon `directions`.
"By" and a day looks ahead where a modal stands with it; a limit ("until", "from", "before") decides nothing. Not found:
a plan told in the past tense of which only the sense says that it was one.
"""

import functools
import re

from crosscheck.comparing.mentions import Mention, Timing
from crosscheck.lexicon import load
from crosscheck.text import fold

PAST, AHEAD, OPEN, BARE = "past", "ahead", "open", "bare"
_BY = re.compile(r"\bby\s+(?:the\s+)?(?:end\s+of\s+)?$", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:will|would|shall|should|must|can|could|to|by)\b", re.IGNORECASE)
_FORMS = ("ahead_", "open_", "past_")


def direction(mention: Mention, timing: Timing | None = None) -> str:
    """`past`, `ahead` or `open` for a time expression of a mention, or for it as a whole; `bare` without any verb."""
    folded, start = fold(mention.told), mention.clause[0]
    if timing is None:
        return _first(folded)
    left, right = folded[:max(0, timing.start - start)], folded[max(0, timing.end - start):]
    if _BY.search(left):
        return AHEAD if _TO_COME.search(left[:-4]) else OPEN
    if _limits().search(left[-40:]):
        return OPEN
    return _last(left) or _first(right)


def _last(words: str) -> str | None:
    found = None
    for match in _cues().finditer(words[-160:]):
        found = match
    return found.lastgroup.split("_")[0] if found else None


def _first(words: str) -> str:
    found = _cues().search(words)
    return found.lastgroup.split("_")[0] if found else BARE


@functools.cache
def _cues() -> re.Pattern:
    rules = [rule for rule in load("directions") if rule.rule_id.startswith(_FORMS)]
    return re.compile("|".join(f"(?P<{rule.rule_id}>{rule.pattern})" for rule in rules), re.IGNORECASE)


@functools.cache
def _limits() -> re.Pattern:
    return re.compile("|".join(rule.pattern for rule in load("directions") if rule.rule_id.startswith("limit_")),
                      re.IGNORECASE)
