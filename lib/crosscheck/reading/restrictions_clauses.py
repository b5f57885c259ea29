"""Where in a sentence does a limit stand? Cues from the lexicon, and the clause around each.

Cues (`restriction_cues.tsv`, label: family, strength 1-3, shape) are searched in the whole text at once; ordinary
negations (`restriction_ordinary.tsv`) are dropped. A clause runs from the last break before the cue to the first break
after it: clause marks, conjunctions, words of saying, and the quotation that holds the cue. Not found: limits that a
sentence states without any cue word, and subjects that stand in another sentence.
"""

import functools
import re
from typing import NamedTuple

from crosscheck import lexicon
from crosscheck.text import fold

LONGEST = 520


class Cue(NamedTuple):
    """Words that signal a limit: where they stand, which rule found them, what kind, how plain, and how it is built."""

    start: int
    end: int
    rule: str
    family: str
    strength: int
    shape: str


class Clause(NamedTuple):
    """The stretch of the article that states one limit, within its sentence."""

    start: int
    end: int


_SPACE = str.maketrans("\n\r\t\x0b\x0c", "     ")
_CONJUNCTION = (r"but|and|while|although|though|whereas|so|however|yet|because|which|who|as|with|meaning|noting|adding|"
                r"saying|according|leaving|making|citing|in which|where")
_LEFT = re.compile(r"[;:](?= )|\s--?\s|,? (?:and|or|but) that (?=[a-z])|, (?:%s) (?!only\b)|"
                   r" (?:because|although|whereas|but|while) |, (?=(?:the|its|it|they|he|she|we) [a-z]+ )" % _CONJUNCTION)
_RIGHT = re.compile(r"[;](?= )|\s--?\s|, (?:%s)\b(?! (?:well|long|if|when|in|on|under|only)\b)|"
                    r" (?:because|although|whereas|but|while) |: |"
                    r", (?:he|she|it|they|the [a-z]+|mr|ms|mrs|[a-z]+ [a-z]+) "
                    r"(?:said|says|added|told|wrote|explained|warned|noted)\b" % _CONJUNCTION)
_SAID_THAT = re.compile(r"\b(?:sa(?:id|ys)|stat(?:ed|es|ing)|clarif(?:ied|ies|ying)|confirm(?:ed|s|ing)|indicat(?:ed|es)|"
                        r"rul(?:ed|es)|found|assur(?:ed|es|ances)|announc(?:ed|es)|not(?:ed|es|ing)|argu(?:ed|es)|"
                        r"believ(?:ed|es)|explain(?:ed|s|ing)|insist(?:ed|s)|wrote|writes|warn(?:ed|s)|told [a-z]+|"
                        r"suggest(?:ed|s|ing)|show(?:ed|s)|mean(?:s|t)|decided|report(?:ed|s)|ensur(?:e|es|ing)|"
                        r"sign|claim(?:ed|s)|add(?:ed|s|ing)|maintain(?:ed|s)|assert(?:ed|s)) (?:[a-z]+ ){0,4}?that ")


def searchable(text: str) -> str:
    """`text` folded, in lower case and with plain spaces for every white space; the same length."""
    folded = fold(text).translate(_SPACE)
    lower = folded.lower()
    if len(lower) == len(folded):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


def find_cues(lower: str) -> list[Cue]:
    """The cues in `lower` (see `searchable`) in order, without ordinary negations."""
    pattern, rules = _cue_pattern()
    ordinary = _ordinary_pattern()
    cues = []
    for match in pattern.finditer(lower):
        rule, family, strength, shape = rules[match.lastgroup]
        if not ordinary.match(lower, match.start()):
            cues.append(Cue(match.start(), match.end(), rule, family, strength, shape))
    return cues


def list_cue(lower: str, start: int, end: int) -> Cue | None:
    """The cue that opens the list item `[start, end)`, as in "No open fires", or None."""
    for rule in lexicon.load("restriction_cues"):
        family, strength, shape = rule.label.split()
        if shape == "list" and (match := re.match(rule.pattern.lstrip("^"), lower[start:end])):
            return Cue(start, start + match.end(), rule.rule_id, family, int(strength), shape)
    return None


def clause_around(lower: str, cue: Cue, start: int, end: int, fences: list[tuple[int, int]]) -> Clause:
    """The clause that holds `cue` in the sentence `[start, end)`.

    `fences` are the contents of attributions: a content that holds the cue bounds the clause.
    """
    for left, right in fences:
        if left <= cue.start and cue.end <= right:
            start, end = max(start, left), min(end, right)
    start, end = _inside_quotation(lower, cue, start, end)
    left = start
    for pattern in (_LEFT, _SAID_THAT):
        for match in pattern.finditer(lower, start, cue.start + 1):
            if match.end() <= cue.start:
                left = max(left, match.end())
    right_break = _RIGHT.search(lower, cue.end, end)
    right = right_break.start() if right_break else end
    left = max(left, cue.start - LONGEST // 2)
    return Clause(*_trimmed(lower, left, min(right, left + LONGEST)))


def _inside_quotation(lower: str, cue: Cue, start: int, end: int) -> tuple[int, int]:
    """`[start, end)` narrowed to the quotation that holds the cue; the subject may stand before its mark."""
    marks = [i for i in range(start, end) if lower[i] == '"']
    before = [i for i in marks if i < cue.start]
    if len(before) % 2 == 0:
        return start, end
    closing = next((i for i in marks if i >= cue.end), end)
    opening = before[-1]
    outside = not lower[opening + 1:cue.start].strip()
    return (start if outside else max(start, opening + 1)), min(end, closing + 1)


def _trimmed(lower: str, start: int, end: int) -> tuple[int, int]:
    while start < end and lower[start] in " ,;:-":
        start += 1
    while end > start and lower[end - 1] in " ,;:-.":
        end -= 1
    return start, end


@functools.cache
def _cue_pattern() -> tuple[re.Pattern, dict[str, tuple[str, str, int, str]]]:
    """All cues as one pattern, plainest first, and what each group stands for."""
    rules, parts = {}, []
    labels = [(rule, *rule.label.split()) for rule in lexicon.load("restriction_cues")]
    for rule, family, strength, shape in sorted(labels, key=lambda row: (-int(row[2]), row[0].rule_id)):
        if shape != "list":
            group = rule.rule_id.replace(".", "_")
            rules[group] = (rule.rule_id, family, int(strength), shape)
            parts.append(f"(?P<{group}>{rule.pattern})")
    return re.compile(r"\b(?:" + "|".join(parts) + ")"), rules


@functools.cache
def _ordinary_pattern() -> re.Pattern:
    return re.compile("|".join(f"(?:{rule.pattern})" for rule in lexicon.load("restriction_ordinary")))
