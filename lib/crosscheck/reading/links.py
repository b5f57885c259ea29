"""Which lines of a page are the headlines of other articles: a sentence in title case, a menu, a list under the story?

A headline shows itself by its capitals: nearly every word has one. A single line in capitals is a heading of the
article; several of them in a row are a menu, and lines in title case after the last paragraph lead to other articles.
Not found: other headlines in sentence case.
"""

import re
from collections.abc import Callable

Label = tuple[str, str]

_WORDS = re.compile(r"[^\W_][\w.'-]*")
_SMALL = frozenset("""a about after against ahead amid an and as at before behind between but by during en for from
    if in into near nor of off on onto or out over per so than the through to under until up upon v v. via vs vs. with
    without""".split())
_FEWEST_CAPITALS = 4  # words of a line in a menu
_AFTER = frozenset({"boilerplate", "related", "byline", "credit", "disclosure", "metadata", "caption", "repeat"})


def is_title_case(sentence: str) -> bool:
    """Whether a sentence is written as a headline is: six to thirty words, all but the small ones with a capital.

    >>> is_title_case("Harbour Chief Opens New Ferry Line After Long Delay.")
    True
    >>> is_title_case("Example Chief Jane Doe said on Monday that the North Port was safe.")
    False
    """
    words, large = 0, []
    for match in _WORDS.finditer(sentence):
        word = match.group()
        words += 1
        if word.lower() not in _SMALL:
            if word[0].islower():
                return False
            large.append(word)
    numbers = sum(word[0].isdigit() for word in large)
    shouted = sum(word.isupper() and len(word) > 1 for word in large)
    return (6 <= words <= 30 and len(large) >= 6 and numbers * 3 < len(large) and shouted * 2 < len(large)
            and "\"" not in sentence and sentence.count(",") * 4 < len(large))


def mark_links(quotes: list[str], labels: list[Label | None], is_line: Callable[[str], bool]) -> None:
    """Mark the lines of menus and those that lead on from the end; `is_line` knows the shape of a heading."""
    _mark_menus(quotes, labels, is_line)
    _mark_tail(quotes, labels, is_line)


def _mark_menus(quotes: list[str], labels: list[Label | None], is_line: Callable[[str], bool]) -> None:
    """Two or more lines in capitals, one after the other, are a menu."""
    shouted = [quote.isupper() and quote.count(" ") + 1 >= _FEWEST_CAPITALS and _is_free(label) and is_line(quote)
               for quote, label in zip(quotes, labels, strict=True)]
    for i, loud in enumerate(shouted):
        if loud and (i and shouted[i - 1] or shouted[i + 1:i + 2] == [True]):
            labels[i] = ("related_capitals", "related")


def _mark_tail(quotes: list[str], labels: list[Label | None], is_line: Callable[[str], bool]) -> None:
    """Lines in title case under the last paragraph of the story are related links."""
    for i in range(len(quotes) - 1, 0, -1):
        if _is_free(labels[i]) and is_line(quotes[i]) and is_title_case(quotes[i]):
            labels[i] = ("related_tail", "related")
        elif not labels[i] or labels[i][1] not in _AFTER:
            return


def _is_free(label: Label | None) -> bool:
    return label is None or label[0] == "heading_short"
