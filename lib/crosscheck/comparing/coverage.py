"""Which parties, acts and protected classes do the stated limits cover, by whose word, and which does none cover?

Restrictions become combinations of who is bound, what is limited and whom it protects, in the articles' words; acts
that share their words (`ladders_words`) count as one act. Each act on each party is then held against every class that
the folder protects anywhere: a combination that no restriction states is a gap. Not found: gaps that no article hints
at; the codebook asks for those.
"""

import pandas as pd

from crosscheck import tables
from crosscheck.comparing.ladders_classes import class_nouns
from crosscheck.comparing.ladders_rank import strength_of
from crosscheck.comparing.ladders_words import kin_of, limit_words, neighbours, weights_of
from crosscheck.text import tokens

KEY = ("bound_party", "act", "protected")
NOT_SAID = "not said"
SAME_ACT = 0.6
PLAIN = 2


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
    rows = [_covered(table, key, members) for key, members in cells.items()]
    return _frame(rows + [_gap(*key) for key in _gaps(cells)], list(dict.fromkeys(key[:2] for key in cells)))


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
    """For each row its bound party in the words of the plainest row that names the same kind."""
    names: dict[frozenset[str], str] = {}
    found = []
    for words in table["bound_party"]:
        if pd.isna(words):
            found.append(NOT_SAID)
            continue
        kin = frozenset(k for token in tokens(words) if (k := kin_of(token.folded)))
        found.append(names.setdefault(kin, words) if kin else words)
    return found


def _classes(words: str | float) -> list[str]:
    """The class nouns in `words`, each once."""
    return [NOT_SAID] if pd.isna(words) else list(class_nouns(words)) or [NOT_SAID]


def _gaps(cells: dict[tuple[str, str, str], list[int]]) -> list[tuple[str, str, str]]:
    """The combinations that no restriction states, of acts that protect some class with all classes protected."""
    classes = list(dict.fromkeys(noun for _, _, noun in cells if noun != NOT_SAID))
    protecting = list(dict.fromkeys((party, act) for party, act, noun in cells if noun != NOT_SAID))
    return [(party, act, noun) for party, act in protecting for noun in classes if (party, act, noun) not in cells]


def _covered(table: pd.DataFrame, key: tuple[str, str, str], members: list[int]) -> dict:
    rows = table.loc[members]
    return dict(zip(KEY, key, strict=True)) | {
        "covered": True, "standing": rows["status"].drop_duplicates().tolist(),
        "speakers": rows["stated_by"].dropna().drop_duplicates().tolist(),
        "articles": rows["article_id"].nunique(), "restrictions": rows["restriction_id"].tolist()}


def _gap(party: str, act: str, noun: str) -> dict:
    return {"bound_party": party, "act": act, "protected": noun, "covered": False, "standing": [], "speakers": [],
            "articles": 0, "restrictions": []}


def _frame(rows: list[dict], order: list[tuple[str, str]]) -> pd.DataFrame:
    """`rows` as the typed table, sorted by party and act as in `order`, what is covered first."""
    place = {key: n for n, key in enumerate(order)}
    rows = sorted(rows, key=lambda row: (place[row["bound_party"], row["act"]], not row["covered"]))
    return tables.check("coverage", tables.frame("coverage", rows))
