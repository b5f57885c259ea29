"""Which ODRL rule does each limit become, and what stays out?"""

import json

import pandas as pd
import pytest

from crosscheck import tables
from crosscheck.comparing.coverage_odrl import odrl_policies

ARTICLES = pd.DataFrame({"article_id": ["a"], "file": ["a.txt"]})


def document(**cells) -> dict:
    """The document of one limit."""
    row = {"restriction_id": "r1", "article_id": "a", "start": 0, "end": 9, "quote": "not enter", "rule": "may.not",
           "act": "enter", "modality": "may not", "status": "in force", "rank": 1, "via": []} | cells
    row |= {f"{slot}_spans": [] for slot in tables.SLOTS}
    return odrl_policies(tables.frame("restrictions", [row]), ARTICLES)


@pytest.mark.parametrize(("cells", "policy", "kind"), [
    ({}, "Assertion", "prohibition"),
    ({"rule": "duty.must", "modality": "must", "status": "agreed"}, "Agreement", "obligation"),
    ({"rule": "permission.may", "modality": "may", "status": "offered"}, "Offer", "permission"),
    ({"rule": "not.allowed", "modality": "are not allowed"}, "Assertion", "prohibition"),
    ({"rule": "wish.oppose", "modality": "opposes", "status": "wished"}, "Request", "prohibition"),
    ({"rule": "list.no", "modality": "No"}, "Assertion", "prohibition"),
])
def test_a_limit_becomes_a_rule_of_its_kind(cells, policy, kind):
    graph = document(**cells)["@graph"]
    assert [p["@type"] for p in graph] == [policy]
    assert graph[0][kind][0]["action"] == {"rdfs:label": "enter"}


@pytest.mark.parametrize("cells", [
    {"status": "denied"}, {"status": "unspecified"}, {"act": None},
    {"rule": "limit.definition", "modality": "does not", "act": "apply … of the port"},
    {"rule": "limit.definition", "modality": "does not", "act": "require owners to register"},
])
def test_what_binds_nobody_or_nothing_stays_out(cells):
    assert document(**cells)["@graph"] == []


def test_slots_become_parties_and_constraints_and_missing_ones_do_not_appear():
    found = document(bound_party="Guests", applies_until="until May", qualifier="knowingly")
    rule = found["@graph"][0]["prohibition"][0]
    assert rule["assignee"]["rdfs:label"] == "Guests" and "assigner" not in rule
    assert [c["rightOperand"] for c in rule["constraint"]] == ["until May", "knowingly"]
    assert rule["oa:hasTarget"]["oa:hasSelector"][1]["oa:end"] == 9


def test_the_sample_articles_export_as_json(corpus):
    found = odrl_policies(corpus.restrictions, corpus.articles)
    assert json.loads(json.dumps(found)) == found
    assert {policy["@type"] for policy in found["@graph"]} == {"Assertion", "Agreement", "Offer", "Request"}
