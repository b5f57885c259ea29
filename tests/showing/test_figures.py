"""Every picture holds in every size: no text meets another or leaves the page, and all that must be there is there.

The stories and the many articles are looked at where they are at hand, in the slow tests.
"""

import pytest
from matplotlib.text import Text

from crosscheck.errors import FigureError
from crosscheck.showing import views
from crosscheck.showing.figures import (
    SHEETS,
    corpus_figure,
    ladder_figure,
    matrix_figure,
    origins_figure,
    overlaps,
    status_figure,
    timeline_figure,
)


def timeline(story, articles, events, text=""):
    s = story(articles, events, text)
    return timeline_figure(s.events, s.event_evidence, s.articles, s.publication, digest="0a1b2c")


def matrix(story, articles, questions, text=""):
    s = story(articles, text=text)
    return matrix_figure(*s.quiz(questions), s.articles, digest="0a1b2c")


def ladder(story, articles, rungs, text=""):
    s = story(articles, text=text)
    return ladder_figure("l", *s.ladder(rungs), s.limits(rungs), s.articles, digest="0a1b2c")


def origins(story, articles, sources, text=""):
    s = story(articles, text=text)
    questions, readings = s.quiz(2)
    return origins_figure(s.chains(sources), s.origins(readings), questions, readings, s.articles, "q1",
                          digest="0a1b2c")


def status(story, articles, limits, text=""):
    s = story(articles, text=text)
    return status_figure(s.limits(limits), s.articles, digest="0a1b2c")


def corpus(story, articles, each, text=""):
    s = story(articles, text=text)
    return corpus_figure(s.articles, s.publication, s.attributions(each), digest="0a1b2c")


SIZES = [(timeline, 1, 1), (timeline, 5, 18), (timeline, 12, 40), (timeline, 60, 6), (timeline, 30, 400),
         (timeline, 2, 0), (matrix, 5, 12), (matrix, 1, 1), (matrix, 40, 60), (matrix, 200, 4), (matrix, 2, 0),
         (ladder, 5, 4), (ladder, 3, 1), (ladder, 30, 25), (origins, 5, 3), (origins, 50, 20), (origins, 1, 1),
         (status, 5, 29), (status, 12, 150), (status, 1, 0), (corpus, 5, 9), (corpus, 20, 2), (corpus, 90, 1)]


@pytest.mark.parametrize("draw, articles, number", SIZES, ids=lambda value: getattr(value, "__name__", str(value)))
def test_nothing_overlaps_in_any_size(story, draw, articles, number):
    holds(draw(story, articles, number))


NARROW = [(timeline, 5, 18), (timeline, 30, 40), (timeline, 30, 400), (timeline, 2, 0), (matrix, 5, 12),
          (matrix, 40, 60), (matrix, 2, 0), (ladder, 5, 4), (ladder, 30, 25), (origins, 5, 3), (origins, 50, 20),
          (status, 12, 150), (status, 1, 0), (corpus, 5, 9), (corpus, 90, 1)]


@pytest.mark.parametrize("size", ["half", "column"])
@pytest.mark.parametrize("draw, articles, number", NARROW, ids=lambda value: getattr(value, "__name__", str(value)))
def test_a_narrow_picture_is_laid_out_anew(story, draw, articles, number, size):
    picture = draw(story, articles, number).at(size)
    holds(picture)
    width, height = picture.figure.get_size_inches() * 160
    assert (round(width), picture.name.split("_")[-1]) == (SHEETS[size].width, size)
    assert round(height) == SHEETS[size].height if size == "half" else height <= SHEETS[size].height
    assert min(text.get_fontsize() for text in picture.figure.findobj(Text)) >= 8


def holds(picture):
    assert overlaps(picture.figure) == []
    drawn = "".join("".join(text.get_text() for text in picture.figure.findobj(Text)).split())
    assert picture.headline.split()[0] in drawn and "".join(picture.source.split()) in drawn
    assert picture.headline and picture.subtitle and picture.alt


def test_a_size_is_a_size_that_there_is(story):
    with pytest.raises(FigureError, match="'poster': no such size of a figure; write one of slide, half, column"):
        timeline(story, 2, 2).at("poster")


VIEWS = (views.timeline_view, views.questions_view, views.ladder_view, views.restrictions_view, views.articles_view,
         views.origins_view)
STORIES = ("equifax_breach", "telegram_app_store", "travel_ban_2017")


def texts_hold(corpus, sizes):
    pictures = [view(corpus).picture for view in VIEWS]
    found = {(picture.name, size): overlaps(picture.at(size).figure) for picture in pictures if picture
             for size in sizes}
    assert {key: lines for key, lines in found.items() if lines} == {}


def test_the_sample_articles_hold_in_every_size(corpus):
    texts_hold(corpus, SHEETS)


@pytest.mark.slow
@pytest.mark.parametrize("name", STORIES)
def test_stories_hold_in_every_size(shared, name):
    from crosscheck import open_corpus

    texts_hold(open_corpus(shared / "benchmarks/stories" / name / "articles"), SHEETS)


@pytest.mark.slow
def test_many_articles_hold_on_a_slide(shared):
    from crosscheck import open_corpus

    texts_hold(open_corpus(shared / "benchmarks/scale/articles"), ["slide"])


@pytest.mark.parametrize("draw, articles, number", [(timeline, 3, 9), (matrix, 3, 4), (matrix, 12, 4), (ladder, 3, 3),
                                                    (origins, 3, 2), (status, 3, 9), (corpus, 3, 4)],
                         ids=lambda value: getattr(value, "__name__", str(value)))
def test_hostile_words_do_no_harm(story, hostile, draw, articles, number):
    picture = draw(story, articles, number, hostile)
    assert overlaps(picture.figure) == []
    texts = picture.figure.findobj(Text)
    assert "".join(text.get_text() for text in texts).isprintable() and not any(text.get_parse_math() for text in texts)


def test_overlaps_are_found(story):
    picture = timeline(story, 2, 2)
    picture.figure.text(64 / 1920, 1 - 80 / 1080, "across the headline")
    picture.figure.text(1900 / 1920, 0.5, "off the page")
    found = overlaps(picture.figure)
    assert any("meets" in line for line in found) and any("leaves the page" in line for line in found)


def test_the_sample_articles_give_every_picture(corpus):
    best = corpus.questions.sort_values("rank")["question_id"].iloc[0]
    pictures = [timeline_figure(corpus.events, corpus.event_evidence, corpus.articles, corpus.publication),
                matrix_figure(corpus.discrepancies, corpus.readings, corpus.articles),
                origins_figure(corpus.chains, corpus.origins, corpus.questions, corpus.readings, corpus.articles, best),
                status_figure(corpus.restrictions, corpus.articles),
                corpus_figure(corpus.articles, corpus.publication, corpus.attributions)]
    pictures += [ladder_figure(key, corpus.ladders, corpus.rungs, corpus.rung_changes, corpus.restrictions,
                               corpus.articles) for key in corpus.ladders["ladder_id"]]
    assert [overlaps(picture.figure) for picture in pictures] == [[] for _ in pictures]
    assert all({"start", "end", "quote"} <= set(picture.rows) for picture in pictures[:4])
