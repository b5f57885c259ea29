"""Which mark says how well an event is dated, in which row, and in which words?

The shape says how sure the day is, the colour never does: a disc for a stated day, a grey disc for an inferred one, a
bar with caps for a span, a bar that fades for a bound, diamonds for days that cannot all hold, a dashed arrow for what
is yet to come, and no mark at all for what no article dates.
"""

from collections.abc import Iterable
from typing import NamedTuple

from crosscheck.edtf import edtf_bounds
from crosscheck.showing.days import ordinal, span_words

KINDS = ("before", "point", "inferred", "planned", "votes", "span", "about", "after", "future", "undated")
BASIS_WORDS = {"manifest": "from articles.csv", "metadata": "from the file", "dateline": "printed",
               "tried": "tried out"}


class Shape(NamedTuple):
    """How one date is drawn: its kind, its first and last day if known, and every day that is voted for."""

    kind: str
    first: int | None
    last: int | None
    days: tuple[int, ...] = ()

    @property
    def known(self) -> tuple[int, ...]:
        """The days that an axis must hold."""
        return tuple(day for day in (self.first, self.last, *self.days) if day is not None)


def event_shape(event, votes: Iterable[str]) -> Shape:
    """The shape of a row of `events`; `votes` are those of its rows of `event_evidence` (EDTF)."""
    first, last = ordinal(event.earliest), ordinal(event.latest)
    if event.status == "disputed":
        days = _voted(votes)
        if len(days) > 1:
            return Shape("votes", days[0], days[-1], days)
    if event.status in ("planned", "conditional"):
        exact = first is not None and first == last
        return Shape("planned" if exact else "future", first, last if exact else None)
    return date_shape(event.edtf, first, last, event.basis)


def date_shape(edtf: str, first: int | None, last: int | None, basis: str) -> Shape:
    """The shape of a date with its bounds and the basis that it rests on."""
    if first is None and last is None:
        return Shape("undated", None, None)
    if first is None or last is None:
        return Shape("before" if first is None else "after", first, last)
    first, last = min(first, last), max(first, last)
    if first == last:
        unsure = basis in ("inferred", "bound") or "?" in edtf or "~" in edtf
        return Shape("inferred" if unsure else "point", first, last)
    return Shape("about" if "~" in edtf else "span", first, last)


def row_order(shape: Shape, rank: int) -> tuple:
    """The place of a row: by first known day, a bound before a point before a bar; then what may come; then undated."""
    last = {"future": 1, "undated": 2}.get(shape.kind, 0)
    day = shape.last if shape.kind == "before" else shape.first
    return last, day if day is not None and last == 0 else 0, KINDS.index(shape.kind), rank


def qualifier(shape: Shape, *, year: int | None, exact: bool, status: str = "dated") -> str:
    """The words beside a label that say what the mark cannot; empty for a stated day that the axis shows."""
    words = span_words(shape.first, shape.last, year=year)
    if shape.kind == "point":
        return "" if exact else words
    if shape.kind in ("planned", "future"):
        when = "" if shape.first is None or exact else f", {words}"
        return ("planned" if status == "planned" else "if it comes about") + when
    return {"inferred": "day inferred" if exact else f"{words}, inferred", "undated": "", "about": f"about {words}",
            "votes": " / ".join(span_words(day, day, year=year) for day in shape.days[:4])}.get(shape.kind, words)


def published_words(shape: Shape, basis: str, *, year: int | None) -> str:
    """When an article appeared and what says so, in a few words."""
    if shape.kind == "undated":
        return "no date"
    return f"{span_words(shape.first, shape.last, year=year)}, {BASIS_WORDS.get(basis, 'inferred')}"


def _voted(votes: Iterable[str]) -> tuple[int, ...]:
    """The days that the passages give, each once; a vote for a span counts by its first day."""
    found = set()
    for vote in votes:
        bounds = edtf_bounds(vote) if isinstance(vote, str) and vote != "XXXX" else None
        found |= {ordinal(bounds[0] or bounds[1])} if bounds else set()
    return tuple(sorted(day for day in found if day is not None))
