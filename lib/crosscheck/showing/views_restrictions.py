"""What limits are stated, and how does their wording drift? Views on restrictions, ladders and coverage."""

import pandas as pd

from crosscheck.showing import findings, selections
from crosscheck.showing.figures_ladder import ladder_figure, ladder_headline
from crosscheck.showing.figures_status import status_figure
from crosscheck.showing.html import leaf_of, leaves, table_page
from crosscheck.showing.kept import kept
from crosscheck.showing.selections import ALL
from crosscheck.showing.view import View, note, place_of, remakeable, texts


@remakeable
def restrictions_view(corpus, *, status: str = ALL, party: str = ALL, article: str = ALL, words: str = "",
                      limit: int = 20, leaf: int = 1) -> View:
    """The stated limits that the choices leave, most plainly stated first."""
    corpus = kept(corpus)
    found = selections.select_restrictions(corpus.restrictions, status=status, party=party, article=article,
                                           words=words)
    source, rows = texts(corpus), leaf_of(found, limit, leaf)
    rows = rows.assign(article=rows["article_id"].map(source.name), words=[
        source.passage(row.article_id, row.start, row.end) for row in rows.itertuples()])
    draw = (lambda: status_figure(found, corpus.articles, digest=corpus.digest)) if len(found) else None
    held = corpus.rungs.loc[corpus.rungs["restriction_id"].isin(found["restriction_id"]), "ladder_id"]
    ladders = corpus.ladders[corpus.ladders["ladder_id"].isin(held)]
    said = findings.restrictions_finding(found, ladders, chosen=len(corpus.restrictions) > 0)
    return View(said, table_page(rows, {
        "article": "Article", "words": "In its words", "bound_party": "Who is bound", "act": "What",
        "protected": "Whom it protects", "status": "Status", "stated_by": "By whose word"}, limit=limit,
        leaf=leaf, of=len(found), noun="restriction"), draw, leaves=leaves(len(found), limit))


@remakeable
def ladder_view(corpus, ladder: str | None = None, *, place: int = 1) -> View:
    """One restriction, or the one at `place` by rank, in every article's words, with each change named."""
    ladder_id = place_of(corpus.ladders.sort_values("rank"), "ladder_id", ladder, place)
    if ladder_id is None:
        return View("No such limit is stated by more than one article.", note("No ladder to show."))
    changes = corpus.rung_changes[corpus.rung_changes["ladder_id"] == ladder_id]
    rungs = corpus.rungs[corpus.rungs["ladder_id"] == ladder_id].sort_values("position").merge(
        corpus.restrictions.drop(columns="article_id"), on="restriction_id", validate="one_to_one")
    source = texts(corpus)
    rows = pd.DataFrame([{
        "article": source.heading(row.article_id), "rendering": row.rendering,
        "words": source.passage(row.article_id, row.start, row.end),
        "changes": "the first words" if row.position == 1 else _changes(
            changes[changes["restriction_id"] == row.restriction_id]),
    } for row in rungs.itertuples()])
    table = table_page(rows, {"article": "Article", "rendering": "Given as", "words": "In its words",
                              "changes": "Against the first"}, noun="rung")
    return View(ladder_headline(rungs, changes, corpus.articles), table, lambda: ladder_figure(
        ladder_id, corpus.ladders, corpus.rungs, corpus.rung_changes, corpus.restrictions, corpus.articles,
        digest=corpus.digest))


def _changes(changes: pd.DataFrame) -> str:
    """What changed on one rung: the changes of substance in full, then the slots that are only reworded."""
    reworded = changes.loc[~changes["substance"], "slot"].str.replace("_", " ").unique().tolist()
    parts = [*changes.loc[changes["substance"], "reading"],
             *([f"reworded: {findings.listed(reworded)}"] if reworded else [])]
    return "; ".join(parts) or "no change"


def coverage_view(corpus, *, limit: int = 24) -> View:
    """Who is bound to what, protecting whom, in which standing; and which combinations no article states."""
    table = corpus.coverage.assign(said=corpus.coverage["covered"].map({True: "stated", False: "nobody says so"}))
    gaps = int((~table["covered"]).sum())
    said = f"{findings.count(len(table) - gaps, 'combination')} stated" + (
        f", and {findings.count(gaps, 'neighbouring one', 'neighbouring ones')} that no article states" if gaps else "")
    return View(findings.sentence(said), table_page(table, {
        "bound_party": "Who is bound", "act": "What", "protected": "Whom it protects", "said": "Stated",
        "standing": "Standing", "speakers": "By whose word", "articles": "Articles"}, limit=limit, noun="combination"))
