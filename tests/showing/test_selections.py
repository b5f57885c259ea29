"""Selections leave the rows that were asked for, and all rows when nothing was."""

from crosscheck.showing import selections as select


def test_no_choice_is_the_whole_table(corpus):
    assert len(select.select_sentences(corpus.sentences)) == len(corpus.sentences)
    assert len(select.select_events(corpus.events, corpus.event_evidence)) == len(corpus.events)
    assert len(select.select_questions(corpus.questions, corpus.readings)) == len(corpus.questions)
    assert len(select.select_restrictions(corpus.restrictions)) == len(corpus.restrictions)
    assert len(select.select_attributions(corpus.attributions)) == len(corpus.attributions)


def test_words_are_all_wanted_and_folded(corpus):
    found = select.select_sentences(corpus.sentences, words="MULTI-YEAR contract")
    assert len(found) == 1 and "multi‑year" in found["quote"].iloc[0]


def test_nothing_found_is_an_empty_table(corpus):
    assert select.select_sentences(corpus.sentences, words="zzzz").empty
    assert select.select_events(corpus.events, corpus.event_evidence, words="zzzz").empty


def test_an_article_leaves_what_it_reports(corpus):
    article = corpus.articles["article_id"].iloc[0]
    for event_id in select.select_events(corpus.events, corpus.event_evidence, article=article)["event_id"]:
        assert ((corpus.event_evidence["event_id"] == event_id)
                & (corpus.event_evidence["article_id"] == article)).any()


def test_differences_are_those_that_differ(corpus):
    found = select.select_questions(corpus.questions, corpus.readings, kind="differences")
    assert found["differs"].all()
    order = list(zip(found["check"], found["rank"], strict=True))
    assert order == sorted(order)


def test_each_event_has_one_certainty(corpus):
    parts = [select.select_events(corpus.events, corpus.event_evidence, certainty=kind) for kind in select.CERTAINTIES]
    assert sum(map(len, parts)) == len(corpus.events)
    day, span, bound, none = parts
    assert (day["earliest"] == day["latest"]).all() and (span["earliest"] < span["latest"]).all()
    assert (bound["earliest"].isna() != bound["latest"].isna()).all()
    assert none["earliest"].isna().all() and none["latest"].isna().all()


def test_a_period_leaves_what_may_lie_in_it(corpus):
    first, last = "2026-03-01", "2026-03-03"
    found = select.select_events(corpus.events, corpus.event_evidence, days=(first, last))
    assert 0 < len(found) < len(corpus.events)
    for event in found.itertuples():
        assert not isinstance(event.earliest, str) or event.earliest <= last
        assert not isinstance(event.latest, str) or event.latest >= first
        assert isinstance(event.earliest, str) or isinstance(event.latest, str)
    left = corpus.events[~corpus.events["event_id"].isin(found["event_id"])]
    assert ((left["earliest"].fillna("9999") > last) | (left["latest"].fillna("0000") < first)).all()
