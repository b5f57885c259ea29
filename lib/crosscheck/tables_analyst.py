"""What do the tables promise that keep the analyst's work: decisions, and what changed since an earlier run?

`DECIDED` are the columns that decisions fill in `events`, `questions` and `restrictions`.
"""

from crosscheck.tables_form import Column, Table

DECIDABLE = ("events", "questions", "restrictions")
LETTERS = {"A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
           "E": "unreliable", "F": "reliability cannot be judged"}  # of a source, in the Admiralty code
DIGITS = {"1": "confirmed by other sources", "2": "probably true", "3": "possibly true", "4": "doubtful",
          "5": "improbable", "6": "truth cannot be judged"}  # of what it says
ACTIONS = ("accept", "reject", "merge", "rename", "grade", "re-date", "annotate", "undo")
CHANGES = ("new article", "article changed", "article gone", "new event", "date contradicted", "date tightened",
           "date moved", "date loosened", "question opened", "new reading", "question superseded", "question closed",
           "claim gained an origin", "new restriction", "new ladder", "new rung", "decision orphaned", "event joined",
           "event gone", "restriction gone")
DECIDED = (
    Column("decided", "text", "the analyst's verdict; a rejected row is kept here and not drawn", True,
           ("accepted", "rejected")),
    Column("grade", "text", "the analyst's grade in the Admiralty code, A1 to F6", True),
    Column("note", "text", "the analyst's note", True),
)

ANALYST = (
    Table("decisions", "one decision of an analyst in `decisions.csv`", ("decision_id",), (
        Column("decision_id", "text", "id from content"),
        Column("about", "text", "the table that it is about", False, DECIDABLE),
        Column("target", "text", "id of the row when it was decided"),
        Column("label", "text", "the row in words when it was decided", True),
        Column("action", "text", "what was decided", False, ACTIONS),
        Column("value", "text", "new name, grade, date (EDTF), note, id of the row joined, or of what is undone", True),
        Column("who", "text", "the analyst"),
        Column("when", "text", "date and time, ISO 8601"),
        Column("why", "text", "the reason given", True),
        Column("outcome", "text", "what became of it; an orphan's passages are gone, and it waits", False,
               ("applied", "superseded", "disputed", "undone", "orphaned")),
        Column("row_id", "text", "the row of today that it applies to", True),
        Column("reasoning", "text", "one sentence: why it stands so"))),
    Table("changes", "one change since an earlier run", ("change_id",), (
        Column("change_id", "text", "id from content"),
        Column("change", "text", "what changed", False, CHANGES),
        Column("about", "text", "the table of the row that changed"),
        Column("row_id", "text", "the row today; missing if it is gone", True),
        Column("was_id", "text", "the row in the earlier run; missing if it is new", True),
        Column("label", "text", "the row in words"),
        Column("was", "text", "what it was", True),
        Column("now", "text", "what it is", True),
        Column("reasoning", "text", "one sentence: how that follows"),
        Column("check", "bool", "a softer finding: look before you use it"),
        Column("article_id", "text", "an article that shows it", True),
        Column("start", "int", "first character of the passage in the article's text, from 0", True),
        Column("end", "int", "one past its last character", True),
        Column("quote", "text", "the exact words: text[start:end]", True))),
)
