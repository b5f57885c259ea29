"""What a text puts forward: one row a clause, on short invented sentences."""

import pandas as pd
import pytest

from crosscheck.reading.claims import find_claims

NONE = pd.DataFrame({"content": []})


def claims(text, role="body", attributions=NONE):
    sentences = pd.DataFrame({"start": [0], "end": [len(text)], "role": [role]})
    return find_claims(text, sentences, attributions)


@pytest.mark.parametrize(("text", "expected"), [
    ("The port closed.", ["The port closed."]),
    ("The port closed, but the mill stayed open.", ["The port closed", "but the mill stayed open."]),
    ("The port closed; nobody was told.", ["The port closed", "nobody was told."]),
    ("Norrow sold the mill, which had burned twice.", ["Norrow sold the mill", "which had burned twice."]),
    ("The talks began days after the mill had burned.", ["The talks began", "days after the mill had burned."]),
    ("He called it a “long, but it was right” night.", ["He called it a “long, but it was right” night."]),
    ("Boats, nets and ropes, while old, were sold.", ["Boats, nets and ropes, while old, were sold."]),
])
def test_clauses(text, expected):
    assert list(claims(text)["quote"]) == expected


@pytest.mark.parametrize(("text", "denied"), [
    ("The mayor did not sign.", [True]),
    ("The mayor signed.", [False]),
    ("Not only the mayor signed.", [False]),
    ("The firm denied that it burned the mill.", [True]),
    ("The border guard denied entry to him.", [False]),
    ("The mill opened, but the port did not open.", [False, True]),
    ("The crew that did not sail sold the nets.", [False]),
    ("It runs on open networks, not closed ones.", [False]),
    ("No fewer than 30 boats sank.", [False]),
])
def test_denied(text, denied):
    assert list(claims(text)["denied"]) == denied


@pytest.mark.parametrize(("text", "stage"), [
    ("The port is mulling a merger.", "speculated"),
    ("The port explores a merger.", "discussed"),
    ("The port is negotiating a merger.", "negotiated"),
    ("The port reached a deal.", "agreed"),
    ("The port signed the lease.", "signed"),
    ("The toll came into force.", "in force"),
    ("The port scrapped the merger.", "ended"),
    ("The port is old.", None),
])
def test_stage(text, stage):
    found, = claims(text)["stage"]
    assert found == stage or stage is None and pd.isna(found)


@pytest.mark.parametrize(("text", "modality"), [
    ("The port closed in May 1990.", "did"),
    ("The port will close.", "will"),
    ("The port plans to close.", "plans"),
    ("The port may close.", "may"),
    ("The port reportedly closed.", "reportedly"),
    ("If the dam breaks, the port will close.", "conditional"),
])
def test_modality(text, modality):
    assert list(claims(text)["modality"]) == [modality]


@pytest.mark.parametrize(("text", "names"), [
    ("Yesterday President Ada Brown met the Bank of the East in Norrow.", ["Ada Brown", "Bank of the East", "Norrow"]),
    ("The firm met Ardale’s Minister Cora Smith on Monday.", ["Ardale", "Cora Smith"]),
    ("Ministers spoke to The Record about U.S. ships.", ["The Record", "U.S."]),
    ("Ships left.", []),
    ("The US and Norrow spoke.", ["US", "Norrow"]),
    pytest.param("They sold the eCart to Norrow.", ["eCart", "Norrow"], marks=pytest.mark.xfail(
        strict=True, reason="a name that begins with a small letter is not seen")),
])
def test_names(text, names):
    assert claims(text)["names"].iloc[0] == names


def test_headline_names_are_known_from_the_body():
    text = "Norrow Mill Burns Again\nThe mill of Norrow burned."
    sentences = pd.DataFrame({"start": [0, 24], "end": [23, len(text)], "role": ["headline", "body"]})
    assert list(find_claims(text, sentences, NONE)["names"]) == [["Norrow"], ["Norrow"]]


def test_numbers_and_attribution():
    text = "More than 140 homes burned, but the port stayed open."
    attributions = pd.DataFrame({"content": [[(0, len(text))], [(28, len(text))]]})
    found = claims(text, attributions=attributions)
    assert list(found["numbers"]) == [["140|inf|home"], []]
    assert list(found["attribution"]) == [0, 1]


def test_headings_without_a_verb_are_no_claims():
    assert claims("Background and history", role="heading").empty
    assert claims("Photo by Ada Brown", role="credit").empty


@pytest.mark.parametrize("text", ["", "\x00\x00", "İ" * 50, "and, " * 500, "A" * 2000, "Aa. " * 300])
def test_any_text_can_be_read(text):
    found = claims(text)
    assert [text[row.start:row.end] for row in found.itertuples()] == list(found["quote"])


def test_seed_articles_keep_their_anchors(corpus):
    assert len(corpus.claims) > 50
    for row in corpus.claims.itertuples():
        assert corpus.text[row.article_id][row.start:row.end] == row.quote
