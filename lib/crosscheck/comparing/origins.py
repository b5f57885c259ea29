"""How many origins stand behind a reading, however many articles repeat it? A range, with the reasoning.

An article's origins for a reading are the ends of the chains that carry the reading's attribution, else of the chains
that its passage meets, else the credits of the whole article; failing those, the article says it in its own words.
`most` takes every end of another name for another origin. `fewest` lets outlets and unnamed sources be the same voice,
and counts only what must be different: persons, organisations and documents that no single one covers. Not seen:
dependence that no article states.
"""

from typing import NamedTuple

import pandas as pd

from crosscheck import tables
from crosscheck.comparing.citations import key, role_of

PRIMARY = ("person", "organisation", "document")


def find_origins(chains: pd.DataFrame, questions: pd.DataFrame, readings: pd.DataFrame,
                 articles: pd.DataFrame) -> pd.DataFrame:
    """The table `origins`: a row for each reading of each question with readings, in the order of the questions."""
    ends = _ends(chains)
    labels = dict(zip(articles["article_id"], articles["label"], strict=True))
    groups: dict[str, dict[str, list]] = {}
    for row in readings.itertuples():
        groups.setdefault(row.question_id, {}).setdefault(row.value, []).append(row)
    rows = [{"question_id": question_id, "value": value, **_range(given, ends, labels)}
            for question_id in questions.sort_values("rank")["question_id"]
            for value, given in groups.get(question_id, {}).items()]
    return tables.check("origins", tables.frame("origins", rows))


class End(NamedTuple):
    """Where one chain ends, and what it carries."""

    start: int
    end: int
    name: str
    kind: str
    scope: str
    attributions: frozenset[str]


def _ends(chains: pd.DataFrame) -> dict[str, list[End]]:
    """The ends of the chains of each article, in the order of its text."""
    carried: dict[str, set[str]] = {}
    last: dict[str, tuple] = {}
    for row in chains.sort_values("hop", kind="stable").itertuples():
        said = [row.attribution_id] if isinstance(row.attribution_id, str) else []
        carried.setdefault(row.chain_id, set()).update(said)
        last[row.chain_id] = row
    found: dict[str, list[End]] = {}
    for chain_id, row in sorted(last.items(), key=lambda item: (item[1].article_id, item[1].start, item[0])):
        found.setdefault(row.article_id, []).append(
            End(row.start, row.end, row.cited, row.cited_type, row.scope, frozenset(carried[chain_id])))
    return found


def _range(readings: list, ends: dict[str, list[End]], labels: dict[str, str]) -> dict:
    """Articles, fewest, most, names and reasoning for the readings of one value."""
    voices: dict[str, list[tuple[str, str]]] = {}
    for row in readings:
        label = labels[row.article_id]
        voices.setdefault(label, []).extend(_voices(row, ends.get(row.article_id, []), label))
    for label, own in voices.items():
        voices[label] = [voice for voice in own if voice != _own(label)] or [_own(label)]
    names = list(dict.fromkeys(name for own in voices.values() for name, _ in own))
    primary = [{name for name, kind in own if kind in PRIMARY} for own in voices.values()
               if own and all(kind in PRIMARY for _, kind in own)]
    fewest = max(1, _cover(primary))
    return {"articles": len(voices), "fewest": min(fewest, len(names)), "most": len(names), "origins": names,
            "reasoning": _reason(len(voices), min(fewest, len(names)), names)}


def _voices(reading, ends: list[End], label: str) -> list[tuple[str, str]]:
    """(name, type) of the origins of one article's reading."""
    chosen = ([end for end in ends if reading.attribution_id in end.attributions]
              or [end for end in ends if end.start < reading.end and reading.start < end.end and end.scope == "claim"]
              or [end for end in ends if end.scope == "article"])
    if not chosen:
        return [_own(label)]
    return list(dict.fromkeys((_voice(end.name, label), end.kind) for end in chosen))


def _voice(name: str, label: str) -> str:
    """The name under which an origin is counted: an unnamed one counts once an article, a spokesperson once in all."""
    role = role_of(name)
    if role == "spokesperson":
        return "a spokesperson"
    if role is not None:
        return f"{label}’s “{name}”"
    return name if key(name) else _own(label)[0]


def _own(label: str) -> tuple[str, str]:
    """The voice of an article that names no source."""
    return f"{label} in its own words", "unnamed"


def _cover(groups: list[set[str]]) -> int:
    """How many names it takes, greedily, until every group holds one of them."""
    count, left = 0, [group for group in groups if group]
    while left:
        best = max(sorted(set().union(*left)), key=lambda name: sum(name in group for group in left))
        left = [group for group in left if best not in group]
        count += 1
    return count


def _reason(articles: int, fewest: int, names: list[str]) -> str:
    said = "One article gives" if articles == 1 else f"{articles} articles give"
    span = f"{fewest} to {len(names)} origins" if fewest != len(names) else (
        "one origin" if fewest == 1 else f"{fewest} origins")
    return f"{said} this reading, resting on {span}: {', '.join(names[:6])}" + (
        f" and {len(names) - 6} more." if len(names) > 6 else ".")
