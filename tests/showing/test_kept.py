"""Rejected rows are not drawn, nor are their passages; without any, the corpus is its own."""

from types import SimpleNamespace

import pandas as pd

from crosscheck import tables
from crosscheck.showing.kept import kept


def corpus_of(made, *rejected):
    asked, read = made.quiz(6)
    ladders, rungs, changes = made.ladder(3)
    events, limits = made.events, made.limits(4)
    for table in (events, asked, limits):
        table.loc[table.iloc[:, 0].isin(rejected), "decided"] = "rejected"
    return SimpleNamespace(events=events, event_evidence=made.event_evidence, questions=asked, readings=read,
                           restrictions=limits, rungs=rungs, rung_changes=changes, ladders=ladders,
                           origins=made.origins(read), articles=made.articles, digest="0a1b",
                           chains=tables.empty("chains"))


def test_without_rejected_rows_the_corpus_is_its_own(story):
    corpus = corpus_of(story(4))
    assert kept(corpus) is corpus


def test_rejected_rows_go_with_their_passages(story):
    corpus = corpus_of(story(4), "e2", "q1", "r1")
    seen = kept(corpus)
    assert "e2" not in set(seen.events["event_id"]) | set(seen.event_evidence["event_id"])
    assert "q1" not in set(seen.questions["question_id"]) | set(seen.readings["question_id"])
    assert "q1" not in set(seen.origins["question_id"]) | set(seen.discrepancies["question_id"])
    assert "r1" not in set(seen.restrictions["restriction_id"]) | set(seen.rungs["restriction_id"])
    assert len(seen.events) == len(corpus.events) - 1 and seen.digest == "0a1b" and seen.articles is corpus.articles
    assert seen.table("events") is seen.events and len(corpus.events) == 12


def test_what_is_left_keeps_the_promise_of_its_table(story):
    seen = kept(corpus_of(story(4), "e2", "q1", "r1"))
    for name in ("events", "questions", "restrictions"):
        assert isinstance(tables.check(name, seen.table(name)), pd.DataFrame)
