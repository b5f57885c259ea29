"""How do the articles leave for a reference manager? CSL-JSON and BibTeX, only what is known of them.

A date is given as far as it is stated: a year, a month, a day or a span. A byline becomes persons where it names them,
else a literal name. What is not known is left out; the file's name stands in the note, so that an article without title
and outlet can still be found. BibTeX is UTF-8, with its special characters escaped and capitals kept by braces. Not
exported: dates that are only inferred.
"""

import re
import unicodedata
from collections import Counter
from urllib.parse import quote

import pandas as pd

from crosscheck.people import organisation_words

_SPECIAL = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_",
            "%": r"\%", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_DAY = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$")
_BETWEEN = re.compile(r"\s*;\s*|\s+and\s+|\s*&\s*|\s*,\s*(?:and\s+)?")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MOST_AUTHORS = 20


def csl_items(articles: pd.DataFrame) -> list[dict]:
    """One CSL-JSON item an article, in their order."""
    items = []
    for row, name in zip(articles.itertuples(), _keys(articles), strict=True):
        item = {"id": name, "type": "article-newspaper" if isinstance(row.outlet, str) else "article"}
        known = {"title": row.title, "container-title": row.outlet, "URL": row.url}
        item |= {field: _line(cell) for field, cell in known.items() if isinstance(cell, str)}
        if authors := _authors(row.byline):
            item["author"] = authors
        if parts := _date_parts(row.published):
            item["issued"] = {"date-parts": parts}
        item["note"] = f"file: {row.file}"
        items.append(item)
    return items


def bibtex(articles: pd.DataFrame) -> str:
    """One BibTeX entry an article, in their order; `@article` where the outlet is known, else `@misc`."""
    return "\n".join(_entry(row, name) for row, name in zip(articles.itertuples(), _keys(articles), strict=True))


def _entry(row, name: str) -> str:
    known = isinstance(row.outlet, str)
    fields = [("title", f"{{{_escaped(row.title)}}}" if isinstance(row.title, str) else None),
              ("author", " and ".join(map(_bibtex_name, _authors(row.byline))) or None),
              ("journal", _escaped(row.outlet) if known else None), *_bibtex_date(row.published),
              ("url", quote(row.url.strip(), safe=":/?#[]@!$&'()*+,;=~-._%") if isinstance(row.url, str) else None),
              ("note", _escaped(f"file: {row.file}"))]
    lines = [f"  {field} = {cell if field == 'month' else f'{{{cell}}}'}," for field, cell in fields if cell]
    return "\n".join([f"@{'article' if known else 'misc'}{{{name},", *lines, "}", ""])


def _keys(articles: pd.DataFrame) -> list[str]:
    """A name for each entry: outlet or label, year, in plain letters; unique in the folder."""
    keys: list[str] = []
    for row in articles.itertuples():
        year = row.published[:4] if isinstance(row.published, str) and row.published[:4].isdigit() else ""
        outlet = row.outlet if isinstance(row.outlet, str) else "article"
        keys.append("-".join(part for part in (_plain(outlet), year, _plain(row.label) or row.article_id) if part))
    counts = Counter(keys)
    return [name if counts[name] == 1 else f"{name}-{number}" for number, name in enumerate(keys)]


def _plain(words: str) -> str:
    """Letters and digits of ASCII alone: accents dropped, everything else left out."""
    flat = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "", flat.lower())[:30]


def _authors(byline: object) -> list[dict]:
    """The names of a byline: family and given name of persons, a literal name of bodies."""
    if not isinstance(byline, str):
        return []
    names = [name for name in _BETWEEN.split(_line(byline)[:1000]) if name][:MOST_AUTHORS]
    return [_author(name) for name in names]


def _author(name: str) -> dict:
    words = name.split()
    body = len(words) < 2 or len(words) > 4 or any(
        not word[:1].isupper() and word not in ("de", "da", "del", "van", "von", "der", "al", "el", "la", "bin")
        or word.lower().strip(".") in organisation_words() for word in words)
    if body:
        return {"literal": name}
    first = next((place for place, word in enumerate(words) if place and word[:1].islower()), len(words) - 1)
    return {"family": " ".join(words[first:]), "given": " ".join(words[:first])}


def _bibtex_name(author: dict) -> str:
    if "literal" in author:
        return f"{{{_escaped(author['literal'])}}}"
    return f"{_escaped(author['family'])}, {_escaped(author['given'])}"


def _date_parts(published: object) -> list[list[int]]:
    """The stated date, or the two ends of a span, as lists of year, month and day."""
    if not isinstance(published, str):
        return []
    ends = [_DAY.match(end.rstrip("~?%")) for end in published.split("/")]
    if len(ends) > 2 or not all(ends):
        return []
    return [[int(part) for part in end.groups() if part] for end in ends]


def _bibtex_date(published: object) -> list[tuple[str, str]]:
    parts = _date_parts(published)
    if not parts:
        return []
    if len(parts) == 2:
        return [("date", published)]
    first = parts[0]
    return [("year", f"{first[0]:04d}"), *([("month", _MONTHS[first[1] - 1])] if len(first) > 1 else []),
            *([("day", str(first[2]))] if len(first) > 2 else [])]


def _escaped(words: str) -> str:
    """Words as BibTeX prints them: special characters escaped, line breaks and control characters as blanks."""
    return "".join(_SPECIAL.get(char, char) for char in _line(words))


def _line(words: str) -> str:
    plain = "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in words)
    return " ".join(plain.split())
