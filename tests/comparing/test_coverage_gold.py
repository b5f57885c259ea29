"""Does the table find what the expert says that no article of the sample answers?"""

import json

from crosscheck.comparing.coverage import coverage


def test_the_pledge_is_stated_for_neither_the_alliance_nor_people_of_other_places(corpus, shared):
    """The gap that the expert lists as the most critical, found without a codebook."""
    gold = json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))
    gap = next(row for row in gold["discrepancies"] if row["id"] == "D32")
    assert gap["kind"] == "gap"
    found = coverage(corpus.restrictions)
    pledge = found[found["act"].str.contains("surveillance") & found["standing"].map(len).eq(0)]
    assert "NATO" in set(pledge["protected"])
    assert pledge["protected"].str.startswith("people other than U").any()
