"""How does an analyst's decision get from a call or a widget into `decisions.csv`?

The row that it is about is looked up in the corpus, and the passages that the row rests on go into the file with it.
`corpus` is anything with the tables of `tables.TABLES` by `table(name)`, `text` and `folder`. Every function reads the
file anew before it writes, so that what another program added meanwhile is kept.
"""

from datetime import UTC, datetime
from pathlib import Path

from crosscheck.anchors import Passages, known_articles
from crosscheck.decisions import (
    KEYS,
    LABELS,
    Decision,
    add_decisions,
    decision,
    parse_decisions,
    read_decisions,
    undone,
)
from crosscheck.errors import DecisionError

PASSAGES = {"events": "event_evidence", "questions": "readings", "restrictions": "restrictions"}


def decide(corpus, target: str, action: str, value: str = "", *, who: str, why: str,
           when: str | None = None) -> Decision:
    """Write a decision about the row `target` into the file of the corpus's folder, and give it back."""
    about = _home(corpus, target)
    if action == "merge" and (value == target or _home(corpus, value) != about):
        raise DecisionError(f"{about} {target}: it can only take in another row of {about}, not {value!r}")
    places = Passages(corpus.table(PASSAGES[about]), KEYS[about], corpus.text, corpus.table(about)[KEYS[about]])
    labels = corpus.table(about).set_index(KEYS[about])[LABELS[about]]
    made = decision(about, target, action, value, who=who, why=why, when=when or _now(), label=labels[target],
                    anchors=places.anchors(target), value_anchors=places.anchors(value) if action == "merge" else (),
                    known=known_articles(corpus.text))
    add_decisions(corpus.folder, [made])
    return made


def undo(corpus, decision_id: str | None = None, *, who: str, why: str = "", when: str | None = None) -> Decision:
    """Write that a decision is taken back, by default the last of `who` that stands; the undoing is given back."""
    made = read_decisions(corpus.folder)[0]
    taken = undone(made)
    standing = {one.decision_id: one for one in made if one.decision_id not in taken}
    mine = [one.decision_id for one in standing.values() if one.who == who and one.action != "undo"]
    chosen = decision_id or (mine[-1] if mine else None)
    if chosen not in standing:
        raise DecisionError(f"{chosen or who}: there is no such decision to take back; see the table `decisions`")
    one = standing[chosen]
    back = decision(one.about, one.target, "undo", chosen, who=who, why=why, when=when or _now(), label=one.label)
    add_decisions(corpus.folder, [back])
    return back


def take_in(corpus, path: str | Path) -> list[Decision]:
    """Add the decisions of another analyst's file that this folder's file has not; those added.

    Raises `DecisionError` with file and line if a row of it cannot be used; then nothing is added.
    """
    path = Path(path)
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionError(f"{path}: it cannot be read ({error}); give a `decisions.csv` saved as UTF-8") from None
    found, notices = parse_decisions(text, path.name)
    if notices:
        raise DecisionError(f"{notices[0][0]}: {notices[0][1]}")
    known = {one.decision_id for one in read_decisions(corpus.folder)[0]}
    added = [one for one in found if one.decision_id not in known]
    add_decisions(corpus.folder, added)
    return added


def _home(corpus, row_id: str) -> str:
    """The table that holds a row of this id."""
    for about in PASSAGES:
        if (corpus.table(about)[KEYS[about]] == row_id).any():
            return about
    raise DecisionError(f"{row_id!r}: no row of {', '.join(PASSAGES)} has this id; take one from those tables")


def _now() -> str:
    """The time of a decision; the only clock in the kit."""
    return datetime.now(UTC).isoformat(timespec="seconds")
