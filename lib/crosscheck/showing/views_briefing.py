"""What goes into the briefing? The findings in sentences, a card for a question, and all figures written at once."""

import functools
import pathlib
from collections.abc import Sequence

import pandas as pd

from crosscheck.errors import BriefingError
from crosscheck.showing import findings
from crosscheck.showing.briefing import briefing
from crosscheck.showing.briefing_files import write_briefing
from crosscheck.showing.export import save_figure
from crosscheck.showing.figures_matrix import matrix_figure
from crosscheck.showing.figures_origins import origins_figure
from crosscheck.showing.html import Page, table_page
from crosscheck.showing.kept import kept
from crosscheck.showing.selections import firm_first
from crosscheck.showing.view import View, note, place_of, remakeable, texts
from crosscheck.showing.views_corpus import articles_view, origins_view
from crosscheck.showing.views_questions import questions_view, silence
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
def card_view(corpus, question: str | None = None, *, place: int = 1) -> View:
    """A card for one question: each reading with articles, origins and words; and who says nothing.

    It lists what is said and rests on; it does not weigh it.
    """
    corpus = kept(corpus)
    differing = firm_first(corpus.questions[corpus.questions["differs"]])
    question_id = place_of(differing, "question_id", question, place)
    if question_id is None:
        return View("There is no such question in these articles.", note("No card without a reading."))
    asked = corpus.questions.set_index("question_id").loc[question_id]
    readings = corpus.readings[corpus.readings["question_id"] == question_id]
    origins = corpus.origins[corpus.origins["question_id"] == question_id].set_index("value")
    source = texts(corpus)
    rows = [_card_row(value, group, origins, source) for value, group in readings.groupby("value", sort=False)]
    table = table_page(pd.DataFrame(rows), {"value": "Reading", "articles": "Given by", "origins": "Origins",
                                            "words": "In the first one's words"}, noun="reading")
    one = corpus.questions[corpus.questions["question_id"] == question_id]
    draw = (lambda: origins_figure(corpus.chains, corpus.origins, corpus.questions, corpus.readings, corpus.articles,
                                   question_id, digest=corpus.digest)) if len(origins) else (
        lambda: matrix_figure(one, corpus.readings, corpus.articles, digest=corpus.digest))
    return View(f"{findings.sentence(asked['question'])} {silence(corpus, readings)}".strip(), table, draw)


def _card_row(value: str, group: pd.DataFrame, origins: pd.DataFrame, source) -> dict:
    first = group.iloc[0]
    given = origins.loc[value] if value in origins.index else None
    return {"value": value, "articles": ", ".join(dict.fromkeys(group["article_id"].map(source.label))),
            "origins": "" if given is None else _range(given["fewest"], given["most"]),
            "words": source.passage(first["article_id"], first["start"], first["end"], first["value_spans"])}


def _range(fewest: int, most: int) -> str:
    return f"{fewest}" if fewest == most else f"{fewest} to {most}"
