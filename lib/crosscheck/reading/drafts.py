"""What does reading a file give? Drafts of articles, and problems with parts of it; and how large may things be?

A `Draft` is a text with what its file says of it beside the text. `Unreadable` ends the reading of one file or row.
"""

from typing import NamedTuple

from crosscheck.errors import ArticleError

MAX_FILE_BYTES = 20_000_000
MAX_EXPANDED_BYTES = 60_000_000
MAX_CHARACTERS = 1_000_000
MAX_PAGES = 300
MAX_TAGS = 100_000


class Draft(NamedTuple):
    """One article as its file gives it; `place` is empty, or `#3` for the third of a table."""

    text: str
    encoding: str
    place: str = ""
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None


class Problem(NamedTuple):
    """A part of a file that is no article (`skipped`), or something to know about one (a notice, without advice)."""

    place: str
    reason: str
    advice: str = ""


class Unreadable(ArticleError):
    """A file that cannot be read as an article: what was found there, and what to do."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(f"{reason}; {advice}")
        self.reason, self.advice = reason, advice


def megabytes(count: int) -> str:
    """A number of bytes for people, in MB."""
    return f"{count / 1_000_000:,.0f} MB" if count >= 10_000_000 else f"{count / 1_000_000:,.1f} MB"


def checked(text: str) -> str:
    """`text`, if it can be an article: not blank, not endless, no lone halves of characters."""
    if not text.strip("\ufeff\u200b \t\r\n\x0b\x0c") or not any(c.isalnum() for c in text[:100_000]):
        raise Unreadable("it holds white space only" if not text.strip() else "it holds no words",
                         "remove it, or put the article's text into it")
    if len(text) > MAX_CHARACTERS:
        raise Unreadable(f"its text has {len(text):,} characters, and more than {MAX_CHARACTERS:,} are not read",
                         "cut it into single articles")
    return paired(text)


def paired(text: str) -> str:
    """`text` with a sign in place of each half of a character that lacks its other half, as JSON may hold.

    >>> paired("a" + chr(0xd800))
    'a�'
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _has_surrogate(text) else text


def _has_surrogate(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False
