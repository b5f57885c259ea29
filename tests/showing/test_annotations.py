"""Anchors as W3C Web Annotations: both selectors hold on the article's text."""

import json

from crosscheck import tables
from crosscheck.showing.annotations import annotations, annotations_json

TEXT = "Rain. The bridge “opened” <script>\x00\ud800= today. More."


def articles(text=TEXT, file="a b#1.txt"):
    return tables.frame("articles", [{"article_id": "a/1", "file": file, "label": "a", "words": 3, "text": text}])


def rows(*spans, text=TEXT):
    return tables.frame("restrictions", [
        {"restriction_id": f"r{n}", "article_id": "a/1", "start": start, "end": end, "quote": text[start:end],
         "rule": "r", "status": "in force", "rank": 1, "via": [], "act": "opened",
         **{f"{slot}_spans": [] for slot in tables.SLOTS}} for n, (start, end) in enumerate(spans)])


def test_both_selectors_point_at_the_words():
    found = annotations(rows((6, 26), (44, 50)), articles(), about="restrictions")
    assert found["type"] == "AnnotationPage" and found["@context"].endswith("anno.jsonld")
    for item, (start, end) in zip(found["items"], ((6, 26), (44, 50)), strict=True):
        quote, place = item["target"]["selector"]
        assert TEXT[place["start"]:place["end"]] == quote["exact"] == TEXT[start:end]
        assert TEXT[:start].endswith(quote["prefix"]) and TEXT[end:].startswith(quote["suffix"])
        assert {quote["type"], place["type"]} == {"TextQuoteSelector", "TextPositionSelector"}
        assert item["type"] == "Annotation" and item["id"].startswith("urn:crosscheck:annotation:w")
    assert found["items"][0]["target"]["source"]["id"] == "urn:crosscheck:article:a%2F1"


def test_the_same_rows_give_the_same_text_and_ids_are_unique():
    page = annotations(rows((6, 26), (6, 26), (0, 5)), articles(), about="x")
    assert len({item["id"] for item in page["items"]}) == len(page["items"]) == 2
    again = annotations(rows((6, 26), (6, 26), (0, 5)), articles(), about="x")
    assert annotations_json(page) == annotations_json(again)


def test_any_text_is_valid_json():
    text = annotations_json(annotations(rows((0, len(TEXT))), articles(), about="x"))
    text.encode("utf-8")
    assert json.loads(text)["items"][0]["target"]["selector"][0]["exact"] == TEXT


def test_rows_without_an_anchor_are_left_out():
    changes = tables.frame("changes", [{"change_id": "n", "change": "new event", "about": "events", "label": "x",
                                        "reasoning": "x", "check": False}])
    assert annotations(changes, articles(), about="changes")["items"] == []
    assert annotations(tables.empty("restrictions"), articles(), about="x")["items"] == []
