"""Who cites whom inside one sentence? Links stated in so many words, from the lexicons `citing` and `cited_roles`.

A link goes from who cites (`None` for the article itself) to who is cited. Links come from phrases ("…, which cites …",
"according to a report by …", "… cited by …") and from attributions, one inside another. Not found: a source that the
article names in another sentence only, except where a bare "the report" points back to it (`comparing.origins`).
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from crosscheck.lexicon import Rule, load
from crosscheck.text import fold, overlap
from crosscheck.wording import FUNCTION_WORDS

WORD = r"[A-Z](?:[\w&-]|\.(?=\w)|'(?!s\b)(?=\w)){0,40}"
NAME = rf"(?:[Tt]he )?{WORD}(?: (?:of |and |for |of the )?{WORD}){{0,5}}"
ROLE = (r"(?:[\w-]{2,20} ){0,3}(?:officials?|analysts?|sources?|people|experts?|executives?|employees|lawyers|"
        r"diplomats|researchers|aides?|documents?|records|emails|memos?|posts?|statements?|filings?)")
SOMEBODY = r"(?:[Aa]n?|[Tt]he|[Oo]ne) (?:[\w-]{2,20} ){0,3}[\w-]{2,20}"

NOBODY = "unnamed"      # the rule of a link from an outlet's report, handed on by another outlet, to nobody named
NO_NAMES = frozenset("news media press radio television".split())
CALENDAR = frozenset("monday tuesday wednesday thursday friday saturday sunday january february march april may june "
                     "july august september october november december".split())


class Link(NamedTuple):
    """One citing; `start` and `end` hold both names in the text, `cited_span` the cited one."""

    citing: str | None
    cited: str
    start: int
    end: int
    cited_span: tuple[int, int]
    rule: str
    attribution_id: str | None = None
    content: tuple[tuple[int, int], ...] = ()
    citing_start: int | None = None


@lru_cache(maxsize=262_144)  # chains and quotations ask in turn, each for all sentences
def stated_links(text: str, start: int, end: int) -> tuple[Link, ...]:
    """The links that phrases in `text[start:end]`, a sentence, state; in the order they stand."""
    sentence = fold(text[start:end])
    low = sentence.lower()
    links = [_link(text, start, match, rule.rule_id, rule.label) for rule in load("citing")
             if has_needed(rule, low) for match in _pattern(rule).finditer(sentence)]
    named = [link for link in links if not _is_no_name(link.cited) and not _is_no_name(link.citing or "x")]
    between = [link.cited_span for link in named if link.citing is not None]
    return tuple(sorted((link for link in named if link.citing is not None or not any(
        overlap(link.cited_span, span) for span in between)), key=lambda link: (link.start, link.end, link.rule)))


def _is_no_name(words: str) -> bool:
    """Whether capitals are all that `words` have of a name: a day, a month, or a word that opens a sentence."""
    return key(words) in CALENDAR or key(words) in FUNCTION_WORDS or key(words) in NO_NAMES


@lru_cache(maxsize=16384)
def role_of(name: str) -> str | None:
    """What `name` stands for when it is no name: `unnamed`, `spokesperson` or `bare_report`; None for a name."""
    folded = fold(name)
    return next((rule.label for rule in load("cited_roles") if rule.regex.search(folded)), None)


@lru_cache(maxsize=16384)
def key(name: str) -> str:
    """A name for comparing: lower case, without article, possessive or punctuation.

    >>> key("The Morning Herald’s")
    'morning herald'
    """
    folded = re.sub(r"'s?$", "", fold(name).strip(" .,;:\"'()").lower())
    return re.sub(r"^(?:the|a|an) ", "", folded)


def has_needed(rule: Rule, low: str) -> bool:
    """Whether text in small letters has one of the pieces that the rule's note says it needs, if it says so."""
    needed = _needed(rule.note)
    return not needed or any(piece in low for piece in needed)


@cache
def _needed(note: str) -> tuple[str, ...]:
    return tuple(note.partition("needs ")[2].split("|")) if "needs " in note else ()


@cache
def _pattern(rule: Rule) -> re.Pattern:
    """The pattern of a rule of `lexicons/citing.tsv` with the names that it stands between."""
    shapes = {
        "citing": rf"\b(?P<citing>{NAME})(?i:{{}}) (?P<cited>{NAME}|{ROLE})\b",
        "cited_by": rf"\b(?P<cited>{NAME}|{ROLE}|{SOMEBODY})(?i:{{}}) (?P<citing>{NAME})",
        "own": rf"\b(?P<cited>{NAME}|{ROLE}|{SOMEBODY})(?i:{{}}) (?P<citing>(?:us|(?:this|our) (?:newspaper|paper|"
               r"magazine|reporter|(?:web)?site|publication|outlet)))\b",
        "opening": rf"(?i:{{}}) (?P<cited>{NAME})",
        "closing": rf"\b(?P<cited>{NAME})(?i:{{}})",
    }
    return re.compile(shapes[rule.label].replace("{}", rule.pattern))


def _link(text: str, offset: int, match: re.Match, rule: str, label: str) -> Link:
    def words(group: str) -> str:
        return text[offset + match.start(group):offset + match.end(group)]

    citing = words("citing") if label in ("citing", "cited_by", "own") else None
    cited = (offset + match.start("cited"), offset + match.end("cited"))
    return Link(citing, text[slice(*cited)], offset + match.start(), offset + match.end(), cited, rule,
                citing_start=offset + match.start("citing") if citing else None)
