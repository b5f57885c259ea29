"""Is a phrase that stands where a source stands a source at all, and what does it come down to?

An aside in brackets or dashes, a relative clause, an adverb in front and a time behind are cut off; words of a person
("remarks by Ann Lee") come down to the person. What is left is a source if it ends in a name or if its head is a word
for somebody who speaks or something that is read (`source_types`, `source_kinds`). Refused: clause pieces ("closing
half of the quay"), lone articles and adverbs, and whatever else heads no noun phrase.
"""

import re

from crosscheck.comparing.citations import role_of
from crosscheck.people import People
from crosscheck.source_kinds import head_of, is_speaker, kind_of
from crosscheck.text import fold
from crosscheck.wording import FUNCTION_WORDS

LONGEST = 12
LONGEST_PHRASE = 400
_ASIDE = re.compile(r"^[^()]{0,300}\)|^\(")
_DASH = re.compile(r"\s*—\s*|\s-{1,2}\s|--")
_RELATIVE = re.compile(r",? (?:who|which|that|whose|where)\b.*$")
_FRONT = re.compile(r"^(?:(?:[a-z]+ly|meanwhile|however|moreover|furthermore|later|earlier|then|also|still|but|and|so"
                    r"|yet|now|even|instead|nevertheless|nonetheless|today|yesterday|overall|again|while|as|after|before"
                    r"|though|although|because|when|if|that|since|once"
                    r"|(?:on |last |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day),? )+", re.IGNORECASE)
_BEHIND = re.compile(r",? (?:(?:last|this|next|earlier|later) (?:week|month|year|\w{3,6}day|night)|on \w{3,6}day"
                     r"|(?:on|in|since) [A-Z][a-z]{2,8}\.?(?: \d{1,4})?|for (?:\w+ )?(?:days|weeks|months|years)"
                     r"|yesterday|today|earlier|later|recently|also|previously|itself|himself|herself|themselves)$",
                     re.IGNORECASE)
_PARTICIPLE = re.compile(r"^(?:[a-z]{3,}(?:ed|ing)|held|upheld|led|made|seen|shown|told|written|known|given|taken)\b"
                         r"(?: (?:out|up|down|off|on))?(?P<by> by (?P<who>.+))?")
_WORDS_OF = re.compile(r"^(?:[\w-]+ ){0,3}(?:comments?|remarks?|words|tweets?|testimony|statements?) (?:made )?"
                       r"(?:from|by|of) (?P<who>.+)$", re.IGNORECASE)
_GATHERED = re.compile(r"^(?:[\w-]+ ){1,4}(?:collected|compiled|gathered|kept|maintained|released|provided|issued"
                       r"|conducted|prepared|published|tallied|tracked) by (?P<who>(?:the )?[A-Z].+)$")
_NOT_NAMES = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april may june "
                       "july august september october november december".split())


def source_of(words: str, people: People) -> str | None:
    """`words` as a source, without what hangs on it; None if they are none. `people` are those of its text.

    >>> source_of("Separately, remarks by Ann Lee", People("Ann Lee")), source_of("lifting parts of it", People(""))
    ('Ann Lee', None)
    """
    plain = _ASIDE.sub("", re.sub(r"\s+", " ", words[:LONGEST_PHRASE]).strip()).strip(" .,;:\"'“”‘")
    return next((found for part in _DASH.split(plain) if (found := _whole(part, people))), None)


def _whole(part: str, people: People) -> str | None:
    part = _BEHIND.sub("", _FRONT.sub("", _RELATIVE.sub("", part).strip(" ,"))).strip(" ,")
    opening = _PARTICIPLE.match(part)
    if opening and (" " in part or not is_speaker(fold(part))):
        return _whole(opening["who"], people) if opening["by"] else None
    told = _WORDS_OF.match(part) or _GATHERED.match(fold(part))
    if told and (found := _whole(told["who"], people)) and re.match("(?:the )?[A-Z]", found):
        return found
    return part if _is_source(part, people) else None


def _is_source(part: str, people: People) -> bool:
    folded = fold(part)
    last = head_of(folded).rsplit(" ", 1)[-1].removesuffix("'s")
    if not part or last.lower() in FUNCTION_WORDS | _NOT_NAMES or len(part.split(",")[0].split()) > LONGEST:
        return False
    kind = kind_of(folded, people)
    if kind == "document" and " " not in part and part.islower():
        return role_of(part) is not None
    return kind != "pronoun" if last[:1].isupper() else kind != "unnamed" or is_speaker(folded)
