"""Where do the articles differ, and who says nothing? Views on questions and their readings."""

from crosscheck.showing import findings, selections
from crosscheck.showing.figures_matrix import matrix_figure
from crosscheck.showing.html import leaves, table_page
from crosscheck.showing.kept import kept
from crosscheck.showing.passages import passages_page, sides_page
from crosscheck.showing.selections import ALL, firm_first
from crosscheck.showing.view import View, note, place_of, remakeable, texts


@remakeable
def questions_view(corpus, *, kind: str = ALL, article: str = ALL, origin: str = ALL, words: str = "",
                   limit: int = 20, leaf: int = 1) -> View:
    """The questions that the choices leave, best first, with how many articles answer them."""
    corpus = kept(corpus)
    found = selections.select_questions(corpus.questions, corpus.readings, kind=kind, article=article, origin=origin,
                                        words=words)
    draw = (lambda: matrix_figure(found, corpus.readings, corpus.articles, digest=corpus.digest)) if len(
        found) else None
    return View(findings.questions_finding(found), table_page(found, {
        "rank": "Rank", "question": "Question", "kind": "Difference", "answers": "Answer it", "silent": "Silent",
        "reasoning": "In what they differ"}, limit=limit, leaf=leaf, noun="question"), draw,
        leaves=leaves(len(found), limit))


def question_view(corpus, question: str | None = None, *, place: int = 1) -> View:
    """One question, or the one at `place` among those that differ: its readings side by side, and who is silent."""
    corpus = kept(corpus)
    differing = firm_first(corpus.questions[corpus.questions["differs"]])
    question_id = place_of(differing, "question_id", question, place)
    if question_id is None:
        return View("There is no such question in these articles.", note("No reading to show."))
    asked = corpus.questions.set_index("question_id").loc[question_id]
    readings = corpus.readings[corpus.readings["question_id"] == question_id]
    said = findings.sentence(asked["question"]) + " " + findings.sentence(asked["reasoning"])
    return View(f"{said} {silence(corpus, readings)}".strip(), sides_page(readings, texts(corpus)))


def corrections_view(corpus, *, limit: int = 12) -> View:
    """Readings that correct an earlier word."""
    corpus = kept(corpus)
    found = corpus.readings[corpus.readings["stance"] == "corrects"].drop_duplicates(["article_id", "start", "end"])
    told = findings.count(found["article_id"].nunique(), "article reports", "articles report")
    return View(f"{findings.sentence(told + ' a correction')}" if len(found) else "No article reports a correction.",
                passages_page(found, texts(corpus), limit=limit, noun="correction"))


def silence(corpus, readings) -> str:
    """A sentence that names the articles without a reading; empty if there are none."""
    labels = corpus.articles.loc[~corpus.articles["article_id"].isin(readings["article_id"]), "label"].tolist()
    return f"Nothing on this in {findings.listed(labels, limit=8)}." if labels else ""
