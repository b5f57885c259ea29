"""Chains leave as PROV-O, articles as CSL-JSON and BibTeX, with nothing that breaks their readers."""

import json
import re

import pandas as pd
import pytest

from crosscheck.comparing.citation_export import bibtex, csl_items
from crosscheck.comparing.provenance_export import prov_document

TYPES = {"prov:Entity", "prov:Person", "prov:Organization", "prov:Agent", "prov:Activity"}


@pytest.fixture(scope="module")
def graph(corpus):
    document = prov_document(corpus.chains, corpus.articles, corpus.attributions)
    assert json.loads(json.dumps(document)) == document
    return document["@graph"]


def test_every_node_has_a_type_and_one_id(graph):
    ids = [node["@id"] for node in graph]
    assert len(ids) == len(set(ids)) and all(node["@type"] in TYPES for node in graph)


def test_every_link_leads_to_a_node(graph):
    ids = {node["@id"] for node in graph}
    assert any("prov:wasQuotedFrom" in node for node in graph) and any("prov:wasDerivedFrom" in node for node in graph)
    for node in graph:
        for term in ("prov:wasDerivedFrom", "prov:wasQuotedFrom", "prov:wasAttributedTo", "prov:wasInvalidatedBy",
                     "dcterms:isPartOf"):
            assert node.get(term) is None or node[term] in ids, (node["@id"], term)


def test_a_chain_can_be_walked_to_its_end(corpus, graph):
    nodes = {node["@id"]: node for node in graph}
    chain = corpus.chains[corpus.chains["hop"] == 2].iloc[0]
    first = nodes[f"urn:crosscheck:statement:{chain.chain_id}-1"]
    last = nodes[first.get("prov:wasDerivedFrom") or first["prov:wasQuotedFrom"]]
    assert last["@id"].endswith(f"{chain.chain_id}-2")


def articles(**cells):
    row = {"article_id": "a1", "file": "a_1.txt", "label": "a", "title": None, "outlet": None, "byline": None,
           "published": None, "url": None} | cells
    return pd.DataFrame([row]).astype("str").where(pd.DataFrame([row]).notna())


@pytest.mark.parametrize("title, escaped", [
    ("Profits & losses: 5% of $3_000 #1", r"Profits \& losses: 5\% of \$3\_000 \#1"),
    ("A {brace} \\ and ~ ^", r"A \{brace\} \textbackslash{} and \textasciitilde{} \textasciicircum{}"),
    ("Two\nlines\x00 é", "Two lines é"),
])
def test_bibtex_escapes(title, escaped):
    entry = bibtex(articles(title=title))
    assert f"  title = {{{{{escaped}}}}}," in entry
    bare = re.sub(r"\\[{}]", "", entry)
    assert bare.count("{") == bare.count("}")


def test_a_known_article_is_cited_in_full():
    known = articles(title="T", outlet="The Herald", byline="Ann van Lee and Bob Roe, Harbour Press Agency",
                     published="2021-03-04", url="https://example.org/a b{c}?x=1&y=2")
    item, = csl_items(known)
    assert item["author"] == [{"family": "van Lee", "given": "Ann"}, {"family": "Roe", "given": "Bob"},
                              {"literal": "Harbour Press Agency"}]
    assert item["issued"] == {"date-parts": [[2021, 3, 4]]} and item["type"] == "article-newspaper"
    entry = bibtex(known)
    assert "author = {van Lee, Ann and Roe, Bob and {Harbour Press Agency}}," in entry
    assert "year = {2021}," in entry and "month = mar," in entry and "a%20b%7Bc%7D?x=1&y=2" in entry


@pytest.mark.parametrize("published, parts", [
    ("2021", [[2021]]), ("2021-03", [[2021, 3]]), ("2021-03-04/2021-03-06", [[2021, 3, 4], [2021, 3, 6]]),
    ("XXXX-03-04", None), ("2021-03-04/..", None), (None, None),
])
def test_a_date_is_given_as_far_as_it_is_stated(published, parts):
    item, = csl_items(articles(published=published))
    assert item.get("issued", {}).get("date-parts") == parts


def test_an_article_without_anything_keeps_its_file():
    assert csl_items(articles())[0] == {"id": "article-a", "type": "article", "note": "file: a_1.txt"}
    assert bibtex(articles()) == "@misc{article-a,\n  note = {file: a\\_1.txt},\n}\n"
