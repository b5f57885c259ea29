"""How good is a source, how sure a claim? The analyst's grades, and beside each what the folder gives to judge by.

Every article, every source that is cited, and every reading of a question has a row, ungraded (F, 6) unless the
analyst's `grades.csv` says otherwise (`comparing.grades_file`). What speaks for or against a grade is listed and never
weighed: what an article says of itself, whether it names its sources, other words inside quotation marks, shared
wording; how many articles cite a source, and whether its remark was taken back; how many origins a reading may rest on.
Not here: whether any of it is true.
"""

import difflib
from collections import Counter
from typing import NamedTuple

import pandas as pd

from crosscheck import tables
from crosscheck.comparing.article_rows import by_article
from crosscheck.comparing.citations import NOBODY, key
from crosscheck.comparing.grades_file import FILE, Graded, Grades
from crosscheck.text import content_id

OWN_NOTES = ("disclosure", "score")
LONGEST = 240
NAMED = ("person", "organisation", "document", "outlet")


class Evidence(NamedTuple):
    """The tables that the notes beside a grade are made from."""

    articles: pd.DataFrame
    regions: pd.DataFrame
    chains: pd.DataFrame
    questions: pd.DataFrame
    origins: pd.DataFrame
    renderings: pd.DataFrame
    copies: pd.DataFrame


class _Row(NamedTuple):
    kind: str
    subject: str
    label: str
    value: str | None
    speaks: list[str]
    article_id: str | None
    names: tuple[str, ...]      # what the analyst may call it


def find_grades(given: Grades, evidence: Evidence) -> tuple[pd.DataFrame, list[tuple[str, str]]]:
    """The table `grades`, and a notice (address, what to do) for each row of the file that grades nothing here.

    Articles come first, then sources, then claims in the order of the questions.
    """
    rows = [*_articles(evidence), *_sources(evidence), *_claims(evidence)]
    places: dict[tuple, int] = {}
    for number, row in enumerate(rows):
        for name in row.names:
            places.setdefault((row.kind, key(name), key(row.value or "")), number)
    set_by, notices = {}, []
    for graded in given.rows:
        place = places.get((graded.kind, key(graded.subject), key(graded.value)))
        if place is None:
            notices.append((f"{FILE}:{graded.line}", _unmatched(graded, rows)))
        else:
            set_by[place] = graded
    return tables.check("grades", tables.frame("grades", [
        _cells(row, set_by.get(number)) for number, row in enumerate(rows)])), notices


def _cells(row: _Row, graded: Graded | None) -> dict:
    default = "6" if row.kind == "claim" else "F"
    return {"grade_id": content_id("k", row.kind, row.subject, row.value or ""), "kind": row.kind,
            "subject": row.subject, "label": row.label, "value": row.value,
            "grade": graded.grade if graded else default, "set_by": "analyst" if graded else "default",
            "note": (graded.note or None) if graded else None, "speaks": row.speaks, "article_id": row.article_id}


def _unmatched(graded: Graded, rows: list[_Row]) -> str:
    """What is wrong with a row that grades nothing, with the nearest name."""
    own = [row for row in rows if row.kind == graded.kind]
    said = [row for row in own if key(graded.subject) in map(key, row.names)]
    if said:
        values = ", ".join([row.value for row in said if row.value][:6])
        return f"the question {graded.subject!r} has no reading {graded.value!r}; its readings are {values}"
    near = difflib.get_close_matches(graded.subject, [name for row in own for name in row.names], 1, 0.6)
    hint = f"did you mean {near[0]!r}?" if near else "see the column 'subject' of the table of grades"
    return f"there is no {graded.kind} {graded.subject!r} in the folder; {hint}"


def _articles(evidence: Evidence) -> list[_Row]:
    said, cited, altered = (by_article(table) for table in (
        evidence.regions[evidence.regions["role"].isin(OWN_NOTES)], evidence.chains[evidence.chains["hop"] == 1],
        evidence.renderings[evidence.renderings["kind"] == "altered"]))
    shared: dict[str, list[str]] = {}
    for one in evidence.copies.itertuples():
        for article_id in (one.article_id, one.other_id):
            shared.setdefault(article_id, []).append(one.reasoning)
    rows = []
    for row in evidence.articles.itertuples():
        notes = [_of_itself(region) for region in said.get(row.article_id, ())]
        notes.append(_cites(cited.get(row.article_id, [])))
        notes += [f"other words inside quotation marks: {one.quote} ({one.reading})"
                  for one in altered.get(row.article_id, ())]
        notes += shared.get(row.article_id, [])
        if not isinstance(row.outlet, str):
            notes.append("it does not say who published it")
        rows.append(_Row("article", row.file, row.label, None, notes, row.article_id, (row.file, row.label)))
    return rows


def _of_itself(region) -> str:
    words = " ".join(region.quote.split())
    kind = "written with the help of a machine" if region.rule.startswith("disclosure_ai") else (
        "scores itself" if region.role == "score" else "says of itself")
    return f"{kind}: “{words[:LONGEST]}{'…' if len(words) > LONGEST else ''}”"


def _cites(links: list) -> str:
    """How many sources an article cites, with and without a name."""
    named = {key(link.cited) for link in links if link.cited_type in NAMED}
    unnamed = list({key(link.cited): link.cited for link in links if link.cited_type not in NAMED}.values())
    said = f"it cites {_count(len(named), 'named source')}" if named else "it cites nobody by name"
    return said + (f", and {len(unnamed)} without a name ({', '.join(unnamed[:3])})" if unnamed else "")


def _sources(evidence: Evidence) -> list[_Row]:
    """A row a cited name, the most cited first."""
    links: dict[str, list] = {}
    for link in evidence.chains[evidence.chains["rule"] != NOBODY].itertuples():
        links.setdefault(key(link.cited), []).append(link)
    rows = []
    for name, own in links.items():
        articles, chains = len({link.article_id for link in own}), len({link.chain_id for link in own})
        shown = Counter(link.cited for link in own).most_common(1)[0][0]
        row = _Row("source", shown, shown, None, _of_source(own, articles, chains), None, (shown, name))
        rows.append((-articles, -chains, name, row))
    return [row[-1] for row in sorted(rows, key=lambda row: row[:3])]


def _of_source(links: list, articles: int, chains: int) -> list[str]:
    """How often, under what name, through whom, and what of it was taken back."""
    notes = [f"cited {_count(chains, 'time')} in {_count(articles, 'article')}",
             "named" if any(link.cited_type in NAMED for link in links) else "not named"]
    if through := list(dict.fromkeys(link.citing for link in links if link.hop > 1)):
        notes.append(f"reached through {', '.join(through[:4])}")
    back = dict.fromkeys(" ".join(link.taken_back.split()) for link in links if isinstance(link.taken_back, str))
    return notes + [f"a remark was taken back: “{words[:LONGEST]}”" for words in back]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _claims(evidence: Evidence) -> list[_Row]:
    questions = dict(zip(evidence.questions["question_id"], evidence.questions["question"], strict=True))
    return [_Row("claim", row.question_id, questions[row.question_id], row.value, _behind(row), None,
                 (row.question_id, questions[row.question_id])) for row in evidence.origins.itertuples()]


def _behind(row) -> list[str]:
    span = str(row.fewest) if row.fewest == row.most else f"{row.fewest} to {row.most}"
    origins = f"{span} origin{'' if span == '1' else 's'}: {', '.join(row.origins[:5])}"
    notes = [f"{_count(row.articles, 'article')}, {origins}"]
    return notes + [f"a remark of {speaker} to this effect was taken back" for speaker in row.retracted]
