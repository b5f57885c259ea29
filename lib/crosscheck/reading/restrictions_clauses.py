"""Where in its sentence does a limit begin and end?

A clause runs from the last break before the cue to the first break after it: clause marks, conjunctions, words of
saying, the content of an attribution, and the quotation that holds the cue. Not found: a clause that a comma alone
parts from its neighbour.
"""

import re
from typing import NamedTuple

from crosscheck.reading.restrictions_cues import Cue

LONGEST = 520
_BEFORE = 260


class Clause(NamedTuple):
    """The stretch of the article that states one limit, within its sentence."""

    start: int
    end: int


_TURN = (r"but|and|while|although|though|whereas|so|however|yet|because|which|who|with|meaning|noting|adding|saying|"
         r"according|leaving|making|citing|in which|where|as(?! (?:well|long)\b)")
_CAUSE = r"(?:partly |in part |largely |mainly )?(?:due to|because of|owing to|amid|following|in response to)"
_NEW_SUBJECT = r"(?=(?:the|its|it|they|he|she|we|you|this|that|these|those|a|an) [a-z])"
_PREDICATE = r" (?:and|but|or) (?=(?:will|would|shall|must|may|cannot|can't|won't|could|should)\b)"
_AFTER_COMMA = (r", (?=(?!(?:unless|except|if|until|even|when|where|who|which|that|as|and|or|but|be|not|however|"
                r"including|such|like|so|while|for|at|on|in|by|to|under|with|from|of) )(?:[a-z0-9'-]+ ){1,7}?"
                r"(?:(?:will|would|must|may|shall|should|cannot|can) |(?:are|is|were|was) (?:allowed|permitted|banned|"
                r"barred|required|ordered|exempt|prohibited|forbidden|told|urged)\b))")
_CLAUSE = re.compile(_AFTER_COMMA)
_OWN_MODAL = re.compile(r" (?:will|would|must|may|shall|should|cannot|can|has|have|had|is|are|was|were) ")
_LEFT = re.compile(rf"[;:](?= )| --? | (?:and|or|but) that (?=[a-z])|, (?:{_TURN})\b |, {_CAUSE} | (?:because|"
                   rf"although|whereas|but|while) | (?:and|or) (?=(?:you|they|it|he|she|we|i)\b)|"
                   rf"(?<![a-z]), {_NEW_SUBJECT}|, (?=(?:it|they|he|she|we|you) [a-z])|{_PREDICATE}")
_RIGHT = re.compile(rf";(?= )|: | --? |, (?:{_TURN})\b|,? {_CAUSE} | (?:because|although|whereas|but|while) |"
                    rf", (?:(?:he|she|it|they|the [a-z]+|mr|ms|mrs|[a-z]+ [a-z]+) )?(?:said|says|added|told|wrote|"
                    rf"explained|warned|noted)\b|{_PREDICATE}|{_AFTER_COMMA}")
_SAID = re.compile(r"\b(?:(?:sa(?:id|ys)|stat(?:ed|es|ing)|clarif(?:ied|ies|ying)|confirm(?:ed|s|ing)|indicat(?:ed|"
                   r"es)|rul(?:ed|es)|found|assurances?|announc(?:ed|es)|not(?:ed|es|ing)|argu(?:ed|es)|assur(?:ed|"
                   r"es)|believ(?:ed|es)|explain(?:ed|s|ing)|insist(?:ed|s)|wrote|writes|warn(?:ed|s)|told [a-z]+|"
                   r"suggest(?:ed|s|ing)|show(?:ed|s)|means?|meant|decided|report(?:ed|s)|ensur(?:e|es|ing)|"
                   r"claim(?:ed|s)|add(?:ed|s|ing)|maintain(?:ed|s)|assert(?:ed|s)|provid(?:es|"
                   r"ed)) (?:[a-z]+ ){0,4}?that |(?:sa(?:id|ys)|states|ruled) (?=[a-z])|(?:confirm|announc|stat|"
                   r"indicat|insist|claim|maintain|assert|explain|acknowledg)(?:ed|es|s) (?=(?:the|its|their|his|her|"
                   r"it|they|these|those|all|any|no) ))")
_SUBORDINATE = re.compile(r"[\"' ]*(?:while|although|though|if|when|once|because|since|as|after|before|unless|"
                          r"until)\b")
_MAIN = re.compile(r", (?=(?:the|its|it|they|he|she|we|you|this|that|these|those|a|an|there|i) [a-z])")


def clause_around(lower: str, cue: Cue, start: int, end: int, fences: list[tuple[int, int]]) -> Clause:
    """The clause that holds `cue` in the sentence `[start, end)`.

    `fences` are the contents of attributions: a content that holds the cue bounds the clause.
    """
    start, end = max(start, cue.start - _BEFORE), min(end, cue.end + LONGEST)
    end = _subordinate_end(lower, cue, start, end)
    for left, right in fences:
        if left <= cue.start and cue.end <= right:
            start, end = max(start, left), min(end, right)
    start, end = _inside_quotation(lower, cue, start, end)
    left = start
    for pattern in (_LEFT, _SAID):
        for match in pattern.finditer(lower, start, cue.end):
            if match.end() <= cue.start:
                left = max(left, match.end())
    for match in _CLAUSE.finditer(lower, left, cue.end):
        if match.end() <= cue.start and _OWN_MODAL.search(lower, left, match.start()):
            left = match.end()
    right_break = _RIGHT.search(lower, cue.end, end)
    right = right_break.start() if right_break else end
    left = max(left, cue.start - _BEFORE)
    if lower.startswith("that ", left):
        left += 5
    return Clause(*trimmed(lower, left, min(right, left + LONGEST)))


def trimmed(lower: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space, commas and full stops at either end; closing quotation marks stay."""
    while start < end and lower[start] in " ,;:-":
        start += 1
    while end > start and lower[end - 1] in " ,;:-.":
        end -= 1
    return start, end


def _subordinate_end(lower: str, cue: Cue, start: int, end: int) -> int:
    """Where a subordinate clause that opens the sentence and holds the cue gives way to the main clause."""
    if not _SUBORDINATE.match(lower, start, cue.start):
        return end
    main = _MAIN.search(lower, cue.end, end)
    return main.start() if main else end


def _inside_quotation(lower: str, cue: Cue, start: int, end: int) -> tuple[int, int]:
    """`[start, end)` narrowed to the quotation that holds the cue; the subject may stand before its mark."""
    opening = lower.rfind('"', start, cue.start)
    if lower.count('"', start, cue.start) % 2 == 0 or opening < 0:
        return start, end
    closing = lower.find('"', cue.end, end)
    closing = end if closing < 0 else closing + 1
    outside = not lower[opening + 1:cue.start].strip()
    return (start if outside else max(start, opening + 1)), min(end, closing)
