"""What the expert finds in the sample articles: who is silent on what, and what discovery must and must not show."""

import importlib.util
import json
import re
import shutil

import pytest

from crosscheck import open_corpus
from crosscheck.export import write_tables
from crosscheck.text import content_id

TOPICS = {
    "NATO network": "nato_network", "Altman’s wider remark and correction": "correction_words",
    "signed OpenAI-Pentagon deal": "pentagon_deal", "Pentagon deal on classified networks": "pentagon_deal_classified",
    "Pentagon deal date": "pentagon_deal_date", "Trump order": "trump_order", "Hegseth summons": "hegseth_summons",
    "Amodei named": "amodei_named", '"any lawful purposes"': "any_lawful_purpose",
    "surveillance pledge": "pledge_words",
    "NSA exclusion": "agencies_scope", "three explicit restrictions": "three_restrictions",
    "clearances / secured cloud": "clearances", "Altman quote": "altman_quote", "NATO comment": "nato_comment",
    "backlash": "backlash", "use at NATO": "nato_use", "model": "model", "contract value": "contract_value",
    "European sovereignty": "european_sovereignty", "self-declared reliability": "own_reliability",
}
FEWEST_FOUND, FIRST_ROWS = 30, 80


@pytest.fixture(scope="module")
def silence(shared) -> dict[str, list[str]]:
    """The expert's silence matrix: topic to the cells of the five articles; a silent one begins with a dash."""
    part = (shared / "gold/seeds.md").read_text(encoding="utf-8").split("## 3.")[1].split("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in part.split("\n")
            if line.startswith("|")]
    return {topic: cells for topic, *cells in rows[2:]}


def test_every_topic_of_the_expert_is_a_question_of_the_codebook(corpus, silence):
    assert set(silence) == set(TOPICS)
    assert set(TOPICS.values()) <= {question.id for question in corpus.codebook.questions}


@pytest.mark.parametrize("topic", TOPICS)
def test_the_silence_matrix_is_the_experts_cell_by_cell(corpus, silence, topic):
    readings = corpus.readings[corpus.readings["question_id"] == content_id("q", "codebook", TOPICS[topic])]
    articles = corpus.articles.sort_values("file")["article_id"]
    for article, cell in zip(articles, silence[topic], strict=True):
        values = readings.loc[readings["article_id"] == article, "value"].tolist()
        instead = re.search(r'^–\s*\((.*)\)$', cell)
        if not cell.startswith("–"):
            assert values, (topic, article, cell)
        elif not instead:
            assert not values, (topic, article, values)
        else:  # silent on the matter, but for the words in brackets
            words = set(re.findall(r"[a-z]{3,}", instead[1].lower()))
            assert all(words & set(re.findall(r"[a-z]{3,}", value.lower())) for value in values), (topic, values)


@pytest.fixture(scope="module")
def discovered(seeds, shared, tmp_path_factory):
    """The scorer, the expert's story and the first rows that discovery alone gives."""
    path = shared / "benchmarks/stories/grade.py"
    spec = importlib.util.spec_from_file_location("grade", path)
    grade = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(grade)
    folder, out = tmp_path_factory.mktemp("articles"), tmp_path_factory.mktemp("tables")
    for article in seeds.glob("*.txt"):
        shutil.copy(article, folder)
    write_tables(open_corpus(folder), out)
    story = grade.Story(shared / "gold/seeds_story.json")
    return grade, story, grade.load(out, "discrepancies", story, "readings", [])


def test_discovery_alone_finds_most_of_what_the_expert_finds(discovered):
    grade, story, rows = discovered
    found = [gold["id"] for gold in story.discrepancies
             if any(grade.links(row["_spans"], gold["readings"])[1] for row in rows[:FIRST_ROWS])]
    assert len(found) >= FEWEST_FOUND, found


def test_discovery_keeps_to_a_number_of_rows_that_can_be_read(discovered):
    assert len(discovered[2]) <= FIRST_ROWS


# What must not be claimed: that one text confirms another, or that a pledge covers what no text says it covers.
CLAIMS = re.compile(r"\bconfirms? (?:each other|the other)|\bagree that|\bcovers\b|\bindependent", re.IGNORECASE)


def test_no_question_or_reasoning_claims_what_no_article_says(corpus, discovered):
    told = [*corpus.questions["question"], *corpus.questions["reasoning"],
            *(json.dumps([row["question"], row["reasoning"]]) for row in discovered[2])]
    assert not [text for text in told if CLAIMS.search(text)]


@pytest.mark.parametrize("question", ["pledge_for_nato", "pledge_for_others"])
def test_what_no_pledge_covers_stays_a_gap(corpus, question):
    row = corpus.questions[corpus.questions["question_id"] == content_id("q", "codebook", question)].iloc[0]
    assert (row["kind"], row["answers"]) == ("gap", 0)
