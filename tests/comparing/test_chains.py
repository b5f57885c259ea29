"""Stated citations become links, and links become chains from the article to an origin."""

import pytest

from crosscheck.comparing.citations import key, role_of, stated_links


@pytest.mark.parametrize("text, expected", [
    ("The bridge will close, according to the Gazette, which cites the Morning Herald.",
     [("the Gazette", "the Morning Herald")]),
    ("The plan was first revealed by the Morning Herald on Tuesday.", [(None, "the Morning Herald")]),
    ("According to a report by The Morning Herald, talks began.", [(None, "The Morning Herald")]),
    ("The Herald’s reporting says so.", [(None, "The Herald")]),
    ("Analysts cited by the Herald expect more.", [("the Herald", "Analysts")]),
    ("The Gazette cited senior city officials who said it.", [("The Gazette", "senior city officials")]),
    ("An official told the Herald that it was late.", [("the Herald", "An official")]),
    ("The report was long and the city was cited for it.", []),
    ("He was told to leave.", []),
    ("An official told Wednesday’s panel that it was late.", []),
])
def test_stated_links(text, expected):
    assert [(link.citing, link.cited) for link in stated_links(text, 0, len(text))] == expected


def test_links_point_into_the_text():
    text = "Before. The Gazette cited senior city officials. After."
    link, = stated_links(text, 8, 49)
    assert text[slice(*link.cited_span)] == "senior city officials"
    assert text[link.start:link.end].startswith("The Gazette")


@pytest.mark.parametrize("name, role", [
    ("Industry analysts", "unnamed"), ("two people familiar with the talks", "unnamed"),
    ("a company spokesperson", "spokesperson"), ("the report", "bare_report"), ("the newspaper", "bare_report"),
    ("media reports", "unnamed"), ("The Morning Herald", None), ("Mayor Jane Doe", None),
])
def test_role_of(name, role):
    assert role_of(name) == role


def test_key_folds_articles_and_possessives():
    assert key("The Morning Herald’s") == key("morning herald") == "morning herald"
