"""Which events move, and which break, when an article's day of publication is moved?"""

import pytest
from tests.comparing.story import groups_of

from crosscheck.comparing import events
from crosscheck.comparing.codebook_file import parse_codebook
from crosscheck.comparing.events import event_tables, group_events
from crosscheck.comparing.reanchor import COLUMNS, reanchor
from crosscheck.errors import AnchorError

TEXTS = {"one": "The council closed the Harbour bridge on 27 February.",
         "two": "On Friday the council closed the Harbour bridge. The ferry line opened on Monday in rain."}
FERRY = "The ferry line opened on Monday in rain"
DAYS = {"one": "2026-03-03", "two": "2026-03-04"}
ORDER = parse_codebook('''
[[event]]
id = "closing"
label = "The bridge is closed"
patterns = ["closed the Harbour bridge on 27 February"]
[[event]]
id = "ferry"
label = "The ferry opens"
patterns = ["ferry line opened"]
after = ["closing"]
''')


@pytest.fixture(scope="module")
def groups():
    return groups_of(TEXTS, DAYS)


def changes(groups, **published):
    found = reanchor(groups, {f"a{label}": day for label, day in published.items()}).changes
    return {row.label: (row.change, row.now) for row in found.itertuples()}


def test_without_a_move_nothing_changes(groups):
    found = reanchor(groups, {})
    assert list(found.changes) == list(COLUMNS) and found.changes.empty
    assert all(one.equals(other) for one, other in zip(found[:2], event_tables(groups), strict=True))


def test_a_day_that_hangs_on_the_article_moves(groups):
    assert changes(groups, two="2026-03-05") == {}
    assert changes(groups, two="2026-03-10")[FERRY] == ("moves", "2026-03-09")


def test_votes_that_no_longer_meet_break_the_event(groups):
    found = reanchor(groups, {"atwo": "2026-03-10"})
    first = found.changes.iloc[0]
    assert (first["change"], first["was"], first["now"]) == ("breaks", "2026-02-27", "2026-02-27/2026-03-06")
    assert first["reasoning"] == "The votes share no day: one on 27 February 2026 and two on 6 March 2026."
    assert found.events.set_index("event_id").loc[first["event_id"], "status"] == "disputed"


def test_what_would_be_told_as_past_before_its_day_breaks(groups):
    found = reanchor(groups, {"aone": "2026-02-20"}).changes.iloc[0]
    assert found["change"] == "breaks" and found["was"] == found["now"] == "2026-02-27"
    assert "one, published on 20 February 2026, would tell it as past before its day" in found["reasoning"]


def test_an_order_that_leaves_no_room_breaks():
    groups = groups_of(TEXTS, DAYS, ORDER)
    assert changes(groups, two="2026-03-09")["The ferry opens"] == ("moves", "2026-03-09")
    assert changes(groups, two="2026-02-22")["The ferry opens"][0] == "breaks"


def test_an_interval_of_days_widens(groups):
    assert changes(groups, two="2026-03-04/2026-03-10")[FERRY] == ("widens", "2026-03-02/2026-03-09")


def test_the_groups_stay_as_they_are(groups):
    before = event_tables(groups)
    reanchor(groups, {"atwo": "2026-03-10"})
    assert all(one.equals(other) for one, other in zip(before, event_tables(groups), strict=True))


@pytest.mark.parametrize(("article", "day", "said"), [("nobody", "2026-03-04", "no article of this folder"),
                                                      ("aone", "Friday", "is no day")])
def test_bad_input_is_named(groups, article, day, said):
    with pytest.raises(AnchorError, match=said):
        reanchor(groups, {article: day})


def test_the_samples_move_without_being_grouped_again(corpus, monkeypatch):
    groups = group_events(corpus.articles, corpus.sentences, corpus.dates, corpus.publication, corpus.codebook)
    article = corpus.articles["article_id"].iloc[1]
    for step in ("find_mentions", "find_kin", "group", "join_happenings"):
        monkeypatch.setattr(events, step, lambda *_, **__: pytest.fail("grouped again"))
    found = reanchor(groups, {article: "2026-03-10"}).changes
    assert (found["change"] == "breaks").any() and (found["change"] == "widens").any()
