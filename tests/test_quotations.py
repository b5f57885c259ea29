"""Where quotation marks are and what they enclose: every style of mark, odd numbers, paragraphs that run on."""

import pytest

from crosscheck.quotations import find_quotations

CASES = (
    ("He called it “a gift” and left.", ["a gift"]),
    ('He called it "a gift" and left.', ["a gift"]),
    ("He called it ``a gift'' and left.", ["a gift"]),
    ("He called it ''a gift'' and left.", ["a gift"]),
    ("He called it «a gift» and left.", ["a gift"]),
    ("He called it 'a gift' and left.", ["a gift"]),
    ("‘It’s a gift,’ she said. ‘We don’t refuse.’", ["It’s a gift,", "We don’t refuse."]),
    ("The workers' union and the owners' club met.", []),
    ("It's the mayor's plan, isn't it?", []),
    ("''I said, 'Stay here,''' he recalled.", ["I said, 'Stay here,'"]),
    ("She said: “We will stay.\n\nThe end.", ["We will stay."]),
    ("An odd mark ” stands here.", []),
    ("“One.\n\n“Two,” he said.", ["One.", "Two,"]),
    ("", []),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotations(text, expected):
    assert [text[q.inner_start:q.inner_end] for q in find_quotations(text)] == expected


def test_a_quotation_that_runs_on_says_so():
    first, second = find_quotations("“One.\n\n“Two,” he said.")
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)
