"""Are the expert's two ladders found, each with its four articles and every change the expert's cells tell?"""

import json
import re

import pandas as pd
import pytest

from crosscheck.comparing.codebook_file import Codebook
from crosscheck.comparing.ladders import find_ladders
from crosscheck.text import overlap

FAMILIES = ("surveillance pledge", "intelligence-agency exclusion")
_NONE = re.compile(r"\s*\(none")


@pytest.fixture(scope="module")
def expert(shared) -> dict[str, list[dict]]:
    """The expert's limits by family, in the expert's order."""
    found: dict[str, list[dict]] = {}
    for row in json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))["restrictions"]:
        found.setdefault(row["family"], []).append(row)
    return found


@pytest.fixture(scope="module")
def ladders(corpus) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Rungs with file and span, and changes; found without a codebook."""
    _, rungs, changes = find_ladders(corpus.articles, corpus.restrictions, corpus.attributions, Codebook())
    places = corpus.restrictions[["restriction_id", "start", "end"]]
    rungs = rungs.merge(places, on="restriction_id", validate="one_to_one")
    return rungs.merge(corpus.articles[["article_id", "file"]], on="article_id", validate="many_to_one"), changes


def rungs_of(rungs: pd.DataFrame, limits: list[dict]) -> list[tuple[dict, str, str]]:
    """For each of the expert's limits itself, and the ladder and restriction whose words overlap it."""
    found = []
    for limit in limits:
        place = limit["evidence"]
        near = rungs[rungs["file"].str.startswith(place["article"])]
        shares = [overlap((a, b), (place["start"], place["end"])) for a, b in zip(near["start"], near["end"],
                                                                                 strict=True)]
        best = max(range(len(shares)), key=shares.__getitem__)
        assert 2 * shares[best] >= place["end"] - place["start"], limit["id"]
        found.append((limit, near["ladder_id"].iat[best], near["restriction_id"].iat[best]))
    return found


@pytest.mark.parametrize("family", FAMILIES)
def test_the_expert_s_limits_stand_on_one_ladder_and_nothing_else_does(expert, ladders, family):
    rungs, _ = ladders
    found = rungs_of(rungs, expert[family])
    assert len({ladder for _, ladder, _ in found}) == 1
    assert (rungs["ladder_id"] == found[0][1]).sum() == len(expert[family])


@pytest.mark.parametrize("family", FAMILIES)
def test_every_change_in_the_expert_s_cells_is_named(expert, ladders, family):
    rungs, changes = ladders
    (first, *later) = rungs_of(rungs, expert[family])
    for limit, _, restriction in later:
        named = changes[changes["restriction_id"] == restriction]
        told = set(zip(named["slot"], named["change"], strict=True))
        if limit["beneficiary"] != first[0]["beneficiary"]:
            assert {("protected", "narrowed"), ("protected", "widened"), ("protected", "replaced")} & told, limit["id"]
        if _NONE.match(limit["qualifier"]) and not _NONE.match(first[0]["qualifier"]):
            assert ("qualifier", "dropped") in told, limit["id"]
        for words in ("directly", "for surveillance tasks"):
            if words in limit["qualifier"]:
                assert ("qualifier", "added") in told, limit["id"]
                assert named["reading"].str.contains("loophole added").any(), limit["id"]
        if first[0]["modality"].startswith("shall") and limit["modality"].startswith("would"):
            assert ("modality", "weakened") in told, limit["id"]
        if "hops" in first[0]["reported_via"]:
            assert ("stated_by", "replaced") in told, limit["id"]


def test_the_widest_class_is_named_widened(expert, ladders):
    rungs, changes = ladders
    last = rungs_of(rungs, expert["surveillance pledge"])[-1]
    named = changes[changes["restriction_id"] == last[2]]
    assert ("protected", "widened") in set(zip(named["slot"], named["change"], strict=True))
