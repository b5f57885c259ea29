"""What does each table promise? Columns with type, meaning and allowed values, as data.

`check` holds a table to its promise (with pandera), `empty` gives a typed table without rows, and the README prints
its list of columns from `TABLES`. A column means the same in every table. Types: `text`, `int`, `float`, `bool`,
`day` (ISO `2026-03-04`), `edtf` (ISO 8601-2), `spans` (a list of `(start, end)`), `list` (a list of texts).
"""

import functools
from collections.abc import Callable

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray, ExtensionDtype

from crosscheck.errors import TableError
from crosscheck.tables_analyst import ANALYST, DECIDED
from crosscheck.tables_form import Column, Table

DTYPES = {"text": "str", "edtf": "str", "day": "str", "int": "int64", "float": "float64", "bool": "bool",
          "spans": "object", "list": "object"}
LISTS = ("spans", "list")
NULLABLE_DTYPES = DTYPES | {"int": "Int64", "bool": "boolean"}

ROLES = ("headline", "dateline", "metadata", "byline", "body", "heading", "list_item", "credit", "related", "key_facts",
         "disclosure", "score", "caption", "boilerplate", "repeat")
FURNITURE = ("dateline", "metadata", "byline", "credit", "related", "disclosure", "score", "boilerplate", "repeat")
STATED = ("manifest", "metadata", "dateline")  # what can state a day of publication
PUBLISHED = (*STATED, "inferred", "unknown")
BASES = ("explicit", "relative", "bound", "decided", "unknown")
STATUSES = ("in force", "agreed", "offered", "ordered", "wished", "denied", "sought", "external", "unspecified")
STANCES = ("asserts", "reports", "denies", "doubts", "corrects")
DIFFERENCES = ("number", "date", "antonym", "negation", "scope", "stage", "modality", "actor", "source", "quote",
               "term", "correction", "update", "precision", "wording")
SLOTS = ("bound_party", "act", "protected", "qualifier", "modality", "exception", "applies_from", "applies_until",
         "stated_by")

ARTICLE = Column("article_id", "text", "the article, by the digest of its text")
SENTENCE = Column("sentence_id", "text", "the sentence that holds the passage", True)
ANCHOR = (
    ARTICLE,
    Column("start", "int", "first character of the passage in the article's text, from 0"),
    Column("end", "int", "one past its last character"),
    Column("quote", "text", "the exact words: text[start:end]"),
    Column("rule", "text", "the rule that made the row"),
)
EARLIEST = Column("earliest", "day", "first day it can be; missing if open", True)
LATEST = Column("latest", "day", "last day it can be; missing if open", True)
EDTF = Column("edtf", "edtf", "the same as EDTF; XXXX if nothing is known")


def _slot(name: str, meaning: str) -> tuple[Column, Column]:
    return (Column(name, "text", meaning, True),
            Column(f"{name}_spans", "spans", f"where {name} stands in the article; empty if missing"))


TABLES = {table.name: table for table in (
    Table("articles", "one published text", ("article_id",), (
        ARTICLE,
        Column("file", "text", "address inside the folder; `export.csv#3` for the third article of a table"),
        Column("label", "text", "short name for figures, unique in the folder"),
        Column("title", "text", "headline", True),
        Column("title_basis", "text", "what says so", True, ("manifest", "metadata", "text")),
        Column("outlet", "text", "who published it", True),
        Column("outlet_basis", "text", "what says so", True, ("manifest", "metadata", "text")),
        Column("byline", "text", "who wrote it", True),
        Column("byline_basis", "text", "what says so", True, ("manifest", "metadata", "text")),
        Column("published", "edtf", "publication date", True),
        Column("published_basis", "text", "what says so", True, STATED),
        Column("url", "text", "where it was published", True),
        Column("note", "text", "the analyst's note", True),
        Column("encoding", "text", "how its bytes were read", True),
        Column("words", "int", "words in the text"),
        Column("text", "text", "the whole text as read; every anchor points into it"))),
    Table("skipped", "one file, or part of one, that was not read as an article", ("file", "reason"), (
        Column("file", "text", "its address"),
        Column("reason", "text", "what was found there"),
        Column("advice", "text", "what to do"))),
    Table("notices", "one thing about the input that the analyst should know", ("address", "notice"), (
        Column("address", "text", "file and place"),
        Column("notice", "text", "what was found, and what to do"))),
    Table("regions", "one part of an article with one role", ("article_id", "start"),
          (*ANCHOR, Column("role", "text", "what this part is", False, ROLES)), (("article_id", "articles"),)),
    Table("sentences", "one sentence", ("sentence_id",), (
        Column("sentence_id", "text", "id from content"), *ANCHOR,
        Column("role", "text", "role of the region it stands in", False, ROLES),
        Column("paragraph", "int", "paragraph in the article, from 0"),
        Column("position", "int", "sentence in the article, from 0")), (("article_id", "articles"),)),
    Table("dates", "one time expression", ("date_id",), (
        Column("date_id", "text", "id from content"), *ANCHOR, SENTENCE,
        Column("type", "text", "TIMEX3 type", False, ("DATE", "TIME", "DURATION", "SET")),
        Column("value", "text", "TIMEX3 value; XXXX-WXX-5 for a Friday with no reference day"),
        Column("relation", "text", "how it hangs on a reference day (`timex.resolve`); missing if it does not", True),
        EARLIEST, LATEST), (("article_id", "articles"), ("sentence_id", "sentences"))),
    Table("attributions", "one source saying one thing", ("attribution_id",), (
        Column("attribution_id", "text", "id from content"), *ANCHOR, SENTENCE,
        Column("source", "spans", "where the source is named; empty if nobody is"),
        Column("cue", "spans", "where the verb or phrase of saying stands"),
        Column("content", "spans", "where the words said stand"),
        Column("source_text", "text", "the source in the article's words", True),
        Column("cue_text", "text", "the cue in the article's words"),
        Column("content_text", "text", "the content in the article's words"),
        Column("direct", "bool", "the content holds quoted speech"),
        Column("source_type", "text", "what kind of source", False,
               ("person", "organisation", "document", "outlet", "unnamed", "pronoun", "none"))),
          (("article_id", "articles"), ("sentence_id", "sentences"))),
    Table("claims", "one clause that puts something forward", ("claim_id",), (
        Column("claim_id", "text", "id from content"), *ANCHOR, SENTENCE,
        Column("names", "list", "names in it, as written"),
        Column("denied", "bool", "the clause is negated"),
        Column("stage", "text", "how far along", True,
               ("speculated", "discussed", "negotiated", "agreed", "signed", "in force", "ended")),
        Column("modality", "text", "how sure", False, ("did", "will", "plans", "may", "reportedly", "conditional")),
        Column("numbers", "list", "numbers with unit as low|high|unit, in order"),
        Column("attribution_id", "text", "the attribution it stands in", True)),
          (("article_id", "articles"), ("sentence_id", "sentences"), ("attribution_id", "attributions"))),
    Table("restrictions", "one limit that the text states", ("restriction_id",), (
        Column("restriction_id", "text", "id from content"), *ANCHOR, SENTENCE,
        *_slot("bound_party", "who is bound"),
        *_slot("act", "what is banned, limited, demanded or allowed"),
        *_slot("protected", "class protected or served"),
        *_slot("qualifier", "words that narrow it"),
        *_slot("modality", "how it binds, in the article's words"),
        *_slot("exception", "what is left out of it"),
        *_slot("applies_from", "from when"),
        *_slot("applies_until", "until when"),
        *_slot("stated_by", "whose word it is"),
        Column("via", "list", "who stands between stated_by and the article, nearest first"),
        Column("status", "text", "how it stands", False, STATUSES),
        Column("attribution_id", "text", "the attribution it stands in", True),
        Column("rank", "int", "1 is the most plainly stated in the folder"), *DECIDED),
          (("article_id", "articles"), ("sentence_id", "sentences"), ("attribution_id", "attributions"))),
    Table("publication", "when one article was published, as far as the folder tells", ("article_id",), (
        ARTICLE, EDTF, EARLIEST, LATEST,
        Column("basis", "text", "what it rests on", False, PUBLISHED),
        Column("reasoning", "text", "one sentence: how it follows")), (("article_id", "articles"),)),
    Table("events", "one thing said to have happened, or to come", ("event_id",), (
        Column("event_id", "text", "id from content"),
        Column("label", "text", "what happened, in an article's words"),
        EDTF, EARLIEST, LATEST,
        Column("status", "text", "how well it is dated", False,
               ("dated", "bounded", "undated", "planned", "conditional", "disputed")),
        Column("basis", "text", "what the date rests on", False, BASES),
        Column("reasoning", "text", "one sentence: how the date follows"),
        Column("articles", "int", "articles that report it"),
        Column("rank", "int", "1 is the most worth reading"), *DECIDED)),
    Table("event_evidence", "one passage that reports an event", ("event_id", "article_id", "start"), (
        Column("event_id", "text", "the event"), *ANCHOR, SENTENCE,
        Column("dates_it", "bool", "the passage gives a day, week, month or season for it"),
        Column("date_id", "text", "the time expression", True),
        Column("vote", "edtf", "the date that this passage gives; XXXX if none"),
        Column("reasoning", "text", "how the vote follows")),
          (("event_id", "events"), ("article_id", "articles"), ("date_id", "dates"))),
    Table("questions", "one question that the articles answer, or leave open", ("question_id",), (
        Column("question_id", "text", "id from content"),
        Column("question", "text", "the question in words"),
        Column("origin", "text", "who asks", False, ("codebook", "discovery")),
        Column("kind", "text", "how the readings differ, or that they do not", False,
               (*DIFFERENCES, "agreement", "lonely", "gap")),
        Column("differs", "bool", "at least two readings differ in substance"),
        Column("check", "bool", "a softer finding: look before you use it"),
        Column("answers", "int", "articles with a reading"),
        Column("silent", "int", "articles without one"),
        Column("values", "int", "different readings"),
        Column("reasoning", "text", "one sentence: in what the readings differ"),
        Column("rank", "int", "1 is the most worth reading"), *DECIDED)),
    Table("readings", "one article's answer to one question", ("question_id", "article_id", "start", "value"), (
        Column("question_id", "text", "the question"), *ANCHOR, SENTENCE,
        Column("value", "text", "the answer: the codebook's word, or the differing words"),
        Column("value_spans", "spans", "where the differing words stand"),
        Column("stance", "text", "how the article puts it", False, STANCES),
        Column("attribution_id", "text", "whose word it is", True)),
          (("question_id", "questions"), ("article_id", "articles"), ("attribution_id", "attributions"))),
    Table("ladders", "one restriction in every article's words", ("ladder_id",), (
        Column("ladder_id", "text", "id from content"),
        Column("label", "text", "what is limited, in the nearest words"),
        Column("articles", "int", "articles that state it"),
        Column("changes", "int", "words dropped, added, replaced or weakened on the way"),
        Column("reasoning", "text", "why these are one restriction"),
        Column("rank", "int", "1 is the most worth reading"))),
    Table("rungs", "one article's words for one restriction", ("ladder_id", "restriction_id"), (
        Column("ladder_id", "text", "the ladder"),
        Column("restriction_id", "text", "the restriction"),
        ARTICLE,
        Column("position", "int", "1 is nearest the origin"),
        Column("rendering", "text", "how the words are given", False, ("quoted", "reported"))),
          (("ladder_id", "ladders"), ("restriction_id", "restrictions"), ("article_id", "articles"))),
    Table("rung_changes", "one change from the first rung", ("ladder_id", "restriction_id", "slot", "change"), (
        Column("ladder_id", "text", "the ladder"),
        Column("restriction_id", "text", "the later rung"),
        Column("slot", "text", "where", False, SLOTS),
        Column("change", "text", "what happened to it", False,
               ("dropped", "added", "replaced", "narrowed", "widened", "weakened", "strengthened", "reworded")),
        Column("was", "text", "words on the first rung", True),
        Column("now", "text", "words on this rung", True),
        Column("substance", "bool", "more than wording"),
        Column("reading", "text", "the change as a phrase")),
          (("ladder_id", "ladders"), ("restriction_id", "restrictions"))),
    Table("coverage", "one combination of bound party, act and protected class", ("bound_party", "act", "protected"), (
        Column("bound_party", "text", "who is bound, in the plainest article's words; `not said` if nobody is named"),
        Column("act", "text", "what is limited, in the plainest article's words"),
        Column("protected", "text", "a noun or name of the protected class, or whom it leaves out; `not said` if none"),
        Column("covered", "bool", "a restriction states this combination; false is a gap"),
        Column("standing", "list", "how the restrictions stand, each once"),
        Column("speakers", "list", "whose word they are, each once"),
        Column("articles", "int", "articles that state it"),
        Column("restrictions", "list", "ids of the restrictions, the plainest first"))),
    Table("chains", "one link from who cites to who is cited", ("chain_id", "hop"), (
        Column("chain_id", "text", "id from content; the links of one chain share it"), *ANCHOR,
        Column("hop", "int", "1 is the article's own link"),
        Column("citing", "text", "who cites; the article's label at hop 1"),
        Column("cited", "text", "who is cited, as resolved"),
        Column("cited_type", "text", "what kind of source", False,
               ("person", "organisation", "document", "outlet", "unnamed")),
        Column("resolved", "text", "how a bare name was resolved; missing if it stands in full", True),
        Column("scope", "text", "what the chain carries", False, ("article", "claim")),
        Column("attribution_id", "text", "the attribution", True),
        Column("taken_back", "text", "the article's words that take the remark back; missing if none do", True),
        Column("taken_back_spans", "spans", "where these words stand; empty if missing")),
          (("article_id", "articles"),)),
    Table("quotations", "one utterance that is quoted", ("quotation_id",), (
        Column("quotation_id", "text", "id from content"),
        Column("label", "text", "the fullest quotation, with its marks"),
        Column("speaker", "text", "who most renderings say spoke; missing if nobody is named", True),
        Column("speakers", "list", "everybody to whom it is given, as resolved"),
        Column("articles", "int", "articles that render it"),
        Column("renderings", "int", "passages that render it"),
        Column("altered", "int", "passages with other words inside quotation marks"),
        Column("words", "int", "words of the fullest quotation"),
        Column("reasoning", "text", "one sentence: what the articles do with it"),
        Column("rank", "int", "1 is the most worth reading"))),
    Table("renderings", "one passage that renders an utterance", ("rendering_id",), (
        Column("rendering_id", "text", "id from content"),
        Column("quotation_id", "text", "the utterance"), *ANCHOR, SENTENCE,
        Column("kind", "text", "how it is rendered, against the fullest quotation", False,
               ("verbatim", "fragment", "altered", "paraphrase", "added")),
        Column("speaker", "text", "who said it, in this article as resolved; missing if nobody is named", True),
        Column("through", "list", "who stands between the speaker and the article: outlets, reports, `reportedly`"),
        Column("kept", "float", "part of the fullest quotation's words that stand here too, in order"),
        Column("reading", "text", "the changes inside the quotation marks as phrases; missing if there are none", True),
        Column("kept_spans", "spans", "where words of the fullest quotation stand; for a paraphrase, of any quotation"),
        Column("changed_spans", "spans", "where the changed words stand; words left out have no place"),
        Column("attribution_id", "text", "the attribution", True)),
          (("quotation_id", "quotations"), ("article_id", "articles"), ("attribution_id", "attributions"))),
    Table("rendering_changes", "one change of words inside quotation marks", ("rendering_id", "position"), (
        Column("rendering_id", "text", "the rendering"),
        Column("quotation_id", "text", "the utterance"),
        Column("position", "int", "place among the changes, in the order of the words, from 1"),
        Column("change", "text", "what happened", False, ("replaced", "added", "dropped")),
        Column("was", "text", "words of the fullest quotation", True),
        Column("now", "text", "words of this rendering", True),
        Column("was_spans", "spans", "where these stand in the article of the fullest quotation; empty if added"),
        Column("now_spans", "spans", "where these stand in this article; empty if dropped"),
        Column("substance", "bool", "more than a contraction, an article or an ending"),
        Column("reading", "text", "the change as a phrase")),
          (("rendering_id", "renderings"), ("quotation_id", "quotations"))),
    Table("copies", "two articles that share much wording, quotations apart", ("article_id", "other_id"), (
        *ANCHOR,
        Column("other_id", "text", "the other article; the shorter of the two is named first"),
        Column("other_spans", "spans", "where the stretch stands in the other article"),
        Column("words", "int", "words of the longest stretch that both share"),
        Column("containment", "float", "part of this article's runs of six words that the other has too"),
        Column("near_copy", "bool", "so much that the two are no independent voices"),
        Column("reasoning", "text", "one sentence: what they share")), (("article_id", "articles"),)),
    Table("origins", "who stands behind one reading", ("question_id", "value"), (
        Column("question_id", "text", "the question"),
        Column("value", "text", "the reading"),
        Column("articles", "int", "articles that give it"),
        Column("fewest", "int", "fewest independent origins that the text allows"),
        Column("most", "int", "most independent origins that the text allows"),
        Column("origins", "list", "the origins by name"),
        Column("retracted", "list", "speakers of a remark to this effect that was taken back, not counted"),
        Column("chains", "list", "ids of the chains behind the reading whose ends are counted"),
        Column("reasoning", "text", "one sentence: how the range follows")), (("question_id", "questions"),)),
    Table("grades", "one article, source or claim with the analyst's grade", ("kind", "subject", "value"), (
        Column("grade_id", "text", "id from content"),
        Column("kind", "text", "what is graded", False, ("article", "source", "claim")),
        Column("subject", "text", "the article's file, the source's name, or the question's id"),
        Column("label", "text", "the same for reading: label, name, or the question in words"),
        Column("value", "text", "the reading of the question; missing for articles and sources", True),
        Column("grade", "text", "Admiralty letter of an article or source, digit of a claim; F and 6 if not set", False,
               tuple("ABCDEF123456")),
        Column("set_by", "text", "who set it", False, ("analyst", "default")),
        Column("note", "text", "the analyst's note", True),
        Column("speaks", "list", "what the folder gives to judge by, in phrases; nothing of it is weighed"),
        Column("article_id", "text", "the article, where one is graded", True)), (("article_id", "articles"),)),
    *ANALYST,
)}


def empty(name: str) -> pd.DataFrame:
    """The table `name` without rows, typed."""
    return frame(name, [])


def frame(name: str, rows: list[dict]) -> pd.DataFrame:
    """`rows` as the table `name`: its columns in order, typed, missing cells missing; not yet checked."""
    return _framed(name, lambda column: [row.get(column) for row in rows])


def typed(name: str, parts: list[pd.DataFrame | dict[str, list]]) -> pd.DataFrame:
    """`parts`, frames or lists of cells by column, one after the other as the table `name`.

    Columns that the table has not are left out; one that a frame has not is missing there.
    """
    return _framed(name, lambda column: [cell for part in parts for cell in _cells(part, column)])


def _framed(name: str, cells: Callable[[str], list]) -> pd.DataFrame:
    return pd.DataFrame({column.name: _array(cells(column.name), column) for column in TABLES[name].columns},
                        copy=False)


def _array(cells: list, column: Column) -> np.ndarray | ExtensionArray:
    """`cells` as an array; lists stay lists."""
    if column.type not in LISTS:
        return pd.array(cells, dtype=_dtype(column))
    array = np.empty(len(cells), dtype=object)
    array[:] = cells
    return array


def _cells(part: pd.DataFrame | dict[str, list], name: str) -> list:
    if isinstance(part, dict):
        return part[name]
    return part[name].tolist() if name in part else [None] * len(part)


def _dtype(column: Column) -> np.dtype | ExtensionDtype:
    return _dtype_of((NULLABLE_DTYPES if column.nullable else DTYPES)[column.type])


@functools.cache
def _dtype_of(name: str) -> np.dtype | ExtensionDtype:
    return pd.api.types.pandas_dtype(name)


def check(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """`table`, if it keeps the promise of `name`; else `TableError` with column, row, value and what is allowed."""
    if _keeps(TABLES[name], table):
        return table
    import pandera.errors

    try:
        return _schema(name).validate(table)
    except pandera.errors.SchemaError as error:
        cases = getattr(error, "failure_cases", None)
        found = "" if not isinstance(cases, pd.DataFrame) or cases.empty else (
            f", row {cases['index'].iloc[0]}: found {cases['failure_case'].iloc[0]!r}")
        raise TableError(f"table {name}{found}: {error}") from None


def _keeps(table: Table, frame: pd.DataFrame) -> bool:
    """Whether `frame` plainly keeps the promise, so that pandera, slow to import, need not be asked what is wrong."""
    return (list(frame.columns) == [column.name for column in table.columns]
            and frame.dtypes.tolist() == [_dtype(column) for column in table.columns]
            and all(_fits(column, frame[column.name].array) for column in table.columns)
            and not frame.duplicated(list(table.key)).any())


def _fits(column: Column, cells: ExtensionArray) -> bool:
    return ((column.nullable or not cells.isna().any())
            and (not column.allowed or (cells.isin(column.allowed) | cells.isna()).all()))


@functools.cache
def _schema(name: str):
    import pandera.pandas as pa

    table = TABLES[name]
    columns = {}
    for column in table.columns:
        dtype = None if column.type in LISTS else _dtype(column)
        checks = [pa.Check.isin(column.allowed)] if column.allowed else []
        columns[column.name] = pa.Column(dtype, checks, nullable=column.nullable)
    return pa.DataFrameSchema(columns, unique=list(table.key), strict=True, ordered=True, name=name)


def described() -> str:
    """Every table with its columns as Markdown, as the README prints it."""
    parts = []
    for table in TABLES.values():
        parts.append(f"<details><summary><b>{table.name}</b>: a row is {table.row}</summary>\n\n"
                     "| column | type | meaning |\n|---|---|---|")
        for column in table.columns:
            values = f"; one of {', '.join(f'`{value}`' for value in column.allowed)}" if column.allowed else ""
            missing = ", may be missing" if column.nullable else ""
            key = ", key" if column.name in table.key else ""
            parts.append(f"| `{column.name}` | {column.type}{key}{missing} | {column.meaning}{values} |")
        parts.append("\n</details>\n")
    return "\n".join(parts)
