"""On whose word does a limit stand, through whom, and how does it stand?

The innermost attribution that holds the limit names who states it, the outer ones stand between (`via`); outlets and
bare reports only pass a limit on. An order or a wish is stated by who gives it. The status follows from the family of
the cue, then from words before it (`restriction_status.tsv`). Not found: a change of status in another sentence.
"""

import re
from typing import NamedTuple

import pandas as pd

from crosscheck import lexicon
from crosscheck.reading.restrictions_clauses import Clause
from crosscheck.reading.restrictions_cues import Cue
from crosscheck.reading.restrictions_parts import Span, noun_phrase
from crosscheck.reading.restrictions_slots import Slots

FOLLOWS_ON = 240
PASSING_ON = frozenset({"outlet", "none"})
_BY_FAMILY = {"order": "ordered", "wish": "wished", "sought": "sought", "denial": "denied"}
_REPORTS = re.compile(r"(?:the |some |media |press |news |recent |several )?(?:reports?|reporting)$", re.IGNORECASE)
_ADVICE = re.compile(r"\b(?:should|ought)(?:n't)?\b|\b(?:i|we) (?:must|need to|have to)\b")
_RULES = re.compile(r"\b(?:guidelines?|rules?|terms|polic(?:y|ies)|licen[cs]es?|apps?|users?)\b")
_OPEN_QUESTION = re.compile(r"\b(?:whether|unclear|not yet clear)\b")
_COURT = re.compile(r"\b(?:courts?|judges?|justices?|tribunal|magistrates?)\b")
_WANTED = re.compile(r"(?:call|propos)")
_REPORT_OF = re.compile(r"\breport(?:s|ing)?$", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\b(?:this|these|those)\b")
_GOES_ON = re.compile(r"\b(?:later|then|however|subsequently|afterwards?)\b")
_HEDGE = re.compile(r"\b(?:could|might|reportedly|allegedly|apparently|unclear|whether)\b")
_PRONOUN = re.compile(r"(?:it|they|we|he|she|i|which|who)$", re.IGNORECASE)
_DETERMINERS = frozenset("the a an its their his her our many some several most all no these those this that".split())
_TURN = re.compile(r"[,;] (?:but|while|although|whereas|however)\b")
_SAYS = re.compile(r"(?:that )?(?P<who>[^,;:\"]{2,60}?) (?:later |also |then |has |have |had ){0,2}(?:said|says|"
                   r"confirmed|stated|states|announced|indicated|insisted|claimed|maintained|asserted|noted|"
                   r"explained|added|acknowledged|ruled|warned|pledged|promised|"
                   r"assured [a-z]+)(?: [a-z]+){0,2}?(?: that)? $")
_STATEMENT = re.compile(r"(?P<who>[^;:]{2,90}?) (?:later |also |then |has |have |had |since ){0,3}(?:issue[sd]?|"
                        r"provide[sd]?|g[ai]ven?|gives|offer(?:s|ed)?|ma[dk]es?|release[sd]?|publish(?:es|ed)?|"
                        r"sen[dt]|posted|put out|received|signed|wrote|says?|said|"
                        r"outlined) (?:[^;:]{0,80} )?(?:[a-z]+ing |assurances? |statement |pledges? |promises? |"
                        r"guarantees? |letter |)(?:that [^,;:]{0,80})?$")


class Voice(NamedTuple):
    """One attribution: its reach, its row, its source and content."""

    start: int
    end: int
    row: int
    source: list[Span]
    content: list[Span]
    source_type: str


def voices_of(attributions: pd.DataFrame) -> list[Voice]:
    """The attributions of one article in order of their start."""
    columns = zip(attributions["start"].tolist(), attributions["end"].tolist(), attributions["source"].tolist(),
                  attributions["content"].tolist(), attributions["source_type"].tolist(), strict=True)
    voices = []
    for row, (start, end, source, content, kind) in enumerate(columns):
        source, content = [(int(a), int(b)) for a, b in source], [(int(a), int(b)) for a, b in content]
        reach = [int(start), int(end), *(x for span in source + content for x in span)]
        voices.append(Voice(min(reach), max(reach), row, source, content, str(kind)))
    return sorted(voices)


def voice_of(text: str, lower: str, cue: Cue, clause: Clause, slots: Slots, voices: list[Voice],
             sentence: Span) -> tuple[list[Span], list[str], int | None]:
    """Who states the limit (spans), through whom (texts, nearest first), and the row of the nearest attribution."""
    holding = _holding(lower, cue, voices)
    own = list(slots.agent) if cue.family in ("order", "sought", "wish", "pledge") or not holding else []
    speaker = own if _is_name(text, own) else []
    via, attribution = [], None
    for voice in holding:
        words = "" if _is_relative(text, voice.source) else " ".join(text[a:b] for a, b in voice.source)
        attribution = voice.row if attribution is None else attribution
        passes_on = voice.source_type in PASSING_ON or _REPORTS.match(words) or cue.family == "order"
        if words and (speaker or passes_on) and speaker != voice.source:
            via.append(words)
        elif words:
            speaker = voice.source
    if not speaker and not holding and cue.family != "order":
        speaker = _statement_giver(lower, clause, sentence)
    elif holding and (inner := _inner_speaker(lower, cue, clause, holding[0])):
        via = [" ".join(text[a:b] for a, b in speaker), *via] if speaker else via
        speaker = inner
    if speaker and holding and not via:
        via = _reported_before(text, lower, voices, (sentence[0], cue.start))
    return speaker, list(dict.fromkeys(via)), attribution


def _reported_before(text: str, lower: str, voices: list[Voice], sentence: Span) -> list[str]:
    """The report that a sentence before names, if this one points back to what it told ("corrected this later").

    In another paragraph the sentence must also say that it follows on ("later", "however").
    """
    if not _POINTS_BACK.search(lower, *sentence):
        return []
    before = [v for v in voices if v.end <= sentence[0] and v.source and sentence[0] - v.end < FOLLOWS_ON]
    for voice in reversed(before):
        words = " ".join(text[a:b] for a, b in voice.source)
        gap, opening = text[voice.end:sentence[0]], lower[sentence[0]:sentence[0] + 60]
        if voice.source_type == "outlet" or _REPORT_OF.search(words):
            return [words] if "\n" not in gap or _GOES_ON.search(opening) else []
    return []


def same_party(text: str, cue: Cue, slots: Slots, speaker: list[Span]) -> list[Span]:
    """The bound party: where a speaker disclaims or pledges for "it" or "they", the speaker."""
    if speaker and cue.family in ("denial", "pledge") and _is_pronoun(text, slots.bound_party):
        return speaker
    return slots.bound_party


def status_of(lower: str, cue: Cue, clause: Clause, speaker: list[Span]) -> str:
    """One of `tables.STATUSES`; what a court says is ordered."""
    status = _status(lower, cue, clause)
    by_court = status == "in force" and any(_COURT.search(lower, *span) for span in speaker)
    return "ordered" if by_court else status


def _status(lower: str, cue: Cue, clause: Clause) -> str:
    if cue.rule == "order.urge" or cue.rule == "order.noun" and _WANTED.match(lower, cue.start):
        return "wished"
    if cue.family in _BY_FAMILY:
        return _BY_FAMILY[cue.family]
    before = lower[clause.start:cue.end]
    if _OPEN_QUESTION.search(before):
        return "unspecified"
    if _ADVICE.search(lower, max(clause.start, cue.start - 12), cue.end) and not _RULES.search(before):
        return "wished"
    label = "external" if cue.family == "rule" else _label(before)
    if label == "offered" and cue.rule in ("pledge.passive", "pledge.verb"):
        label = ""
    return label or ("unspecified" if _HEDGE.search(before) else "in force")


def _label(words: str) -> str:
    return next((rule.label for rule in lexicon.load("restriction_status") if rule.regex.search(words)), "")


def _holding(lower: str, cue: Cue, voices: list[Voice]) -> list[Voice]:
    """The attributions whose content holds the cue, innermost first; none that a turn of the sentence has left."""
    holding = [v for v in voices if any(a <= cue.start and cue.end <= b for a, b in v.content)]
    holding.sort(key=lambda v: (sum(b - a for a, b in v.content), v.row))
    return [v for i, v in enumerate(holding) if i == 0 or not _TURN.search(lower, v.content[0][0], cue.start)]


def _is_name(text: str, spans: list[Span]) -> bool:
    """Whether the words look like someone: they open with a capital or a determiner, or end in a plural."""
    if len(spans) != 1 or _is_pronoun(text, spans):
        return False
    words = text[spans[0][0]:spans[0][1]].split()
    plural = 1 < len(words) < 5 and words[-1].endswith("s")
    return words[0][:1].isupper() or words[0] in _DETERMINERS or plural


def _is_relative(text: str, spans: list[Span]) -> bool:
    """Whether a source of several spans ends in a relative pronoun: a description, nobody who speaks."""
    return len(spans) > 1 and text[spans[-1][0]:spans[-1][1]].lower() in ("who", "that", "which")


def _is_pronoun(text: str, spans: list[Span]) -> bool:
    return len(spans) == 1 and bool(_PRONOUN.match(text[spans[0][0]:spans[0][1]]))


def _inner_speaker(lower: str, cue: Cue, clause: Clause, voice: Voice) -> list[Span]:
    """Who says it inside the content of `voice`: "the council" in "noted that the council confirmed the …"."""
    start = next((a for a, b in voice.content if a <= cue.start and cue.end <= b), clause.start)
    match = _SAYS.match(lower[start:clause.start]) if 0 < clause.start - start < 120 else None
    return noun_phrase(lower, start, start + match.end("who")) if match else []


def _statement_giver(lower: str, clause: Clause, sentence: Span) -> list[Span]:
    """Who, in the words before the clause, issued a statement or gave an assurance."""
    start = max(sentence[0], clause.start - 240)
    match = _STATEMENT.match(lower[start:clause.start])
    if not match:
        return []
    spans = noun_phrase(lower, start, start + match.end("who"))
    return spans if spans and spans[0][1] - spans[0][0] < 60 else []
