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


@pytest.mark.parametrize(("text", "edtf"), [
    ("The programme runs through 30 September 2027.", "XXXX"),
    ("The shop is closed until 12 May 2027.", "XXXX"),
    ("The bridge was closed until 12 May 2027.", "XXXX"),
    ("The firm agreed to close the plant on 3 June 2027.", "XXXX"),
    ("The council called an election for 3 June 2027.", "XXXX"),
    ("The council announced a vote on 3 June 2027.", "XXXX"),
    ("The match was postponed to 3 June 2027.", "XXXX"),
    ("The judge set a hearing on 3 June 2027.", "XXXX"),
    ("Parliament passed a law that bans plastic from 1 January 2028.", "XXXX"),
    ("The contract, which was signed last year, expires on 3 June 2027.", "XXXX"),
    ("The firm must pay the fine by 3 June 2027.", "XXXX"),
    ("Homes were bought by 3 June 2024, the council said.", "XXXX"),
    ("The hearing had been scheduled for 3 June 2024 but the judge fell ill.", "XXXX"),
    ("It was scheduled for 3 June 2024.", "XXXX"),
    ("The mayor asked the board to delay the 3 June 2027 opening.", "XXXX"),
    ("The board approved the 3 June 2027 opening.", "XXXX"),
    ("The court will decide whether the 12 May 2024 flood was a crime.", "XXXX"),
    ("A report will look at what went wrong after 12 May 2024.", "XXXX"),
    ("If the dam burst on 3 June 2027, nobody would be safe.", "XXXX"),
    ("The comet was seen in 1812 and is due again in 2061.", "XXXX"),
    ("The conference, 3 June 2027, is sold out.", "XXXX"),
    ("The bond matures on 3 June 2049.", "XXXX"),
    ("The mayor said the bridge collapsed on 12 May 2024.", "2024-05-12/.."),
    ("On 12 May 2024, a judge ruled that the ban was void.", "2024-05-12/.."),
    ("Two men were arrested on 12 May 2024 and charged.", "2024-05-12/.."),
    ("The company announced on 12 May 2024 that it will move.", "2024-05-12/.."),
    ("The company announced on 12 May 2024 that it will move on 3 June 2024.", "2024-05-12/.."),
    ("He was 34 when he died on 12 May 2024.", "2024-05-12/.."),
    ("The plan foresaw an opening on 3 June 2027.", "XXXX"),
    ("They wanted a vote on 3 June 2027.", "XXXX"),
    ("The group had planned to meet on 3 June 2024.", "XXXX"),
    ("“We will open on 3 June 2024,” the director had said in January.", "2024-01-01/2024-06-03"),
    ("The festival is to open on 3 June 2024.", "../2024-06-03"),
    ("The term of the mayor, elected on 12 May 2024, ends on 3 June 2028.", "2024-05-12/.."),
    ("The ban took effect on 12 May 2024.", "2024-05-12/.."),
    ("The tax will rise on 1 January 2025, and the first fell due on 12 May 2024.", "../2025-01-01"),
    ("The strike of 12 May 2024 was the longest.", "XXXX"),
])
def test_only_what_leaves_no_doubt_sets_a_bound(text, edtf):
    assert publication_of({"one": text}).loc["one", "edtf"] == edtf


def test_the_reasoning_quotes_the_words_around_the_date():
    row = publication_of({"one": "The reservoir burst on 12 May 2024. Two villages were flooded."}).loc["one"]
    assert "The reservoir burst on 12 May 2024" in row["reasoning"]


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


@pytest.mark.parametrize("stated", ["XXXX-06-29", "2031-03-04/..", "../2031-03-04", "XXXX"])
def test_a_stated_day_may_be_open(stated):
    texts = {"one": "The council closed the Harbour bridge on Tuesday.",
             "two": "On Tuesday 4 March 2031 the council closed the Harbour bridge, the mayor said."}
    found = publication_of(texts, {"one": stated})
    assert found.loc["one", "edtf"] == stated and found.loc["two", "basis"] in ("inferred", "unknown")
