"""Which explorers are there? Each joins controls to one pure function of `views`; thin, all logic elsewhere."""

from collections.abc import Callable, Iterable

import ipywidgets
import pandas as pd
from tqdm.auto import tqdm

from crosscheck.showing import selections, views
from crosscheck.showing.days import day_words
from crosscheck.showing.desk import Desk
from crosscheck.showing.explorer import Explorer, Menu
from crosscheck.showing.selections import ALL, EVER, firm_first


def words_explorer(corpus) -> Explorer:
    """Search the sentences of all articles."""
    return Explorer(corpus, views.words_view, {
        "words": _search("Words"), "article": _articles(corpus),
        "role": _choice("Part", _options(corpus.sentences["role"]))})


def sources_explorer(corpus) -> Explorer:
    """Who is cited, by source, kind of source, article and question."""
    answered = firm_first(corpus.questions[corpus.questions["question_id"].isin(corpus.origins["question_id"])])
    return Explorer(corpus, views.sources_view, {
        "words": _search("Words"), "source": _choice("Source", _options(corpus.attributions["source_text"].dropna())),
        "kind": _choice("Kind", _options(corpus.attributions["source_type"])), "article": _articles(corpus),
        "question": _choice("Question", _pairs(answered, "question", "question_id"),
                            first="fewest origins for its articles")})


def timeline_explorer(corpus) -> Explorer:
    """The timeline, by words, status, certainty, article, and days."""
    known = selections.certainties(corpus.events)
    certainty = [(kind, kind) for kind in selections.CERTAINTIES if (known == kind).any()]
    return Explorer(corpus, views.timeline_view, {
        "words": _search("Words"), "status": _choice("Status", _options(corpus.events["status"])),
        "certainty": _choice("Dated to", certainty), "article": _articles(corpus), "days": _days(corpus.events)})


def questions_explorer(corpus) -> Explorer:
    """The questions, by words, kind of difference, who asks, and article."""
    kinds = [("every difference", "differences"), *_options(corpus.questions["kind"])]
    return Explorer(corpus, views.questions_view, {
        "words": _search("Words"), "kind": _choice("Kind", kinds),
        "origin": _choice("Asked by", _options(corpus.questions["origin"])), "article": _articles(corpus)})


def restrictions_explorer(corpus) -> Explorer:
    """The stated limits, by words, status, who is bound, and article."""
    parties = corpus.restrictions["bound_party"].dropna()
    return Explorer(corpus, views.restrictions_view, {
        "words": _search("Words"), "status": _choice("Status", _options(corpus.restrictions["status"])),
        "party": _choice("Bound", _options(parties)), "article": _articles(corpus)})


def event_explorer(corpus) -> Explorer:
    """One event, passage by passage."""
    return _one(corpus, views.event_view, "event", _pairs(corpus.events.sort_values("rank"), "label", "event_id"))


def moved_explorer(corpus) -> Explorer:
    """Another day of publication for one article: which events move, and which break."""
    heads = views.texts(corpus)
    article = Menu("Article", [(heads.heading(article_id), article_id)
                               for article_id in views.unstated_articles(corpus)], width="480px")
    day = ipywidgets.SelectionSlider(description="Published", options=_tried(corpus, article.value),
                                     continuous_update=False, layout=ipywidgets.Layout(width="560px"))

    def turn(_change: object) -> None:
        day.options, day.index = _tried(corpus, article.value), 0

    article.observe(turn, names="value")
    return Explorer(corpus, views.moved_view, {"article": article, "day": day})


def _tried(corpus, article: str) -> list[tuple[str, str]]:
    return [("as it stands", ""), *((day_words(day), day) for day in views.possible_days(corpus, article))]


def question_explorer(corpus) -> Explorer:
    """One question, its readings side by side."""
    asked = corpus.questions[corpus.questions["answers"] > 0].sort_values("rank")
    return _one(corpus, views.question_view, "question", _pairs(asked, "question", "question_id"))


def quotation_explorer(corpus) -> Explorer:
    """One utterance in every passage's words."""
    said = _pairs(corpus.quotations.sort_values("rank"), "label", "quotation_id")
    return _one(corpus, views.quotation_view, "quotation", said)


def ladder_explorer(corpus) -> Explorer:
    """One restriction in every article's words."""
    ladders = _pairs(corpus.ladders.sort_values("rank"), "label", "ladder_id")
    return _one(corpus, views.ladder_view, "ladder", ladders)


def card_explorer(corpus) -> Explorer:
    """A briefing card for one question."""
    asked = firm_first(corpus.questions[corpus.questions["differs"]])
    return _one(corpus, views.card_view, "question", _pairs(asked, "question", "question_id"))


def decision_desk(corpus) -> Desk:
    """Judge a row: accept, reject, rename, re-date, grade or annotate it, or put a question into the codebook."""
    return Desk(corpus)


def progress(items: Iterable, **options: object) -> Iterable:
    """`items` with a progress bar that appears only where they take more than two seconds."""
    return tqdm(items, delay=2, leave=False, **options)


def _one(corpus, view: Callable[..., views.View], name: str, pairs: list[tuple[str, str]]) -> Explorer:
    """An explorer of one row at a time; without a row to choose it says so."""
    return Explorer(corpus, view, {name: Menu(name.capitalize(), pairs, width="720px")})


def _search(name: str) -> ipywidgets.Text:
    return ipywidgets.Text(description=name, placeholder="all", continuous_update=False)


def _choice(name: str, options: list[tuple[str, str]], *, first: str = ALL) -> Menu:
    return Menu(name, options, first=first)


def _days(events: pd.DataFrame) -> ipywidgets.SelectionRangeSlider:
    """A period between days that stand in `events`; from end to end it chooses every event."""
    days = sorted({day for column in ("earliest", "latest") for day in events[column].dropna()})
    options = [("first", EVER[0]), *((day_words(day), day) for day in days), ("last", EVER[1])]
    return ipywidgets.SelectionRangeSlider(description="Days", options=options, index=(0, len(options) - 1),
                                           continuous_update=False, layout=ipywidgets.Layout(width="480px"))


def _articles(corpus) -> Menu:
    heads = views.texts(corpus)
    return _choice("Article", [(heads.heading(article_id), article_id) for article_id in corpus.articles["article_id"]])


def _options(values: pd.Series) -> list[tuple[str, str]]:
    return [(value, value) for value in sorted(values.unique(), key=lambda value: (value.lower(), value))]


def _pairs(table: pd.DataFrame, label: str, value: str) -> list[tuple[str, str]]:
    return list(zip(table[label], table[value], strict=True))
