"""Where does a sentence end, and are headings, items and inserts sentences of their own?"""

import pathlib
import time

import pytest

from crosscheck.reading.boundaries import sentence_spans
from crosscheck.reading.layout import find_regions
from crosscheck.reading.sentences import COLUMNS, find_sentences

SEEDS = pathlib.Path(__file__).parents[2] / "seeds"

# A bar marks where a sentence ends.
SENTENCES = [
    "The port is shut. | It will open soon.",
    "Mr. Roe and Dr. Doe met Sen. Poe in St. Mary. | They agreed.",
    "The U.S. Department of Ports met the U.S.\nCoast Guard at 5 p.m. Eastern time.",
    "He lives in the U.S. | The family does not.",
    "They met at 5 p.m. | It rained.",
    "See No. 5 and Fig. 3 on pp. 7-9. | No. | Nobody came.",
    "J. R. Doe of Acme Inc. said that Jane A. Roe left Roe Corp. in Jan. 2020.",
    "It rose by 3.5 percent to $1.2 million. | Costs fell 0.7 points.",
    "He paused... and went on. | Then it ended... | But they stayed.",
    "We need services ... and more. | “We … want that.”",
    "“It is good,” she said. | “We like it.” | He left.",
    "“It is shut. | We cannot help it. | Go home,” he said.",
    "“Who pays?” Jane Roe asked. | Nobody knew.",
    "“Never!” he said. | “Why not?” | She left.",
    '"Is it true?" asked Roe. | "Yes." | He went.',
    "Is it shut? | Yes! | It is.",
    "It is (nearly) shut. | (See below.) | He left.",
    "He cited Roe v. Doe, e.g. the second part, i.e. the end, etc. and left.",
    "The ships left. | 17 people came. | 3M was there.",
    "Ports, e.g. in Ohio vs. Maine, are shut at No. 7 Main St. near the quay.",
    "He works for Example.com and Node.js in Washington, D.C. | However, he left.",
    "He was born in Springfield, Ill. | It's a town. | He was ill. | Roe was not.",
    "She said no. | Roe agreed. | iPhones sold. | eBay did not.",
    "It was a joke?! | No!!! | Well.",
    "‘It’s shut.’ | ‘Why?’ she said. | ‘Who knows.’",
    "He said it in 2014. | 5 people heard it. | On Jan. 5 they met. | It was in Jan. | It snowed.",
    "The minister, Gen. (ret.) John Roe, agreed.",
    "He got a Ph.D. | Then he left for the U.K. and the E.U. with Lt. Col. Poe.",
    "Unless the U.S. Congress and the U.N. Security Council agree, Sgt. Roe stays.",
    "Prices fell 5 p.c. in Sept. and rose in Oct. | The end.",
    "1. Close the port.",
]


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize("marked", SENTENCES)
def test_where_sentences_end(marked):
    sentences = marked.split(" | ")
    assert cut(" ".join(sentences)) == sentences


def test_a_full_stop_without_a_space_after_it():
    assert cut("The port is shut.The ships left. See example.com now.") == [
        "The port is shut.", "The ships left.", "See example.com now."]


@pytest.mark.parametrize("marked", [
    pytest.param("He lives in the U.S. | Smith does not.", marks=pytest.mark.xfail(
        strict=True, reason="after an abbreviation a name may go on or begin anew; it is held to go on")),
    pytest.param("They take vitamin C. | Doctors agree.", marks=pytest.mark.xfail(
        strict=True, reason="a single capital letter is held to be an initial")),
    pytest.param("The ship left the quay | The mayor was glad.", marks=pytest.mark.xfail(
        strict=True, reason="no mark shows the end")),
])
def test_known_misses(marked):
    sentences = marked.split(" | ")
    assert cut(" ".join(sentences)) == sentences


def seed(number: str) -> str:
    with next(SEEDS.glob(f"{number}_*.txt")).open(encoding="utf-8", newline="") as stream:
        return stream.read()


def test_a_newline_after_us_does_not_end_a_sentence():
    quotes = list(find_sentences(seed("003"))["quote"])
    assert any(q.startswith("Negotiations between the U.S.\nDepartment") and q.endswith("systems.") for q in quotes)


def test_headings_items_and_inserts_stand_alone():
    by_quote = find_sentences(seed("003")).set_index("quote")["role"]
    assert by_quote["Pentagon backdrop"] == "heading"
    assert by_quote["- No fully autonomous weapons systems"] == "list_item"
    related = find_sentences(seed("002")).query("role == 'related'")
    assert list(related["quote"].str.split().str[-1]) == ["Anthropic.", "2026."]


def test_columns_positions_and_paragraphs():
    text = "Harbour shut\n\nSPRINGFIELD (Agency) - The port is shut. It rained.\nShips left.\n"
    found = find_sentences(text)
    assert list(found.columns) == list(COLUMNS)
    assert list(found["position"]) == [0, 1, 2, 3, 4]
    assert list(found["paragraph"]) == [0, 1, 1, 1, 2]
    assert list(found["role"]) == ["headline", "dateline", "body", "body", "body"]
    for start, end, quote in zip(found["start"], found["end"], found["quote"], strict=True):
        assert text[start:end] == quote


def test_given_regions_are_used():
    text = seed("004")
    regions = find_regions(text)
    assert find_sentences(text, regions).equals(find_sentences(text))
    assert len(find_sentences(text, regions[regions["role"] == "heading"])) == (regions["role"] == "heading").sum()


def test_an_empty_text_has_no_sentence_and_typed_columns():
    found = find_sentences(" \n ")
    assert (len(found), list(found.columns)) == (0, list(COLUMNS))
    assert found["start"].dtype == "int64" and found["quote"].dtype == "str"


@pytest.mark.parametrize("text", [
    "...." * 50_000, ". " * 50_000, "?!\"') " * 20_000, "Mr. " * 50_000, "A.B.C.D. " * 20_000, "x" * 300_000,
    "\u2026 " * 50_000, "a. A" * 50_000, "\"'\"' " * 50_000, "U.S.A" * 50_000,
    "No. 1 " * 40_000, "” said He ”. " * 20_000,
], ids=lambda text: repr(text[:10]))
def test_any_text_is_cut_in_linear_time_and_nothing_is_lost(text):
    begin = time.process_time()
    spans = sentence_spans(text, 0, len(text))
    assert time.process_time() - begin < 4
    assert "".join(text[a:b] for a, b in spans).replace(" ", "") == text.replace(" ", "")
