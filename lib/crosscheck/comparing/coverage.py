"""Which parties, acts and protected classes do the stated limits cover, by whose word, and which does none cover?

Restrictions become combinations of who is bound, what is limited and whom it protects, in the articles' words; acts
that share their words (`ladders_words`) count as one act, things of one owner as one party. Each act that protects
someone is then held against every class and name that the folder protects anywhere, and against all whom the words
leave out ("people other than …", where each class is of one place): what no restriction states is a gap, named by the
widest class. Not found: gaps that no article hints at; the codebook asks for those.
"""

import re
from collections import Counter

import pandas as pd

from crosscheck import tables
from crosscheck.comparing.ladders_classes import class_nouns, wider_than
from crosscheck.comparing.ladders_frames import party_key
from crosscheck.comparing.ladders_rank import strength_of
from crosscheck.comparing.ladders_words import limit_words, neighbours, weights_of

KEY = ("bound_party", "act", "protected")
NOT_SAID = "not said"
SAME_ACT = 0.6
PLAIN = 2
WANTED = ("wished", "sought")
ADMITTING = ("limit.to", "limit.cover", "condition.only", "limit.only_those")
_OWN = re.compile(r"(?:its|their|his|her|our|it|they|he|she|we)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:[A-Z][\w.]+ (?=[a-z])|[A-Z][a-z]+(?:ans|ons|ese|ish)\b|domestic|national|local|native)")


def coverage(restrictions: pd.DataFrame) -> pd.DataFrame:
    """The table `coverage`, in order of the plainest restriction of each party and act; gaps follow what is covered.

    Restrictions whose cue binds weakly, or that limit nothing by name, are left out. A gap is listed only for an act
    that protects some class on some party, so that the table stays readable.
    """
    table = restrictions[restrictions["act"].notna() & restrictions["rule"].map(strength_of).ge(PLAIN)]
    table = table.sort_values(["rank", "restriction_id"]).reset_index(drop=True)
    acts, parties = _acts(table), _parties(table)
    cells: dict[tuple[str, str, str], list[int]] = {}
    for i, words in enumerate(table["protected"]):
        for noun in _classes(words):
            cells.setdefault((parties[i], acts[i], noun), []).append(i)
    columns = {name: table[name].tolist() for name in ("status", "stated_by", "article_id", "restriction_id")}
    rows = [_covered(columns, key, members) for key, members in cells.items()]
    gaps = _gaps(table, cells)
    return _frame(rows + [_gap(*key) for key in gaps], list(dict.fromkeys(key[:2] for key in cells)))


def _acts(table: pd.DataFrame) -> list[str]:
    """For each row its act in the words of the plainest row that limits the same."""
    words = [limit_words(act) for act in table["act"]]
    near = neighbours(words, weights_of(words), SAME_ACT)
    leader: dict[int, int] = {}
    for i in range(len(table)):
        leader.setdefault(i, i)
        for other, _ in near[i]:
            if leader[i] == i:
                leader.setdefault(other, i)
    return [table["act"].iat[leader[i]] for i in range(len(table))]


def _parties(table: pd.DataFrame) -> list[str]:
    """For each row its bound party in the words of the plainest row that names the same kind.

    What someone wants is kept apart from what holds; "its models" is followed by whose word it is.
    """
    keys = [(party_key(words), status in WANTED) if isinstance(words, str) else None
            for words, status in zip(table["bound_party"], table["status"], strict=True)]
    groups: dict[tuple, list[int]] = {}
    for i, key in enumerate(keys):
        groups.setdefault(key if key and key[0] else (table["bound_party"].iat[i],), []).append(i)
    found = [NOT_SAID] * len(table)
    for rows in groups.values():
        for i in rows if keys[rows[0]] else ():
            found[i] = _party_label(table["bound_party"].iat[rows[0]], table["stated_by"].iloc[rows])
    return found


def _party_label(words: str, speakers: pd.Series) -> str:
    """`words`, and after "its …" or a pronoun the speaker, a name before "the company"."""
    named = sorted(speakers.dropna().unique().tolist(), key=lambda name: (not name[:1].isupper() or " " in name, name))
    return f"{words} ({named[0]})" if named and _OWN.match(words) else words


def _classes(words: str | float) -> list[str]:
    """The class nouns in `words`, each once; a name stands for itself."""
    if pd.isna(words):
        return [NOT_SAID]
    return list(class_nouns(words)) or ([words] if words[:1].isupper() else [NOT_SAID])


def _gaps(table: pd.DataFrame, cells: dict[tuple[str, str, str], list[int]]) -> list[tuple[str, str, str]]:
    """The combinations that no restriction states: acts that protect some class, with all whom others protect."""
    classes = list(dict.fromkeys(noun for (_, _, noun), rows in cells.items() if noun != NOT_SAID
                                 and not (class_nouns(noun) and table["rule"].iloc[rows].isin(ADMITTING).all())))
    protecting: dict[tuple[str, str], list[int]] = {}
    for (party, act, noun), rows in cells.items():
        if noun in classes and class_nouns(noun):
            protecting.setdefault((party, act), []).extend(rows)
    widest = _not_within(classes)
    found = []
    for (party, act), rows in protecting.items():
        found += [(party, act, noun) for noun in widest if (party, act, noun) not in cells]
        found += [(party, act, left) for left in _left_out(table["protected"].iloc[rows].dropna().unique().tolist())]
    return found


def _not_within(classes: list[str]) -> list[str]:
    """The classes that neither lie within another one nor are the same."""
    named = {noun: set(class_nouns(noun).values()) for noun in classes}
    holders = Counter(name for names in named.values() for name in names)
    return [noun for noun, names in named.items()
            if not any(holders[wide] > (wide in names) for name in names for wide in (name, *wider_than(name)))]


def _left_out(classes: list[str]) -> list[str]:
    """"people other than …" the widest class, if each class is of one place or people."""
    if not classes or not all(_PLACE.search(words) for words in classes):
        return []
    widest = max(classes, key=lambda words: (len(class_nouns(words)), -len(words)))
    return [f"people other than {widest}"]


def _covered(columns: dict[str, list], key: tuple[str, str, str], members: list[int]) -> dict:
    status, speakers, articles, ids = ([cells[i] for i in members] for cells in columns.values())
    return dict(zip(KEY, key, strict=True)) | {
        "covered": True, "standing": list(dict.fromkeys(status)),
        "speakers": list({name.lower(): name for name in reversed(speakers) if isinstance(name, str)}.values())[::-1],
        "articles": len(set(articles)), "restrictions": ids}


def _gap(party: str, act: str, noun: str) -> dict:
    return {"bound_party": party, "act": act, "protected": noun, "covered": False, "standing": [], "speakers": [],
            "articles": 0, "restrictions": []}


def _frame(rows: list[dict], order: list[tuple[str, str]]) -> pd.DataFrame:
    """`rows` as the typed table, sorted by party and act as in `order`, what is covered first."""
    place = {key: n for n, key in enumerate(order)}
    rows = sorted(rows, key=lambda row: (place[row["bound_party"], row["act"]], not row["covered"]))
    return tables.check("coverage", tables.frame("coverage", rows))
