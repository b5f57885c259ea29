"""Which questions do the articles answer differently, though nobody asked them?

First come the rows in which a rule names the words that differ (`findings`), strongest first. Behind them come looser
rows: each detector ranks pairs of passages, pairs are scored by their ranks in all lists (reciprocal rank fusion;
Cormack, Clarke and Büttcher 2009), and each passage with its best partners becomes one row of up to four passages. Of
these the first twenty take only such as report one event: near to each other, though they do not say the same. A row
whose passages stand in earlier rows waits, so that the list covers many questions. Not found: questions whose passages
no detector pairs.
"""

import heapq
import math
from collections import Counter, defaultdict
from typing import NamedTuple

from crosscheck.comparing.alignment import Passages
from crosscheck.comparing.detectors import DETECTORS, Scores, agree
from crosscheck.comparing.differences_dates import Day
from crosscheck.comparing.findings import near_pairs, number_differences, stated_differences
from crosscheck.comparing.findings_corrected import corrected_rows
from crosscheck.comparing.findings_described import described_differences
from crosscheck.comparing.findings_facts import fact_differences
from crosscheck.comparing.findings_people import office_differences, reach_differences
from crosscheck.comparing.findings_quoted import piece_differences
from crosscheck.comparing.findings_said import (
    cause_differences,
    denial_differences,
    doubt_differences,
    headline_differences,
    name_differences,
)
from crosscheck.comparing.findings_sources import Source, day_differences, source_differences
from crosscheck.comparing.findings_words import (
    degree_differences,
    list_differences,
    part_differences,
    slot_differences,
)
from crosscheck.comparing.question_values import own_clause
from crosscheck.comparing.rows import FIRST, Row, leading, mixed, rows_of

MOST_ROWS = 400
MOST_LOOSE = 600    # loose rows that are looked at
ROWS_A_PAIR = 8     # rows for each pair of articles
FEWEST_ROWS = 24    # rows that any folder may have
FIRM = 0.22     # a finding weaker than this makes no row of its own
PARTNERS = 3
LONGEST_LIST = 2000
FLATNESS = 40       # the constant of reciprocal rank fusion: higher trusts agreement more than a single first rank
# What two passages of two articles that report one event have: nearness, shared words, and the share that these weigh
# of the shorter passage; what is nearer, or shares more, says the same. A passage so near to one goes with them.
TIGHT, CLOSE, SHARED_WORDS, SHARED, FEWEST_WORDS = 0.25, 0.13, 4, 0.2, 6
SAYS_SAME, SAME, RELATED = 0.5, 0.9, 0.12
PLAIN_WORDS, PLAIN_TOPIC = 3, 2  # words that are no names among those shared
FEWEST_TOPIC, PART = 2, 0.1      # words, and part of what all tell, that a passage shares with two that report one
LEAST, SECOND_PAIR, EARLY = 0.05, 0.7, 20  # how much the second nearest pair counts; sentences that halve a row's place
STRANGE = 0.05      # a passage that is less near to all others of its row is taken out
TIREDNESS = 3.0     # how much a row waits for each earlier appearance of its passages


class Star(NamedTuple):
    """A loose row before its words are looked for: its passages, and how much they are worth reading."""

    passages: tuple[int, ...]
    score: float


def discover(passages: Passages, days: list[tuple[Day, ...]], sources: list[tuple[Source, ...]]) -> list[Row]:
    """The rows most worth reading, best first; at most eight for each pair of articles, and 400.

    `days` and `sources` hold the days that each passage names and who speaks in it.
    """
    findings = [*stated_differences(passages), *number_differences(passages), *day_differences(passages, days),
                *source_differences(passages, sources), *degree_differences(passages), *list_differences(passages),
                *cause_differences(passages), *name_differences(passages),
                *denial_differences(passages), *doubt_differences(passages), *headline_differences(passages),
                *slot_differences(passages), *fact_differences(passages), *office_differences(passages),
                *reach_differences(passages), *piece_differences(passages),
                *part_differences(passages), *described_differences(passages)]
    firm = rows_of([finding for finding in findings if finding.strength >= FIRM
                    and passages.stories[finding.one] == passages.stories[finding.other]], passages, MOST_ROWS)
    firm = sorted([*firm, *corrected_rows(passages)], key=lambda row: -row.strength)
    known = {pair for row in firm for pair in _pairs_of([one for one, _ in row.members])}
    stars = [star for star in _loose(passages)
             if 2 * len(_pairs_of(star.passages) & known) <= len(_pairs_of(star.passages))]
    first, later = leading(firm)
    near = _together(passages, stars, first)
    return [_loose_row(passages, row) if isinstance(row, Star) else row
            for row in [*first, *near, *mixed(_wide(passages, stars), later)][:_most(passages)]]


def _most(passages: Passages) -> int:
    """How many rows the folder may have: so many for each pair of articles of one story."""
    sizes = Counter(dict(zip(passages.articles, passages.stories, strict=True)).values())
    return min(MOST_ROWS, max(FEWEST_ROWS, sum(ROWS_A_PAIR * size * (size - 1) // 2 for size in sizes.values())))


def _together(passages: Passages, stars: list[Star], first: list[Row]) -> list[Star]:
    """Stars whose passages report one event, most of them in no row before, to fill up the `first` rows.

    The nearest come first, those early in their articles before the others.
    """
    nearest = _spread({star.passages: _event(passages, star.passages) for star in stars}, tiredness=1.0)
    kept: list[Star] = []
    shown = {one for row in first for one, _ in row.members}
    rows = [(_of_one_event(passages, star.passages), star.score) for star in nearest]
    for row, score in [*rows, *_close(passages)]:
        if len(first) + len(kept) < FIRST and 2 * len(shown.intersection(row)) < len(row):
            kept.append(Star(row, score))
            shown.update(row)
    return kept


def _close(passages: Passages) -> list[tuple[tuple[int, int], float]]:
    """Pairs of neighbours that share enough to be of one event, nearest first, those early in their articles before."""
    found = [((one, other), _event(passages, (one, other))) for one, other, near in near_pairs(passages, CLOSE)
             if near < TIGHT and passages.articles[one] != passages.articles[other]
             and _report_one(passages, one, other, CLOSE)]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


def _event(passages: Passages, row: tuple[int, ...]) -> float:
    """How surely a row is about one event: its two nearest pairs of two articles, less if they come late in these."""
    near = sorted((passages.nearness(one, other) for one, other in _crossing(passages, row)), reverse=True)
    first, second, *_ = [*near, 0.0, 0.0]
    return (LEAST + (1 - SECOND_PAIR) * first + SECOND_PAIR * second) / (
        1 + min(passages.order[one] for one in row) / EARLY)


def _of_one_event(passages: Passages, row: tuple[int, ...]) -> tuple[int, ...]:
    """The passages of a row that report one event, and those near to these that share some of what these share.

    None if no two passages of two articles report one event.
    """
    pairs = [pair for pair in _crossing(passages, row) if _report_one(passages, *pair)]
    core = max(pairs, key=lambda pair: passages.nearness(*pair), default=())
    topic = {word for word in passages.bags[core[0]] if word in passages.bags[core[1]]} if core else set()
    return tuple(one for one in row if one in core or topic and _is_of(passages, one, topic) and any(
        passages.nearness(one, other) >= RELATED for other in core))


def _is_of(passages: Passages, one: int, topic: set[str]) -> bool:
    """The passage has enough of the words of a topic."""
    shared = [word for word in passages.bags[one] if word in topic]
    return (_plain(passages, one, shared) >= PLAIN_TOPIC and len(shared) >= FEWEST_TOPIC
            and _told(passages, shared) >= PART * _told(passages, topic))


def _plain(passages: Passages, one: int, words: list[str]) -> int:
    """How many of the words are no names in the passage."""
    parsed = passages.parsed[one]
    return sum(word in parsed.place and parsed.text[parsed.spans[parsed.place[word]][0]].islower() for word in words)


def _told(passages: Passages, words) -> float:
    """How much words tell together."""
    return math.fsum(passages.weights[word] ** 2 for word in words)


def _report_one(passages: Passages, one: int, other: int, least: float = TIGHT) -> bool:
    """They share enough words, which weigh enough against those of the shorter, and do not say the same."""
    a, b = passages.bags[one], passages.bags[other]
    if min(len(a), len(b)) < FEWEST_WORDS or not least <= passages.nearness(one, other) <= SAYS_SAME:
        return False
    shared = [word for word in a if word in b]
    if min(_plain(passages, each, shared) for each in (one, other)) < PLAIN_WORDS:
        return False
    weights = [_told(passages, words) for words in (shared, a, b)]
    return len(shared) >= SHARED_WORDS and SHARED * min(weights[1:]) <= weights[0] <= SAME * min(weights[1:])


def _crossing(passages: Passages, row: tuple[int, ...]) -> list[tuple[int, int]]:
    """The pairs of passages of two articles."""
    return [(one, other) for place, one in enumerate(row) for other in row[place + 1:]
            if passages.articles[one] != passages.articles[other]]


def _wide(passages: Passages, stars: list[Star]) -> list[Star]:
    """The stars again, those of more articles first."""
    return _spread({star.passages: star.score * len({passages.articles[one] for one in star.passages}) ** 2
                    for star in stars}, tiredness=1.0)


def _loose_row(passages: Passages, star: Star) -> Row:
    parsed = [passages.parsed[one] for one in star.passages]
    return Row("wording", star.score, tuple(
        (one, own_clause(passage, parsed[:place] + parsed[place + 1:], passages.weights))
        for place, (one, passage) in enumerate(zip(star.passages, parsed, strict=True))), found=False)


def _loose(passages: Passages) -> list[Star]:
    """Rows of the lists of all detectors merged; then those rows of single lists that pair passages anew."""
    lists = [_ranked(passages, detector(passages)) for detector in DETECTORS.values()]
    rows = _spread(_stars(_merged(lists)))
    known = {pair for row, _ in rows for pair in _pairs_of(row)}
    rest: dict[tuple[int, ...], float] = defaultdict(float)
    for scores in lists:
        for rank, (row, _) in enumerate(_spread(_stars(scores), tiredness=0.0)):
            rest[row] += 1 / (FLATNESS / 4 + rank)
    anew = {row: score for row, score in rest.items() if not _pairs_of(row) <= known}
    cut = [(_near_ones(passages, row, STRANGE), score) for row, score in (rows + _spread(anew))[:MOST_LOOSE]]
    distinct = {row: score for row, score in reversed(cut) if len(row) > 1}
    return [Star(row, score) for row, score in reversed(distinct.items())]


def _ranked(passages: Passages, scores: Scores) -> Scores:
    """The best pairs of one list, best first, without those that say the same."""
    best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:LONGEST_LIST]
    return {(one, other): score for (one, other), score in best
            if passages.stories[one] == passages.stories[other] and not agree(passages.parsed[one],
                                                                              passages.parsed[other])}


def _near_ones(passages: Passages, row: tuple[int, ...], least: float) -> tuple[int, ...]:
    """The passages of a row that are near to another of it."""
    return tuple(one for one in row
                 if any(other != one and passages.nearness(one, other) >= least for other in row))


def _merged(lists: list[Scores]) -> Scores:
    merged: Scores = defaultdict(float)
    for scores in lists:
        for rank, pair in enumerate(scores):
            merged[pair] += 1 / (FLATNESS + rank)
    return merged


def _stars(scores: Scores) -> dict[tuple[int, ...], float]:
    """Each passage with its best partners as one row; the row's score is the sum of theirs."""
    partners = defaultdict(list)
    for (one, other), score in scores.items():
        partners[one].append((-score, other))
        partners[other].append((-score, one))
    rows: dict[tuple[int, ...], float] = {}
    for one, found in partners.items():
        best = heapq.nsmallest(PARTNERS, found)
        row = tuple(sorted([one, *(other for _, other in best)]))
        rows[row] = max(rows.get(row, 0.0), -sum(score for score, _ in best))
    return rows


def _spread(rows: dict[tuple[int, ...], float], tiredness: float = TIREDNESS) -> list[Star]:
    """Rows best first; one waits for each earlier use of its passages, and falls out if half its pairs are known."""
    heap = [(-score, row) for row, score in rows.items()]
    heapq.heapify(heap)
    uses, known, taken = Counter(), set(), []
    while heap and len(taken) < MOST_LOOSE:
        score, row = heapq.heappop(heap)
        pairs = _pairs_of(row)
        if 2 * len(pairs & known) > len(pairs):
            continue
        current = rows[row] / (1 + tiredness * sum(uses[one] for one in row) / len(row))
        if -score > current + 1e-12:
            heapq.heappush(heap, (-current, row))
            continue
        taken.append(Star(row, current))
        known |= pairs
        uses.update(row)
    return taken


def _pairs_of(row) -> set[tuple[int, int]]:
    return {(one, other) for place, one in enumerate(row) for other in row[place + 1:]}
