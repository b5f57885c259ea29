"""Does an attribution hand on words, or only a wish, an act or a silence?

By its cue (`lexicons/cue_verbs.tsv`): verbs that take a clause, a quotation or a description are speech; verbs of the
mind ("hoped"), of acting on others ("ordered", "attacked") and what is only intended ("agreed to pay") are not, nor is
a cue that is negated, refused or to come ("has not confirmed", "declined to say", "will announce"). Not told apart:
irony.
"""

import functools
import re

from crosscheck.lexicon import load
from crosscheck.text import fold

SPEAKING = frozenset(("clause", "quote", "as", "thing", "about"))
_REFUSED = re.compile(r"\b(?:not|never|declin\w+|refus\w+|fail\w*|cannot|without|will|may|might|can|should|must)\b"
                      r"|n't\b",
                      re.IGNORECASE)


def is_speech(rule: str, cue: str, content: str) -> bool:
    """Whether an attribution with this rule, cue and content hands on words."""
    if _REFUSED.search(fold(cue)) or content.startswith("to "):
        return False
    frames = _frames().get(rule.rsplit("-", 1)[0])
    return frames is None or bool(frames & SPEAKING) and "mind" not in frames


@functools.cache
def _frames() -> dict[str, frozenset[str]]:
    return {rule.rule_id.removeprefix("cue-"): frozenset(rule.label.split()) for rule in load("cue_verbs")}
