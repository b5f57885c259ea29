"""What has the analyst decided, and what is new since an earlier run? Views on the tables `decisions` and `changes`."""

from crosscheck.showing.changed import changes_page, changes_paragraph
from crosscheck.showing.changes_board import changes_figure
from crosscheck.showing.decided import decisions_finding, decisions_page, disagreements_page
from crosscheck.showing.findings import sentence
from crosscheck.showing.html import finding
from crosscheck.showing.view import View, note, remakeable


def decisions_view(corpus, *, limit: int = 40) -> View:
    """Every decision in `decisions.csv` with what became of it, and where analysts differ."""
    page = decisions_page(corpus.decisions, limit=limit)
    if len(corpus.disagreements):
        page += finding("Analysts differ about these rows; nothing of it is applied.")
        page += disagreements_page(corpus.disagreements, limit=limit)
    return View(decisions_finding(corpus.decisions), page)


@remakeable
def changes_view(corpus, *, soft: bool = False, limit: int = 40) -> View:
    """What is new against the earlier run that the corpus was opened with (`since`); `soft` adds the softer changes."""
    if corpus.since is None:
        return View("Nothing to compare with.", note(sentence(
            "name an earlier run (the folder that “crosscheck tables” wrote), or an earlier folder of articles, as "
            "SINCE")))
    changes = corpus.changes
    return View(changes_paragraph(changes), changes_page(changes, soft=soft, limit=limit), (
        lambda: changes_figure(changes, corpus.articles, digest=corpus.digest)) if len(changes) else None)
