"""Can two restrictions state one limit at all? Who is bound, which way the limit points, how it stands.

Words alone join limits on different parties. So each restriction gets a frame: its standing, whether it closes or
opens something, the kind and the names of who is bound, the names of who imposes it in the same clause, and its
numbers. Two frames fit if nothing in them speaks against one limit; what an article leaves out speaks against nothing.
Not judged: whether two names are one party, unless one abbreviates the other or the codebook says so.
"""

import functools
import re
from typing import NamedTuple

import pandas as pd

from crosscheck import lexicon
from crosscheck.comparing.codebook_file import Codebook
from crosscheck.comparing.ladders_classes import class_nouns, related
from crosscheck.comparing.ladders_words import FEWEST, kin_of
from crosscheck.comparing.words import STOPWORDS
from crosscheck.text import tokens

SURE = 0.75
LIKELY = 0.65
OPENING = frozenset(("permission", "exemption", "sought"))
_STANDING = {"offered": "offered", "wished": "wished", "sought": "sought", "denied": "denied"}
_NEGATED = re.compile(r"\b(?:not|never|no longer|cannot|can't|won't)\b|n't\b")
_APPLIES = re.compile(r"\b(?:apply|applied|applies|extend|cover|affect|enforced?|require)\b")
_CLOSING = re.compile(r"\b(?:exclud|bar|ban|bann|den|block|revok|halt|suspend|remov|cancel|restrict)"
                      r"(?:e|es|ed|s|y|ies|ied|ing|red|ring)?\b")
_LIFTS = re.compile(r"\b(?:lift|eas|waiv|end|scrap|overturn)(?:e|es|ed|s|ing)?\b")
_LIMIT = re.compile(r"\b(?:bans?|orders?|restrictions?|sanctions?|rules?|policy|limits?|measures?)\b")
_OPENS = re.compile(r"(?:continue |resume |start |begin |keep )?(?:to )?(?:accept|admit|allow|permit|issu|grant|open|"
                    r"reopen|resum|let)")
_MERE_USE = frozenset(("~serve", "~tool"))
_PRONOUN = re.compile(r"(?:it|they|them|he|she|we|you|i|this|that|which|who|these|those|one)", re.IGNORECASE)
_SCOPE, _DEADLINE = "limit.definition", "deadline."
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_BY = re.compile(r"(?:by|before|until|till|no later than|not later than|within)\b", re.IGNORECASE)
_DAY = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: "
                  r"(\d{1,2})\b)?")
_NUMBER = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")


class Frame(NamedTuple):
    """What can speak against one limit in two restrictions."""

    standing: str
    points: str
    kinds: frozenset[str]
    kin: frozenset[str]
    names: tuple[str, ...]
    imposers: tuple[str, ...]
    numbers: frozenset[str]
    act: frozenset[str]
    classes: frozenset[str]
    rule: str
    verb: str
    days: frozenset[str]


def frames_of(table: pd.DataFrame, codebook: Codebook) -> list[Frame]:
    """The frame of each restriction, in the order of `table`."""
    return [_frame(row, codebook) for row in table.to_dict("records")]


def fits(a: Frame, b: Frame, likeness: float) -> bool:
    """Whether two frames can state one limit, given how like their words are (0 to 1)."""
    if (a.standing, a.points) != (b.standing, b.points):
        return False
    if a.numbers and b.numbers and not a.numbers & b.numbers and likeness < SURE:
        return False
    return _acts_fit(a.act, b.act) and _parties_fit(a, b, likeness) and _names_fit(a.imposers, b.imposers)


def agree(a: Frame, b: Frame) -> bool:
    """Whether two frames are built alike: the same verb, or scope; no other numbers; classes that hold each other."""
    if a.numbers and b.numbers and not a.numbers & b.numbers:
        return False
    if a.verb != b.verb and not a.rule == b.rule == _SCOPE and not {kin_of(a.verb), kin_of(b.verb)} & (a.act & b.act):
        return False
    return not a.classes or not b.classes or any(related(one, other) for one in a.classes for other in b.classes)


def _acts_fit(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two acts share a word; one of mere use only where nothing more is said."""
    if not a or not b:
        return True
    return bool((a & b) - _MERE_USE) or bool(a & b) and min(len(a - _MERE_USE), len(b - _MERE_USE)) < FEWEST


def _parties_fit(a: Frame, b: Frame, likeness: float) -> bool:
    """Whether the same can be bound: by name, by kind, because one is not named, or as all other words are alike."""
    if not _names_fit(a.names, b.names):
        return False
    if a.names and b.names or not a.kin or not b.kin or "instrument" in a.kinds | b.kinds:
        return True
    if a.kin & b.kin or a.kinds & b.kinds:
        return True
    if any(related(one, other) for one in a.kinds for other in b.kinds):
        return True
    if a.kinds and b.kinds:
        return False
    return bool(a.names) != bool(b.names) or likeness >= LIKELY


def _names_fit(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two lists of names share one, or one of them is empty."""
    return not a or not b or any(_same_name(one, other) for one in a for other in b)


def _same_name(a: str, b: str) -> bool:
    """Whether two names share a word, or one is made of the other's initials."""
    left, right = a.lower().split(), b.lower().split()
    return bool(set(left) & set(right)) or _initials(left) == right[0] or _initials(right) == left[0]


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words)


def _frame(row: dict, codebook: Codebook) -> Frame:
    party = "" if pd.isna(row["bound_party"]) or _PRONOUN.fullmatch(row["bound_party"]) else row["bound_party"]
    imposer = ""
    if len(row["stated_by_spans"]) == 1 and row["start"] <= row["stated_by_spans"][0][0] < row["end"]:
        imposer = str(row["stated_by"])
    party, imposer = codebook.canonical(party) if party else "", codebook.canonical(imposer) if imposer else ""
    telling = " ".join(str(row[slot]) for slot in ("act", "applies_until", "exception") if not pd.isna(row[slot]))
    return Frame(_STANDING.get(row["status"], "binding"), _points(row), _kinds(party), _kin(party), _names(party),
                 _names(imposer), frozenset(_NUMBER.findall(telling)), _act(row),
                 frozenset(class_nouns("" if pd.isna(row["protected"]) else row["protected"]).values()), row["rule"],
                 next((token.folded for token in tokens("" if pd.isna(row["act"]) else row["act"])), ""), _days(row))


def _days(row: dict) -> frozenset[str]:
    """The days by which a limit is to be met: of its end, or in the words of a deadline."""
    words = row["quote"] if row["rule"].startswith(_DEADLINE) else row["applies_until"]
    if pd.isna(words) or not (row["rule"].startswith(_DEADLINE) or _BY.match(words)):
        return frozenset()
    return frozenset(" ".join(part) for part in _DAY.findall(words) if part[1] or part[0] in _WEEKDAYS)


def _points(row: dict) -> str:
    """Which way the limit points: "closed", "open", or "undone" where a limit is lifted or blocked itself."""
    slots = ("act", "bound_party", "modality")
    act, party, modality = ("" if pd.isna(row[slot]) else row[slot].lower() for slot in slots)
    family, negated = _families().get(row["rule"], "ban"), bool(_NEGATED.search(modality))
    if _APPLIES.search(f"{modality} {act[:30]}"):
        return "open" if negated else "closed"
    if family in OPENING:
        return "closed" if negated else "open"
    if _LIFTS.search(modality) or _CLOSING.search(modality) and _LIMIT.search(f"{party} {act[:60]}"):
        return "undone"
    opens = family in ("order", "duty", "pledge") and not negated and _OPENS.match(act)
    return "open" if opens or negated and _CLOSING.search(act[:60]) else "closed"


def _act(row: dict) -> frozenset[str]:
    """The words and families of the act and of whom it is done to."""
    return _kin(" ".join(row[slot] for slot in ("act", "protected") if not pd.isna(row[slot])))


@functools.lru_cache(maxsize=20_000)
def _kin(words: str) -> frozenset[str]:
    return frozenset(kin for token in tokens(words) if (kin := kin_of(token.folded)))


@functools.lru_cache(maxsize=20_000)
def party_key(words: str) -> frozenset[str]:
    """What a party is counted as: a thing without a name as a tool, anyone else by the words."""
    return frozenset(("~tool",)) if _kinds(words) == {"tool"} and not _names(words) else _kin(words)


@functools.lru_cache(maxsize=20_000)
def _kinds(words: str) -> frozenset[str]:
    """The kinds of party that `words` name: of `bound_parties.tsv`, and classes of people."""
    kinds = {rule.label for rule in lexicon.load("bound_parties") if rule.regex.search(words)}
    return frozenset(kinds | set(class_nouns(words).values()))


@functools.lru_cache(maxsize=20_000)
def _names(words: str) -> tuple[str, ...]:
    """The proper names in `words`: runs of words with a capital; a first word only if it is no function word."""
    found: list[list[str]] = []
    last = -2
    for number, token in enumerate(tokens(words)):
        is_name = token.word[:1].isupper() and token.folded not in STOPWORDS and not _common(token.folded)
        if is_name and last == number - 1:
            found[-1].append(token.folded.replace(".", ""))
        elif is_name:
            found.append([token.folded.replace(".", "")])
        last = number if is_name else last
    return tuple(" ".join(words) for words in found)


@functools.lru_cache(maxsize=20_000)
def _common(word: str) -> bool:
    """Whether a word with a capital is a common noun of parties or classes, as at the start of a sentence."""
    return bool(_kinds(word)) and not word.isupper()


@functools.cache
def _families() -> dict[str, str]:
    return {rule.rule_id: rule.label.split()[0] for rule in lexicon.load("restriction_cues")}
