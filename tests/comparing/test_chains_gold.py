"""The chains that an expert finds in the sample articles come out; skipped where the expert's list is not at hand."""

import json
import re

import pandas as pd
import pytest

from crosscheck.text import fold
from crosscheck.wording import FUNCTION_WORDS

NEAR = 600
CLAIM = re.compile(r"\(.*?\)")


@pytest.fixture(scope="module")
def gold(shared):
    path = shared / "gold/seeds.json"
    if not path.is_file():
        pytest.skip(f"the expert's list is not at hand ({path})")
    return json.loads(path.read_text(encoding="utf-8"))["attribution_chains"]


def words(name):
    """The content words of a source's name, with its initials."""
    plain = re.findall(r"\w+", fold(name).lower())
    capitals = "".join(word[0] for word in re.findall(r"[A-Z]\w+", name)).lower()
    return {word.rstrip("s") for word in plain if word not in FUNCTION_WORDS} | {capitals, capitals.lstrip("t")} - {""}


def nodes(chain):
    """The named nodes of each chain of an expert's line, from the article outward."""
    lines = [CLAIM.sub("", part).split("<-") for part in chain.split(";")]
    article = lines[0][0].strip()
    return article, [[node.strip().strip("\"") for node in line if node.strip().strip("\"") not in ("", article)]
                     for line in lines]


def found(chains: pd.DataFrame, labels: dict[str, str], line: dict) -> bool:
    """Whether chains of the article pass the expert's nodes, the first at the words that the expert marks, others near;
    and whether one of those that carry a whole article does so."""
    article, wanted = nodes(line["chain"])
    own = chains[chains["article_id"].map(labels) == article]
    start, end = line["evidence"]["start"], line["evidence"]["end"]
    whole = line["claim"] == "whole article"
    for number, names in enumerate(wanted):
        near = own[(own["start"] < end + NEAR * (number > 0)) & (own["end"] > start)]
        paths = [group.sort_values("hop") for _, group in near.groupby("chain_id", sort=False)]
        if not any(_passes(path, names) and (not whole or path["scope"].iloc[0] == "article") for path in paths):
            return False
    return True


def _passes(path, wanted):
    left = [words(name) | (words(how) if isinstance(how, str) else set())
            for name, how in zip(path["cited"], path["resolved"], strict=True)]
    for node in wanted:
        if node in ("internal meeting", "meeting"):      # an occasion, not a source
            continue
        place = next((number for number, name in enumerate(left) if name & words(node)), None)
        if place is None:
            return False
        left = left[place + 1:]
    return True


def test_every_chain_of_the_expert_comes_out(corpus, gold):
    labels = dict(zip(corpus.articles["article_id"], corpus.articles["label"], strict=True))
    missing = [line["id"] for line in gold if not found(corpus.chains, labels, line)]
    assert missing == []


def test_remarks_that_were_taken_back_are_marked(corpus):
    back = corpus.chains[corpus.chains["taken_back"].notna()]
    assert set(back["article_id"].map(corpus.articles.set_index("article_id")["label"])) == {"001", "002", "003", "004"}
    text = corpus.text
    for row in back.itertuples():
        assert all(text[row.article_id][start:end] == row.taken_back for start, end in row.taken_back_spans)
