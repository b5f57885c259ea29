"""Which part of a sentence says that it came before or after the other part?

A sentence is cut at the first connective of the lexicon `order` ("after", "following", "led to"); the part that the
connective governs runs to the next comma if it opens the sentence, else to the next strong break. Not found: an order
told over two sentences, or by tense alone.
"""

import functools
import re
from typing import NamedTuple

from crosscheck.lexicon import load

_STRONG = re.compile(r",\s+(?:and|but|while|although|though|who|which|where)\b|;|\s-\s")
_COMMA = re.compile(r",\s")
_SETTING = re.compile(r"(?:in|at|on|during|with|under|by|for|from)\s", re.IGNORECASE)
LEAST = 12
LEADS = re.compile(r"(?<!\w)(?:(?:just|only|shortly|soon|immediately|right|even|coming|comes|came|hours?|days?|weeks?|"
                   r"months?|years?|minutes?|a|an|few|several|some|two|three|four|five|six|\d{1,3}),?\s+){1,5}$",
                   re.IGNORECASE)


class Cut(NamedTuple):
    """The two parts of a sentence as `(start, end)`; the main part came `relation` (after, before) the other.

    The connective of the other part begins at `begin`.
    """

    main: tuple[int, int]
    other: tuple[int, int]
    relation: str
    begin: int


def find_order(folded: str) -> Cut | None:
    """Where the folded sentence tells an order, or None."""
    for match in _connectives().finditer(folded):
        relation = _relations()[match.lastgroup]
        lead = LEADS.search(folded, max(0, match.start() - 60), match.start())
        begin = lead.start() if lead else match.start()
        if _is_front(folded[:begin], match.lastgroup):
            comma = _COMMA.search(folded, match.end() + LEAST)
            if comma and len(folded) - comma.end() >= LEAST:
                return Cut((comma.end(), len(folded)), (match.end(), comma.start()), relation, match.start())
        elif len(folded) - match.end() >= LEAST:
            strong = _STRONG.search(folded, match.end() + LEAST)
            return Cut((0, begin), (match.end(), strong.start() if strong else len(folded)), relation, match.start())
    return None


def _is_front(before: str, rule: str) -> bool:
    """Whether the connective opens the sentence, or stands in a setting that does ("In a letter sent after …")."""
    words = len(before.split())
    in_setting = _SETTING.match(before) is not None and "," not in before
    return words == 0 or words == 1 and rule in ("after", "before") or in_setting


@functools.cache
def _connectives() -> re.Pattern:
    return re.compile("|".join(f"(?P<{rule.rule_id}>{rule.pattern})" for rule in load("order")), re.IGNORECASE)


@functools.cache
def _relations() -> dict[str, str]:
    return {rule.rule_id: rule.label for rule in load("order")}
