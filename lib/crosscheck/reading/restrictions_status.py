"""On whose word does a limit stand, through whom, and how does it stand?

The innermost attribution that holds the limit names who states it, the outer ones stand between (`via`); outlets and
bare reports only pass a limit on. An order is stated by who gives it. The status follows from the family of the cue,
then from words beside it (`restriction_status.tsv`). Not found: a change of status that another sentence tells.
"""

import functools
import re
from typing import NamedTuple

import pandas as pd

from crosscheck import lexicon
from crosscheck.reading.restrictions_clauses import Clause, Cue
from crosscheck.reading.restrictions_slots import Slots, Span

PASSING_ON = frozenset({"outlet", "none"})
_BY_FAMILY = {"order": "ordered", "wish": "wished", "sought": "sought", "denial": "denied"}
_REPORTS = re.compile(r"(?:the |some |media |press |news |recent |several )?(?:reports?|reporting|sources?)$", re.IGNORECASE)
_RULE_TEXT = re.compile(r"\b(?:rules?|guidelines?|terms|polic(?:y|ies)|guidance|conditions)\b")
_HEDGE = re.compile(r"\b(?:could|might|reportedly|allegedly|apparently|unclear|whether)\b")
_NAMED_LATER = re.compile(r"(?:it|they|we|he|she|i)\b", re.IGNORECASE)


class Voice(NamedTuple):
    """One attribution: its row, its reach, its source and content."""

    row: int
    start: int
    end: int
    source: list[Span]
    content: list[Span]
    source_type: str


def voices_of(attributions: pd.DataFrame) -> list[Voice]:
    """The attributions of one article in order of their start."""
    columns = zip(attributions["start"].tolist(), attributions["end"].tolist(), attributions["source"].tolist(),
                  attributions["content"].tolist(), attributions["source_type"].tolist(), strict=True)
    voices = []
    for row, (start, end, source, content, kind) in enumerate(columns):
        spans = [(int(a), int(b)) for a, b in source], [(int(a), int(b)) for a, b in content]
        reach = [start, end, *(x for span in spans[0] + spans[1] for x in span)]
        voices.append(Voice(row, int(min(reach)), int(max(reach)), *spans, kind))
    return sorted(voices)


def voice_of(text: str, cue: Cue, slots: Slots, voices: list[Voice]) -> tuple[list[Span], list[str], int | None]:
    """Who states the limit (spans), through whom (texts, nearest first), and the row of the nearest attribution."""
    holding = [v for v in voices if any(a <= cue.start and cue.end <= b for a, b in v.content)]
    holding.sort(key=lambda v: (sum(b - a for a, b in v.content), v.row))
    speaker = list(slots.agent) if cue.family in ("order", "sought", "wish") or not holding else []
    via, attribution = [], None
    for voice in holding:
        words = " ".join(text[a:b] for a, b in voice.source)
        attribution = voice.row if attribution is None else attribution
        if not words:
            continue
        passes_on = voice.source_type in PASSING_ON or _REPORTS.match(words) or cue.family == "order"
        if speaker and not _pronoun(text, speaker) or passes_on:
            via.append(words)
        else:
            speaker = voice.source
    return speaker, via, attribution


def _pronoun(text: str, spans: list[Span]) -> bool:
    return len(spans) == 1 and bool(_NAMED_LATER.fullmatch(text[spans[0][0]:spans[0][1]]))


def status_of(lower: str, cue: Cue, clause: Clause, slots: Slots, text: str, speaker: list[Span]) -> str:
    """One of `tables.STATUSES`."""
    if cue.family in _BY_FAMILY:
        return "wished" if cue.rule == "order.urge" else _BY_FAMILY[cue.family]
    words = lower[clause.start:clause.end]
    label = _label(words) if cue.family != "rule" else "external"
    if label == "offered" and cue.family in ("ban", "pledge") and not cue.rule.startswith("ban"):
        label = ""
    if label:
        return label
    if _HEDGE.search(words):
        return "unspecified"
    return "in force"


def _label(words: str) -> str:
    for rule in _status_rules():
        if rule.regex.search(words):
            return rule.label
    return ""


@functools.cache
def _status_rules() -> tuple[lexicon.Rule, ...]:
    return lexicon.load("restriction_status")
