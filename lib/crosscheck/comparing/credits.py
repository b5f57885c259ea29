"""Which article names an agency or another outlet as where it all comes from? Wire credits, byline, footer, notes.

A bracketed agency in a dateline ("LONDON (Reuters) -"), an agency in the byline, and footers such as "… contributed to
this report" or "with inputs from …" carry the whole article. In a footer of the outlet itself any name in brackets
counts. Credits of pictures are left out. Not found: an agency whose name is not in `lexicons/wire_agencies.tsv`, where
only the name stands.
"""

import functools
import re
from typing import NamedTuple

from crosscheck.comparing.citations import has_needed
from crosscheck.lexicon import load
from crosscheck.text import fold

CREDITS = ("dateline", "credit", "disclosure", "score", "byline", "boilerplate", "metadata")
OWN_NOTES = ("disclosure", "score")
LONGEST = 600
OPENING = 200
_PICTURE = re.compile(r"\b(?:photo\w*|images?|picture|illustration|graphic|video|camera|getty|shutterstock)\b", re.I)


class Credit(NamedTuple):
    """One credit: `text[start:end]` is the name as written."""

    start: int
    end: int
    rule: str


def find_credits(text: str, start: int, end: int, role: str, *, opens: bool = False) -> list[Credit]:
    """The credits in one sentence; `opens` says that it is the first of the body, where a dateline may stand."""
    words = fold(text[start:min(end, start + (LONGEST if role in CREDITS else OPENING))])
    if role not in CREDITS and not opens or _PICTURE.search(words):
        return []
    found, low = [], words.lower()
    for rule in load("wire_credits"):
        if role not in CREDITS and rule.rule_id != "credit.bracket" or not has_needed(rule, low) or (
                rule.rule_id == "credit.byline" and role != "byline"):
            continue
        for match in rule.regex.finditer(words):
            named = rule.label == "named" or role in OWN_NOTES
            if (named or _is_agency(match["name"])) and not match["name"].isdigit():
                found.append(Credit(start + match.start("name"), start + match.end("name"), rule.rule_id))
    return list({(credit.start, credit.end): credit for credit in reversed(found)}.values())[::-1]


@functools.lru_cache(maxsize=1024)
def _is_agency(name: str) -> bool:
    return any(rule.regex.search(name) for rule in load("wire_agencies"))
