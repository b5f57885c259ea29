"""What is each article called in figures and tables?

By the number that its file name begins with, if every file has one of its own, with the words that follow it where no
outlet is known; else by its outlet, if only one article is of it; else by the first words of its file name. A label is
unique in its folder. Not found: a name for the story, and which words of a file name are an outlet.
"""

import re

_NUMBER = re.compile(r"\d{1,6}(?!\d)")
_SEPARATORS = re.compile(r"[\s_.-]+")


def labelled(rows: list[dict]) -> list[dict]:
    """The rows with a short label each that no other has: the number its file name begins with, outlet, or name."""
    numbers = [_NUMBER.match(row["file"]) for row in rows]
    names = [match.group() if match and "#" not in row["file"] else None
             for match, row in zip(numbers, rows, strict=True)]
    if None in names or len(set(names)) < len(names):
        outlets = [row["outlet"] for row in rows]
        names = [outlet if outlet and len(outlet) <= 24 and outlets.count(outlet) == 1 else short_name(row["file"])
                 for outlet, row in zip(outlets, rows, strict=True)]
    else:
        words = [_words(row["file"]) for row in rows]
        names = [short_name(f"{name} {own}.") if own and not row["outlet"] and words.count(own) < len(rows) else name
                 for name, own, row in zip(names, words, rows, strict=True)]
    taken: dict[str, int] = {}
    found = []
    for row, name in zip(rows, names, strict=True):
        label = name
        while label in taken:
            taken[name] += 1
            label = f"{name}-{taken[name]}"
        taken[label] = 1
        found.append(row | {"label": label})
    return found


def _words(file: str) -> str:
    """The words of a file name after its number; what holds a digit is no word.

    >>> _words("0577_harbour_post.txt"), _words("03_1f90784874444c07.txt"), _words("7.txt")
    ('harbour post', '', '')
    """
    return " ".join(word for word in _SEPARATORS.split(file.rpartition(".")[0])[1:] if word.isalpha())


def short_name(file: str) -> str:
    """The first words of a file name, up to 20 characters, with the number of its row in a table.

    >>> short_name("the_harbour_was_closed_on_monday.txt"), short_name("export.csv#3")
    ('the harbour was', 'export#3')
    """
    name, _, row = file.partition("#")
    words = [word for word in _SEPARATORS.split(name.rpartition(".")[0] or name) if word] or [name]
    label = words[0][:20]
    for word in words[1:]:
        if len(label) + len(word) >= 20:
            break
        label += f" {word}"
    return f"{label}#{row}" if row else label
