"""Who says it: source, cue and content in all orders, marks and shapes; what is no attribution."""

import random

import pytest

from crosscheck import tables
from crosscheck.reading.attribution_sources import source_type
from crosscheck.reading.attributions import COLUMNS, find_attributions

CASES = (   # text, [(source, cue, content), …] with None where nobody is named
    ("The minister said that the road was open.", [("The minister", "said", "that the road was open")]),
    ("Prime Minister Ada May said that ports can close.",
     [("Prime Minister Ada May", "said", "that ports can close")]),
    ("The minister has also said the road was open.",
     [("The minister", "has also said", "the road was open")]),
    ("“The road is open,” said the minister.", [("the minister", "said", "“The road is open,”")]),
    ("“The road is open,” Ms. Ada Lind said on Monday.", [("Ms. Ada Lind", "said", "“The road is open,”")]),
    ("''The road is open,'' Mr. Lind said. ''It will stay open.''",
     [("Mr. Lind", "said", "''The road is open,'' ''It will stay open.''")]),
    ("‘The road is open,’ Lind said. ‘It’s safe.’", [("Lind", "said", "‘The road is open,’ ‘It’s safe.’")]),
    ("“The road is open,” Ada Lind, a spokeswoman for the ministry, told reporters.",
     [("Ada Lind, a spokeswoman for the ministry", "told", "“The road is open,”")]),
    ("“The road,” Lind said, “is open.”", [("Lind", "said", "“The road,” “is open.”")]),
    ("Lind, who runs the port, said it would close.", [("Lind", "said", "it would close")]),
    ("The road is open, the minister said.", [("the minister", "said", "The road is open")]),
    ("The road, the minister said, is open.", [("the minister", "said", "The road is open")]),
    ("The road is open, according to the ministry.", [("the ministry", "according to", "The road is open")]),
    ("According to the ministry, the road is open.", [("the ministry", "According to", "the road is open")]),
    ("According to reports talks are under way.", [("reports", "According to", "talks are under way")]),
    ("The port is reportedly closing.", [(None, "reportedly", "The port is closing")]),
    ("Lind told the council that the port would close.", [("Lind", "told", "that the port would close")]),
    ("Lind told them to wait.", [("Lind", "told", "to wait")]),
    ("In a statement issued on Friday, the company said its ships were safe.",
     [("the company", "said", "its ships were safe")]),
    ("The company issued a statement on Friday clarifying that its ships “shall not be sold.”",
     [("The company", "clarifying", "that its ships “shall not be sold.”")]),
    ("Reports suggested that the port would close.", [("Reports", "suggested", "that the port would close")]),
    ("Analysts cited by the Daily Ledger suggest the port could close.",
     [("Analysts cited by the Daily Ledger", "suggest", "the port could close")]),
    ("Sources close to the talks say the deal could fail.",
     [("Sources close to the talks", "say", "the deal could fail")]),
    ("The port will close, as the Daily Ledger reported.",
     [("the Daily Ledger", "reported", "The port will close")]),
    ("She rejected the plan and warned that costs would rise.",
     [("She", "rejected", "the plan"), ("She", "warned", "that costs would rise")]),
    ("“We are closing,” Lind said, adding that it was too early to celebrate.",
     [("Lind", "said", "“We are closing,”"), ("Lind", "adding", "that it was too early to celebrate")]),
    ("Lind said the port was safe, but officials said it would close.",
     [("Lind", "said", "the port was safe"), ("officials", "said", "it would close")]),
    ("The ministry has provided assurances that the ships will not be sold.",
     [("The ministry", "provided assurances", "that the ships will not be sold")]),
    ("The judge was blunt: “This case is closed for good.”",
     [("The judge", ":", "“This case is closed for good.”")]),
    ("The company outlined three rules:\n- No night work\n- No child labour\n\nThe end.",
     [("The company", "outlined", "three rules No night work No child labour")]),
    ("“This port was my whole life.” — Ada Lind", [("Ada Lind", "—", "“This port was my whole life.”")]),
    ("“The port is closed,” scoffed Lind.", [("Lind", "scoffed", "“The port is closed,”")]),
    ("“The port is closed.\n\n“It will stay closed,” Lind said.",
     [("Lind", "said", "“It will stay closed,”")]),
    ("The port belongs to Lind, who earlier this week announced a review.", [("Lind", "announced", "a review")]),
    ("The harbour master two days earlier had told crews the port would close.",
     [("The harbour master", "earlier had told", "the port would close")]),
    ("Two groups that backed the plan during the strike said they would wait.",
     [("Two groups", "said", "they would wait")]),
    ("Ada Lind, who owns a shop in Lund said she would wait.", [("Ada Lind", "said", "she would wait")]),
    ("“We wait,” said Bo Holm, a retired pilot, who said he would not sail.",
     [("Bo Holm, a retired pilot", "said", "“We wait,”"), ("Bo Holm, a retired pilot", "said", "he would not sail")]),
    ("The road was a priority for voters, who demanded that it open.",
     [("voters", "demanded", "that it open")]),
    ("Mayor Ada Lind said restrictions in her city could last, warning: “It will be a long winter.”",
     [("Mayor Ada Lind", "said", "restrictions in her city could last"),
      ("Mayor Ada Lind", "warning", "“It will be a long winter.”")]),
    ("Holm should’ve known the road was closed.", [("Holm", "should’ve known", "the road was closed")]),
    ("Prices fell, according to a Herald tally.", [("a Herald tally", "according to", "Prices fell")]),
    ("Experts and think tanks say prices will rise.", [("Experts and think tanks", "say", "prices will rise")]),
    ("Lind said: “We close at noon.”\n\n‘Closing time’", [("Lind", "said", "“We close at noon.”")]),
    ("Lind left the port. He said: “We close.\n\n“We go home.”", [("He", "said", "“We close. “We go home.”")]),
)
NONE = (
    "The “smart port” is growing.",
    "The United States plans were sound.",
    "Its claims department is closed.",
    "Editor’s note: The port opened in 1990.",
    "The report is long.",
    "They organize protests against the government.",
    "A ship called Aurora sank.",
    "A group called Open Harbour plans a march.",
    "The storm claimed 40 lives.",
    "The mayor's repeated visits helped the port.",
    "The distancing rules would remain in place.",
    "",
    "\n\n  \n",
)


def _found(text, **options):
    table = find_attributions(text, **options)
    return [(None if row.source_type == "none" else row.source_text, row.cue_text, row.content_text)
            for row in table.itertuples()]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_attributions(text, expected):
    assert _found(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_attribution(text):
    assert _found(text) == []


@pytest.mark.xfail(strict=True, reason="the agent of a passive is not read")
def test_passive_agent():
    assert _found("The port was described by Lind as unsafe.")[0][0] == "Lind"


@pytest.mark.xfail(strict=True, reason="words said go on without marks in the next sentence")
def test_free_indirect_speech():
    assert "would not come back" in _found("Lind said the port was closed. The ships would not come back.")[0][2]


def test_an_attribution_inside_another_is_given_when_asked_for():
    text = "The company noted that the ministry confirmed the ban would stay."
    assert [row[0] for row in _found(text)] == ["The company"]
    assert [row[0] for row in _found(text, nested=True)] == ["The company", "the ministry"]


@pytest.mark.parametrize(("text", "direct"), (
    ("“The road is open,” she said.", True), ("She said the road was open.", False),
    ("She said the “smart port” was open.", False), ("She said it “would never ever close.”", True)))
def test_direct(text, direct):
    assert find_attributions(text)["direct"].tolist() == [direct]


@pytest.mark.parametrize(("phrase", "expected"), (
    ("Ada Lind", "person"), ("a company spokesman", "person"), ("the company", "organisation"),
    ("the report", "document"),
    ("Northern Herald", "outlet"), ("two people familiar with the talks", "unnamed"), ("she", "pronoun"), ("", "none")))
def test_source_type(phrase, expected):
    assert source_type(phrase) == expected


def test_a_transcript_gives_each_turn_to_its_speaker():
    text = "ADA LIND: Is it open?\n\nBO HOLM: It is open today.\n\nADA LIND: Good."
    assert [row[0] for row in _found(text)] == ["ADA LIND", "BO HOLM", "ADA LIND"]


def test_columns_spans_and_types(seeds):
    for file in sorted(seeds.glob("*.txt")):
        text = file.read_bytes().decode()
        table = find_attributions(text, nested=True)
        assert tuple(table.columns) == COLUMNS
        allowed = next(c.allowed for c in tables.TABLES["attributions"].columns if c.name == "source_type")
        for row in table.itertuples():
            assert text[row.start:row.end] == row.quote and row.source_type in allowed
            assert all(row.start <= a < b <= row.end for part in (row.source, row.cue, row.content) for a, b in part)
        assert table.equals(find_attributions(text, nested=True))


@pytest.mark.parametrize(("file", "source", "content"), (
    ("000*", "Marketscreener", "OpenAI is negotiating access"),
    ("000*", "Sources close to the negotiations", "the deal could unlock"),
    ("000*", "Reuters", "senior defense officials"),
    ("000*", "Analysts cited by The Information", "the deal could generate"),
    ("001*", "a source with knowledge of the discussions", "The artificial intelligence company"),
    ("001*", "the Journal’s reporting", "OpenAI Chief Executive"),
    ("001*", "the Defense Department", "the AI services would not"),
    ("001*", "the Wall Street Journal’s reporting", "During Tuesday’s company meeting"),
    ("003*", "reporting", "discussions are underway"),
    ("004*", "reports", "US federal agencies"),
    ("004*", "Reports", "that the announcement also led")))
def test_the_sample_articles(seeds, file, source, content):
    text = next(seeds.glob(file)).read_bytes().decode()
    assert any(row[0] == source and row[2].startswith(content) for row in _found(text, nested=True))


def test_no_text_raises():
    chance = random.Random(7)
    parts = ('"', "'", "“", "”", " ", "\n", ",", ".", "said", "He", "told", "that", "(", ")", ":", "according", "to",
             "Mr.",
             "-", "reportedly", "claim", "asked", "?", "put", "it", "his", "who", "and", "", "``", "''", "U.S.", "\x00")
    for _ in range(300):
        text = " ".join(chance.choice(parts) for _ in range(chance.randint(0, 40)))
        for row in find_attributions(text, nested=True).itertuples():
            assert text[row.start:row.end] == row.quote
