"""How many slots of the expert's limits in the sample articles are filled as the expert fills them?

The expert's cells are notes ("a representative", "(none: dropped)"); a slot counts as right if it shares half of the
content words of one of the cell's alternatives, or is empty where the cell says that the text has nothing.
"""

import json
import re

import pandas as pd
import pytest

from crosscheck.text import overlap, tokens
from crosscheck.wording import stem

STANDING = {"in force": (*range(1, 13), 28), "offered": (*range(13, 17), 27), "wished": range(17, 21),
            "denied": (21, 22), "sought": (23,), "ordered": (24, 25, 26), "external": (29,)}
STATUS = {f"R{number:02d}": status for status, numbers in STANDING.items() for number in numbers}
FILLED = {"bound_party": "bound_party", "act": "restricted_use", "protected": "beneficiary", "qualifier": "qualifier",
          "modality": "modality", "stated_by": "stated_by"}
EMPTY = ("exception", "applies_from", "applies_until")
FLOORS = {"bound_party": 23, "act": 29, "protected": 28, "qualifier": 29, "modality": 28, "stated_by": 29,
          "exception": 29, "applies_from": 29, "applies_until": 29, "via": 29, "status": 29}
_NOTHING = re.compile(r"\s*(?:\(|nobody|\d{3} own voice)")
_NOTE = re.compile(r"\([^)]*\)")
_QUOTED = re.compile(r'"([^"]+)"')
_SMALL = frozenset("a an the of to be are is for on by in it its any and or in.".split())


def words(text: str) -> set[str]:
    """The stems of the telling words of `text`."""
    return {stem(token.folded) for token in tokens(text)} - _SMALL


def spelt_out(cell: str, filled: str) -> str:
    """`cell` with each word in capitals that abbreviates words of `filled` spelt out ("AI")."""
    found = [token.folded for token in tokens(filled)]
    runs = [found[i:j] for i in range(len(found)) for j in range(i + 2, len(found) + 1)]
    known = {"".join(word[0] for word in run).upper(): " ".join(run) for run in runs}
    return " ".join(known.get(word, word) for word in cell.split(" "))


def says_the_same(cell: str, slot: object) -> bool:
    """Whether `slot` shares half of the words of one alternative in the expert's `cell`, or both say nothing."""
    filled = "" if pd.isna(slot) else str(slot)
    if _NOTHING.match(cell):
        return not filled
    cell = spelt_out(cell, filled)
    alternatives = [*_QUOTED.findall(cell), *re.split(r"[;/]| … ", _NOTE.sub("", cell))]
    wanted = [found for text in alternatives if (found := words(text))]
    here = words(filled)
    return any(2 * len(here & found) >= min(len(found), 4) and here & found for found in wanted)


def hops(cell: str) -> int:
    """How many stand between the speaker and the article, by the expert's note."""
    return int("then" in cell or "According to" in cell)


@pytest.fixture(scope="module")
def graded(corpus, shared) -> pd.DataFrame:
    """One row for each limit of the expert and slot: what the expert says, what is found, whether it is right."""
    rows = []
    for limit in json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))["restrictions"]:
        place = limit["evidence"]
        article = corpus.articles.loc[corpus.articles["file"].str.startswith(place["article"]), "article_id"].iat[0]
        near = corpus.restrictions[corpus.restrictions["article_id"] == article]
        shares = [overlap((a, b), (place["start"], place["end"])) for a, b in zip(near["start"], near["end"],
                                                                                 strict=True)]
        found = near.iloc[shares.index(max(shares))]
        for slot, key in FILLED.items():
            rows.append((limit["id"], slot, limit[key], found[slot], says_the_same(limit[key], found[slot])))
        for slot in EMPTY:
            rows.append((limit["id"], slot, "(none)", found[slot], pd.isna(found[slot])))
        rows.append((limit["id"], "via", limit["reported_via"], list(found["via"]),
                     len(found["via"]) == hops(limit["reported_via"])))
        rows.append((limit["id"], "status", STATUS[limit["id"]], found["status"],
                     found["status"] == STATUS[limit["id"]]))
    return pd.DataFrame(rows, columns=["id", "slot", "expert", "found", "right"])


@pytest.mark.parametrize("slot", FLOORS)
def test_a_slot_is_filled_as_the_expert_fills_it(graded, slot):
    rows = graded[graded["slot"] == slot]
    wrong = rows.loc[~rows["right"], ["id", "expert", "found"]].to_string(index=False)
    assert rows["right"].sum() >= FLOORS[slot], wrong


def test_of_all_slots_all_but_a_few_are_right(graded):
    assert graded["right"].sum() >= 311
