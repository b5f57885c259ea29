"""Which items of a list are limits?

A sentence that ends in a colon and speaks of limits ("Three conditions govern the loan:") opens a list: each item
after it is a limit of its own, bound and stated by whom the header names. An item that ends in a colon leads a list
within the list: its words open the act of each item under it. An item that opens like a ban ("No open
fires") is a limit under any header. Not found: lists written as running text.
"""

import re
from typing import NamedTuple

from crosscheck.reading.restrictions_cues import Cue, list_cue
from crosscheck.reading.restrictions_parts import Span
from crosscheck.reading.restrictions_slots import (
    Slots,
    dates_in,
    exception_in,
    protected_in,
    qualifiers,
    without,
)

LONGEST_ITEM = 300
_WHOLE = 9  # an item is one limit, whatever cues stand in it
_HEADER = re.compile(r"\b(?:restrictions?|prohibit(?:ed|ions?)|ban(?:s|ned)?|barred|forbidden|limits?|limitations?|"
                     r"conditions?|rules?|requirements?|required|must(?: not)?|red lines?|safeguards|exempt(?:ed|"
                     r"ions?)?|excluded|exclusions|exceptions|terms|may not|cannot|not allowed|allowed|permitted|"
                     r"eligible|prohibitions|commit(?:s|ments?))\b")
_OPEN_MODAL = re.compile(r"(?P<who>[^,;:]{2,90}?) (?P<modal>(?:shall|must|may|will|should|can)(?: not| only)?|cannot)"
                         r"[^,;:.]{0,20}:$")
_EXEMPT = re.compile(r"\b(?:exempt|excluded|exclusion|exception|allowed|permitted|eligible)")
_BULLET = re.compile(r"\s*(?:§ ?)?\(?(?P<mark>[-*•·▪◦]|\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2}(?=[.)])|[ivx]{1,4}(?=[.)])|"
                     r"[a-z](?=[.)]))[.)]{0,2}\s+")
_WHOLE_CLAUSE = re.compile(r"(?:the |a |an |all |each |every )?[a-z][^,;:.]{1,60}? (?:shall|must|may|will|cannot|can)"
                           r"(?: not)? [a-z]")
_ROMAN = re.compile(r"[ivx]+")
_JOINT = re.compile(r"[;,]? (?:and|or)[;,. ]*$")
_BOUND = re.compile(r"\b(?:governing|on|for|binding|limiting|covering|applying to) (?P<who>[^,;:]{3,60}):?$")
_SPEAKER = re.compile(r"^(?P<who>[^,;:]{2,60}?) (?:has |have |had |also |then |now )?(?:outlin|list|set|laid|lay|nam|"
                      r"describ|announc|publish|impos|agre|detail|includ|gave|give|stat|specif|add|issu|offer|propos|"
                      r"demand|present|defin)[a-z]*\b")


class _Header(NamedTuple):
    """The sentence that opens a list, the kind of its own bullet, and the item that leads a list within it."""

    span: Span
    own: str
    lead: Span | None = None
    kind: str = ""


def list_rows(lower: str, places: list[tuple[int, int, str]]) -> list[dict]:
    """The items of lists of limits, as rows of `restrictions`."""
    rows: list[dict] = []
    header: _Header | None = None
    for start, end, role in places:
        bullet = _BULLET.match(lower, start, end)
        begin, kind = (bullet.end(), _kind(bullet["mark"])) if bullet else (start, "")
        opens = lower.endswith(":", max(begin, end - 1), end)
        if opens and (_OPEN_MODAL if bullet else _HEADER).search(lower, begin, end):
            header = _Header((begin, end), kind)
        elif opens and _OPEN_MODAL.search(lower, max(begin, end - 140), end):
            header = _Header((max(begin, end - 140), end), kind)
        elif header and kind and kind == header.own:
            header = None
        elif (role == "list_item" or bullet) and end - start <= LONGEST_ITEM:
            if header and header.lead and kind == header.kind:
                header = _Header(header.span, header.own)
            if opens and header:
                header = _Header(header.span, header.own, (begin, end - 1), kind)
            elif row := _item_row(lower, (begin, end), header):
                rows.append(row)
        else:
            header = None
    return rows


def _kind(mark: str) -> str:
    """Whether a bullet counts in figures, letters or Roman figures, or does not count."""
    return ("figure" if mark[0].isdigit() else "roman" if _ROMAN.fullmatch(mark) else "letter" if mark[0].isalpha()
            else "mark")


def _item_row(lower: str, item: Span, header: _Header | None) -> dict | None:
    start, end = item
    if joint := _JOINT.search(lower, max(start, end - 8), end):
        end = joint.start()
    while end > start and lower[end - 1] in " .,;":
        end -= 1
    cue = list_cue(lower, start, end)
    if cue is None and header is not None and not _WHOLE_CLAUSE.match(lower, start, end):
        family = "exemption" if _EXEMPT.search(lower, *header.span) else "rule"
        cue = Cue(start, start, "list.item", family, 2, "list")
    if cue is None or end <= cue.end:
        return None
    slots = _item_slots(lower, cue, (start, end), header)
    speaker = _named(_SPEAKER, lower, header)
    return {"start": start, "end": end, "rule": cue.rule, "strength": _WHOLE, "via": [],
            "status": "in force", "attribution": None, "stated_by": speaker, **slots._asdict()}


def _item_slots(lower: str, cue: Cue, item: Span, header: _Header | None) -> Slots:
    words = (cue.end, item[1])
    qualifier, exception = qualifiers(lower, [words]), exception_in(lower, words)
    protected, (since, until) = protected_in(lower, [words]), dates_in(lower, words)
    cuts = exception + protected + since + until + [q for q in qualifier if lower.startswith("without", q[0])]
    lead = [header.lead] if header and header.lead else []
    act = lead + without(lower, words, cuts)
    modality = [(cue.start, cue.end - 1)] if cue.end > cue.start else []
    modal = _OPEN_MODAL.search(lower, *_last(header.span)) if header else None
    party = [modal.span("who")] if modal else _named(_BOUND, lower, header)
    modality = modality or ([modal.span("modal")] if modal else [])
    return Slots(party, act, protected, qualifier, modality, exception, since, until, [])


def _last(span: Span) -> Span:
    """The end of a long header, where its modal stands."""
    return max(span[0], span[1] - 140), span[1]


def _named(pattern: re.Pattern, lower: str, header: _Header | None) -> list[Span]:
    match = pattern.search(lower[slice(*header.span)]) if header else None
    return [(header.span[0] + match.start("who"), header.span[0] + match.end("who"))] if match else []
