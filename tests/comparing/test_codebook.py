"""What the analyst may write in codebook.toml, and what each mistake is answered with."""

import pandas as pd
import pytest

from crosscheck.comparing.codebook import codebook_notices, read_codebook
from crosscheck.comparing.codebook_file import Codebook, parse_codebook
from crosscheck.errors import CodebookError

GOOD = r"""
[entities]
"City Council" = ["the council", "councillors"]

[[question]]
id = "length"
question = "How long is the tunnel?"
about = ["tunnel", "{City Council}"]
readings = [
    {value = "four", patterns = ['four kilomet']},
    {value = "five", patterns = ['five kilomet'], stance = "reports"},
]

[[gap]]
id = "cost"
question = "Who pays?"
patterns = ['paid by']

[[event]]
id = "vote"
label = "the vote"
patterns = ['voted']

[[event]]
id = "opening"
label = "the opening"
patterns = ['opened']
after = ["vote"]

[[restriction]]
id = "lorries"
label = "no lorries"
patterns = ['no lorries']
"""


def _question(lines: str) -> str:
    return f'[[question]]\nid = "length"\nquestion = "How long?"\n{lines}\n'


def test_a_good_codebook_is_read():
    codebook = parse_codebook(GOOD)
    assert [entity.name for entity in codebook.entities] == ["City Council"]
    assert [question.id for question in codebook.questions] == ["length", "cost"]
    assert [question.gap for question in codebook.questions] == [False, True]
    assert codebook.questions[0].readings[1].stance == "reports"
    assert codebook.questions[0].about[1].regex.search("what Councillors said of it")
    assert codebook.events[1].after == ("vote",)
    assert codebook.restrictions[0].patterns[0].regex.search("NO LORRIES")


@pytest.mark.parametrize("name", ["City Council", "the City Council", "councillors", "The Council"])
def test_names_fold_to_the_entity(name):
    assert parse_codebook(GOOD).canonical(name) == "City Council"


def test_an_unknown_name_stays():
    assert parse_codebook(GOOD).canonical("Port Authority") == "Port Authority"


def test_no_file_is_an_empty_codebook(tmp_path):
    assert read_codebook(tmp_path) == Codebook()


def test_a_file_with_a_byte_order_mark_is_read(tmp_path):
    (tmp_path / "codebook.toml").write_text(GOOD, encoding="utf-8-sig")
    assert read_codebook(tmp_path).events


def test_a_file_that_is_not_utf8(tmp_path):
    (tmp_path / "codebook.toml").write_bytes(b'# caf\xe9\n')
    with pytest.raises(CodebookError, match="codebook.toml: not UTF-8 at byte 5"):
        read_codebook(tmp_path)


READINGS = "readings = [{value = 'a', patterns = ['x']}]"
BAD = [
    ("[[question]\n", "codebook.toml:1: not valid TOML"),
    ("\n\nid = four\n", "codebook.toml:3: not valid TOML"),
    ("id = '", "codebook.toml:1: not valid TOML"),
    ("questions = []", "codebook.toml: unknown key 'questions'; did you mean 'question'?"),
    ("[question]\nid = 'x'", r"codebook.toml: write each question under a heading of its own, \[\[question\]\]"),
    ("entities = 3", r"codebook.toml: write the entities under the heading \[entities\]"),
    ("[entities]\nA = ['x']\nB = ['X']", "entity 'B': 'X' is already a name of 'A'"),
    ("[entities]\nA = 3", "entity 'A': 'names' must be a list of texts"),
    ("[[question]]\nid = 'q'\nreadings = []", "question 'q': 'question' is missing; add it"),
    ("[[question]]\nquestion = 'q'\nreadings = []", "codebook.toml: question number 1: 'id' is missing; add it"),
    (_question("readings = []"), "question 'length': 'readings' must be a list"),
    (_question("readings = [{value = 'a', patern = ['x']}]"),
     "question 'length', reading 1: unknown key 'patern'; did you mean 'patterns'?"),
    (_question("readings = [{value = 'a', patterns = []}]"), "reading 1 .'a'.: 'patterns' is empty"),
    (_question("readings = [{value = 'a', patterns = ['(']}]"), "reading 1 .'a'., patterns: '.' is no regular"),
    (_question("readings = [{value = 'a', patterns = ['x*']}]"), "'x.' matches empty text"),
    (_question("readings = [{value = 'a', patterns = ['{Nobody} x']}]"), "{Nobody} in .* is no entity"),
    (_question("readings = [{value = 'a', patterns = ['x'], stance = 'denied'}]"),
     "'stance' cannot be 'denied'; did you mean 'denies'?"),
    (_question("readings = [{value = 'a', patterns = ['x']}, {value = 'a', patterns = ['y']}]"), "'a' stands twice"),
    (_question(READINGS + "\nkind = 'numbers'"), "'kind' cannot be 'numbers'; did you mean 'number'?"),
    (_question(READINGS + "\nwithin = 'page'"), "'within' cannot be 'page'; allowed: sentence, paragraph, article"),
    (_question(READINGS) + _question(READINGS), "question 'length' stands twice"),
    (_question(READINGS).replace('"length"', "3"), "question number 1: 'id' must be a text in quotes, found 3"),
    ("[[event]]\nid = 'a'\nlabel = 'A'\npatterns = ['x']\nafter = ['b']", "event 'a': 'after' names 'b', no other"),
]


@pytest.mark.parametrize("text, message", BAD)
def test_each_mistake_is_named_with_its_address(text, message):
    with pytest.raises(CodebookError, match=message):
        parse_codebook(text)


def _sentences(*quotes: str) -> pd.DataFrame:
    return pd.DataFrame({"quote": list(quotes)})


def test_a_pattern_that_never_matches_is_reported():
    notices = codebook_notices(parse_codebook(GOOD), _sentences("The council opened a tunnel of four kilometres.",
                                                                "No lorries, it voted."))
    assert [address for address, _ in notices] == ["codebook.toml: question 'length', reading 'five'"]
    assert "'five kilomet' matches no sentence" in notices[0][1]


def test_two_readings_of_the_same_words_are_reported():
    codebook = parse_codebook(_question("readings = [{value = 'a', patterns = ['open']}, "
                                        "{value = 'b', patterns = ['opened']}]"))
    notices = codebook_notices(codebook, _sentences("It opened."))
    assert notices == [("codebook.toml: question 'length'",
                        "the readings 'a' and 'b' both match 'opened'; narrow one of them")]
