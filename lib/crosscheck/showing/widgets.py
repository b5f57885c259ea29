"""How does a reader steer a view? Controls joined to one pure function of `views`; thin, all logic elsewhere.

An `Explorer` shows a view again whenever a control changes. What goes wrong while it does so is shown in its place,
never swallowed.
"""

import functools
from collections.abc import Callable, Iterable

import ipywidgets
import pandas as pd
from tqdm.auto import tqdm

from crosscheck.showing import selections, views
from crosscheck.showing.days import day_words
from crosscheck.showing.desk import Desk
from crosscheck.showing.html import clean, escape
from crosscheck.showing.screen import font_style
from crosscheck.showing.selections import ALL, EVER, firm_first

WIDE = ipywidgets.Layout(width="100%")


class Explorer(ipywidgets.VBox):
    """Controls over a view: its sentence and table in `page`, its picture in `image`, as SVG."""

    def __init__(self, view: Callable[..., views.View], controls: dict[str, ipywidgets.Widget]) -> None:
        self.view, self.controls = view, controls
        self.page = ipywidgets.HTML(layout=WIDE)
        self.image = ipywidgets.HTML(layout=ipywidgets.Layout(width="100%", max_width="1080px"))
        bar = ipywidgets.Box(list(controls.values()), layout=ipywidgets.Layout(flex_flow="row wrap"))
        super().__init__([_fonts(), bar, self.page, self.image])
        self.add_class("crosscheck-explorer")
        for control in controls.values():
            control.observe(self.show, names="value")
        self.show()

    def show(self, _change: object = None) -> None:
        """Make the view of the present choices and put it in place of the last one."""
        try:
            seen = self.view(**{name: control.value for name, control in self.controls.items()})
            self.page.value = seen.page()._repr_html_()  # the words are read while the picture is drawn
            picture = seen.picture.screen() if seen.picture else ""
        except Exception as error:
            self.page.value, picture = f"<p><b>This choice could not be shown:</b> {escape(error)}</p>", ""
        self.image.value = picture
        self.image.layout.display = "" if picture else "none"

    def _repr_mimebundle_(self, **options: object) -> dict:
        bundle = super()._repr_mimebundle_(**options)
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        if data:
            data["text/plain"] = f"Explorer with the controls {', '.join(self.controls)}"
        return bundle


def words_explorer(corpus) -> Explorer:
    """Search the sentences of all articles."""
    return Explorer(lambda **choice: views.words_view(corpus, **choice), {
        "words": _search("Words"), "article": _articles(corpus),
        "role": _choice("Part", _options(corpus.sentences["role"]))})


def sources_explorer(corpus) -> Explorer:
    """Who is cited, by source, kind of source, article and question."""
    answered = firm_first(corpus.questions[corpus.questions["question_id"].isin(corpus.origins["question_id"])])
    return Explorer(lambda **choice: views.sources_view(corpus, **choice), {
        "words": _search("Words"), "source": _choice("Source", _options(corpus.attributions["source_text"].dropna())),
        "kind": _choice("Kind", _options(corpus.attributions["source_type"])), "article": _articles(corpus),
        "question": _choice("Question", _pairs(answered, "question", "question_id"),
                            first="fewest origins for its articles")})


def timeline_explorer(corpus) -> Explorer:
    """The timeline, by words, status, certainty, article, and days."""
    known = selections.certainties(corpus.events)
    certainty = [(kind, kind) for kind in selections.CERTAINTIES if (known == kind).any()]
    return Explorer(lambda **choice: views.timeline_view(corpus, **choice), {
        "words": _search("Words"), "status": _choice("Status", _options(corpus.events["status"])),
        "certainty": _choice("Dated to", certainty), "article": _articles(corpus), "days": _days(corpus.events)})


def questions_explorer(corpus) -> Explorer:
    """The questions, by words, kind of difference, who asks, and article."""
    kinds = [("every difference", "differences"), *_options(corpus.questions["kind"])]
    return Explorer(lambda **choice: views.questions_view(corpus, **choice), {
        "words": _search("Words"), "kind": _choice("Kind", kinds),
        "origin": _choice("Asked by", _options(corpus.questions["origin"])), "article": _articles(corpus)})


def restrictions_explorer(corpus) -> Explorer:
    """The stated limits, by words, status, who is bound, and article."""
    parties = corpus.restrictions["bound_party"].dropna()
    return Explorer(lambda **choice: views.restrictions_view(corpus, **choice), {
        "words": _search("Words"), "status": _choice("Status", _options(corpus.restrictions["status"])),
        "party": _choice("Bound", _options(parties)), "article": _articles(corpus)})


def event_explorer(corpus) -> Explorer:
    """One event, passage by passage."""
    return _one(corpus, views.event_view, "event", _pairs(corpus.events.sort_values("rank"), "label", "event_id"))


def moved_explorer(corpus) -> Explorer:
    """Another day of publication for one article: which events move, and which break."""
    heads = views.texts(corpus)
    article = ipywidgets.Dropdown(description="Article", layout=ipywidgets.Layout(width="480px"), options=[
        (heads.heading(article_id), article_id) for article_id in views.unstated_articles(corpus)])
    day = ipywidgets.SelectionSlider(description="Published", options=_tried(corpus, article.value),
                                     continuous_update=False, layout=ipywidgets.Layout(width="560px"))

    def turn(_change: object) -> None:
        day.options, day.index = _tried(corpus, article.value), 0

    article.observe(turn, names="value")
    return Explorer(lambda **choice: views.moved_view(corpus, **choice), {"article": article, "day": day})


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


@functools.cache
def _fonts() -> ipywidgets.HTML:
    """The fonts of the pictures, sent to the browser once for all explorers."""
    return ipywidgets.HTML(font_style(), layout=ipywidgets.Layout(display="none"))


def _one(corpus, view: Callable[..., views.View], name: str, pairs: list[tuple[str, str]]) -> Explorer:
    """An explorer of one row at a time; without a row to choose it says so."""
    menu = ipywidgets.Dropdown(options=pairs or [("nothing to choose", None)], description=name.capitalize(),
                               layout=ipywidgets.Layout(width="720px"))
    return Explorer(lambda **choice: view(corpus, choice[name]), {name: menu})


def _search(name: str) -> ipywidgets.Text:
    return ipywidgets.Text(description=name, placeholder="all", continuous_update=False)


def _choice(name: str, options: list[tuple[str, str]], *, first: str = ALL) -> ipywidgets.Dropdown:
    return ipywidgets.Dropdown(description=name, options=[(first, ALL), *options], value=ALL)


def _days(events: pd.DataFrame) -> ipywidgets.SelectionRangeSlider:
    """A period between days that stand in `events`; from end to end it chooses every event."""
    days = sorted({day for column in ("earliest", "latest") for day in events[column].dropna()})
    options = [("first", EVER[0]), *((day_words(day), day) for day in days), ("last", EVER[1])]
    return ipywidgets.SelectionRangeSlider(description="Days", options=options, index=(0, len(options) - 1),
                                           continuous_update=False, layout=ipywidgets.Layout(width="480px"))


def _articles(corpus) -> ipywidgets.Dropdown:
    heads = views.texts(corpus)
    return _choice("Article", [(heads.heading(article_id), article_id) for article_id in corpus.articles["article_id"]])


def _options(values: pd.Series) -> list[tuple[str, str]]:
    return [(_short(value), value) for value in sorted(values.unique(), key=lambda value: (value.lower(), value))]


def _pairs(table: pd.DataFrame, label: str, value: str) -> list[tuple[str, str]]:
    return list(zip(table[label].map(_short), table[value], strict=True))


def _short(text: str) -> str:
    """A label for a menu: one line, at most 70 characters."""
    text = clean(text).strip()
    return text if len(text) <= 70 else text[:69] + "…"
