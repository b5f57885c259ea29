"""What has the analyst decided, and what became of it? A view on the table of decisions."""

from crosscheck.showing import findings
from crosscheck.showing.html import table_page
from crosscheck.showing.view import View

OUTCOMES = {"applied": "applied", "superseded": "replaced by a later one", "disputed": "disputed among analysts",
            "undone": "taken back", "orphaned": "waiting: its passages are gone"}


def decisions_view(corpus, *, limit: int = 40) -> View:
    """Every decision in `decisions.csv`, the latest first, with what became of it."""
    table = corpus.decisions.iloc[::-1]
    kinds = table["outcome"].value_counts()
    parts = [f"{findings.number_word(int(kinds[kind]))} {words}" for kind, words in OUTCOMES.items() if kind in kinds]
    said = f"{findings.count(len(table), 'decision')}: {findings.listed(parts)}" if parts else (
        "Nothing has been decided yet; the folder has no decisions.csv, or an empty one")
    return View(findings.sentence(said), table_page(table.assign(outcome=table["outcome"].map(OUTCOMES)), {
        "when": "When", "who": "Who", "action": "Decision", "about": "About", "label": "Row", "value": "Value",
        "why": "Why", "outcome": "What became of it"}, limit=limit, noun="decision"))
