"""What goes into the briefing? The findings in sentences, a card for a question, and all figures written at once."""

import functools
import pathlib
from collections.abc import Callable, Sequence

import pandas as pd

from crosscheck.errors import BriefingError
from crosscheck.showing import findings
from crosscheck.showing.briefing import briefing
from crosscheck.showing.briefing_files import write_briefing
from crosscheck.showing.card import card
from crosscheck.showing.export import save_figure
from crosscheck.showing.figures_matrix import matrix_figure
from crosscheck.showing.figures_origins import origins_figure
from crosscheck.showing.html import Page, table_page
from crosscheck.showing.kept import kept
from crosscheck.showing.picture import Picture
from crosscheck.showing.selections import firm_first
from crosscheck.showing.view import View, note, place_of, remakeable
from crosscheck.showing.views_corpus import articles_view, origins_view
from crosscheck.showing.views_questions import questions_view
from crosscheck.showing.views_restrictions import ladder_view, restrictions_view
from crosscheck.showing.views_timeline import timeline_view

WRITTEN = {"pptx": "slides with the figures, sources in the notes", "html": "one page, for mail and the web",
           "pdf": "one sheet, for print", "csv": "the passages behind it, as a table",
           "jsonld": "the same as W3C Web Annotations", "bib": "the articles for BibTeX",
           "csl.json": "the articles for Zotero and other reference managers"}


def summary_view(corpus) -> View:
    """One finding from each notebook."""
    corpus = kept(corpus)
    told = [("Articles", findings.corpus_finding(corpus.articles, corpus.skipped)),
            ("Publication", findings.publication_finding(corpus.publication)),
            ("Sources", findings.sources_finding(corpus.attributions)),
            ("Timeline", findings.events_finding(corpus.events)),
            ("Discrepancies", findings.questions_finding(corpus.questions)),
            ("Restrictions", findings.restrictions_finding(corpus.restrictions, corpus.ladders))]
    return View(findings.sentence(f"{findings.count(len(corpus.articles), 'article')} read against each other, corpus "
                                  f"{corpus.digest}"),
                table_page(pd.DataFrame(told, columns=["about", "finding"]), {"about": "About", "finding": "Finding"}))


def save_figures(corpus, folder: str | pathlib.Path, *, size: str = "slide") -> Page:
    """Write every figure of the briefing into `folder`, laid out for `size` (`export.save_figure`).

    The page lists name, headline and files.
    """
    rows = []
    for picture in (view.picture.at(size) for view in _pictured(corpus) if view.picture is not None):
        written = save_figure(picture, pathlib.Path(folder))
        rows.append({"name": picture.name, "headline": picture.headline,
                     "files": ", ".join(path.suffix.lstrip(".") for path in written)})
    return table_page(pd.DataFrame(rows), {"name": "Figure", "headline": "It says", "files": "Written as"},
                      noun="figure")


def _pictured(corpus) -> list[View]:
    """The views whose pictures go out, drawn once for all files until a decision changes them."""
    return _views_of(corpus, tuple(corpus.decisions["decision_id"]))


@functools.lru_cache(maxsize=1)
def _views_of(corpus, _decided: tuple[str, ...]) -> list[View]:
    return [articles_view(corpus), origins_view(corpus), timeline_view(corpus), questions_view(corpus),
            ladder_view(corpus), restrictions_view(corpus)]


def save_briefing(corpus, folder: str | pathlib.Path, *, title: str = "", judgement: str = "", confidence: str = "",
                  who: str = "", rows: Sequence[str] = ()) -> Page:
    """Write the briefing into `folder`: slides, a page, a sheet, its passages as data and annotations, and citations.

    `judgement` is one sentence with a word of likelihood, `confidence` is low, moderate or high, `rows` are ids of the
    events, questions and restrictions that it rests on. What may not go out is refused, and the page says why.
    """
    pictures = [view.picture for view in _pictured(corpus)]
    try:
        made = briefing(kept(corpus), title=title, judgement=judgement, confidence=confidence, who=who, rows=rows,
                        pictures=[picture for picture in pictures if picture is not None])
    except BriefingError as error:
        return note(f"Nothing was written. {findings.sentence(str(error))}")
    written = write_briefing(made, corpus.articles, folder, {
        ending: corpus.exchange()[f"articles.{ending}"] for ending in ("bib", "csl.json")})
    table = pd.DataFrame([{"file": path.name, "what": WRITTEN[path.name.split(".", 1)[1]]} for path in written])
    return table_page(table, {"file": "File", "what": "What it is"}, noun="file")


@remakeable
def card_view(corpus, question: str | None = None, *, place: int = 1, value: str | None = None, judgement: str = "",
              confidence: str = "", who: str = "") -> View:
    """The briefing card (`card.card`) for one reading of a question, by default the first of that at `place`.

    A card that may not go out is not shown; the view says why. The picture shows what stands behind its readings.
    """
    corpus = kept(corpus)
    differing = firm_first(corpus.questions[corpus.questions["differs"]])
    question_id = place_of(differing, "question_id", question, place)
    if question_id is None:
        return View("There is no such question in these articles.", note("No card without a reading."))
    try:
        made = card(corpus, question_id, value, judgement=judgement, confidence=confidence, who=who)
    except BriefingError as error:
        return View("There is no card.", note(findings.sentence(str(error))))
    return View(made.heading, made.table(), _card_drawing(corpus, question_id))


def _card_drawing(corpus, question_id: str) -> Callable[[], Picture]:
    """The chains behind the readings; where no chain is known, the readings themselves."""
    if (corpus.origins["question_id"] == question_id).any():
        return lambda: origins_figure(corpus.chains, corpus.origins, corpus.questions, corpus.readings, corpus.articles,
                                      question_id, digest=corpus.digest)
    one = corpus.questions[corpus.questions["question_id"] == question_id]
    return lambda: matrix_figure(one, corpus.readings, corpus.articles, digest=corpus.digest)
