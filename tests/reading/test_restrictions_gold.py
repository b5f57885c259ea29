"""Are all limits that an expert found in the sample articles found, and does each stand as the expert says?"""

import json

import pytest

from crosscheck.text import overlap

STANDING = {"in force": (*range(1, 13), 28), "offered": (*range(13, 17), 27), "wished": range(17, 21),
            "denied": (21, 22), "sought": (23,), "ordered": (24, 25, 26), "external": (29,)}
STATUS = {f"R{number:02d}": status for status, numbers in STANDING.items() for number in numbers}


@pytest.fixture(scope="module")
def gold(shared) -> dict[str, tuple[str, int, int]]:
    """For each of the expert's limits its file and span."""
    found = json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))["restrictions"]
    return {row["id"]: (row["evidence"]["article"], row["evidence"]["start"], row["evidence"]["end"]) for row in found}


@pytest.mark.parametrize(("number", "status"), STATUS.items())
def test_a_limit_of_the_expert_is_found_and_stands_as_it_should(corpus, gold, number, status):
    file, start, end = gold[number]
    article = corpus.articles.loc[corpus.articles["file"].str.startswith(file), "article_id"].iat[0]
    rows = corpus.restrictions[corpus.restrictions["article_id"] == article]
    shared = [2 * overlap((a, b), (start, end)) >= min(b - a, end - start)
              for a, b in zip(rows["start"], rows["end"], strict=True)]
    assert status in set(rows.loc[shared, "status"])
