"""Which stated limits are worth reading first? Those that are stated most plainly.

Plain is a rule whose cue binds (strength in `restriction_cues.tsv`), that names who is bound, to what, whom it protects
and how it is narrowed, and that other articles state too. Of several statements of one limit the plainest comes first,
the others follow later. Not judged: whether the limit matters.
"""

import functools

import pandas as pd

from crosscheck import lexicon
from crosscheck.comparing.ladders_words import neighbours, weights_of, words_of

_LIST_ITEM = 2
_PRONOUN = r"(?:it|they|them|he|she|we|you|i|this|that|which|who|him|her|us|these|those)"
_NARROWS = ("qualifier", "exception", "applies_from", "applies_until")
_SAME = 0.55


def rank_restrictions(restrictions: pd.DataFrame) -> pd.DataFrame:
    """`restrictions` in the same order with a new column `rank`: 1 is the most plainly stated in the folder."""
    table = restrictions.reset_index(drop=True)
    score = _plainness(table)
    words = words_of(table)
    near = neighbours(words, weights_of(words), _SAME)
    articles = table["article_id"].tolist()
    support = [len({articles[n] for n, _ in row} - {articles[i]}) for i, row in enumerate(near)]
    score = [s + 0.4 * min(n, 3) for s, n in zip(score, support, strict=True)]
    order = sorted(range(len(table)), key=lambda i: (-score[i], articles[i], table["start"].iat[i]))
    repeats = _repeats(order, near)
    order.sort(key=lambda i: (-(score[i] - 0.5 * min(repeats[i], 4)), articles[i], table["start"].iat[i]))
    ranks = [0] * len(table)
    for rank, i in enumerate(order, start=1):
        ranks[i] = rank
    return restrictions.assign(rank=pd.Series(ranks, index=restrictions.index, dtype="int64"))


def _repeats(order: list[int], near: list[list[tuple[int, float]]]) -> dict[int, int]:
    """How many plainer statements of the same limit stand before each row."""
    place = {i: n for n, i in enumerate(order)}
    return {i: sum(place[n] < place[i] for n, _ in near[i]) for i in order}


def strength_of(rule: str) -> int:
    """How plainly the cue of `rule` binds, 1 to 3."""
    return _strengths().get(rule, _LIST_ITEM)


def _plainness(table: pd.DataFrame) -> list[float]:
    """How plainly each row states a limit, from its own words."""
    plain = table["rule"].map(strength_of).astype("float64") * 1.2
    party = table["bound_party"].fillna("")
    named = party.ne("") & ~party.str.fullmatch(_PRONOUN, case=False)
    plain += named * 1.0 + table["act"].notna() * 0.5
    plain += sum(table[slot].notna() * 0.3 for slot in _NARROWS)
    groups = (party + " " + table["protected"].fillna("") + " " + table["act"].fillna("")).map(_names_people)
    plain += groups * 0.5 + table["protected"].notna() * 0.3
    plain -= table["status"].eq("unspecified") * 0.6 + table["status"].eq("wished") * 0.4
    return plain.tolist()


def _names_people(words: str) -> bool:
    return any(rule.regex.search(words) for rule in lexicon.load("population_classes"))


@functools.cache
def _strengths() -> dict[str, int]:
    return {rule.rule_id: int(rule.label.split()[1]) for rule in lexicon.load("restriction_cues")}
