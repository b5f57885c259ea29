"""Does a passage tell what happened on its day, or only refer to it?

"The court ruled on Monday" tells it; "Monday's ruling pleased them" and "after the 4 May decision" refer to something
told elsewhere: the time expression stands as the mark of a noun. What happened "at Monday's meeting" is told. Not
found: a reference by a clause ("the rules that took hold on Monday pleased them").
"""

import functools
import re

from crosscheck.comparing.direction import AHEAD, BARE, PAST, direction
from crosscheck.comparing.mentions import Mention
from crosscheck.comparing.words import SPEECH, STOPWORDS, families, is_act, occasion_of
from crosscheck.lexicon import load
from crosscheck.text import fold

_SPOKE = frozenset("said told added noted spoke asked called argued claimed expressed stated suggested thought".split())
TITLES = ("headline", "heading", "caption")
_OWNER = re.compile(r"'s?(?!\w)")
_POINTS = re.compile(r"\b(?:the|this|that|these|those|a|an|its|his|her|their|our|\w+'s)\s+$", re.IGNORECASE)
_SETS = re.compile(r"\b(?:at|during|in|on)\s+(?:the\s+)?$", re.IGNORECASE)
_BESIDE = re.compile(
    r"(?P<word>[A-Za-z-]{3,30})(?:\s(?:in|at|of|by|with)\s(?:the\s)?(?:[A-Z][\w.']{0,30},?\s){1,4})?"
    r"\s?(?:(?:on|in|for|from|of|late|early|until|set for|held on)\s(?:the\s)?)?,?\s?$")
_WORD_OR_MARK = re.compile(r"[A-Za-z-]+|[^\sA-Za-z]")
_NAMED = re.compile(
    r"(?:-\w+)?\s(?!(?:and|or|but|to|in|on|at|by|for|from|with|after|before|when|where|that|which|who|as|of|if|because|"
    r"while|than|is|are|was|were|has|had|have|did|will|would|said|told|says|[a-z]+ed|[a-z]+ly)\b)[A-Za-z]{3,}")


def refers(mention: Mention) -> bool:
    """Whether the first time expression of a mention only marks a noun: "Monday's ruling", "the 4 May decision"."""
    if not mention.timings:
        return False
    timing, (left, right) = mention.timings[0], _around(mention)
    if _SETS.search(left):
        return False
    if _OWNER.match(right) or fold(timing.quote).endswith(("'s", "s'")):
        return True
    points = _POINTS.search(left) or timing.quote.lower().startswith("the ")
    return bool(points and _NAMED.match(right))


def tells_too(bare: Mention, told: Mention) -> bool:
    """Whether a passage without a date can tell what another tells: as done, or as a headline, and by the same act."""
    way = direction(bare)
    if bare.timings or bare.quoted and not told.quoted or not (way in (PAST, BARE) or way == AHEAD == direction(told)):
        return False
    if way == BARE and bare.role not in TITLES:
        return False
    acts = filter(is_act, bare.words) if way != PAST else verb_acts(bare)
    return any(act in told.words for act in acts)


def verb_acts(mention: Mention) -> frozenset[str]:
    """The acts that the verbs of a mention name."""
    return frozenset(act for verb in _verbs().findall(fold(mention.told)) for act in families(verb) if is_act(act))


def bears_act(mention: Mention) -> bool:
    """Whether the verb that bears the first time expression of a mention names a kind of act that is not speech."""
    return mention.timings != () and any(map(is_act, families(dated_verb(mention))))


def bears_speech(mention: Mention) -> bool:
    """Whether the verb that bears the first time expression of a mention only says that somebody spoke."""
    verb = dated_verb(mention).lower() if mention.timings else ""
    kinds = families(verb)
    return verb in _SPOKE or bool(kinds) and SPEECH.issuperset(kinds)


def dated_verb(mention: Mention) -> str:
    """The verb nearest before the first time expression of a mention, else the first after it; empty without any."""
    left, right = _around(mention)
    return _nearest_verb(left[-160:], right[:160])


@functools.lru_cache(maxsize=100_000)
def _nearest_verb(left: str, right: str) -> str:
    found = None
    for match in _verbs().finditer(left):
        found = match
    found = found or _verbs().search(right)
    return found.group().split()[-1] if found else ""


def dated_acts(mention: Mention) -> frozenset[str]:
    """The acts and occasions of the word beside the first time expression: "hearing on Monday", "Monday's vote"."""
    left, right = _around(mention)
    before = _BESIDE.search(left[-80:])
    words = [before["word"]] if before else []
    owner = _OWNER.match(right)
    for word in _WORD_OR_MARK.findall(right[owner.end() if owner else 0:][:60])[:3]:
        if not word[0].isalpha() or word.lower() in STOPWORDS or word.endswith("ed"):
            break
        words.append(word)
    return frozenset(family for word in words for family in (*filter(is_act, families(word)), *occasion_of(word)))


def _around(mention: Mention) -> tuple[str, str]:
    """The folded words of a mention before and after its first time expression."""
    timing, told, start = mention.timings[0], fold(mention.told), mention.clause[0]
    return told[:max(0, timing.start - start)], told[max(0, timing.end - start):]


@functools.cache
def _verbs() -> re.Pattern:
    return re.compile("|".join(rule.pattern for rule in load("directions") if not rule.rule_id.startswith("limit_")),
                      re.IGNORECASE)
