"""How do tables and passages look on a page? HTML with every word of an article escaped, and the same as plain text.

Article text is hostile. `escape` is the only way from text to HTML: markup, control characters, and the marks that
would start a formula are made harmless. A `Page` shows itself in a notebook as HTML and prints as plain text.
"""

import html
import re
from collections.abc import Iterable, Sequence
from importlib import resources

import pandas as pd

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
FORMULA = re.compile(r"[$\\]")
STYLE = "<style>" + (resources.files("crosscheck") / "showing/page.css").read_text(encoding="utf-8") + "</style>"
LONG, FOLD = 300, 220  # characters from which a cell is folded, and of which its beginning has
SHORT, MANY = 26, 7  # a cell of so many characters stays on one line; in a table of many columns half as many


class Page:
    """A piece of HTML, safe as it is, with its plain text; a notebook shows the one and a terminal the other."""

    def __init__(self, body: str, plain: str) -> None:
        self.body, self.plain = body, plain

    def _repr_html_(self) -> str:
        return f'{STYLE}<div class="cc tex2jax_ignore mathjax_ignore">{self.body}</div>'

    def __repr__(self) -> str:
        return self.plain

    def __add__(self, other: "Page") -> "Page":
        return Page(self.body + other.body, f"{self.plain}\n{other.plain}".strip("\n"))


def clean(text: object) -> str:
    """`text` on one line without control characters or marks that turn the direction of writing.

    >>> clean("a\\x1b[31m\\nb")
    'a\\ufffd[31m b'
    """
    return CONTROL.sub("\ufffd", re.sub(r"\s+", " ", str(text)))


def escape(text: object) -> str:
    """`text` as harmless HTML.

    >>> escape("<b>$x$")
    '&lt;b&gt;<span>$</span>x<span>$</span>'
    """
    return FORMULA.sub(lambda m: f"<span>{m.group()}</span>", html.escape(clean(text)))


def marked(text: str, spans: Iterable[tuple[int, int]], *, offset: int = 0) -> str:
    """`text` as HTML with `spans` marked; spans count from `offset` characters before the text's first."""
    out, at = [], 0
    for start, end in sorted((max(0, a - offset), min(len(text), b - offset)) for a, b in spans):
        if end > max(start, at):
            start = max(start, at)
            out += [escape(text[at:start]), f"<mark>{escape(text[start:end])}</mark>"]
            at = end
    return "".join([*out, escape(text[at:])])


def folded(text: str) -> str:
    """`text` as HTML; of a long one only its beginning shows until it is opened, which needs no script.

    >>> folded("short")
    'short'
    """
    if len(text) <= LONG:
        return escape(text)
    at = text.rfind(" ", 0, FOLD) + 1 or FOLD
    return f'<details><summary>{escape(text[:at])}</summary>{escape(text[at:])}</details>'


def finding(sentence: str) -> Page:
    """One sentence that states a finding, set off from the prose around it."""
    return Page(f'<div class="find">{escape(sentence)}</div>', clean(sentence))


def leaf_of(table: pd.DataFrame, limit: int, leaf: int = 1) -> pd.DataFrame:
    """The rows of one leaf of `table`, which has `limit` rows; the first leaf is 1."""
    return table.iloc[(leaf - 1) * limit:leaf * limit]


def leaves(rows: int, limit: int) -> int:
    """How many leaves so many rows take, at least one.

    >>> leaves(0, 40), leaves(40, 40), leaves(41, 40)
    (1, 1, 2)
    """
    return max(1, -(-rows // limit))


def table_page(table: pd.DataFrame, columns: dict[str, str], *, limit: int = 40, leaf: int = 1, of: int | None = None,
               noun: str = "row") -> Page:
    """The `columns` of `table` (name to heading) as a page of the `limit` rows of one `leaf`; says of how many.

    With `of`, `table` holds the rows of that leaf alone, and there are `of` in all. A cell that is a `Page` is set as
    it is, a long text is folded, missing cells are left empty; an empty table says so.
    """
    if table.empty:
        return Page(f'<p class="s">No {escape(noun)} here.</p>', f"No {noun} here.")
    shown = leaf_of(table, limit, leaf) if of is None else table
    short = SHORT if len(columns) < MANY else SHORT // 2
    kinds = {name: _kind(shown[name], short) for name in columns}
    head = "".join(f'<th class="{kinds[name]}">{escape(heading)}</th>' for name, heading in columns.items())
    rows = shown.to_dict("records")
    body = "".join("<tr>" + "".join(f'<td class="{kinds[name]}">{_cell(row[name])}</td>' for name in columns) + "</tr>"
                   for row in rows)
    tail = _tail(limit, leaf, len(table) if of is None else of, noun)
    plain = plain_table([[_plain(row[name]) for name in columns] for row in rows], list(columns.values()))
    return Page(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
                + (f'<p class="s">{escape(tail)}</p>' if tail else ""), plain + (f"\n{tail}" if tail else ""))


def _tail(limit: int, leaf: int, rows: int, noun: str) -> str:
    """Which rows of how many a leaf shows; nothing where it shows all."""
    first, last = (leaf - 1) * limit + 1, min(leaf * limit, rows)
    shown = f"{first:,}" if first == last else f"{first:,} to {last:,}"
    return f"{shown} of {rows:,} {noun}s; the rest is in the table" if rows > limit else ""


def _kind(column: pd.Series, short: int) -> str:
    """The class of a column's cells: `n` for numbers, `w` where all words are short enough to stay on one line."""
    if pd.api.types.is_numeric_dtype(column.dtype) and not pd.api.types.is_bool_dtype(column.dtype):
        return "n"
    return "w" if all(len(_plain(value)) <= short for value in column) else ""


def plain_table(rows: Sequence[Sequence[str]], headings: Sequence[str]) -> str:
    """Rows as aligned plain text; a cell takes at most 60 characters."""
    cut = [[clean(cell) if len(cell) <= 60 else clean(cell[:59]) + "…" for cell in row] for row in (headings, *rows)]
    widths = [max(len(row[i]) for row in cut) for i in range(len(headings))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cut)
    return "\n".join(line.rstrip() for line in lines)


def side_page(sides: Sequence[tuple[str, str, str]]) -> Page:
    """Passages side by side: for each its heading, its words as HTML (made by `marked`), and its plain text."""
    body = "".join(f'<div class="side"><div class="h">{escape(head)}</div><div>{words}</div></div>'
                   for head, words, _ in sides)
    plain = "\n".join(f"{clean(head)}: {clean(text)}" for head, _, text in sides)
    return Page(f'<div class="sides">{body}</div>', plain)


def _cell(value: object) -> str:
    if isinstance(value, Page):
        return value.body
    return folded(_plain(value))


def _plain(value: object) -> str:
    if isinstance(value, Page):
        return value.plain
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if pd.isna(value) else str(value)
