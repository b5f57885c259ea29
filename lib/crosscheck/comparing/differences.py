"""In what way do two passages differ?

`compare_passages` is a pure function on two passages: it gives each difference a kind and the words on both
sides. It does not ask whether the passages speak of the same thing; it looks at the words around each
difference, and leaves the rest to whoever pairs the passages. Each kind has its own rules in a neighbouring
module. Not found: differences that take knowledge of the world, or a sense of words that no lexicon here has.
"""

from typing import NamedTuple

from crosscheck.comparing.differences_actors import actor_differences
from crosscheck.comparing.differences_amounts import amount_differences, day_differences
from crosscheck.comparing.differences_clauses import negation_differences
from crosscheck.comparing.differences_edits import edit_differences
from crosscheck.comparing.differences_passage import Dates, Passage, parse_passage
from crosscheck.comparing.differences_quotes import quote_differences
from crosscheck.comparing.differences_standing import (
    class_differences,
    correction_differences,
    modality_differences,
    response_differences,
    scope_differences,
    source_differences,
    stage_differences,
)
from crosscheck.comparing.differences_words import (
    antonym_differences,
    family_differences,
    kind_differences,
    turned_differences,
)

RULES = (amount_differences, day_differences, antonym_differences, turned_differences,
         family_differences, kind_differences, negation_differences, quote_differences,
         edit_differences, actor_differences, stage_differences, modality_differences, scope_differences,
         class_differences, response_differences, source_differences, correction_differences)


class Difference(NamedTuple):
    """One difference: its kind (`tables.DIFFERENCES`), the words in `a` and in `b`, and a note on what differs."""

    kind: str
    a_start: int
    a_end: int
    b_start: int
    b_end: int
    note: str = ""


def compare_passages(a: str, b: str, *, a_dates: Dates | None = None, b_dates: Dates | None = None) -> list[Difference]:
    """The differences between two passages, ordered by their place in `a`, then by kind.

    `a_dates` and `b_dates` are the time expressions of each as (start, end, earliest, latest) with ISO days;
    without them plain days are found here. `precision` says that two amounts agree, one more exact.

    >>> [(d.kind, d.note) for d in compare_passages("The ferry carried 40 people.", "The ferry carried 60 people.")]
    [('number', 'person')]
    """
    left, right = parse_passage(a, a_dates), parse_passage(b, b_dates)
    near = likeness(left, right)
    found = [Difference(kind, *x, *y, note) for rule in RULES for kind, x, y, note in rule(left, right, near)]
    return sorted(dict.fromkeys(found), key=lambda each: (each.a_start, each.b_start, each.kind, each[2:]))


def likeness(a: Passage, b: Passage) -> float:
    """Share of the content words of the smaller passage that the other has too, 0 to 1."""
    smaller = min(len(a.content), len(b.content))
    return len(a.content & b.content) / smaller if smaller else 0.0
