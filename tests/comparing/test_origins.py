"""Article counts are not origin counts: the range from the fewest to the most, on invented folders."""

import pytest

from crosscheck import open_corpus


def chains(folder, texts):
    for number, text in enumerate(texts):
        (folder / f"{number:03d}.txt").write_text(text, encoding="utf-8")
    corpus = open_corpus(folder)
    return {label: [" ← ".join([group["citing"].iloc[0], *group["cited"]])
                    for _, group in corpus.chains[corpus.chains["article_id"] == article_id].groupby(
                        "chain_id", sort=False)]
            for article_id, label in zip(corpus.articles["article_id"], corpus.articles["label"], strict=True)}


def test_two_hops_become_one_chain(tmp_path):
    found = chains(tmp_path, ["The old bridge will close in June, according to the Evening Gazette, which cites the "
                              "Morning Herald.\n"])
    assert "000 ← the Evening Gazette ← the Morning Herald" in found["000"]


def test_a_bare_report_stands_for_the_outlet_cited_before(tmp_path):
    found = chains(tmp_path, ["The bridge will close, according to a report by the Morning Herald.\n\n"
                              "According to the report, the mayor agreed.\n"])
    assert any(chain.startswith("000 ← the Morning Herald") for chain in found["000"][1:])


def test_one_statement_relayed_by_another_is_nested(tmp_path):
    found = chains(tmp_path, ["The company noted that the Roads Department confirmed the closure.\n"])
    assert "000 ← The company ← the Roads Department" in found["000"]


def test_the_samples_reading_has_a_range_not_a_number(corpus):
    many = corpus.origins[corpus.origins["articles"] >= 3]
    assert len(many) and (many["fewest"] <= many["articles"]).all()
    assert (corpus.origins["fewest"] <= corpus.origins["most"]).all()
    assert (corpus.origins["fewest"] >= 1).all()


@pytest.mark.parametrize("first, last", [("000", "The Information"), ("004", "Wall Street Journal")])
def test_the_samples_chains_reach_the_outlets_they_name(corpus, first, last):
    article = corpus.articles.set_index("label").loc[first, "article_id"]
    cited = corpus.chains.loc[corpus.chains["article_id"] == article, "cited"]
    assert cited.str.contains(last).any()
