"""Which items of a list are limits?

A sentence that ends in a colon and speaks of limits ("Three conditions govern the loan:") opens a list: each item
after it is a limit of its own, bound and stated by whom the header names. An item that opens like a ban ("No open
fires") is a limit under any header. Not found: lists written as running text.
"""

import re

from crosscheck.reading.restrictions_cues import Cue, list_cue
from crosscheck.reading.restrictions_parts import Span
from crosscheck.reading.restrictions_slots import Slots, exception_in, protected_in, qualifiers, without
from crosscheck.reading.restrictions_status import Voice

LONGEST_ITEM = 300
_WHOLE = 9  # an item is one limit, whatever cues stand in it
_HEADER = re.compile(r"\b(?:restrictions?|prohibit(?:ed|ions?)|ban(?:s|ned)?|barred|forbidden|limits?|limitations?|"
                     r"conditions?|rules?|requirements?|required|must(?: not)?|red lines?|safeguards|exempt(?:ed|"
                     r"ions?)?|excluded|exclusions|exceptions|terms|may not|cannot|not allowed|allowed|permitted|"
                     r"eligible|prohibitions|commit(?:s|ments?))\b")
_OPEN_MODAL = re.compile(r"(?P<who>[^,;:]{2,90}?) (?P<modal>(?:shall|must|may|will|should|can)(?: not| only)?|cannot)"
                         r"[^,;:.]{0,20}:$")
_EXEMPT = re.compile(r"\b(?:exempt|excluded|exclusion|exception|allowed|permitted|eligible)")
_BULLET = re.compile(r"\s*(?:[-*•·–—▪◦]|\(?[0-9a-z]{1,2}[.)])\s+")
_BOUND = re.compile(r"\b(?:governing|on|for|binding|limiting|covering|applying to) (?P<who>[^,;:]{3,60}):?$")
_SPEAKER = re.compile(r"^(?P<who>[^,;:]{2,60}?) (?:has |have |had |also |then |now )?(?:outlin|list|set|laid|lay|nam|"
                      r"describ|announc|publish|impos|agre|detail|includ|gave|give|stat|specif|add|issu|offer|propos|"
                      r"demand|present|defin)[a-z]*\b")


def list_rows(text: str, lower: str, places: list[tuple[int, int, str]], voices: list[Voice]) -> list[dict]:
    """The items of lists of limits, as rows of `restrictions`."""
    rows: list[dict] = []
    header: tuple[int, int] | None = None
    for start, end, role in places:
        bullet = _BULLET.match(text, start, end)
        is_item = role == "list_item" or bullet is not None
        if is_item and end - start <= LONGEST_ITEM:
            row = _item_row(lower, (bullet.end() if bullet else start, end), header)
            rows += [row] if row else []
        elif lower.endswith(":", max(start, end - 1), end) and _opens(lower, start, end):
            header = (start, end)
        else:
            header = None
    return rows


def _opens(lower: str, start: int, end: int) -> bool:
    """Whether a sentence that ends in a colon speaks of limits."""
    return bool(_HEADER.search(lower, start, end) or _OPEN_MODAL.search(lower, max(start, end - 140), end))


def _item_row(lower: str, item: Span, header: tuple[int, int] | None) -> dict | None:
    start, end = item
    while end > start and lower[end - 1] in " .,;":
        end -= 1
    cue = list_cue(lower, start, end)
    if cue is None and header is not None:
        family = "exemption" if _EXEMPT.search(lower, *header) else "rule"
        cue = Cue(start, start, "list.item", family, 2, "list")
    if cue is None or end <= cue.end:
        return None
    slots = _item_slots(lower, cue, (start, end), header)
    speaker = _named(_SPEAKER, lower, header)
    return {"start": start, "end": end, "rule": cue.rule, "strength": _WHOLE, "via": [],
            "status": "in force", "attribution": None, "stated_by": speaker, **slots._asdict()}


def _item_slots(lower: str, cue: Cue, item: Span, header: tuple[int, int] | None) -> Slots:
    words = (cue.end, item[1])
    qualifier, exception = qualifiers(lower, [words]), exception_in(lower, words)
    protected = protected_in(lower, [words])
    cuts = exception + protected + [q for q in qualifier if lower.startswith("without", q[0])]
    act = without(lower, words, cuts)
    modality = [(cue.start, cue.end - 1)] if cue.end > cue.start else []
    modal = _OPEN_MODAL.search(lower, max(header[0], header[1] - 140), header[1]) if header else None
    party = [modal.span("who")] if modal else _named(_BOUND, lower, header)
    modality = modality or ([modal.span("modal")] if modal else [])
    return Slots(party, act, protected, qualifier, modality, exception, [], [], [])


def _named(pattern: re.Pattern, lower: str, header: tuple[int, int] | None) -> list[Span]:
    match = pattern.search(lower[header[0]:header[1]]) if header else None
    return [(header[0] + match.start("who"), header[0] + match.end("who"))] if match else []
