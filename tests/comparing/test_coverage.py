"""Which combinations of party, act and class does `coverage` hold covered, and which does it name as gaps?"""

import pandas as pd

from crosscheck.comparing.coverage import NOT_SAID, coverage
from crosscheck.tables import TABLES


def table(*rows: dict) -> pd.DataFrame:
    """Restrictions with the columns that coverage reads."""
    names = ("bound_party", "act", "protected", "status", "stated_by", "article_id", "restriction_id", "rule", "rank")
    filled = [{"status": "in force", "rule": "may.not", "rank": n, "restriction_id": f"r{n}"} | row
              for n, row in enumerate(rows, start=1)]
    return pd.DataFrame([{name: row.get(name) for name in names} for row in filled], columns=list(names))


ROWS = table(
    {"bound_party": "The mill", "act": "film the yard", "protected": "residents", "stated_by": "the mill",
     "article_id": "a"},
    {"bound_party": "The mill", "act": "film the yard", "protected": "residents", "stated_by": "a clerk",
     "article_id": "b"},
    {"bound_party": "The council", "act": "publish the names", "protected": "natural persons", "article_id": "b"},
    {"bound_party": "The council", "act": "close the gate", "article_id": "b"},
    {"act": "weak words", "rule": "right.noun", "article_id": "b"})


def test_what_is_stated_is_covered_with_status_and_word():
    found = coverage(ROWS)
    mill = found[found["act"].eq("film the yard") & found["covered"]].iloc[0]
    assert (mill["protected"], mill["articles"]) == ("residents", 2)
    assert mill["standing"] == ["in force"] and mill["speakers"] == ["the mill", "a clerk"]
    assert mill["restrictions"] == ["r1", "r2"]


def test_classes_protected_elsewhere_only_are_gaps_unless_a_wider_class_holds_them():
    found = coverage(ROWS)
    gaps = found[~found["covered"]]
    assert list(zip(gaps["act"], gaps["protected"], strict=True)) == [("film the yard", "persons")]


PLEDGES = table(
    {"bound_party": "its cameras", "act": "used to film", "protected": "Norland citizens or residents",
     "stated_by": "the firm", "article_id": "a"},
    {"bound_party": "its systems", "act": "used to film", "protected": "Norland citizens", "stated_by": "Hollin",
     "article_id": "b"},
    {"bound_party": "the contract", "act": "cover the Board's barns", "protected": "Harbour Board", "article_id": "b",
     "rule": "limit.cover"},
    {"bound_party": "its systems", "act": "used to track boats", "stated_by": "the union", "status": "wished",
     "article_id": "b"},
    {"act": "access", "protected": "staff with a pass", "rule": "limit.to", "article_id": "a"})


def test_whom_the_words_leave_out_is_a_gap_and_so_is_a_name_that_only_another_limit_serves():
    found = coverage(PLEDGES)
    gaps = found[~found["covered"]]
    assert list(zip(gaps["bound_party"], gaps["protected"], strict=True)) == [
        ("its cameras (Hollin)", "Harbour Board"),
        ("its cameras (Hollin)", "people other than Norland citizens or residents")]


def test_things_of_one_owner_are_one_party_and_wishes_are_kept_apart():
    found = coverage(PLEDGES)
    assert found.loc[found["act"] == "used to track boats", "bound_party"].tolist() == ["its systems (the union)"]
    assert found.loc[found["protected"] == "citizens", "restrictions"].tolist() == [["r1", "r2"]]


def test_an_act_without_a_class_is_not_said_and_has_no_gaps():
    found = coverage(ROWS)
    assert found.loc[found["act"] == "close the gate", "protected"].tolist() == [NOT_SAID]


def test_weak_cues_are_left_out_and_the_key_is_unique():
    found = coverage(ROWS)
    assert "weak words" not in set(found["act"])
    assert not found.duplicated(list(TABLES["coverage"].key)).any()


def test_no_restrictions_give_a_typed_empty_table():
    found = coverage(ROWS.head(0))
    assert found.empty and list(found.columns) == [column.name for column in TABLES["coverage"].columns]
