"""Whom does a cited name stand for in its article? Short forms, bare words and pronouns, where the text allows.

The codebook's names come first. Then, in one article: "the report" or "the newspaper" is the outlet cited last, a
pronoun the person cited last, a surname the full name used in the article, and a name with an office before it the name
alone. What was resolved says how. Not resolved: "the company", "officials", and whatever stands for nothing before it.
"""

import re

import pandas as pd

from crosscheck.comparing.citations import Link, key, role_of
from crosscheck.lexicon import load
from crosscheck.text import fold

OUTLET = ("opening", "closing", "citing")
CAPITALS = re.compile(r"[A-Z][\w'-]*(?:\.(?=\s))?(?: [A-Z][\w'-]*(?:\.(?=\s))?)*$")
DOCUMENT = re.compile(r"\b(?:report|statement|document|filing|memo|post|letter|study|email|record|survey|poll)s?$",
                      re.IGNORECASE)
TYPES = ("person", "organisation", "document", "outlet", "unnamed")


class Sources:
    """The sources of one article, heard in the order of the text."""

    def __init__(self, names: dict[str, str], attributions: pd.DataFrame) -> None:
        self._names, self._cited, self._people = names, [], []
        said = attributions.loc[attributions["source_type"] == "person", "source_text"].dropna()
        full = (bare_name(name) for name in said)
        self._full = {key(name).split()[-1]: name for name in full if " " in name}

    def hear(self, links: list[Link]) -> None:
        """Remember the outlets and persons that `links` cite."""
        for link in links:
            if link.source_type == "person" and role_of(link.cited) is None:
                self._people.append(self.resolve(link.cited)[0])
            elif role_of(link.cited) is None and link.rule.startswith(OUTLET):
                self._cited.append(self.resolve(link.cited)[0])

    def resolve(self, name: str, source_type: str | None = None) -> tuple[str, str | None]:
        """The source that `name` stands for, and how that is known (None if it stands in full)."""
        plain = re.sub(r"\s+", " ", name.strip())
        if source_type == "pronoun":
            return (self._people[-1], f"“{plain}”: the person cited last before it") if self._people else (plain, None)
        if key(plain) in self._names:
            found = self._names[key(plain)]
            return found, None if key(found) == key(plain) else f"codebook: “{plain}”"
        if role_of(plain) == "bare_report" and self._cited:
            return self._cited[-1], f"“{plain}”: the source cited last before it"
        for full in reversed(self._cited):
            if key(full) != key(plain) and key(full).endswith(" " + key(plain)):
                return full, f"“{plain}”: short for a name used before it"
        return self._person(plain)

    def _person(self, plain: str) -> tuple[str, str | None]:
        """A person under one name, without office; anything else as it is."""
        bare = bare_name(plain)
        full = self._full.get(key(bare).split()[-1] if key(bare) else "")
        if full is None or not (key(full) == key(bare) or key(full).endswith(" " + key(bare))):
            return plain, None
        name = self._names.get(key(full), full)
        return name, None if key(name) == key(plain) else f"“{plain}”: the same name in this article"

    def type_of(self, name: str, link: Link) -> str:
        """What kind of source `name` is, by the attribution, the phrase it stands in, or its shape."""
        role = role_of(name)
        if role is not None:
            return "unnamed"
        if link.rule.startswith(OUTLET) and name[:1].isupper():
            return "outlet"
        if name in self._full.values():
            return "person"
        if any(key(name) == key(cited) for cited in self._cited):
            return "outlet"
        if link.source_type in TYPES:
            return link.source_type
        folded = fold(name)
        return "document" if DOCUMENT.search(folded) else ("organisation" if re.search(r"[A-Z]", folded) else "unnamed")


def bare_name(name: str) -> str:
    """The capitalised words that end `name`, without words of office.

    >>> bare_name("City Council Chair Mary Ann Miller"), bare_name("the mayor")
    ('Mary Ann Miller', 'the mayor')
    """
    found = CAPITALS.search(fold(name).removesuffix("'s"))
    if not found:
        return name
    words = found.group().split()
    offices = [place for place, word in enumerate(words[:-1]) if _office(word)]
    words = words[offices[-1] + 1:] if offices else words
    return " ".join(words[-3:])


def _office(word: str) -> bool:
    """Whether `word` is a title, an office or a body rather than part of a person's name."""
    bare = word.strip(".").lower()
    return (len(bare) > 1 and word.isupper()) or any(rule.regex.fullmatch(bare) for rule in load("titles"))
