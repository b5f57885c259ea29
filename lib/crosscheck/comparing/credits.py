"""Which article names an agency or another outlet as where it all comes from? Wire credits, byline, footer, notes.

A bracketed agency in a dateline ("LONDON (Reuters) -"), an agency in the byline, and notes such as "… contributed to
this report", "Contributing: …" or "Information from … was used in this article", wherever they stand, carry the whole
article; those who contributed (`SHARED`) do so beside the outlet itself. Of the names in such a note those of agencies
and outlets count, not those of reporters and places. In a footer of the outlet itself any name in brackets counts.
Credits of pictures are left out. Not found: an agency whose name is neither in `lexicons/wire_agencies.tsv` nor like
that of an outlet.
"""

import functools
import re
from typing import NamedTuple

from crosscheck.comparing.citations import has_needed
from crosscheck.lexicon import load
from crosscheck.text import fold, overlap

CREDITS = ("dateline", "credit", "disclosure", "score", "byline", "boilerplate", "metadata")
OWN_NOTES = ("disclosure", "score")
SHARED = ("credit.contributed", "credit.contributing")     # who had a hand in it, beside the article's own reporters
LONGEST = 600
OPENING = 200
_PICTURE = re.compile(r"\b(?:photo\w*|images?|picture|illustration|graphic|video|camera|getty|shutterstock)\b", re.I)


_NOTE = re.compile(r"^\W{0,3}contributing\s?:|\b(?:in|to) this (?:report|article|story|post)\b"
                   r"|\bthis (?:report|article|story|post|piece|project) (?:was|is|contains|includes|first"
                   r"|originally)\b", re.I)
_NAME = re.compile(r"\b[A-Z][\w&-]{0,30}(?: (?:of )?[A-Z][\w&-]{0,30}){0,4}")


class Credit(NamedTuple):
    """One credit: `text[start:end]` is the name as written."""

    start: int
    end: int
    rule: str


def find_credits(text: str, start: int, end: int, role: str, *, opens: bool = False) -> list[Credit]:
    """The credits in one sentence; `opens` says that it is the first of the body, where a dateline may stand."""
    words = fold(text[start:min(end, start + (LONGEST if role in CREDITS else OPENING))])
    notes = role in CREDITS or bool(_NOTE.search(words))
    if not notes and not opens or _PICTURE.search(words):
        return []
    found, low = [], words.lower()
    for rule in load("wire_credits"):
        if not notes and rule.rule_id != "credit.bracket" or not has_needed(rule, low) or (
                rule.rule_id == "credit.byline" and role != "byline"):
            continue
        for match in rule.regex.finditer(words):
            if rule.label == "list":
                names = _listed(words, *match.span("name"), outlets=rule.rule_id not in SHARED)
                found += [Credit(start + a, start + b, rule.rule_id) for a, b in names]
                continue
            named = rule.label == "named" or role in OWN_NOTES
            if (named or _is_agency(match["name"])) and not match["name"].isdigit():
                found.append(Credit(start + match.start("name"), start + match.end("name"), rule.rule_id))
    return list({(credit.start, credit.end): credit for credit in reversed(found)}.values())[::-1]


def _listed(words: str, start: int, stop: int, *, outlets: bool) -> list[tuple[int, int]]:
    """Where agencies are named between two offsets, and, if asked for, outlets."""
    found = [match.span() for rule in load("wire_agencies") for match in rule.regex.finditer(words, start, stop)]
    for match in _NAME.finditer(words, start, stop) if outlets else ():
        name = match.group().removeprefix("The ")
        if _is_outlet(name) and not any(overlap(match.span(), span) for span in found):
            found.append((match.end() - len(name), match.end()))
    long = {"".join(word[0] for word in words[a:b].split()) for a, b in found if " " in words[a:b]}
    return sorted((a - 4 if words[max(0, a - 4):a] == "The " else a, b) for a, b in found if words[a:b] not in long)


@functools.lru_cache(maxsize=1024)
def _is_outlet(name: str) -> bool:
    return next((rule.label for rule in load("source_types") if rule.regex.search(name)), None) == "outlet"


@functools.lru_cache(maxsize=1024)
def _is_agency(name: str) -> bool:
    return any(rule.regex.search(name) for rule in load("wire_agencies"))
