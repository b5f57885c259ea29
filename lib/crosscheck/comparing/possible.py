"""Which days are still possible for one article, and which reasons took the others away?

At first every day of a window is possible; each step keeps some, with its reason. A step that would leave no day at all
is not taken.
"""

from collections.abc import Iterable
from typing import NamedTuple

from crosscheck.comparing.days import Interval


class Step(NamedTuple):
    """One reason that took days away, as a clause; `first` and `last` say which end it moved."""

    clause: str
    first: bool
    last: bool


class Inferred(NamedTuple):
    """What is left for one article; `unsure` if a habit of writing, and not the words alone, took days away."""

    days: Interval
    steps: tuple[Step, ...]
    unsure: bool


class Possible:
    """The days that are still possible for one article, and the steps that led there."""

    def __init__(self, days: Iterable[int]) -> None:
        self.days = frozenset(days)
        self.steps: list[Step] = []
        self.unsure = False

    def copy(self) -> "Possible":
        """The same days and steps, to go back to."""
        other = Possible(self.days)
        other.steps, other.unsure = list(self.steps), self.unsure
        return other

    def keep(self, allowed: Iterable[int], clause: str, *, first: bool = True, last: bool = True) -> bool:
        """Keep only `allowed` days, if any is left; whether that took any away.

        `first` or `last` is False if the step only helps to find the year, and sets no such end.
        """
        left = self.days & frozenset(allowed)
        if not left or len(left) == len(self.days):
            return False
        self.steps.append(Step(clause, first and min(left) != min(self.days), last and max(left) != max(self.days)))
        self.days = left
        return True

    def result(self) -> Inferred:
        """The days that are left, open at an end that no step has set."""
        first, last = (any(getattr(step, end) for step in self.steps) for end in ("first", "last"))
        days = (min(self.days) if first else None, max(self.days) if last else None)
        return Inferred(days, tuple(self.steps), self.unsure)
