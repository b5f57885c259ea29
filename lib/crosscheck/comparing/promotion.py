"""How does a discovered question get into the codebook? As text for `codebook.toml`, one entry, ready to paste.

Each value becomes a reading whose pattern is its own words; the analyst gives better names and wider patterns. Nothing
is written here. Not found: what a passage must be about; that is the analyst's to say.
"""

import json
import re

import pandas as pd

from crosscheck.text import fold


def codebook_entry(question: pd.Series, readings: pd.DataFrame) -> str:
    """One `[[question]]` for a row of `questions` and its rows of `readings`, as TOML that `parse_codebook` reads.

    Readings of one value become one; the id is the question's own.
    """
    patterns: dict[str, dict[str, None]] = {}
    for reading in readings[readings["question_id"] == question["question_id"]].itertuples():
        words = [reading.quote[start - reading.start:end - reading.start] for start, end in reading.value_spans]
        patterns.setdefault(reading.value, {}).update(dict.fromkeys(map(_pattern, filter(None, words))))
    lines = [f"    {{value = {_toml(value)}, patterns = [{', '.join(map(_toml, found))}]}},"
             for value, found in patterns.items() if found]
    head = [f"{name} = {_toml(text)}" for name, text in
            (("id", question["question_id"]), ("question", question["question"]), ("kind", question["kind"]))]
    return "\n".join(["[[question]]", *head, "readings = [", *lines, "]", ""])


def _pattern(words: str) -> str:
    """The words as a pattern: folded, and one space for any white space."""
    return re.sub(r"(?:\\?\s)+", " ", re.escape(fold(words)))


def _toml(text: str) -> str:
    """A TOML basic string; JSON's escapes are TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
