"""One utterance in every article's words: what is kept, cut, altered, retold and added."""

import json

import pytest

from crosscheck import open_corpus
from crosscheck.comparing.quotation_words import lay, words_of

FULL = "Ann Lee, the mayor, said: “The old bridge is a costly, but dear jewel with very heavy stones and no future.”\n"


def renderings(folder, *texts):
    for number, text in enumerate(texts):
        (folder / f"{number:03d}.txt").write_text(text, encoding="utf-8")
    corpus = open_corpus(folder)
    labels = dict(zip(corpus.articles["article_id"], corpus.articles["label"], strict=True))
    return {(labels[row.article_id], row.kind): row for row in corpus.renderings.itertuples()}, corpus


@pytest.mark.parametrize("text, kind, changes", [
    ("“The old bridge is a costly, but dear jewel with very heavy stones and no future,” Ann Lee said.\n", "verbatim",
     None),
    ("Ann Lee called it “a costly, but dear jewel”.\n", "fragment", None),
    ("Ann Lee said it was a “pricey but dear jewel”.\n", "altered", "“costly” became “pricey”"),
    ("Ann Lee said: “The old bridge is a costly jewel with very heavy stones and no future.”\n", "altered",
     "“but dear” dropped"),
    ("Ann Lee said: “The old bridge is … with very heavy stones and no future.”\n", "fragment", None),
    ("Ann Lee said: “The old bridge [in the port] is a costly, but dear jewel with very heavy stones.”\n", "verbatim",
     None),
    ("Ann Lee said the bridge had very heavy stones and was costly.\n", "paraphrase", None),
])
def test_a_second_article_renders_the_utterance(tmp_path, text, kind, changes):
    found, corpus = renderings(tmp_path, FULL, text)
    row = found["001", kind]
    assert (row.reading if isinstance(row.reading, str) else None) == changes
    assert corpus.quotations["articles"].tolist() == [2]


def test_words_added_in_the_same_breath(tmp_path):
    found, _ = renderings(tmp_path, FULL, "Ann Lee said the bridge was costly and had very heavy stones, and that it "
                                          "remained a matter of pride.\n")
    assert found["001", "added"].quote == "it remained a matter of pride"


def test_another_speaker_and_other_words_stay_apart(tmp_path):
    _, corpus = renderings(tmp_path, FULL, "Bob Roe said: “A costly jewel, that market hall.”\n")
    assert corpus.quotations["articles"].tolist() == [1, 1]


def test_terms_without_a_speaker_are_no_utterances(tmp_path):
    _, corpus = renderings(tmp_path, "The “old bridge” will close.\n")
    assert corpus.quotations.empty


def test_changes_point_into_both_articles(tmp_path):
    _, corpus = renderings(tmp_path, FULL, "Ann Lee said it was a “pricey but dear jewel”.\n")
    change, = corpus.rendering_changes.itertuples()
    there = corpus.renderings.set_index("rendering_id").loc[change.rendering_id, "article_id"]
    (start, end), = change.now_spans
    assert corpus.text[there][start:end] == change.now == "pricey"


def test_words_are_laid_where_most_agree():
    whole, part = words_of("a b c d e f g", 0, 13), words_of("d x f", 0, 5)
    laid = lay(part, whole)
    assert (laid.first, laid.last) == (3, 6) and [change.now[0].plain for change in laid.changes] == ["x"]


def test_what_the_expert_finds_of_the_samples_quotation_comes_out(corpus, shared):
    path = shared / "gold/seeds.json"
    if not path.is_file():
        pytest.skip(f"the expert's list is not at hand ({path})")
    gold = {line["id"]: line for line in json.loads(path.read_text(encoding="utf-8"))["discrepancies"]}
    labels = dict(zip(corpus.articles["article_id"], corpus.articles["label"], strict=True))
    own = corpus.renderings[corpus.renderings["quotation_id"] == corpus.quotations["quotation_id"].iloc[0]]

    def near(passage):
        held = own[(own["article_id"].map(labels) == passage["article"]) & (own["start"] < passage["end"])
                   & (own["end"] > passage["start"])]
        return set(held["kind"])

    kinds = {"full quote": "verbatim", "fragment": "fragment", "altered, in quotes": "altered",
             "paraphrase": "paraphrase", "added": "added", "only here": "verbatim"}
    for line in (gold["D33"], gold["D34"]):
        for passage in line["evidence"]:
            assert kinds[passage["value"]] in near(passage), (line["id"], passage["exact"])
    through = {labels[row.article_id]: row.through for row in own.itertuples() if row.kind != "added"}
    assert [through[label] for label in ("001", "002", "003", "004")] == [
        ["The Wall Street Journal"], [], ["reportedly"], ["The Wall Street Journal"]]
