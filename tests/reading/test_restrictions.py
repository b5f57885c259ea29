"""Which limits does `find_restrictions` state, with which slots, and what does it leave alone?"""

import pandas as pd
import pytest

from crosscheck import tables
from crosscheck.reading.restrictions import COLUMNS, SLOTS, find_restrictions
from crosscheck.reading.sentences import find_sentences

NOBODY = pd.DataFrame({name: [] for name in ("start", "end", "source", "content", "source_type")})


def said(text: str, source: str, content: str, kind: str = "organisation") -> dict:
    """One attribution of `text`: where `source` and `content` stand."""
    spans = [(text.index(words), text.index(words) + len(words)) for words in (source, content)]
    return {"start": min(s[0] for s in spans), "end": max(s[1] for s in spans), "source": [spans[0]],
            "content": [spans[1]], "source_type": kind}


def read(text: str, *attributions: dict) -> pd.DataFrame:
    """The restrictions of `text`."""
    table = pd.DataFrame(list(attributions)) if attributions else NOBODY
    return find_restrictions(text, find_sentences(text), table)


def slots(text: str) -> dict[str, str]:
    """The filled slots and the status of the only restriction in `text`."""
    rows = read(text)
    assert len(rows) == 1, rows["quote"].tolist()
    return {name: rows[name].iat[0] for name in (*SLOTS, "status") if isinstance(rows[name].iat[0], str)}


STATED = [
    ("Its cameras would not be knowingly used for surveillance of dock workers.",
     {"bound_party": "Its cameras", "modality": "would not", "act": "used for surveillance", "qualifier": "knowingly",
      "protected": "dock workers", "status": "in force"}),
    ("The minister ordered trawlers to stop fishing in the bay.",
     {"stated_by": "The minister", "bound_party": "trawlers", "modality": "ordered", "act": "stop fishing in the bay",
      "status": "ordered"}),
    ("Trawlers were ordered to leave the bay by 3 May.",
     {"bound_party": "Trawlers", "modality": "were ordered to", "act": "leave the bay", "applies_until": "by 3 May",
      "status": "ordered"}),
    ("The library has no plans to close the reading room.",
     {"bound_party": "The library", "modality": "has no plans to", "act": "close the reading room",
      "status": "denied"}),
    ("The union opposes its members being filmed at work.",
     {"stated_by": "The union", "bound_party": "its members", "modality": "opposes", "act": "filmed at work",
      "status": "wished"}),
    ("Drivers wanted permission to use the old bridge for any lawful purpose.",
     {"stated_by": "Drivers", "modality": "wanted permission", "act": "use the old bridge for any lawful purpose",
      "protected": "Drivers", "qualifier": "for any lawful purpose", "status": "sought"}),
    ("The decree prohibits shops from selling fireworks until 1 June.",
     {"stated_by": "The decree", "bound_party": "shops", "modality": "prohibits", "act": "selling fireworks",
      "applies_until": "until 1 June", "status": "ordered"}),
    ("Entry is limited to visitors who hold a ticket.",
     {"act": "Entry", "modality": "is limited to", "protected": "visitors who hold a ticket", "status": "in force"}),
    ("The draft lease would only cover the north field.",
     {"bound_party": "The draft lease", "modality": "would only", "act": "cover the north field", "qualifier": "only",
      "status": "offered"}),
    ("Boats may not enter the lagoon unless the harbour master agrees.",
     {"bound_party": "Boats", "modality": "may not", "act": "enter the lagoon",
      "exception": "unless the harbour master agrees", "status": "in force"}),
    ("The recordings will not be made available to insurers such as Hollin Mutual.",
     {"bound_party": "insurers", "modality": "will not", "act": "The recordings … made available",
      "qualifier": "such as Hollin Mutual", "status": "in force"}),
    ("The drones will not be used by police, including the river unit, for crowd tasks.",
     {"bound_party": "police", "modality": "will not", "act": "The drones … used",
      "qualifier": "including the river unit … for crowd tasks", "status": "in force"}),
    ("No vessel may enter the bay.", {"bound_party": "No vessel", "modality": "may", "act": "enter the bay",
                                      "status": "in force"}),
    ("A ban on night flights was lifted.", {"modality": "ban on", "act": "night flights", "status": "in force"}),
    ("The law requires every owner to register dogs.",
     {"stated_by": "The law", "bound_party": "every owner", "modality": "requires", "act": "register dogs",
      "status": "external"}),
    ("The mill pledged not to raise prices before March.",
     {"stated_by": "The mill", "bound_party": "The mill", "modality": "pledged not to", "act": "raise prices",
      "applies_until": "before March", "status": "in force"}),
    ("Under the truce, both fleets must stay in port for ten days.",
     {"bound_party": "both fleets", "modality": "must", "act": "stay in port", "applies_until": "for ten days",
      "status": "agreed"}),
    ("The council refused to allow digging without written consent.",
     {"stated_by": "The council", "modality": "refused to", "act": "allow digging",
      "qualifier": "without written consent", "status": "wished"}),
    ("Schools are exempt from the levy.",
     {"bound_party": "Schools", "modality": "are exempt from", "act": "the levy", "status": "in force"}),
    ("Loans of no more than ten books are free.",
     {"modality": "no more than", "act": "Loans … ten books are free", "status": "in force"}),
]


@pytest.mark.parametrize(("text", "expected"), STATED, ids=[text[:40] for text, _ in STATED])
def test_a_stated_limit_fills_its_slots(text, expected):
    assert slots(text) == expected


@pytest.mark.parametrize("text", [
    "The spokesman did not respond to questions.", "The talks may not result in a deal.",
    "She could not be reached for comment.", "They cannot wait for spring.", "It must be hard to wait.",
    "He has not yet commented.", "No one knows the answer.", "No more secrets", "The vote is not yet over.",
    "He would not say when the bridge opens.", "The pier may be moved.", "", "   \n", "Must.", "may not",
])
def test_ordinary_negations_and_scraps_state_no_limit(text):
    assert read(text).empty


LIST = """The harbour named three firm conditions for night landings:

- No open fires
- No landing of live animals without written consent
- Crews of at most six

The tide turns at nine."""


def test_each_item_of_a_list_of_limits_is_a_row():
    rows = read(LIST)
    items = rows[rows["rule"].str.startswith("list")]
    assert items["quote"].tolist() == ["No open fires", "No landing of live animals without written consent",
                                       "Crews of at most six"]
    assert set(items["bound_party"]) == {"night landings"}
    assert set(items["stated_by"]) == {"The harbour"}
    assert items["qualifier"].iat[1] == "without written consent"


LEASE = """The lessee shall not:
(a) let or sell the barn, except as agreed in section 9;
(b) use the barn for surveillance of residents; or
(c) remove notices.
"""


def test_the_items_of_a_clause_share_its_party_and_modal():
    rows = read(LEASE)
    assert rows["act"].tolist() == ["let or sell the barn", "use the barn for surveillance", "remove notices"]
    assert set(rows["bound_party"]) == {"The lessee"} and set(rows["modality"]) == {"shall not"}
    assert rows["exception"].iat[0] == "except as agreed in section 9"
    assert rows["protected"].iat[1] == "residents"


def test_the_innermost_source_states_and_the_outer_ones_stand_between():
    text = "The mill noted that the council confirmed the weir would not be sold to strangers."
    rows = read(text, said(text, "The mill", "the council confirmed the weir would not be sold to strangers"),
                said(text, "the council", "the weir would not be sold to strangers"))
    assert rows["stated_by"].iat[0] == "the council"
    assert rows["via"].iat[0] == ["The mill"]
    assert rows["attribution"].iat[0] == 1


def test_an_outlet_only_passes_an_order_on():
    text = "According to the Ledger, crews were ordered to leave the weir."
    rows = read(text, said(text, "the Ledger", "crews were ordered to leave the weir", "outlet"))
    assert pd.isna(rows["stated_by"].iat[0])
    assert rows["via"].iat[0] == ["the Ledger"]


@pytest.mark.parametrize(("text", "speaker"), [
    ("Carmaker Hollin opened a plant. The company said its cars will not be sold abroad.", "Hollin"),
    ("Hollin, an airline, has new owners. The company said its jets will not be sold abroad.", "Hollin"),
    ("Carmaker Hollin met the bank Weir Trust. The company said its cars will not be sold abroad.", "Hollin"),
    ("Rivals met: at the fair stood and talked the carmaker Hollin and the carmaker Weir. The company said its cars "
     "will not be sold abroad.", "The company"),
    ("In March, a company was founded. The company said its cars will not be sold abroad.", "The company"),
])
def test_a_company_that_states_a_limit_is_named_where_the_article_tells_which(text, speaker):
    rows = read(text, said(text, "The company", text[text.index("its "):]))
    assert rows["stated_by"].tolist() == [speaker]


@pytest.mark.parametrize(("text", "slot", "words"), [
    ("Plans to use the lens across the Hollin Board's yards were dropped.", "protected", None),
    ("The lens could be used across Hollin's yards, but later the clerk made clear that it applies only to open land.",
     "protected", "Hollin"),
    ("The crane was ordered to stop work, partly because of the noise.", "qualifier", "partly because of"),
    ("The mill will continue to operate under strict safeguards.", "modality", "will continue to operate under"),
    ("The mill will continue to operate under strict safeguards.", "act", None),
    ("The badge lets guards through, allowing visitors to enter without revealing a name.", "modality", "allowing"),
    ("The lane was shut under local noise rules, parking requirements and a court order.", "act",
     "local noise … parking"),
    ('Those with a "valid reason" may not be turned away.', "bound_party", 'Those with a "valid reason"'),
    ("Crews (and their guests) may not board.", "bound_party", "Crews (and their guests)"),
])
def test_a_slot_takes_what_belongs_to_it(text, slot, words):
    found = read(text)[slot].dropna().tolist()
    assert found[:1] == ([words] if words else [])


def test_a_pronoun_that_disclaims_is_the_speaker():
    text = "Mill officials said they have no plans to close the weir."
    rows = read(text, said(text, "Mill officials", "they have no plans to close the weir"))
    assert rows["bound_party"].iat[0] == "Mill officials"


def test_a_statement_given_names_the_speaker():
    rows = read("The council has provided assurances that the weir will not be used by barges for dumping tasks.")
    assert rows["stated_by"].iat[0] == "The council"


@pytest.mark.xfail(strict=True, reason="a limit without any cue word is not found")
def test_a_limit_without_a_cue():
    assert not read("Swimming here costs you your badge.").empty


@pytest.mark.parametrize("text", [LIST, LEASE, *(text for text, _ in STATED)])
def test_every_span_points_into_the_text(text):
    rows = read("\n" + text)
    assert list(rows.columns) == list(COLUMNS)
    for row in rows.to_dict("records"):
        assert ("\n" + text)[row["start"]:row["end"]] == row["quote"]
        for slot in SLOTS:
            words = " … ".join(("\n" + text)[a:b] for a, b in row[f"{slot}_spans"])
            assert words == ("" if pd.isna(row[slot]) else row[slot])
    assert set(rows["status"]) <= set(tables.STATUSES)


@pytest.mark.parametrize("text", ["must not " * 3000, '"may not be used by ' * 1000, "x" * 50_000,
                                  "will not be sold to " + "a" * 5000, "İ may not enter. " * 500, "“" * 5000,
                                  "(a) The lessee shall:\n(i) not sublet;\n(ii) repair.\n" * 50])
def test_hostile_text_gives_rows_or_none_and_never_fails(text):
    whole = pd.DataFrame({"start": [0], "end": [len(text)], "role": ["body"]})
    rows = find_restrictions(text, whole, NOBODY)
    assert all(text[a:b] == quote for a, b, quote in zip(rows["start"], rows["end"], rows["quote"], strict=True))
