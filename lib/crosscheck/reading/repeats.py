"""What does an article print a second time: a caption, a paragraph, its headline, words of the body as a pull quote?

The second printing is a region of its own, so that nothing is lost and nothing counts twice. A paragraph is one if the
same words stand before it; a line without a full stop, or all in quotation marks, if a paragraph of the body holds
these very words, wherever it stands. Not found: a repetition in other words.
"""

import re

Label = tuple[str, str]

CONTENT = frozenset({"body", "caption", "list_item", "heading", "key_facts"})
SHORTEST, FEWEST = 40, 7  # characters and words of what can count as a repetition
LONGEST_PULL = 400
MOST_PULLS = 40           # an article with more has no pull quotes, but no full stops
_MARKS = 6                # characters of the marks around a headline
_WORD = re.compile(r"[^\W_]+")
_STOPPED = re.compile(r"[.!?…:;,-][\"')\]]{0,3}$")
_QUOTED = re.compile(r"\"[^\"]+\"$")
_NAME_TAIL = re.compile(r"(?: [A-Z][\w.'-]+){2,3}$")


def mark_repeats(quotes: list[str], labels: list[Label | None], headline: int | None) -> None:
    """Mark the paragraphs that print again what stands elsewhere; `headline` is the place of the headline, or None."""
    title = _bare(quotes[headline]) if headline is not None else ""
    for i, quote in enumerate(quotes):
        if (title and i != headline and abs(len(quote) - len(title)) <= _MARKS and _bare(quote) == title
                and (not labels[i] or labels[i][1] in CONTENT)):
            labels[i] = ("repeat_headline", "repeat")
    seen: set[str] = set()
    for i, quote in enumerate(quotes):
        if _can_repeat(quote, labels[i]):
            if quote in seen:
                labels[i] = ("repeat_paragraph", "repeat")
            seen.add(quote)
    _mark_pulls(quotes, labels)


def _bare(quote: str) -> str:
    return quote.strip(" .\"'#*").lower()


def _can_repeat(quote: str, label: Label | None) -> bool:
    return (not label or label[1] in CONTENT) and len(quote) >= SHORTEST and quote.count(" ") >= FEWEST - 1


def _mark_pulls(quotes: list[str], labels: list[Label | None]) -> None:
    """Mark the lines that pull words out of a paragraph of the body."""
    pulls = [i for i, quote in enumerate(quotes) if _can_be_pulled(quote, labels[i])]
    if not pulls or len(pulls) > MOST_PULLS:
        return
    body = "\n".join(_words(quote) for i, quote in enumerate(quotes) if not labels[i] and i not in set(pulls))
    for i in pulls:
        if any(_words(form) in body for form in {quotes[i], _NAME_TAIL.sub("", quotes[i])} if len(form) >= SHORTEST):
            labels[i] = ("repeat_pull", "repeat")


def _can_be_pulled(quote: str, label: Label | None) -> bool:
    return (_can_repeat(quote, label) and (not label or label[0] == "heading_short") and len(quote) <= LONGEST_PULL
            and (not _STOPPED.search(quote, len(quote) - 4) or bool(_QUOTED.match(quote))))


def _words(quote: str) -> str:
    """The words of a paragraph, each between blanks."""
    return f" {' '.join(_WORD.findall(quote.lower()))} "
