"""How far do two analysts agree in what they decided, and where do they differ?

Agreement is Krippendorff's alpha for nominal data (K. Krippendorff, *Computing Krippendorff's Alpha-Reliability*,
University of Pennsylvania, 2011): 1 for full agreement, 0 for what chance alone would give, below 0 for less than
chance. It asks only whether they judged alike, never who judged well. Not measured: rows that one analyst alone judged.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pandas as pd

KINDS = {"verdicts": ("accept", "reject"), "grades": ("grade",)}
COLUMNS = ("about", "row", "label", "kind", "who", "decided", "why")


class Agreement(NamedTuple):
    """Alpha over the rows that at least two analysts judged; None where nothing varies or nothing was judged twice."""

    alpha: float | None
    rows: int
    analysts: tuple[str, ...]
    reasoning: str


def nominal_alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Krippendorff's alpha of nominal `units`, each the values that its coders gave; None if it is not defined.

    >>> nominal_alpha([("a", "a"), ("b", "b"), ("a", "a"), ("b", "b")])
    1.0
    """
    paired = [Counter(values) for values in units if len(values) > 1]
    totals: Counter = Counter()
    for counts in paired:
        totals.update(counts)
    number = sum(totals.values())
    expected = number * number - sum(count * count for count in totals.values())
    if not expected:
        return None
    observed = sum((sum(counts.values()) ** 2 - sum(count * count for count in counts.values()))
                   / (sum(counts.values()) - 1) for counts in paired)
    return 1 - (number - 1) * observed / expected


def agreement(decisions: pd.DataFrame, kind: str = "verdicts") -> Agreement:
    """How far the analysts agree in their `kind` of decision, one of `KINDS`; `decisions` is the table of that name."""
    judged = _judged(decisions, kind)
    units = [list(by.values()) for by in judged.values() if len(by) > 1]
    analysts = tuple(sorted({who for by in judged.values() if len(by) > 1 for who in by}))
    alpha = nominal_alpha(units)
    same = sum(len(set(values)) == 1 for values in units)
    if not units:
        said = f"No row has {kind} by two analysts."
    elif alpha is None:
        said = f"All {kind} on {len(units)} rows are the same word, so that alpha is not defined."
    else:
        said = (f"The {kind} agree on {same} of {len(units)} rows that at least two analysts judged "
                f"(Krippendorff's alpha {alpha:.2f}).")
    return Agreement(alpha, len(units), analysts, said)


def disagreements(decisions: pd.DataFrame) -> pd.DataFrame:
    """A row for each analyst's word on a row about which analysts differ; see `COLUMNS`."""
    found = decisions[decisions["outcome"] == "disputed"]
    rows = [(one.about, one.row_id, one.label, "verdict" if one.action in KINDS["verdicts"] else one.action, one.who,
             one.value if isinstance(one.value, str) else one.action, one.why) for one in found.itertuples()]
    table = pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")
    return table.sort_values(["about", "row", "kind", "who"], kind="stable").reset_index(drop=True)


def _judged(decisions: pd.DataFrame, kind: str) -> dict[tuple[str, str], dict[str, str]]:
    """The last word of each analyst on each row."""
    last: dict[tuple[str, str], dict[str, str]] = {}
    counted = decisions[decisions["action"].isin(KINDS[kind]) & decisions["outcome"].isin(("applied", "disputed"))]
    for one in counted.itertuples():
        word = one.action if kind == "verdicts" else one.value
        last.setdefault((one.about, one.row_id), {})[one.who] = word
    return last
