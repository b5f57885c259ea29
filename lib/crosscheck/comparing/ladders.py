"""One limit in every article's words: which restrictions state the same, in which order do they stand, what changed?

Restrictions of different articles that share the words of what they limit (`ladders_words`) and stand the same way (in
force, offered, ordered, wished, denied) form a ladder, one rung an article; the codebook may name ladders of its own.
The first rung is the nearest to the origin: quoted words first, then an article that quotes such words elsewhere, then
a named speaker. `ladders_changes` names what differs from it. Not found: one limit in words that share nothing.
"""

import math

import pandas as pd

from crosscheck import tables
from crosscheck.comparing.codebook import searchable
from crosscheck.comparing.codebook_file import Codebook
from crosscheck.comparing.ladders_changes import Rung, changes_between
from crosscheck.comparing.ladders_frames import Frame, agree, fits, frames_of
from crosscheck.comparing.ladders_rank import strength_of
from crosscheck.comparing.ladders_words import (
    FEWEST,
    likeness,
    limit_words,
    neighbours,
    weights_of,
    without_bodies,
    words_of,
)
from crosscheck.text import content_id, fold, tokens

SAME = 0.5
LOOSE = 0.42
LIKELY = 0.36
PLAIN = 2
TELLING = 3.5
FEW = 0.65
_SAME_DAY = 30
SURE = 7.0
NAMING = ("ban.noun", "exempt.noun", "deadline.noun", "pledge.general")
_UNNAMED = frozenset("officials official sources source reports report they it he she people critics experts".split())


def find_ladders(articles: pd.DataFrame, restrictions: pd.DataFrame, attributions: pd.DataFrame,
                 codebook: Codebook) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """`(ladders, rungs, rung_changes)`; ladders and rungs in order of rank and position, as `tables` says.

    A restriction stands on one ladder at most. `attributions` decide which words are quoted.
    """
    table = restrictions.sort_values(["rank", "restriction_id"]).reset_index(drop=True)
    words = words_of(table)
    weights = weights_of(words)
    groups = _named_groups(table, codebook)
    taken = {i for _, group in groups for i in group}
    frames = frames_of(table, codebook)
    groups += [("", group) for group in _found_groups(table, words, weights, frames, taken)]
    quoted = _quoted(articles, table, attributions)
    ladders = [_ladder(table, label, group, quoted, words, codebook) for label, group in groups]
    return _tables(ladders)


def _named_groups(table: pd.DataFrame, codebook: Codebook) -> list[tuple[str, list[int]]]:
    """The ladders that the codebook names: label and rows, the plainest row of each article."""
    texts = [searchable(quote) for quote in table["quote"]]
    articles = table["article_id"].tolist()
    groups, taken = [], set()
    for entry in codebook.restrictions:
        rows: dict[str, int] = {}
        for i, text in enumerate(texts):
            if i not in taken and any(pattern.regex.search(text) for pattern in entry.patterns):
                rows.setdefault(articles[i], i)
        if len(rows) > 1:
            taken.update(rows.values())
            groups.append((entry.label, list(rows.values())))
    return groups


def _found_groups(table: pd.DataFrame, words: list[frozenset[str]], weights: dict[str, float], frames: list[Frame],
                  taken: set[int]) -> list[list[int]]:
    """Rows of different articles that state the same limit, the plainest first; each row in one group."""
    articles, rules = table["article_id"].tolist(), table["rule"].tolist()
    near = _with_same_day(neighbours(words, weights, LIKELY), words, frames)
    plain = [strength_of(rule) >= PLAIN for rule in rules]
    groups, taken = [], taken | {i for i, rule in enumerate(rules) if not plain[i] and rule not in NAMING}
    for i in range(len(table)):
        if i in taken:
            continue
        rows = {articles[i]: i}
        ring = [n for n, _ in near[i]]
        for other in [*ring, *sorted({n for row in ring for n, _ in near[row]} - set(ring))]:
            if (other not in taken and articles[other] not in rows and (plain[i] or rules[i] == rules[other])
                    and _joins(other, rows, words, weights, frames, must_be_sure=not plain[i])):
                rows[articles[other]] = other
        if len(rows) > 1:
            taken.update(rows.values())
            groups.append(list(rows.values()))
    return groups


def _with_same_day(near: list[list[tuple[int, float]]], words: list[frozenset[str]],
                   frames: list[Frame]) -> list[list[tuple[int, float]]]:
    """`near` with the rows that are to be met by the same day and share a word, last."""
    places: dict[str, list[int]] = {}
    for number, frame in enumerate(frames):
        for day in sorted(frame.days):
            places.setdefault(day, []).append(number)
    found = []
    for number, row in enumerate(near):
        known = {n for n, _ in row} | {number}
        others = sorted({n for day in frames[number].days for n in places[day][:_SAME_DAY]} - known)
        found.append(row + [(n, 0.0) for n in others if without_bodies(words[n] & words[number])])
    return found


def _joins(row: int, rows: dict[str, int], words: list[frozenset[str]], weights: dict[str, float],
           frames: list[Frame], *, must_be_sure: bool) -> bool:
    """Whether `row` fits each row found so far, and is on average like them or surely speaks of the same."""
    like = [likeness(words[row], words[other], weights) for other in rows.values()]
    if not all(fits(frames[row], frames[other], value) for other, value in zip(rows.values(), like, strict=True)):
        return False
    if all(frames[row].days & frames[other].days and without_bodies(words[row] & words[other])
           and frames[row].act & frames[other].act for other in rows.values()):
        return True
    if any(len(without_bodies(words[row] & words[other])) < FEWEST for other in rows.values()):
        return False
    shared = [math.fsum(weights[w] for w in words[row] & words[other]) for other in rows.values()]
    enough = [LIKELY if frames[row].rule == frames[other].rule else LOOSE for other in rows.values()]
    sure = [weight >= SURE and value >= least and agree(frames[row], frames[other])
            for other, weight, value, least in zip(rows.values(), shared, like, enough, strict=True)]
    if all(sure) or must_be_sure:
        return all(sure)
    if any(value < FEW and len(words[row] & words[other]) <= FEWEST
           for other, value in zip(rows.values(), like, strict=True)):
        return False
    least = min(TELLING, 1.5 * math.log(1 + len(words)))  # in a small folder no word is rare
    return min(shared) >= least and max(like) >= SAME and sum(like) >= LOOSE * len(like)


def _quoted(articles: pd.DataFrame, table: pd.DataFrame, attributions: pd.DataFrame) -> list[bool]:
    """Whether the words that bind stand inside quotation marks, or a direct attribution holds the limit."""
    texts = {key: fold(text) for key, text in zip(articles["article_id"], articles["text"], strict=True)}
    direct = set(attributions.loc[attributions["direct"], "attribution_id"])
    found = []
    for row in table.itertuples():
        text = texts[row.article_id]
        at = row.modality_spans[-1][1] if len(row.modality_spans) else row.start
        paragraph = text.rfind("\n", max(0, row.start - 3000), at) + 1
        inside = text.count('"', paragraph, at) % 2 == 1
        closes = '"' in text[at:row.end + 2]
        found.append(inside and (closes or row.attribution_id in direct))
    return found


def _ladder(table: pd.DataFrame, label: str, group: list[int], quoted: list[bool], words: list[frozenset[str]],
            codebook: Codebook) -> dict:
    """One ladder: its rungs in order, its changes, and what holds it together."""
    rungs = {i: _rung(table, i, quoted[i], codebook) for i in group}
    quoting = {table["article_id"].iat[i] for i, is_quoted in enumerate(quoted) if is_quoted}
    first = min(group, key=lambda i: (not quoted[i], table["article_id"].iat[i] not in quoting, _unnamed(rungs[i]),
                                      int(table["rank"].iat[i]), rungs[i].restriction_id))
    changes = {i: changes_between(rungs[first], rungs[i]) for i in group if i != first}
    later = sorted(changes, key=lambda i: (not quoted[i], sum(c.substance for c in changes[i]), len(changes[i]),
                                           -_kept(rungs[first], rungs[i]), rungs[i].restriction_id))
    shared = frozenset.intersection(*(words[i] for i in group)) or words[first]
    return {"label": label or _label(table["quote"].iat[first]), "rungs": [rungs[i] for i in (first, *later)],
            "changes": [(rungs[i], change) for i in later for change in changes[i]],
            "shared": _shown(table["quote"].iat[first], shared), "named": bool(label)}


def _rung(table: pd.DataFrame, i: int, quoted: bool, codebook: Codebook) -> Rung:
    row = table.loc[i]
    slots = {slot: None if pd.isna(row[slot]) else str(row[slot]) for slot in tables.SLOTS}
    speaker = codebook.canonical(slots["stated_by"]) if slots["stated_by"] else None
    return Rung(row["restriction_id"], row["article_id"], quoted, slots, speaker, tuple(row["via"]))


def _kept(first: Rung, later: Rung) -> int:
    """How many words of the first rung stand on the later one."""
    one, other = ({token.folded for words in rung.slots.values() if words for token in tokens(words)
                   if len(token.folded) > 3} for rung in (first, later))
    return len(one & other)


def _unnamed(rung: Rung) -> bool:
    """Whether no one, or no one by name, states the limit."""
    return not rung.speaker or rung.speaker.lower().split()[-1] in _UNNAMED


def _label(quote: str) -> str:
    """The words of the first rung, short enough for a heading."""
    words = " ".join(quote.split())
    return words if len(words) <= 100 else words[:100].rsplit(" ", 1)[0] + " …"


def _shown(quote: str, shared: frozenset[str]) -> str:
    """The words of `quote` that carry the shared meaning, as written."""
    found = dict.fromkeys(token.word for token in tokens(quote) if limit_words(token.word) & shared)
    return ", ".join(f'"{word}"' for word in found)


def _tables(found: list[dict]) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The three tables of the ladders in `found`, those that most articles state and that changed most first."""
    found = sorted(found, key=lambda f: (-len(f["rungs"]), not f["rungs"][0].quoted,
                                         -sum(c.substance for _, c in f["changes"]), f["rungs"][0].restriction_id))
    ladders, rungs, changes = [], [], []
    for rank, one in enumerate(found, start=1):
        ladder_id = content_id("l", *(rung.restriction_id for rung in one["rungs"]))
        basis = "the codebook names it" if one["named"] else f"all of them speak of {one['shared']}"
        count = len(one["rungs"])
        ladders.append({"ladder_id": ladder_id, "label": one["label"], "articles": count, "rank": rank,
                        "changes": len(one["changes"]), "reasoning": f"One limit in {count} articles: {basis}."})
        rungs += [{"ladder_id": ladder_id, "restriction_id": rung.restriction_id, "article_id": rung.article_id,
                   "position": place, "rendering": "quoted" if rung.quoted else "reported"}
                  for place, rung in enumerate(one["rungs"], start=1)]
        changes += [{"ladder_id": ladder_id, "restriction_id": rung.restriction_id, **change._asdict()}
                    for rung, change in one["changes"]]
    return (tables.check("ladders", tables.frame("ladders", ladders)),
            tables.check("rungs", tables.frame("rungs", rungs)),
            tables.check("rung_changes", tables.frame("rung_changes", changes)))
