"""Who speaks where the layout says it, in transcripts, signed quotations and headlines of the form "Name: words"?

A transcript is known by its lines that begin with a name in capitals and a colon, or by at least three lines that begin
with one of a few repeated names. Not found: turns without a name ("Q." and "A.").
"""

import re
from collections import Counter
from typing import NamedTuple

from crosscheck.reading.attribution_tokens import BREAK, CAPITAL, DASH, QUOTE, STOP, Tokens

_LINE = r"^[ \t]{0,8}[\"']{0,2}"
_UPPER = re.compile(_LINE + r"([A-Z][A-Z.'-]{1,20}(?: [A-Z][A-Z.'-]{0,20}){0,3})[ \t]{0,2}:(?=[ \t])", re.M)
_NAME = re.compile(_LINE + r"([A-Z][\w.'-]{1,20}(?: [A-Z][\w.'-]{0,20}){0,2}):(?=[ \t])", re.M)
_HEADLINE = re.compile(r"\A\s{0,20}((?:[A-Z][\w.'-]{1,20})(?: [A-Z][\w.'-]{0,20}){0,2}): (?=\S)")
_LABELS = frozenset("""exclusive breaking poll latest the video watch analysis opinion update updated report live review
 editorial interview photo photos image source note correction read more related editor category tags topics
 advertisement
 fact check score rating date time place where when who what why how summary overview background key facts transcript
 watch listen podcast letter letters column commentary breakdown timeline explainer q&a profile factbox caption credit
 contact phone email tel website address""".split())
_TURN = 6000        # characters that one turn of a transcript may have
_SIGNATURE = 7      # tokens that a signature may have


class Turn(NamedTuple):
    """Words and who speaks them, in characters of the text."""

    rule: str
    source: tuple[int, int]
    cue: tuple[int, int]
    content: tuple[int, int]


def find_turns(tokens: Tokens) -> list[Turn]:
    """The turns of a transcript, and a headline that begins with a speaker, in order."""
    folded = tokens.folded
    found = {match.start(1): match for match in _UPPER.finditer(folded) if not _is_label(match.group(1))}
    if len(found) < 2:
        found = {}
        names = [match for match in _NAME.finditer(folded) if not _is_label(match.group(1))]
        counts = Counter(match.group(1) for match in names)
        if len(names) >= 3 and max(counts.values()) > 1 and len(counts) < len(names):
            found = {match.start(1): match for match in names if counts[match.group(1)] > 1}
    turns = [turn for match in found.values() if (turn := _turn(folded, match, "transcript"))]
    headline = _HEADLINE.match(folded)
    if headline and headline.start(1) not in found and not _is_label(headline.group(1)):
        turn = _turn(folded, headline, "headline")
        turns = [turn, *turns] if turn else turns
    return turns


def _is_label(name: str) -> bool:
    return any(word.strip(".'").lower() in _LABELS for word in name.split())


def _turn(folded: str, match: re.Match, rule: str) -> Turn | None:
    end = folded.find("\n", match.end(), match.end() + _TURN)
    end = min(len(folded), match.end() + _TURN) if end < 0 else end
    start = match.end()
    while start < end and folded[start].isspace():
        start += 1
    while end > start and (folded[end - 1].isspace() or folded[end - 1] in "\"'" and folded.count('"', start, end) % 2):
        end -= 1
    colon = folded.index(":", match.end(1))
    return Turn(rule, match.span(1), (colon, colon + 1), (start, end)) if end > start else None


def find_signatures(tokens: Tokens) -> list[Turn]:
    """Quotations with a dash and a name after them: "…" - A. Name."""
    found = []
    for i, quotation in tokens.quote.items():
        at = i + 1
        while at < len(tokens.flags) and tokens.flags[at] & BREAK and at < i + 3:
            at += 1
        if at + 1 >= len(tokens.flags) or not tokens.flags[at] & DASH or not quotation.closed:
            continue
        end = at + 1
        while end < len(tokens.flags) and end < at + _SIGNATURE and tokens.flags[end] & CAPITAL:
            end += 1
        closes = end == len(tokens.flags) or tokens.flags[end] & (STOP | BREAK | QUOTE)
        if closes and end > at + 1 and tokens.folded.count(" ", quotation.start, quotation.end) > 3:
            found.append(Turn("signature", (tokens.start[at + 1], tokens.end[end - 1]),
                              (tokens.start[at], tokens.end[at]), (quotation.start, quotation.end)))
    return found
