"""What is in the folder, who published it, and on whose word? Views on articles, publication, attributions, chains."""

from collections.abc import Callable

import pandas as pd

from crosscheck.showing import findings, selections
from crosscheck.showing.days import date_words
from crosscheck.showing.figures_corpus import corpus_figure
from crosscheck.showing.figures_origins import origins_figure
from crosscheck.showing.html import Page, finding, leaf_of, leaves, table_page
from crosscheck.showing.kept import kept
from crosscheck.showing.passages import passages_page
from crosscheck.showing.picture import Picture
from crosscheck.showing.selections import ALL, firm_first
from crosscheck.showing.view import View, note, place_of, remakeable, texts
from crosscheck.tables_analyst import DIGITS, LETTERS

SELF = ("disclosure", "score", "credit", "metadata", "dateline", "byline")


def input_page(corpus) -> Page:
    """What was read and what was not: the finding, then the table `skipped` and the notices if there are any."""
    page = finding(findings.corpus_finding(corpus.articles, corpus.skipped))
    if len(corpus.skipped):
        page += table_page(corpus.skipped, {"file": "Not read", "reason": "Why", "advice": "What to do"}, noun="file")
    for address, notice in zip(corpus.notices["address"], corpus.notices["notice"], strict=True):
        page += note(f"{address}: {notice}")
    return page


@remakeable
def articles_view(corpus) -> View:
    """Which articles these are, and when each was published."""
    found = corpus.articles.merge(corpus.publication[["article_id", "edtf", "basis"]], on="article_id",
                                  validate="one_to_one")
    table = table_page(_in_words(found), {"label": "Article", "title": "Title", "outlet": "Outlet", "byline": "By",
                               "published": "Stated date", "published_basis": "Says so", "day": "Published",
                               "words": "Words", "file": "File"}, limit=60, noun="article")
    return View(findings.corpus_finding(corpus.articles, corpus.skipped), table, lambda: corpus_figure(
        corpus.articles, corpus.publication, corpus.attributions, digest=corpus.digest))


@remakeable
def words_view(corpus, *, words: str = "", article: str = ALL, role: str = ALL, limit: int = 12,
               leaf: int = 1) -> View:
    """Every sentence that holds `words`, and the articles that use them."""
    found = selections.select_sentences(corpus.sentences, words=words, article=article, role=role)
    rows = leaf_of(found, limit, leaf)
    rows = rows.assign(value_spans=[selections.word_spans(row.quote, row.start, words) or [(row.start, row.start)]
                                    for row in rows.itertuples()])
    articles = corpus.articles[corpus.articles["article_id"].isin(found["article_id"])]
    where = f"{findings.count(len(found), 'sentence')} in {findings.count(len(articles), 'article')}"
    said = f"{where} with “{words}”" if words else where
    page = passages_page(rows, texts(corpus), limit=limit, leaf=leaf, of=len(found), noun="sentence")
    return View(findings.sentence(said), page, (
        lambda: corpus_figure(articles, corpus.publication, corpus.attributions, digest=corpus.digest)) if len(
        articles) else None, leaves=leaves(len(found), limit))


def parts_view(corpus) -> View:
    """Which parts the articles have, and how many articles have each."""
    parts = corpus.regions.groupby("role").agg(parts=("start", "size"), articles=("article_id", "nunique"))
    parts = parts.sort_values(["articles", "parts"], ascending=False).reset_index()
    return View(findings.sentence(f"{findings.count(len(corpus.regions), 'part')} with "
                                  f"{findings.count(len(parts), 'different role', 'different roles')}"),
                table_page(parts, {"role": "Role", "parts": "Parts", "articles": "Articles"}, noun="role"))


def _in_words(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with their dates as a page writes them: `edtf` as `day`, and the stated date."""
    worded = {"day": rows["edtf"].map(date_words)}
    return rows.assign(**worded, **({"published": rows["published"].map(date_words)} if "published" in rows else {}))


def self_view(corpus) -> View:
    """What articles say of themselves: datelines, credits, disclosures, scores."""
    found = corpus.regions[corpus.regions["role"].isin(SELF)]
    heads = texts(corpus)
    rows = found.assign(article=found["article_id"].map(heads.heading))
    number = found["article_id"].nunique()
    told = (findings.count(number, "article says something of itself", "articles say something of themselves")
            if number else "no article says anything of itself")
    return View(findings.sentence(f"{told} in so many words"),
                table_page(rows, {"article": "Article", "role": "Part", "quote": "In its words"}, noun="part"))


def publication_view(corpus) -> View:
    """When each article was published, with the reasoning."""
    rows = corpus.publication.assign(article=corpus.publication["article_id"].map(texts(corpus).name))
    return View(findings.publication_finding(corpus.publication), table_page(_in_words(rows), {
        "article": "Article", "day": "Published", "basis": "Rests on", "reasoning": "How it follows"},
        limit=60, noun="article"))


@remakeable
def sources_view(corpus, *, source: str = ALL, article: str = ALL, kind: str = ALL, question: str = ALL,
                 words: str = "", limit: int = 12, leaf: int = 1) -> View:
    """Who is cited with what; the picture shows the chains behind one question, by default as `origins_view` does."""
    found = selections.select_attributions(corpus.attributions, source=source, article=article, kind=kind, words=words)
    rows = leaf_of(found, limit, leaf)
    rows = rows.assign(value_spans=[[*row.source, *row.cue] for row in rows.itertuples()])
    said = findings.sources_finding(found, chosen=len(corpus.attributions) > 0)
    return View(said, passages_page(rows, texts(corpus), limit=limit, leaf=leaf, of=len(found)),
                _origins_drawing(corpus, None if question == ALL else question), leaves=leaves(len(found), limit))


def grades_view(corpus, *, limit: int = 20) -> View:
    """The analyst's grades of articles, sources and claims, with what the articles tell that speaks for a grade."""
    graded = int((corpus.grades["set_by"] == "analyst").sum())
    rows = corpus.grades.assign(set_by=corpus.grades["set_by"].map({"analyst": "you", "default": "nobody yet"}),
                                grade=corpus.grades["grade"].map(grade_words))
    rows = rows.sort_values("set_by", ascending=False, kind="stable")
    said = f"{findings.count(graded, 'grade is', 'grades are')} set in grades.csv; the kit computes none"
    return View(findings.sentence(said), table_page(rows, {
        "kind": "What", "label": "Which", "value": "Reading", "grade": "Grade", "set_by": "Set by",
        "speaks": "What speaks for a grade", "note": "Note"}, limit=limit, noun="row"))


def grade_words(grade: str) -> str:
    """A grade of the Admiralty code with what it means.

    >>> grade_words("F"), grade_words("B2")
    ('F – reliability cannot be judged', 'B2 – usually reliable, probably true')
    """
    means = [meaning for one in grade for meaning in [(LETTERS | DIGITS).get(one)] if meaning]
    return f"{grade} – {', '.join(means)}" if means else grade


def cited_view(corpus, *, limit: int = 15) -> View:
    """The sources cited most, by the name at the end of the first link."""
    first = corpus.chains[corpus.chains["hop"] == 1]
    cited = first.groupby(["cited", "cited_type"]).agg(times=("chain_id", "nunique"),
                                                       articles=("article_id", "nunique"))
    cited = cited.sort_values(["articles", "times"], ascending=False, kind="stable").reset_index()
    return View(findings.sentence(f"{findings.count(len(cited), 'source')} cited in so many words, "
                                  "over all articles and by the name at the first link"), table_page(
        cited, {"cited": "Source", "cited_type": "Kind", "articles": "Articles", "times": "Times"}, limit=limit,
        noun="source"))


def chains_view(corpus, *, limit: int = 25) -> View:
    """The chains of two and more links first: from the article to the last source that its text names."""
    heads = texts(corpus)
    rows = [{"chain": " ← ".join([group["citing"].iloc[0], *group["cited"]]), "hops": len(group),
             "resolved": "; ".join(group["resolved"].dropna()),
             "words": heads.passage(group["article_id"].iloc[0], group["start"].iloc[0], group["end"].iloc[0])}
            for _, group in corpus.chains.sort_values("hop", kind="stable").groupby("chain_id", sort=False)]
    table = pd.DataFrame(rows, columns=["chain", "hops", "resolved", "words"]).sort_values(
        "hops", ascending=False, kind="stable")
    longer = int((table["hops"] > 1).sum())
    return View(findings.sentence(f"{findings.count(len(table), 'chain')}"
                                  f"{f', {findings.none_or(longer)} of them over more than one hand' if rows else ''}"),
                table_page(table, {"chain": "Chain", "words": "In the article's words", "resolved": "How it was read"},
                           limit=limit, noun="chain"))


@remakeable
def origins_view(corpus, *, limit: int = 15) -> View:
    """For each reading: how many articles give it, and on how many origins they may rest."""
    corpus = kept(corpus)
    rows = corpus.origins.merge(corpus.questions[["question_id", "question", "rank", "differs"]], on="question_id",
                                validate="many_to_one")
    rows = rows[rows["differs"]].sort_values(["rank"], kind="stable")
    shown = rows.assign(range=[f"{low}" if low == high else f"{low} to {high}"
                               for low, high in zip(rows["fewest"], rows["most"], strict=True)])
    lean = int((rows["articles"] > rows["fewest"]).sum())
    return View(findings.origins_finding(lean, len(rows)), table_page(shown, {
        "question": "Question", "value": "Reading", "articles": "Articles", "range": "Origins",
        "reasoning": "How the range follows"}, limit=limit, noun="reading"), _origins_drawing(corpus, None))


def _origins_drawing(corpus, question: str | None) -> Callable[[], Picture] | None:
    """The picture of one question; if none is chosen, of that whose readings most outnumber their origins."""
    corpus = kept(corpus)
    lean = corpus.origins.assign(lean=corpus.origins["articles"] - corpus.origins["fewest"])
    asked = firm_first(selections.select_questions(corpus.questions, corpus.readings)).merge(
        lean.groupby("question_id")["lean"].max().reset_index(), on="question_id", validate="one_to_one")
    chosen = place_of(asked.sort_values("lean", ascending=False, kind="stable"), "question_id", question, 1)
    if chosen is None:
        return None
    return lambda: origins_figure(corpus.chains, corpus.origins, corpus.questions, corpus.readings, corpus.articles,
                                  chosen, digest=corpus.digest)
