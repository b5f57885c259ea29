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
_ATTRIBUTE = re.compile(r"\s+(?!(?:and|or|but|at|in|on|by|when|after|before|to|for|from|with|as|because|that|while|"
                        r"near|during|following|amid|over|under|of)\b)[a-z]{3,}|'s\b")
_DETERMINED = re.compile(r"\b(?:the|a|an|its|their|his|her|this|that|our)\s+$|^$", re.IGNORECASE)
_LOOSE = re.compile(r"\b(?:after|since|from|of|that|which|who|whose|about|over|whether|if)\b", re.IGNORECASE)
_CONCERN = re.compile(r"\b(?:about|over|whether|if|against|towards?)\b", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|were|had|fell|came|fallen)\b(?:\s+\w+){0,3}\s*$", re.IGNORECASE)
_IS = re.compile(r"\b(?:is|are|be|being|been|not)\s+$", re.IGNORECASE)
_OPENING = re.compile(r"(?:^|[,;:\"(]\s*)(?:and |but )?(?:(?:on|in|at|early|late|back|then|later)\s+){1,3}$|^\W*$",
                      re.IGNORECASE)
_WORDS = re.compile(r"\b(?!(?:on|in|at|late|early|the|that|it|a|of|by|end|afternoon|morning|evening|night)\b)\w+")
_INFINITIVE = re.compile(r"\bto\s+[a-z]|\bfor\s+\w+ing\b")
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
    return _last(left[-160:]) or _first(right)


def sure_direction(mention: Mention, timing: Timing) -> str:
    """`past` or `ahead` only where the words leave no doubt that the day was over, or still to come; else `open`.

    A verb that sets, asks or foretells ("called an election for", "wanted a vote on"), a condition, or a date that
    stands before a noun ("the 3 June opening") leaves it in doubt.
    """
    found, folded, start = direction(mention, timing), fold(mention.told), mention.clause[0]
    left, right = folded[:max(0, timing.start - start)][-160:], folded[max(0, timing.end - start):]
    attribute = _ATTRIBUTE.match(right) and (_DETERMINED.search(left) or timing.quote[:4].lower() == "the ")
    if found not in (PAST, AHEAD) or attribute or _doubts("doubt_").search(left):
        return OPEN
    verb = _last_match(left)
    if verb is None:
        later = _cues().search(right)
        sure = _OPENING.search(left) and not (later and _IS.search(right[:later.start()]))
    elif found == AHEAD:
        hoped = verb.group().lower().endswith("ed to") and not _IS.search(left[:verb.start()])
        sure = not (hoped or _LOOSE.search(left[verb.end():]) or _WAS.search(left[:verb.start()])
                    or _WAS.match(verb.group()))
    else:
        between = left[verb.end():]
        sure = not (_INFINITIVE.search(between) or _CONCERN.search(between) or _IS.search(left[:verb.start()])
                    or _doubts("setting_").match(verb.group()) and _WORDS.search(between))
    return found if sure else OPEN


@functools.lru_cache(maxsize=65536)
def _last(words: str) -> str | None:
    found = _last_match(words)
    return found.lastgroup.split("_")[0] if found else None


def _last_match(words: str) -> re.Match | None:
    found = None
    for match in _cues().finditer(words):
        found = match
    return found


@functools.lru_cache(maxsize=65536)
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


@functools.cache
def _doubts(prefix: str) -> re.Pattern:
    return re.compile("|".join(rule.pattern for rule in load("doubts") if rule.rule_id.startswith(prefix)),
                      re.IGNORECASE)
