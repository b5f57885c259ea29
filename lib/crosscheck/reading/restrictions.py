"""Which limits does an article state: on whom, protecting whom, how narrowed, on whose word, and how do they stand?

Cues come from `restrictions_cues`, clauses from `restrictions_clauses`, slots from `restrictions_slots`, status and
speaker from `restrictions_status`, the items of lists from `restrictions_lists`. Of several cues in one clause the
plainest makes the row. Not found: limits without a cue word, and parties or acts that only another sentence names.
"""

import bisect

import numpy as np
import pandas as pd

from crosscheck.reading.restrictions_clauses import Clause, clause_around
from crosscheck.reading.restrictions_cues import Cue, find_cues, searchable
from crosscheck.reading.restrictions_lists import list_rows
from crosscheck.reading.restrictions_ordinary import is_ordinary
from crosscheck.reading.restrictions_slots import Slots, fill_slots, served_in
from crosscheck.reading.restrictions_stand_ins import Companies
from crosscheck.reading.restrictions_status import FOLLOWS_ON, Voice, same_party, status_of, voice_of, voices_of
from crosscheck.reading.restrictions_subjects import is_unbinding

SLOTS = ("bound_party", "act", "protected", "qualifier", "modality", "exception", "applies_from", "applies_until",
         "stated_by")
COLUMNS = ("start", "end", "quote", "rule", *(name for slot in SLOTS for name in (slot, f"{slot}_spans")), "via",
           "status", "attribution")
SILENT_ROLES = frozenset({"credit", "related", "score", "boilerplate", "byline", "dateline", "metadata", "disclosure",
                          "repeat"})

_NEAR = 6
_MOST_CUES = 40  # a sentence with more is no sentence
_FEWEST_BLANKS = 2
_PRONOUNS = frozenset(("it", "that", "this", "them", "so", "these", "those", "him", "her", "us", "me", "you"))
_NOT_RULES = frozenset({"heading", "headline", "caption"})


def find_restrictions(text: str, sentences: pd.DataFrame, attributions: pd.DataFrame) -> pd.DataFrame:
    """The limits that `text` states, in the order of the text.

    Columns: `start, end, quote, rule`, each slot as text (missing if not filled) and as `<slot>_spans`, `via` (who
    stands between the speaker and the article, nearest first), `status`, and `attribution`, the row of `attributions`
    (missing if the article speaks itself). Every span points into `text`.
    """
    lower = searchable(text)
    places = [(s, e, r) for s, e, r in zip(sentences["start"].tolist(), sentences["end"].tolist(),
                                           sentences["role"].tolist(), strict=True) if r not in SILENT_ROLES]
    voices = voices_of(attributions)
    rows = list_rows(lower, places)
    rows += _cue_rows(text, lower, places, voices)
    return _frame(text, _with_names(text, [start for start, _, _ in places], _without_doubles(rows)))


def _with_names(text: str, starts: list[int], rows: list[dict]) -> list[dict]:
    """`rows` with the name of the company that states a limit as "the company", where the article tells it."""
    companies = Companies(text, starts) if rows else None
    return [row | {"stated_by": companies.named(row["stated_by"])} if row["stated_by"] else row for row in rows]


def _cue_rows(text: str, lower: str, places: list[tuple[int, int, str]], voices: list[Voice]) -> list[dict]:
    starts = [start for start, _, _ in places]
    rows: list[dict] = []
    tried = (-1, 0)
    for cue in find_cues(lower):
        if rows and cue.end <= rows[-1]["end"] and cue.strength <= rows[-1]["strength"]:
            continue
        at = bisect.bisect_right(starts, cue.start) - 1
        if at < 0 or cue.end > places[at][1]:
            continue
        start, end, role = places[at]
        tried = (at, tried[1] + 1) if tried[0] == at else (at, 1)
        if tried[1] > _MOST_CUES:
            continue
        if cue.family == "rule" and (role in _NOT_RULES or text[max(start, end - 9):end].rstrip().endswith(":")):
            continue
        if "?" in text[max(cue.end, end - 3):end]:
            continue
        near = voices_near(voices, start - FOLLOWS_ON, end)
        clause = clause_around(lower, cue, start, end, [span for v in near for span in v.content])
        if (lower.count(" ", *clause) < _FEWEST_BLANKS or is_ordinary(lower, cue, clause)
                or is_unbinding(text, lower, cue, clause)):
            continue
        row = _row(text, lower, cue, clause, near, (start, end))
        if _says_what(lower, row, opens_list=text.endswith(":", start, end)):
            rows.append(row)
    return rows


def _says_what(lower: str, row: dict, *, opens_list: bool) -> bool:
    """Whether `row` names an act by more than a pronoun, or at least a party and no list follows."""
    if not row["act"]:
        return bool(row["bound_party"]) and not opens_list
    return len(row["act"]) > 1 or lower[slice(*row["act"][0])] not in _PRONOUNS


def voices_near(voices: list[Voice], start: int, end: int) -> list[Voice]:
    """The attributions that reach into the sentence `[start, end)`; `voices` are in order of their start."""
    low = bisect.bisect_left(voices, start - 3000, key=lambda voice: voice.start)
    high = bisect.bisect_right(voices, end, key=lambda voice: voice.start)
    return [voice for voice in voices[low:high] if voice.end > start]


def _row(text: str, lower: str, cue: Cue, clause: Clause, voices: list[Voice], sentence: tuple[int, int]) -> dict:
    slots = fill_slots(lower, cue, clause)
    speaker, via, attribution = voice_of(text, lower, cue, clause, slots, voices, sentence)
    slots = slots._replace(bound_party=same_party(text, cue, slots, speaker),
                           protected=served_in(text, cue, clause, slots, sentence))
    return _as_row(clause, cue, slots, speaker, via, attribution, status_of(lower, cue, clause, speaker))


def _as_row(clause: Clause, cue: Cue, slots: Slots, speaker: list, via: list, attribution: int | None,
            status: str) -> dict:
    spans = slots._asdict() | {"stated_by": speaker}
    return {"start": clause.start, "end": clause.end, "rule": cue.rule, "strength": cue.strength, "via": via,
            "status": status, "attribution": attribution, **{slot: spans[slot] for slot in SLOTS}}


def _without_doubles(rows: list[dict]) -> list[dict]:
    """`rows` in the order of the text; of two that share most of the shorter one, the plainer stays."""
    kept: list[dict] = []
    for row in sorted(rows, key=lambda r: (r["start"], r["end"], r["rule"])):
        rivals = [other for other in kept[-_NEAR:] if _same(row, other)]
        if any(other["strength"] >= row["strength"] for other in rivals):
            continue
        kept[-_NEAR:] = [other for other in kept[-_NEAR:] if other not in rivals] + [row]
    return kept


def _same(a: dict, b: dict) -> bool:
    shared = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return 2 * shared > min(a["end"] - a["start"], b["end"] - b["start"])


def _frame(text: str, rows: list[dict]) -> pd.DataFrame:
    cells = {name: [] for name in COLUMNS}
    for row in rows:
        for name in ("start", "end", "rule", "via", "status", "attribution"):
            cells[name].append(row[name])
        cells["quote"].append(text[row["start"]:row["end"]])
        for slot in SLOTS:
            cells[f"{slot}_spans"].append(row[slot])
            cells[slot].append(" … ".join(text[a:b] for a, b in row[slot]) or None)
    types = {"start": "int64", "end": "int64", "attribution": "Int64", "via": "object"}
    types |= {f"{slot}_spans": "object" for slot in SLOTS}
    return pd.DataFrame({name: _column(cells[name], types.get(name, "str")) for name in COLUMNS}, copy=False)


def _column(values: list, dtype: str) -> np.ndarray | pd.api.extensions.ExtensionArray:
    """`values` as one column; lists stay lists."""
    if dtype != "object":
        return pd.array(values, dtype=dtype)
    column = np.empty(len(values), dtype=object)
    for place, value in enumerate(values):
        column[place] = value
    return column
