"""When was an undated article written, judged from its own words and from the others?"""

import pytest
from tests.comparing.story import publication_of

DATED = "The harbour board signed the ferry contract with Norvik Lines on Friday. The mayor welcomed the contract."


@pytest.mark.parametrize(("text", "edtf"), [
    ("The reservoir burst on 12 May 2024. Two villages were flooded.", "2024-05-12/.."),
    ("The museum will open its new wing on 3 June 2024, the director said.", "../2024-06-03"),
    ("Divers found the wreck on 12 May 2024. The court will hear the case on 20 May 2024.", "2024-05-12/2024-05-20"),
    ("A lighthouse keeps the rocks safe. Nobody lives there.", "XXXX"),
    ("Great match! - Ana Lund (@analund) May 12, 2024", "2024-05-12?/2024-05-14?"),
])
def test_own_dates(text, edtf):
    assert publication_of({"one": text}).loc["one", "edtf"] == edtf


def test_a_stated_day_is_kept():
    row = publication_of({"one": DATED}, {"one": "2024-05-13"}).loc["one"]
    assert (row["edtf"], row["basis"]) == ("2024-05-13", "manifest")


def test_a_shared_weekday_dates_the_other():
    other = "Norvik Lines and the harbour board signed the ferry contract on Friday, the board said. Ferries are late."
    row = publication_of({"one": DATED, "two": other}, {"one": "2024-05-13"}).loc["two"]
    assert (row["earliest"], row["basis"]) == ("2024-05-10", "inferred")
    assert "one puts" in row["reasoning"] and row["reasoning"].endswith(".")


def test_what_is_told_as_past_has_happened():
    other = "The harbour board signed the ferry contract with Norvik Lines. Critics were angry."
    row = publication_of({"one": DATED, "two": other}, {"one": "2024-05-13"}).loc["two"]
    assert row["edtf"] == "2024-05-10/.."


def test_nothing_shared_tells_nothing():
    row = publication_of({"one": DATED, "two": "A beekeeper won the regional prize. Her bees are calm."},
                         {"one": "2024-05-13"}).loc["two"]
    assert (row["edtf"], row["basis"]) == ("XXXX", "unknown")


def test_impossible_and_missing_dates_do_no_harm():
    found = publication_of({"one": "On 31 February the dam opened. On Tuesday 4 March 2026 it closed.", "two": "."})
    assert list(found.index) == ["one", "two"]


def test_two_runs_agree():
    texts = {"one": DATED, "two": DATED.replace("mayor", "council")}
    assert publication_of(texts, {"one": "2024-05-13"}).equals(publication_of(texts, {"one": "2024-05-13"}))


def test_seed_result(corpus):
    label = dict(zip(corpus.articles["article_id"], corpus.articles["label"], strict=True))
    found = corpus.publication.assign(label=corpus.publication["article_id"].map(label)).set_index("label")["edtf"]
    assert found.to_dict() == {"000": "XXXX", "001": "2026-03-03?/2026-03-04?", "002": "2026-03-04",
                               "003": "2026-03-03/..", "004": "2026-03-03/.."}
