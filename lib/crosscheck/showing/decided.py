"""What has been decided, what does not apply, and where do analysts differ? A sentence and tables for the page.

Made from the table `decisions`, and from what `corpus.disagreements` gives. An orphan is shown with its reason, so that
it can be decided anew.
"""

import pandas as pd

from crosscheck.showing.findings import count, listed, number_word, sentence
from crosscheck.showing.html import Page, table_page

ORDER = ("orphaned", "disputed", "applied", "superseded", "undone")
NONE = "Nothing has been decided yet."


def decisions_finding(decisions: pd.DataFrame) -> str:
    """How many decisions there are, by how many analysts, and what became of them."""
    if decisions.empty:
        return NONE
    kinds = decisions["outcome"].value_counts()
    told = listed([f"{number_word(int(kinds[kind]))} {kind}" for kind in ORDER if kind in kinds])
    by = count(decisions["who"].nunique(), "analyst")
    return sentence(f"{count(len(decisions), 'decision')} by {by}: {told}")


def decisions_page(decisions: pd.DataFrame, *, limit: int = 40) -> Page:
    """Every decision with what became of it: orphans first, then disputes, each in the order of time."""
    ordered = decisions.assign(place=decisions["outcome"].map(ORDER.index)).sort_values("place", kind="stable")
    return table_page(ordered, {"label": "About", "action": "Decided", "value": "As", "who": "By", "when": "When",
                                "why": "Since", "outcome": "It is", "reasoning": "Because"}, limit=limit,
                      noun="decision")


def disagreements_page(disagreements: pd.DataFrame, *, limit: int = 40) -> Page:
    """What each analyst says of the rows about which they differ; nothing of it is applied."""
    return table_page(disagreements, {"label": "About", "kind": "In what", "who": "Analyst", "decided": "Says",
                                      "why": "Since"}, limit=limit, noun="disagreement")
