"""Are tables and lists of articles read, whatever their columns are called?"""

import json

import pytest

from crosscheck.reading.drafts import Unreadable
from crosscheck.reading.exports import read_csv, read_json, read_jsonl

STORY = "The port was shut on Monday, the mayor said."


@pytest.mark.parametrize(("header", "fields"), [
    ("text", {}),
    ("Full Text;Headline", {"title": "b"}),
    ("content\ttitle\tpublishedAt\tsource", {"title": "b", "published": "c", "outlet": "d"}),
    ("article|publication|author|date|link", {"outlet": "b", "byline": "c", "published": "d", "url": "e"}),
    ("full_text,title,Publication Title,byline,pub_date,documentURL",
     {"title": "b", "outlet": "c", "byline": "d", "published": "e", "url": "f"}),
    ("\ufeffBody,Hed,News Source,Reporter,Article Date",
     {"title": "b", "outlet": "c", "byline": "d", "published": "e"}),
])
def test_columns_by_their_usual_names(header, fields):
    mark = next(c for c in ",;\t|" if c in header or c == "|") if header != "text" else ","
    cells = [f'"{STORY}"', *"bcdefg"][:header.count(mark) + 1]
    drafts, problems = read_csv(f"{header}\n{mark.join(cells)}\n", "utf-8")
    assert problems == []
    draft = drafts[0]
    assert draft.text.endswith(STORY)
    assert {name: getattr(draft, name) for name in ("title", "outlet", "byline", "published", "url")} == {
        "title": None, "outlet": None, "byline": None, "published": None, "url": None} | fields


def test_of_several_text_columns_the_fullest_counts():
    drafts, _ = read_csv(f"content,full_text\nThe port...,{STORY.replace(',', '')}\n", "utf-8")
    assert drafts[0].text == STORY.replace(",", "")


def test_a_cell_may_hold_lines_and_be_long():
    long = "The port was shut.\n\n" * 20_000
    drafts, problems = read_csv(f'text\n"{long}"\n', "utf-8")
    assert (drafts[0].text, problems) == (long, [])


def test_a_row_with_too_many_cells_is_read_with_a_notice():
    drafts, problems = read_csv("title,text\nA,The port was shut.,and,more\n", "utf-8")
    assert drafts[0].text == "A\n\nThe port was shut."
    assert (problems[0].place, problems[0].advice) == ("#1", "")


@pytest.mark.parametrize("data", [
    [{"text": STORY, "source": {"id": None, "name": "Daily Example"}, "authors": ["Jane Doe", "John Roe"]}],
    {"status": "ok", "articles": [{"body": STORY, "outlet": "Daily Example", "byline": "Jane Doe, John Roe"}]},
    {"content": STORY, "publication": "Daily Example", "author": "Jane Doe, John Roe", "tags": [{"a": 1}]},
])
def test_json_in_its_usual_shapes(data):
    drafts, problems = read_json(json.dumps(data), "utf-8")
    assert [(d.place, d.text, d.outlet, d.byline) for d in drafts] == [
        ("#1", STORY, "Daily Example", "Jane Doe, John Roe")]
    assert problems == []


def test_half_a_character_is_replaced_wherever_it_stands():
    item = {"title": "\udc00Port", "source": {"name": "Co\ud800urier"}, "text": STORY, "\ud800": "x"}
    [draft], _ = read_json(json.dumps([item]), "utf-8")
    assert (draft.title, draft.outlet, draft.text) == ("\ufffdPort", "Co\ufffdurier", f"\ufffdPort\n\n{STORY}")


def test_a_malformed_line_is_named_and_the_others_are_read():
    lines = [json.dumps({"text": STORY}), '{"text": ', "", "[1]", json.dumps({"text": "\ud800 the port"})]
    drafts, problems = read_jsonl("\n".join(lines), "utf-8")
    assert [draft.place for draft in drafts] == ["#1", "#5"]
    assert drafts[1].text == "\ufffd the port"
    assert [(p.place, p.reason.partition(":")[0]) for p in problems] == [
        ("#2", "line 2 is no JSON object"), ("#4", "line 4 is no JSON object")]
    assert all(problem.advice for problem in problems)


@pytest.mark.parametrize(("read", "text", "expected"), [
    (read_json, "{}", "no column"), (read_json, "[]", "no row"), (read_json, '"x"', "single str"),
    (read_json, '[{"weather": "fine"}]', "no column with the articles' text among weather"),
    (read_json, "9" * 5000, "no JSON|single int"), (read_jsonl, '{"id": 1}', "no column"),
    (read_csv, "a,b\n1,2\n", "no column"), (read_csv, "text,title\n", "no row"),
])
def test_what_holds_no_articles(read, text, expected):
    with pytest.raises(Unreadable, match=expected):
        read(text, "utf-8")


def test_an_item_that_is_no_object_is_set_aside():
    drafts, problems = read_json(json.dumps([{"text": STORY}, 5, {"text": " "}]), "utf-8")
    assert len(drafts) == 1
    assert [problem.place for problem in problems] == ["#2", "#3"]
