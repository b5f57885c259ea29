"""In which one thing passages differ, and in which words: a few invented pairs for each finder."""

import pytest
from tests.comparing.story import passages_of

from crosscheck.comparing.findings import number_differences, stated_differences
from crosscheck.comparing.findings_said import (
    cause_differences,
    denial_differences,
    doubt_differences,
    headline_differences,
    name_differences,
)
from crosscheck.comparing.findings_words import degree_differences, list_differences, slot_differences

FOUND = [
    (number_differences, "number", "The ferry Aurora carried [40 passengers] to Harstad.",
     "The Aurora, a ferry, had [60 passengers] aboard."),
    (stated_differences, "antonym", "The port keeps its [open] lock north of Harstad.",
     "The [closed] lock north of Harstad belongs to the port."),
    (stated_differences, "modality", "The storm [may have damaged] the old pier of Harstad.",
     "The storm [damaged] the old pier of Harstad."),
    (stated_differences, "quote",
     'The mayor of Harstad said: "Our choice last [week was hard but right] for the town."',
     'The mayor of Harstad said: "Our choice last [week was quick but right] for the town."'),
    (degree_differences, "scope", "The ruling was a [major victory] for the ferry owner.",
     "The ferry owner won a [partial victory] in the ruling."),
    (degree_differences, "scope", "After the ruling [most of the ferry ban] was kept.",
     "A [part of the ferry ban] was kept after the ruling."),
    (list_differences, "scope", "The hold of the Aurora had [coal, timber, fish and salt].",
     "The hold of the Aurora had [coal, timber, salt and wool]."),
    (slot_differences, "wording", "Thieves are [believed to have opened] the harbour safe and taken the log book.",
     "Thieves are [thought to have forced] the harbour safe and taken the log book."),
    (cause_differences, "wording", "The council shut the old lock because of [thick ice].",
     "The council shut the old lock due to [a strike]."),
    (name_differences, "term", "The minister described the old lock as [a disgrace].",
     "The minister described the old lock as [a monument]."),
    (denial_differences, "negation", "The harbour board [did not inspect] the ferry Aurora in May.",
     "In May the harbour board [inspected] the ferry Aurora."),
    (doubt_differences, "modality", "It was [not immediately clear that the harbour board was unanimous].",
     "The mayor praised the [unanimous harbour board]."),
    (headline_differences, "wording", "[Harstad council shuts old ferry lock]",
     "[Harstad council repairs old ferry lock]"),
]


@pytest.mark.parametrize("finder, kind, one, other", FOUND, ids=[f"{row[0].__name__}: {row[2]}" for row in FOUND])
def test_a_finder_names_the_words_that_differ(finder, kind, one, other):
    texts = [text.replace("[", "").replace("]", "") for text in (one, other)]
    found = {(finding.kind, texts[0][slice(*finding.one_span)], texts[1][slice(*finding.other_span)])
             for finding in finder(passages_of(*texts)) if (finding.one, finding.other) == (0, 3)}
    assert (kind, one[one.index("[") + 1:one.index("]")], other[other.index("[") + 1:other.index("]")]) in found


SILENT = [
    (number_differences, "The ferry Aurora carried 40 passengers to Harstad.",
     "The ferry Borea carried 900 passengers to Tromso."),
    (number_differences, "The ferry Aurora carried several passengers.", "The ferry Aurora carried 60 passengers."),
    (stated_differences, "The board told the owner early on Monday of the repair.",
     "The choir sang late on Monday."),
    (stated_differences, 'She said: "It was a well-made boat, the best of all."',
     'She said: "It was a well made boat -- the best of all."'),
    (degree_differences, "Small businesses need a ferry.", "The ferry serves big businesses."),
    (list_differences, "The hold of the Aurora had coal, timber, fish and salt.",
     "The hold of the Aurora had salt, fish, timber and coal."),
    (slot_differences, "The council wants more co-operation from all ferry owners here.",
     "The council wants more cooperation from all ferry owners here."),
    (denial_differences, "The harbour board did not inspect the ferry Aurora in May.",
     "In May the harbour board failed to inspect the ferry Aurora."),
    (headline_differences, "Harstad council shuts old ferry lock", "Rye bread is dearer"),
]


@pytest.mark.parametrize("finder, one, other", SILENT, ids=[f"{row[0].__name__}: {row[1]}" for row in SILENT])
def test_where_one_thing_is_told_alike_or_two_things_are_told_nothing_is_found(finder, one, other):
    assert not [finding for finding in finder(passages_of(one, other)) if (finding.one, finding.other) == (0, 3)]
