"""What is new since the last briefing, in a paragraph and a page? Made from the table `changes` alone.

Firm changes are counted and the first of each kind is named; softer ones are counted apart. Nothing here says that a
change is for the better.
"""

import pandas as pd

from crosscheck.showing.days import date_words
from crosscheck.showing.findings import count, listed, number_word, sentence
from crosscheck.showing.html import Page, clean, table_page

NOTHING = "Nothing has changed since the earlier run."
KINDS = (
    (("new event",), "event is new", "events are new"),
    (("date contradicted",), "date is contradicted", "dates are contradicted"),
    (("date tightened",), "date is tighter", "dates are tighter"),
    (("date moved", "date loosened"), "date is moved or looser", "dates are moved or looser"),
    (("question opened",), "question is opened", "questions are opened"),
    (("new reading",), "known question has a new reading", "known questions have a new reading"),
    (("question superseded",), "question is superseded", "questions are superseded"),
    (("question closed",), "question is closed", "questions are closed"),
    (("claim gained an origin",), "claim has gained an origin", "claims have gained an origin"),
    (("new restriction",), "limit is newly stated", "limits are newly stated"),
    (("new ladder",), "limit is now stated by more than one article",
     "limits are now stated by more than one article"),
    (("new rung",), "known limit is stated once more", "known limits are stated once more"),
    (("decision orphaned",), "decision has lost its passages and waits", "decisions have lost their passages and wait"),
)
TOLD_APART = ("article", "event joined", "event gone", "restriction gone")
LONGEST = 110


def changes_paragraph(changes: pd.DataFrame) -> str:
    """What changed, a sentence for the articles and one for each kind of change, with the first of its kind."""
    if changes.empty:
        return NOTHING
    parts = _articles(changes)
    for kinds, one, many in KINDS:
        found = changes[changes["change"].isin(kinds) & ~changes["check"]]
        if len(found):
            parts.append(sentence(f"{count(len(found), one, many)}: {_first(found)}"))
    soft = changes[changes["check"] & ~changes["change"].str.startswith(TOLD_APART)]
    if len(soft):
        parts.append(sentence(f"{count(len(soft), 'softer change is', 'softer changes are')} to be checked"))
    gone = changes[changes["change"].isin(TOLD_APART)]
    if len(gone):
        parts.append(sentence(f"{count(len(gone), 'row', 'rows')} of the earlier run "
                              f"{'is' if len(gone) == 1 else 'are'} gone or part of another row now"))
    return " ".join(parts)


def changes_page(changes: pd.DataFrame, *, soft: bool = False, limit: int = 40) -> Page:
    """The changes as a table, firm ones only unless `soft`."""
    shown = changes if soft else changes[~changes["check"]]
    dated = shown["change"].str.startswith("date") | (shown["change"] == "new event")
    shown = shown.assign(**{side: shown[side].where(~dated, shown[side].map(date_words)) for side in ("was", "now")})
    return table_page(shown, {"change": "What changed", "label": "Of what", "was": "It was", "now": "It is",
                              "reasoning": "How that follows", "quote": "In these words"}, limit=limit, noun="change")


def _articles(changes: pd.DataFrame) -> list[str]:
    parts = []
    for kind, verb in (("new article", "joined"), ("article changed", "changed in its words"),
                       ("article gone", "left")):
        names = [clean(label) for label in changes.loc[changes["change"] == kind, "label"]]
        if names:
            parts.append(sentence(f"{count(len(names), 'article')} {verb}: {listed(names, limit=8)}"))
    return parts


def _first(found: pd.DataFrame) -> str:
    """The first row in words, and how many there are more."""
    row = found.iloc[0]
    words = clean(row["label"])
    words = words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
    stop = "" if words.endswith((".", "!", "?", "…")) else "."
    both = isinstance(row["was"], str) and isinstance(row["now"], str) and row["change"].startswith("date")
    step = f" ({date_words(row['was'])}, now {date_words(row['now'])})" if both else ""
    more = f", and {number_word(len(found) - 1)} more" if len(found) > 1 else ""
    return f"“{words}”{step}{more}" + (stop if not step and not more else "")
