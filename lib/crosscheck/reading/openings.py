"""What stands before the first words of a lead: a date, and a dateline with place, day and agency?

A dateline is known by its dash, by its day, or by its capitals; an agency alone opens a lead only if
`lexicons/wire_agencies.tsv` knows its name. Not found: a place in small letters with nothing but a colon behind it, and
one of two words before a dash, which may be a person.
"""

import re

from crosscheck import lexicon
from crosscheck.text import trim

LEADS = 4  # body paragraphs that a dateline can open

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = (rf"(?:\d{{4}}-\d\d-\d\d|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
         rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?:,? \d{{4}})?)")
_DATE_FIELD = re.compile(
    rf"(?:(?:first |last )?(?:date|dated|published|posted|updated)(?: on)?\s?:?\s{_DATE}|\d{{4}}-\d\d-\d\d)"
    r"(?:,? \d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?\s?[|:-]?(?=\s)", re.IGNORECASE)
_PLACE = (r"[A-Z][\w.'-]{0,20}(?:[ /-](?:(?:of|de|la|del|da|el)[ ])?[A-Z][\w.'-]{0,20}){0,4}"
          r"(?: [(\[][A-Z]\w{1,20}[)\]]){0,2}(?:, [A-Z][\w.]{0,15}(?: [A-Z][\w.]{0,15}){0,2}){0,2}")
_CAPITALS = (r"[A-Z][A-Z.'-]{2,20}(?:(?:[ /-]| & )[A-Z][A-Z.'-]{1,20}){0,3}"
             r"(?:, [A-Z][\w.]{1,15}(?: [A-Z]\w{1,15})?){0,2}")
_AGENCY = r"\((?:[A-Z][\w&.' /-]{1,30})\)"
_DASH = r"\.?\s?[-:]{1,2}\s{1,3}"
_DATELINE = re.compile(
    rf"(?:{_PLACE},? (?i:{_DATE}),? ?(?:{_AGENCY})?{_DASH}"   # Springfield, May 4 (Agency) -
    rf"|(?:{_PLACE})? ?{_AGENCY}\s?--?\s{{1,3}}"                # SPRINGFIELD (Agency) -
    rf"|{_CAPITALS}\s?--?\s{{1,3}})(?=[\"'(]?[A-Z0-9])")        # SPRINGFIELD, Ohio -
_AGENCY_ALONE = re.compile(rf"(?P<place>[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+){{0,2}}(?P<land>, [A-Z][A-Za-z'-]+)?) "
                           rf"{_AGENCY}\s{{1,3}}(?=[\"']?[A-Z])")
_AGENCY_OPENS = re.compile(r"(?:[(\[](?:[A-Z][\w&.' /-]{1,30})[)\]]|[A-Z][\w.]{1,20}(?: [A-Z]\w{1,20})? --?)\s{1,3}"
                           r"(?=[A-Z\"'0-9])")
_QUIET_PLACE = re.compile(r"(?P<word>[A-Z][a-z'-]{2,20})(?:(?: [A-Z][a-z'-]{1,20}){0,2},(?: [A-Z][a-z'.-]{1,20}){1,2})?"
                          r"\s--?\s{1,3}(?=[\"'(]?[A-Z0-9])")
_SHOUTED_PLACE = re.compile(rf"{_CAPITALS}:\s{{1,3}}(?=[\"']?[A-Z0-9])")
_SHOUTED_LINE = re.compile(r"^[ \t]*[A-Z][A-Z .'-]{2,40}:\s", re.MULTILINE)
_NO_PLACE = frozenset("""analysis breaking correction editorial exclusive explainer live note opinion read review update
    updated video warning watch""".split())
_ACRONYM = re.compile(r"\(([A-Z][\w&.' /-]{1,30})\)")


def openings(folded: str, start: int, end: int, *, first: bool) -> list[tuple[int, int, str, str]]:
    """What opens the paragraph `[start, end)`, as spans with rule and role; `first` tells that it is the first."""
    found = []
    for rule, role, find in (("date_field", "metadata", _date_field), ("dateline", "dateline", _dateline)):
        match = find(folded, start, end, first)
        if match and match.end() < end:
            found.append((match.start(), match.end(), rule, role))
            start = trim(folded, match.end(), end)[0]
    return found


def _date_field(folded: str, start: int, end: int, _: bool) -> re.Match | None:
    return _DATE_FIELD.match(folded, start, end)


def _dateline(folded: str, start: int, end: int, first: bool) -> re.Match | None:
    """A dateline; one without dash or date ("Springfield (AGENCY) The …") must not spell out its own bracket."""
    match = _DATELINE.match(folded, start, end)
    if match:
        return match
    match = _AGENCY_ALONE.match(folded, start, end)
    if match:
        letters = "".join(word[0] for word in match["place"].split())
        agency = _ACRONYM.search(match.group()).group(1)
        plain = not match["land"] and not match["place"].isupper()
        known = agency.isupper() and not agency.startswith(letters) if plain else _is_agency(match.group())
        return match if known else None
    return _bare_dateline(folded, start, end) if first else None


def _bare_dateline(folded: str, start: int, end: int) -> re.Match | None:
    """An agency alone, a place before a dash, or one in capitals before a colon that no other line has: a speaker's."""
    match = _AGENCY_OPENS.match(folded, start, end)
    if match and _is_agency(match.group()):
        return match
    match = _QUIET_PLACE.match(folded, start, end)
    if match:
        return match if match["word"].lower() not in _NO_PLACE else None
    match = _SHOUTED_PLACE.match(folded, start, end)
    if match and match.group().split(":")[0].lower() not in _NO_PLACE:
        others = _SHOUTED_LINE.finditer(folded)
        return match if next(others, None) and next(others, None) is None else None
    return None


def _is_agency(words: str) -> bool:
    return any(rule.regex.search(words) for rule in lexicon.load("wire_agencies"))
