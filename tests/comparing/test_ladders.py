"""Which restrictions form a ladder, in which order do its rungs stand, and which changes are named?"""

import pandas as pd
import pytest

from crosscheck import tables
from crosscheck.comparing.codebook_file import Codebook, parse_codebook
from crosscheck.comparing.ladders import find_ladders
from crosscheck.comparing.ladders_changes import Rung, changes_between
from crosscheck.comparing.ladders_rank import rank_restrictions
from crosscheck.comparing.ladders_words import likeness, limit_words, weights_of

PLEDGE = {"bound_party": "its cameras", "act": "used for indoor surveillance", "protected": "persons and nationals",
          "qualifier": "knowingly", "modality": "shall not", "stated_by": "the Harbour Board"}


def rung(**slots) -> Rung:
    """A rung with the slots of PLEDGE but for `slots`; None empties one."""
    via = tuple(slots.pop("via", ()))
    filled = {slot: (PLEDGE | slots).get(slot) for slot in tables.SLOTS}
    return Rung("r", "a", False, filled, filled["stated_by"], via)


def changes(first: Rung, later: Rung) -> list[tuple[str, str, bool, str]]:
    return [(c.slot, c.change, c.substance, c.reading) for c in changes_between(first, later)]


@pytest.mark.parametrize(("later", "expected"), [
    ({}, []),
    ({"qualifier": None}, [("qualifier", "dropped", True, 'qualifier dropped: "knowingly"')]),
    ({"qualifier": "knowingly … for patrol tasks"},
     [("qualifier", "added", True, 'loophole added: "for patrol tasks" leaves other purposes open')]),
    ({"qualifier": "knowingly … directly"},
     [("qualifier", "added", True, 'loophole added: "directly" leaves the other way open')]),
    ({"qualifier": "knowingly … such as the River Unit"},
     [("qualifier", "added", False, 'qualifier added: "such as the River Unit"')]),
    ({"protected": "citizens or nationals"},
     [("protected", "narrowed", True, 'class narrowed: "persons and nationals" → "citizens or nationals" '
       "(without persons, with citizens)")]),
    ({"protected": "citizens or whole populations"},
     [("protected", "widened", True, 'class widened: "persons and nationals" → "citizens or whole populations" '
       "(without persons, without nationals, with citizens, with populations)")]),
    ({"protected": None}, [("protected", "dropped", True, 'class dropped: "persons and nationals"')]),
    ({"modality": "would not"}, [("modality", "weakened", True, 'modal weakened: "shall not" → "would not"')]),
    ({"act": "used to spy indoor"}, [("act", "reworded", False, 'act reworded: "surveillance" → "spy"')]),
    ({"act": "used for indoor advertising"},
     [("act", "replaced", True, 'act replaced: "surveillance" → "advertising"')]),
    ({"bound_party": "its lamps"}, [("bound_party", "reworded", False, 'bound party reworded: "cameras" → "lamps"')]),
    ({"exception": "unless a judge agrees"},
     [("exception", "added", True, 'loophole added: exception "unless a judge agrees"')]),
    ({"applies_until": "until 1 May"}, [("applies_until", "added", True, 'end added: "until 1 May"')]),
    ({"stated_by": "the Harbour Board", "via": ["the Ledger"]},
     [("stated_by", "replaced", True,
       'speaker changed: "the Harbour Board" → "the Harbour Board, through the Ledger"')]),
    ({"stated_by": "Officials"},
     [("stated_by", "replaced", True, 'speaker changed: "the Harbour Board" → "Officials"')]),
    ({"stated_by": "the company"},
     [("stated_by", "reworded", False, 'speaker named otherwise: "the Harbour Board" → "the company"')]),
    ({"stated_by": None}, [("stated_by", "dropped", True, 'speaker dropped: "the Harbour Board"')]),
])
def test_each_change_from_the_first_rung_is_named(later, expected):
    assert changes(rung(), rung(**later)) == expected


def test_will_that_becomes_would_is_wording():
    assert changes(rung(modality="will not"), rung(modality="would not")) == [
        ("modality", "reworded", False, 'modal reworded: "will not" → "would not"')]


def test_changes_of_one_kind_in_one_slot_share_a_row():
    found = changes_between(rung(qualifier="knowingly … directly"), rung(qualifier=None))
    assert [(c.slot, c.change, c.was) for c in found] == [("qualifier", "dropped", "knowingly … directly")]


TEXTS = {
    "a": 'The board wrote: its cameras “shall not be knowingly used for surveillance of residents of the quay.”',
    "b": "Its lenses would not be used to spy on residents of the quay.",
    "c": "Cameras must never be used for surveillance of quay residents. No barge may enter the lock.",
    "d": "The union opposes cameras being used for surveillance of quay residents.",
}


@pytest.fixture(scope="module")
def folder():
    """Articles, ranked restrictions and attributions of `TEXTS`."""
    return read(TEXTS)


def read(texts: dict[str, str]) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Articles, ranked restrictions and attributions of `texts`."""
    from crosscheck.reading.attributions import find_attributions
    from crosscheck.reading.restrictions import find_restrictions
    from crosscheck.reading.sentences import find_sentences

    found = []
    for key, text in texts.items():
        rows = find_restrictions(text, find_sentences(text), find_attributions(text))
        found += [{**row, "article_id": key, "restriction_id": f"{key}{n}", "rank": 0}
                  for n, row in enumerate(rows.to_dict("records"))]
    table = rank_restrictions(tables.frame("restrictions", found).astype(object).where(lambda t: t.notna(), None))
    restrictions = tables.check("restrictions", tables.frame("restrictions", table.to_dict("records")))
    return pd.DataFrame({"article_id": list(texts), "text": list(texts.values())}), restrictions, (
        tables.empty("attributions"))


def test_one_limit_in_three_articles_is_a_ladder_that_a_wish_stays_off(folder):
    ladders, rungs, changed = find_ladders(*folder, Codebook())
    assert len(ladders) == 1
    assert rungs["article_id"].iat[0] == "a" and rungs["rendering"].iat[0] == "quoted"
    assert sorted(rungs["article_id"]) == ["a", "b", "c"]
    dropped = changed[(changed["slot"] == "qualifier") & (changed["change"] == "dropped")]
    assert set(dropped["was"]) == {"knowingly"}
    assert ladders["changes"].iat[0] == len(changed)


def test_the_codebook_names_a_ladder(folder):
    book = parse_codebook('[[restriction]]\nid = "cameras"\nlabel = "No filming"\npatterns = ["spy", "being used"]\n')
    ladders, rungs, _ = find_ladders(*folder, book)
    named = ladders[ladders["label"] == "No filming"]
    assert sorted(rungs.loc[rungs["ladder_id"].isin(named["ladder_id"]), "article_id"]) == ["b", "d"]
    assert rungs["restriction_id"].is_unique


OTHERS = ("No barge may enter the lock. Bakers may not sell wine. Pilots must carry a lamp. Drones are banned from the "
          "square. Tenants are required to clear snow. Hunters may not use lead. Cyclists must not ride on the pier. "
          "Teachers are exempt from the toll. The mill will not buy coal abroad. Singers are barred from the chapel. "
          "Anglers may not keep eels. Guides must register with the harbour. Lenders may not raise interest.")


@pytest.mark.parametrize(("one", "other"), [
    ("Owners must return the green form by May 3.", "By May 3, every owner must send a form."),
    ("The curfew does not apply to citizens of the port and their closest family members.",
     "The order does not apply to citizens or their closest family members who are returning by ferry."),
    ("The insurers have agreed to waive all fees for fever treatments and to keep clinics open.",
     "Two insurers agreed to waive fees for fever treatments."),
])
def test_one_limit_in_other_words_is_a_ladder(one, other):
    assert len(find_ladders(*read({"a": one, "b": other, "c": OTHERS}), Codebook())[0]) == 1


@pytest.mark.parametrize(("one", "other"), [
    ("Owners must return the green form by May 3.", "Owners must pay the toll by June 9."),
    ("Those who ship a parcel by barge must receive free stamps for it at the lock.",
     "To ship a parcel on the night barge, clerks must first fill out a yellow form and pay for the stamps."),
    ("Shops in the old town will be allowed to open.", "Shops and other stalls in Norland are allowed to open."),
    ("The harbour administration barred yachts.", "The harbour administration barred swimmers."),
])
def test_two_limits_in_like_words_are_no_ladder(one, other):
    assert find_ladders(*read({"a": one, "b": other, "c": OTHERS}), Codebook())[0].empty


def test_no_restrictions_give_typed_empty_tables(folder):
    articles, restrictions, attributions = folder
    for table in find_ladders(articles, restrictions.head(0), attributions, Codebook()):
        assert table.empty


def test_ranks_count_from_one_and_the_plainest_stands_first(folder):
    _, restrictions, _ = folder
    assert sorted(restrictions["rank"]) == list(range(1, len(restrictions) + 1))
    assert restrictions.loc[restrictions["rank"] == 1, "rule"].iat[0] in ("pledge.passive", "duty.must_not", "no.one")


def test_kinds_of_acts_count_as_the_same_word():
    assert limit_words("spying on residents") == limit_words("surveillance of residents")
    assert limit_words("non-listed berths") == limit_words("unlisted berths")


def test_likeness_needs_more_than_one_shared_word():
    words = [limit_words(t) for t in ("enter the lock", "enter the harbour", "enter the lock by barge")]
    weights = weights_of(words)
    assert likeness(words[0], words[1], weights) == 0
    assert likeness(words[0], words[2], weights) > 0.5


def test_the_sample_articles_keep_their_two_ladders(corpus):
    """Without a codebook, the pledge and the exclusion are found in four articles each, the quoted one first."""
    ladders, rungs, changed = find_ladders(corpus.articles, corpus.restrictions, corpus.attributions, Codebook())
    wide = ladders[ladders["articles"] == 4]
    assert len(wide) >= 2
    first = rungs[rungs["position"] == 1].set_index("ladder_id")["rendering"]
    assert "quoted" in set(first[wide["ladder_id"]])
    readings = " | ".join(changed.loc[changed["ladder_id"].isin(wide["ladder_id"]), "reading"])
    for named in ('qualifier dropped: "intentionally"', "class widened", "class narrowed", "modal weakened",
                  "speaker changed", 'loophole added: "for surveillance tasks"', 'loophole added: "directly"'):
        assert named in readings
