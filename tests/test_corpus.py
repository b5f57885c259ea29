"""What holds for every corpus: anchors, keys, parents, ids from content; and what a folder's tables say of it."""

import functools
import pickle
import shutil
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest

from crosscheck import corpus as corpus_module
from crosscheck import open_corpus, tables
from crosscheck.cells import csv_text
from crosscheck.comparing.codebook import parse_codebook
from crosscheck.errors import CodebookError

ANCHORED = [name for name, table in tables.TABLES.items() if {"start", "quote"} <= {c.name for c in table.columns}]


def stories(shared):
    return sorted((shared / "benchmarks/stories").glob("*/articles"))


def hold(corpus):
    for name, table in tables.TABLES.items():
        rows = corpus.table(name)
        tables.check(name, rows)
        if name in ANCHORED:
            for article_id, start, end, quote in zip(rows["article_id"], rows["start"], rows["end"], rows["quote"],
                                                     strict=True):
                assert corpus.text[article_id][start:end] == quote, (name, article_id, start)
        for column, parent in table.parents:
            known = set(corpus.table(parent)[column])
            assert set(rows[column].dropna()) <= known, (name, column)
    spans = [(row.article_id, a, b) for row in corpus.attributions.itertuples()
             for a, b in (*row.source, *row.cue, *row.content)]
    spans += [(row.article_id, a, b) for row in corpus.restrictions.itertuples() for slot in tables.SLOTS
              for a, b in getattr(row, f"{slot}_spans")]
    assert all(0 <= a < b <= len(corpus.text[article_id]) for article_id, a, b in spans)


def test_the_samples_keep_every_promise(corpus):
    hold(corpus)


def test_the_stories_at_hand_keep_every_promise(shared):
    for folder in stories(shared):
        hold(open_corpus(folder))


def test_an_executor_gives_the_same_tables(seeds, corpus):
    with ThreadPoolExecutor(2) as executor:
        other = open_corpus(seeds, executor=executor)
        for name in tables.TABLES:
            assert csv_text(other.table(name)) == csv_text(corpus.table(name)), name


def test_tables_made_beside_are_the_same(seeds, corpus, monkeypatch):
    monkeypatch.setattr(corpus_module, "LARGE", 1)
    monkeypatch.setattr(corpus_module, "beside",
                        lambda work, job: functools.partial(work, pickle.loads(pickle.dumps(job))))
    other = open_corpus(seeds)
    other.make()
    for name in tables.TABLES:
        assert csv_text(other.table(name)) == csv_text(corpus.table(name)), name


def test_progress_wraps_the_reading(seeds):
    seen = []

    def progress(items, *, total, desc):
        seen.append((total, desc))
        return items

    assert len(open_corpus(seeds, progress=progress).sentences) > 100
    assert seen == [(5, "Reading articles")]


def test_the_digest_follows_texts_and_sheet_not_the_place(seeds, corpus, tmp_path):
    shutil.copytree(seeds, tmp_path / "copy")
    assert open_corpus(tmp_path / "copy").digest == corpus.digest
    (tmp_path / "copy/articles.csv").write_text("file,outlet\n003_85bd7db3f97eae09.txt,Gazette\n", encoding="utf-8")
    assert open_corpus(tmp_path / "copy").digest != corpus.digest


def test_one_more_article_changes_no_row_of_the_others(seeds, corpus, tmp_path):
    shutil.copytree(seeds, tmp_path / "more")
    (tmp_path / "more/005_new.txt").write_text("A new report\n\nThe mayor said on Friday that nothing changes.\n",
                                               encoding="utf-8")
    more = open_corpus(tmp_path / "more")
    for name in ("regions", "sentences", "dates", "attributions", "claims"):
        rows = more.table(name)
        old = rows[rows["article_id"].isin(corpus.articles["article_id"])].reset_index(drop=True)
        pd.testing.assert_frame_equal(old, corpus.table(name), obj=name)


def test_a_discovered_question_becomes_an_entry_of_the_codebook(corpus):
    question = corpus.questions[corpus.questions["origin"] == "discovery"].iloc[0]
    promoted = parse_codebook(corpus.promote(question["question_id"])).questions
    assert [one.id for one in promoted] == [question["question_id"]] and promoted[0].question == question["question"]
    assert len(promoted[0].readings) == question["values"]


def test_only_questions_with_readings_are_promoted(corpus):
    gap = corpus.questions.loc[corpus.questions["kind"] == "gap", "question_id"].iloc[0]
    with pytest.raises(CodebookError, match="no article answers it"):
        corpus.promote(gap)
    with pytest.raises(CodebookError, match="no row of `questions`"):
        corpus.promote("q0")


def test_only_one_sample_is_dated_by_its_own_text(corpus):
    dated = corpus.articles[corpus.articles["published"].notna()]
    assert list(dated["label"]) == ["002"] and list(dated["published"]) == ["2026-03-04"]


@pytest.mark.parametrize("texts", [
    ["One short line."], ["", "Only one article here, about the bridge on Friday."],
    ["The same text twice.", "The same text twice."], ["x" * 5000], ["Le maire a dit que le pont est fermé."] * 1,
    ["$ = + - @ <b>", "12:01 PM " * 400], ["The guidelines say that fires are out of bounds for guests."],
    ["the Gazette cites the Herald, the Herald cites the Courier, the Courier cites the Post, " * 60],
    ["The bridge opened on 31 February.", "The bridge closed 30 Feb."],
])
def test_odd_folders_give_tables_not_errors(tmp_path, texts):
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    hold(open_corpus(tmp_path))
