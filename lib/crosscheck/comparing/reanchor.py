"""What would the events be if an article had been published on another day?

Which passages tell one happening stays as it is; the days that hang on the moved article ("on Friday" in it) are read
anew, every event is settled again, and what differs is listed with the reason. An event breaks when its votes share no
day any more, when it leaves no room for an order that the articles or the codebook state, or when an article would tell
as past what had not yet come. Not tried: what the moved day would say of the days of other undated articles.
"""

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from crosscheck.comparing.chronology import Edge
from crosscheck.comparing.days import OPEN, Interval, ordinal
from crosscheck.comparing.direction import PAST, direction
from crosscheck.comparing.event_rows import identity
from crosscheck.comparing.events import Groups, event_tables, republished, settled
from crosscheck.comparing.happenings import Happening
from crosscheck.comparing.phrases import listing, opened, stretch_phrase
from crosscheck.edtf import edtf_bounds
from crosscheck.errors import AnchorError

COLUMNS = ("event_id", "label", "change", "was", "now", "reasoning")
MOST_REASONS = 2


class Reanchored(NamedTuple):
    """The tables `events` and `event_evidence` as they would be, and what differs from those that stand.

    `changes` has a row for each event that differs, the best first: `event_id`, `label`, `change` (`breaks`, `mends`,
    `moves`, `narrows`, `widens`), `was` and `now` (EDTF), and `reasoning`, a sentence. A break comes before all others.
    """

    events: pd.DataFrame
    event_evidence: pd.DataFrame
    changes: pd.DataFrame


def reanchor(groups: Groups, published: Mapping[str, str]) -> Reanchored:
    """The events of `groups` with the articles of `published` (by id) published on its days (ISO or EDTF).

    `groups` comes from `events.group_events` and stays as it is. Raises `AnchorError` for an unknown article or day.
    """
    moved = republished(groups, {article: _days(groups, article, day) for article, day in published.items()})
    before, now = _tables(groups), _tables(moved)
    return Reanchored(*now[:2], _changes(before[0], before[2], now[0], now[2]))


def _days(groups: Groups, article: str, day: str) -> Interval:
    """The days that an ISO day or EDTF string names, for an article that the folder holds."""
    if article not in groups.story.published:
        raise AnchorError(f"article {article!r}: no article of this folder has this id; take one from `articles`")
    first, last = edtf_bounds(day)
    if first is None and last is None and day != "XXXX":
        raise AnchorError(f"article {article!r}: {day!r} is no day; write it as 2037-03-04, or as an EDTF interval")
    return ordinal(first), ordinal(last)


def _tables(groups: Groups) -> tuple[pd.DataFrame, pd.DataFrame, dict[str, list[str]]]:
    """`events`, `event_evidence`, and by event the clauses that say why it cannot hold."""
    happenings, edges = settled(groups)
    broken: dict[str, list[str]] = {}
    for happening in happenings:
        if clauses := [*_votes_apart(groups, happening), *_told_too_early(groups, happening)]:
            broken[identity(happening, groups.story.mentions)] = clauses
    for edge in edges:
        if clause := _out_of_order(edge):
            broken.setdefault(identity(edge.later, groups.story.mentions), []).append(clause)
    return *event_tables(groups, happenings), broken


def _votes_apart(groups: Groups, happening: Happening) -> list[str]:
    """One clause with the days of every article, if these share none."""
    story = groups.story
    places = happening.dated or happening.opens
    votes = dict.fromkeys(f"{story.labels[story.mentions[place].article]} {stretch_phrase(story.days[place])}"
                          for place in places if story.days[place] != OPEN)
    return [f"the votes share no day: {listing(votes)}"] if happening.disputed else []


def _told_too_early(groups: Groups, happening: Happening) -> list[str]:
    """Articles that date the happening and tell it as past, though it lies after the last day they can be of."""
    story, found = groups.story, {}
    for place in happening.dated:
        mention, first = story.mentions[place], story.days[place][0]
        written = story.published[mention.article][1]
        if first is not None and written is not None and first > written \
                and direction(mention, mention.timings[0]) == PAST:
            found[f"{story.labels[mention.article]}, published {stretch_phrase(story.published[mention.article])}, "
                  "would tell it as past before its day"] = None
    return list(found)


def _out_of_order(edge: Edge) -> str | None:
    first, last = edge.earlier.when[0], edge.later.when[1]
    if first is None or last is None or first <= last:
        return None
    return f"{edge.because}, and its days leave no room for that"


def _changes(events: pd.DataFrame, broken: dict[str, list[str]], events_now: pd.DataFrame,
             broken_now: dict[str, list[str]]) -> pd.DataFrame:
    """The rows of `Reanchored.changes`."""
    was = {row.event_id: row for row in events.itertuples()}
    rows = []
    for row in events_now.itertuples():
        old, new = broken.get(row.event_id, []), broken_now.get(row.event_id, [])
        change = _change(was[row.event_id], row, old, new)
        if change:
            fresh = [clause for clause in new if clause not in old][:MOST_REASONS]
            because = opened("; ".join(fresh)) + "." if fresh else row.reasoning
            rows.append((row.event_id, row.label, change, was[row.event_id].edtf, row.edtf, because))
    rows.sort(key=lambda cells: cells[2] != "breaks")
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")


def _change(was, now, old: list[str], new: list[str]) -> str | None:
    """What became of an event; None if it stands as it did."""
    if len(new) > len(old) or bool(new) != bool(old):
        return "breaks" if new else "mends"
    if was.edtf == now.edtf:
        return None
    one, other = _ends(was), _ends(now)
    if one[0] <= other[0] and other[1] <= one[1]:
        return "narrows"
    return "widens" if other[0] <= one[0] and one[1] <= other[1] else "moves"


def _ends(row) -> tuple[str, str]:
    """First and last ISO day, open ends at the ends of time."""
    return (row.earliest if isinstance(row.earliest, str) else "0000", row.latest if isinstance(row.latest, str)
            else "9999-99")
