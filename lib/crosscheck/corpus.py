"""What does a folder of articles say? The front door: one folder, its tables, each computed once.

`open_corpus(folder)` finds the articles; they are read on first use, many of them by several processes, and what was
read of them is kept in the user's cache. The tables of comparing are made on first use, with the analyst's decisions
applied. Nothing else is written but decisions and codebook entries, where a method that writes them is called, and
nothing reaches the network.
"""

import contextlib
import functools
import gc
import hashlib
import pathlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from copy import copy

import pandas as pd

from crosscheck import deciding, tables
from crosscheck.cells import csv_text, indented_json
from crosscheck.comparing.agreement import Agreement, agreement, disagreements
from crosscheck.comparing.chains import find_chains
from crosscheck.comparing.changes import find_changes
from crosscheck.comparing.citation_export import bibtex, csl_items
from crosscheck.comparing.codebook import Codebook, codebook_notices, read_codebook
from crosscheck.comparing.codebook_file import parse_codebook
from crosscheck.comparing.copies import find_copies
from crosscheck.comparing.coverage import coverage
from crosscheck.comparing.coverage_odrl import odrl_policies
from crosscheck.comparing.decided import decide_events, decide_questions, decide_restrictions
from crosscheck.comparing.discrepancies import find_questions
from crosscheck.comparing.events import Groups, event_tables, group_events
from crosscheck.comparing.grades import Evidence, find_grades
from crosscheck.comparing.grades_file import Grades, read_grades
from crosscheck.comparing.ladders import find_ladders
from crosscheck.comparing.ladders_rank import rank_restrictions
from crosscheck.comparing.origins import find_origins
from crosscheck.comparing.promotion import codebook_entry
from crosscheck.comparing.provenance_export import prov_document
from crosscheck.comparing.publication import find_publication
from crosscheck.comparing.quotation_ladder import find_renderings
from crosscheck.comparing.reanchor import Reanchored, reanchor
from crosscheck.comparing.timeline_export import events_csv, skipped_events, timeline_csv, timeline_json
from crosscheck.decisions import Decision, read_decisions
from crosscheck.errors import CodebookError
from crosscheck.files import alone, write_whole
from crosscheck.reading.article import Job
from crosscheck.reading.articles import read_folder
from crosscheck.reading.date_notices import date_notices
from crosscheck.reading.gathering import read_articles
from crosscheck.reading.language import language_notices
from crosscheck.saved import read_run
from crosscheck.spread import LARGE, beside

DAY = re.compile(r"\d{4}-\d\d-\d\d$")
DECIDED = {"events": ("_events",), "questions": ("_questions", "origins", "_grades"),
           "restrictions": ("_restrictions", "_ladders", "coverage")}
Progress = Callable[..., Iterable]
BESIDE = ("_found_events", "chains", "_quotations")  # what `Corpus.make` leaves to another process
KEPT = ("folder", "articles", "codebook")


def open_corpus(folder: str | pathlib.Path, *, since: str | pathlib.Path | None = None,
                executor: Executor | None = None, progress: Progress | None = None) -> "Corpus":
    """The corpus of the articles in `folder`; `since` is an earlier run, or an earlier folder, for the table `changes`.

    `executor` is any `concurrent.futures.Executor` to read articles with, a cluster's too; without one, a large folder
    is read by a pool of processes over this machine's cores. `progress` wraps an iterable as `tqdm.tqdm`
    does (`progress(iterable, total=…, desc=…)`). Raises `FolderError` when there is no article to read, `SheetError`,
    `CodebookError` and `DecisionError` when `articles.csv`, `codebook.toml` or `decisions.csv` cannot be understood.
    """
    articles, skipped, notices = read_folder(folder)
    made, more = read_decisions(folder)
    return Corpus(pathlib.Path(folder), articles, skipped, _noticed(notices, more), read_codebook(folder), made,
                  since, executor, progress)


def _noticed(notices: pd.DataFrame, more: list[tuple[str, str]]) -> pd.DataFrame:
    """`notices` with more of them, each once."""
    own = tables.frame("notices", [{"address": address, "notice": notice} for address, notice in more])
    return pd.concat([notices, own], ignore_index=True).drop_duplicates() if more else notices


class Corpus:
    """The tables of one folder as attributes; `tables.TABLES` says what each promises."""

    def __init__(self, folder: pathlib.Path, articles: pd.DataFrame, skipped: pd.DataFrame, notices: pd.DataFrame,
                 codebook: Codebook, made: list[Decision], since: str | pathlib.Path | None,
                 executor: Executor | None, progress: Progress | None) -> None:
        self.folder, self.articles, self.skipped, self.codebook = folder, articles, skipped, codebook
        self._notices, self._made, self.since = notices, made, since
        self._executor, self._progress = executor, progress

    def __repr__(self) -> str:
        return f"Corpus of {len(self.articles)} articles, digest {self.digest}"

    def __len__(self) -> int:
        return len(self.articles)

    def table(self, name: str) -> pd.DataFrame:
        """The table `name`, one of `tables.TABLES`."""
        return getattr(self, name)

    def make(self) -> None:
        """Make all tables, those of a large folder in two processes, since questions do not rest on events or chains.

        The tables are the same as without; this is for whoever wants them all.
        """
        with _unswept():
            others = beside(_make_beside, self._lean()) if len(self) >= LARGE else dict
            for name in ("_found_questions", "_ladders", "coverage", "copies"):
                getattr(self, name)
            self.__dict__.update(others())

    def _lean(self) -> "Corpus":
        """This corpus with what `BESIDE` rests on, and no more, to be sent to another process."""
        twin = copy(self)
        kept = {name: self._reading[name] for name in ("sentences", "dates", "attributions")}
        twin.__dict__ = {name: value for name, value in self.__dict__.items() if name in KEPT} | {
            "_reading": kept, "publication": self.publication}
        return twin

    @functools.cached_property
    def digest(self) -> str:
        """Twelve hex digits that change whenever the text or the sheet entry of an article does."""
        columns = ["file", "article_id", "title", "outlet", "byline", "published"]
        rows = self.articles[columns].fillna("").sort_values(columns).to_csv(index=False)
        return hashlib.sha256(rows.encode("utf-8", "surrogatepass")).hexdigest()[:12]

    @functools.cached_property
    def text(self) -> dict[str, str]:
        """The text of each article by its id."""
        return dict(zip(self.articles["article_id"], self.articles["text"], strict=True))

    @functools.cached_property
    def notices(self) -> pd.DataFrame:
        """What the analyst should know of the input: odd sheet rows, doubtful dates, patterns that never match."""
        found = [*language_notices(self.articles), *date_notices(self.articles, self.dates),
                 *codebook_notices(self.codebook, self.sentences), *self._given.notices]
        found += self._grades[1] if self._given.rows else []
        return tables.check("notices", _noticed(self._notices, found))

    @functools.cached_property
    def _reading(self) -> dict[str, pd.DataFrame]:
        jobs = [Job(row.article_id, row.text, _day(row.published)) for row in self.articles.itertuples()]
        return read_articles(jobs, self._executor, self._progress)

    regions = property(lambda self: self._reading["regions"], doc="Parts of articles with their role.")
    sentences = property(lambda self: self._reading["sentences"], doc="Sentences.")
    dates = property(lambda self: self._reading["dates"], doc="Time expressions.")
    attributions = property(lambda self: self._reading["attributions"], doc="Who says what.")
    claims = property(lambda self: self._reading["claims"], doc="Clauses that put something forward.")

    @functools.cached_property
    def _restrictions(self) -> tuple[pd.DataFrame, list[dict]]:
        found = self._found_restrictions
        return decide_restrictions(found, self._made, self.text) if self._made else (found, [])

    @functools.cached_property
    def _found_restrictions(self) -> pd.DataFrame:
        return tables.check("restrictions", rank_restrictions(self._reading["restrictions"]))

    restrictions = property(lambda self: self._restrictions[0], doc="Stated limits, ranked over the folder.")

    @functools.cached_property
    def publication(self) -> pd.DataFrame:
        """When each article was published, with the reasoning."""
        return find_publication(self.articles, self.sentences, self.dates)

    @functools.cached_property
    def _events(self) -> tuple[pd.DataFrame, pd.DataFrame, list[dict]]:
        found = self._found_events
        return decide_events(*found, self._made, self.text) if self._made else (*found, [])

    @functools.cached_property
    def _groups(self) -> Groups:
        return group_events(self.articles, self.sentences, self.dates, self.publication, self.codebook)

    @functools.cached_property
    def _found_events(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        return event_tables(self._groups)

    events = property(lambda self: self._events[0], doc="What is said to have happened.")
    event_evidence = property(lambda self: self._events[1], doc="The passages that report events.")

    @functools.cached_property
    def _questions(self) -> tuple[pd.DataFrame, pd.DataFrame, list[dict]]:
        found = self._found_questions
        return decide_questions(*found, self._made, self.text) if self._made else (*found, [])

    @functools.cached_property
    def _found_questions(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        return find_questions(self.articles, self.sentences, self.attributions, self.dates, self.publication,
                              self.codebook)

    questions = property(lambda self: self._questions[0], doc="Questions of the codebook and of discovery.")
    readings = property(lambda self: self._questions[1], doc="Each article's answers.")

    @property
    def discrepancies(self) -> pd.DataFrame:
        """The questions whose readings differ in substance, best first, without those rejected."""
        found = self.questions[self.questions["differs"] & (self.questions["decided"] != "rejected")]
        return found.sort_values("rank").reset_index(drop=True)

    @functools.cached_property
    def _ladders(self) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
        return find_ladders(self.articles, self._kept, self.attributions, self.codebook)

    ladders = property(lambda self: self._ladders[0], doc="Restrictions that several articles state.")
    rungs = property(lambda self: self._ladders[1], doc="Each article's words for one restriction.")
    rung_changes = property(lambda self: self._ladders[2], doc="What changes from rung to rung.")

    @functools.cached_property
    def coverage(self) -> pd.DataFrame:
        """Which parties, acts and protected classes the limits cover, and which gaps they leave."""
        return coverage(self._kept)

    @property
    def _kept(self) -> pd.DataFrame:
        """The restrictions that nobody rejected."""
        return self.restrictions[self.restrictions["decided"] != "rejected"] if self._made else self.restrictions

    @functools.cached_property
    def chains(self) -> pd.DataFrame:
        """Who cites whom, link by link."""
        return find_chains(self.articles, self.sentences, self.attributions, self.codebook)

    @functools.cached_property
    def _quotations(self) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
        return find_renderings(self.articles, self.sentences, self.attributions, self.codebook)

    quotations = property(lambda self: self._quotations[0], doc="Utterances that are quoted.")
    renderings = property(lambda self: self._quotations[1], doc="Each passage's words for one utterance.")
    rendering_changes = property(lambda self: self._quotations[2], doc="What changes inside quotation marks.")

    @functools.cached_property
    def copies(self) -> pd.DataFrame:
        """Articles that share much wording, quotations apart."""
        return find_copies(self.articles, self.regions)

    @functools.cached_property
    def origins(self) -> pd.DataFrame:
        """How many independent origins each reading may rest on."""
        return find_origins(self.chains, self.questions, self.readings, self.articles, self.copies)

    @functools.cached_property
    def _given(self) -> Grades:
        return read_grades(self.folder)

    @functools.cached_property
    def _grades(self) -> tuple[pd.DataFrame, list[tuple[str, str]]]:
        return find_grades(self._given, Evidence(self.articles, self.regions, self.chains, self.questions, self.origins,
                                                 self.renderings, self.copies))

    grades = property(lambda self: self._grades[0], doc="The analyst's grades, and what speaks for them.")

    @functools.cached_property
    def decisions(self) -> pd.DataFrame:
        """Every decision with what became of it, in the order of time."""
        settled = {row["decision_id"]: row for row in (*self._events[2], *self._questions[2], *self._restrictions[1])}
        rows = [settled[one.decision_id] for one in self._made]
        return tables.check("decisions", tables.frame("decisions", rows))

    def decide(self, target: str, action: str, value: str = "", *, who: str, why: str,
               when: str | None = None) -> str:
        """Write a decision about one row of events, questions or restrictions into `decisions.csv`; its id.

        `action` is one of `accept`, `reject`, `merge` (`value`: id of the row to take in), `rename` (the new name),
        `grade` (A1 to F6), `re-date` (EDTF) and `annotate` (a note); `when` is now unless given. The tables of this
        corpus change with it. `DecisionError` if there is no such row, or the decision cannot be.
        """
        made = deciding.decide(self, target, action, value, who=who, why=why, when=when)
        self._read_again(made.about)
        return made.decision_id

    def undo(self, decision_id: str | None = None, *, who: str, why: str = "", when: str | None = None) -> str:
        """Take back a decision, by default the last that `who` made and that stands; the id of the undoing."""
        back = deciding.undo(self, decision_id, who=who, why=why, when=when)
        self._read_again(back.about)
        return back.decision_id

    def add_decisions(self, path: str | pathlib.Path) -> pd.DataFrame:
        """Take another analyst's `decisions.csv` into this folder's; what the analysts differ about, as a table."""
        deciding.take_in(self, path)
        self._read_again(*DECIDED)
        return self.disagreements

    @property
    def disagreements(self) -> pd.DataFrame:
        """What analysts say of rows about which they differ; nothing of it is applied."""
        return disagreements(self.decisions)

    def agreement(self, kind: str = "verdicts") -> Agreement:
        """How far the analysts agree in their `verdicts` or `grades`, as Krippendorff's alpha."""
        return agreement(self.decisions, kind)

    def _read_again(self, *about: str) -> None:
        """Take the decisions as the file holds them; tables that rest on those about `about` are made anew if asked."""
        before, self._made = self._made, read_decisions(self.folder)[0]
        others = {one.about for one in set(self._made) ^ set(before)}
        for name in ("decisions", *(name for table in {*about, *others} for name in DECIDED[table])):
            self.__dict__.pop(name, None)

    @functools.cached_property
    def changes(self) -> pd.DataFrame:
        """What is new against the earlier run that `open_corpus` was given as `since`; nothing without one."""
        return tables.empty("changes") if self.since is None else self.changes_since(self.since)

    def changes_since(self, earlier: "Corpus | str | pathlib.Path") -> pd.DataFrame:
        """What is new against an earlier corpus, a saved run (the folder that `tables` wrote), or a folder of articles.

        The table `changes`, in the order of `tables_analyst.CHANGES`.
        """
        return find_changes(earlier if isinstance(earlier, Corpus) else read_run(earlier) or open_corpus(earlier), self)

    def reanchor(self, published: Mapping[str, str]) -> Reanchored:
        """The events as they would be if articles (by id) had been published on other days (ISO or EDTF).

        The tables of this corpus stay as they are. Raises `AnchorError` for an unknown article or day.
        """
        return reanchor(self._groups, published)

    def promote(self, question_id: str) -> str:
        """The question as an entry for `codebook.toml`, to paste there and reword; nothing is written.

        Raises `CodebookError` if no row of `questions` has this id, or if no article answers it.
        """
        found = self.questions[self.questions["question_id"] == question_id]
        if found.empty:
            raise CodebookError(f"question {question_id!r}: no row of `questions` has this id; take one from that "
                                "table")
        if not found["answers"].iloc[0]:
            raise CodebookError(f"question {question_id!r}: no article answers it, so there are no words to take over; "
                                "promote a question with readings")
        return codebook_entry(found.iloc[0], self.readings)

    def add_to_codebook(self, question_id: str) -> pathlib.Path:
        """Add the question to the end of the folder's `codebook.toml`, made if need be, to reword there; its path.

        It is asked from the next `open_corpus` on. Raises `CodebookError` as `promote` does, or if it is there already.
        """
        entry = self.promote(question_id)
        path = self.folder / "codebook.toml"
        with alone(path):
            old = path.read_text(encoding="utf-8") if path.exists() else ""
            if any(question.id == question_id for question in parse_codebook(old).questions):
                raise CodebookError(f"{path.name}: question {question_id!r} stands there already; reword it there")
            parse_codebook(new := f"{old.rstrip()}\n\n{entry}".lstrip("\n"))
            return write_whole(path, new, durable=True)

    def exchange(self) -> dict[str, str]:
        """Texts in the formats of other tools, by file name.

        TimelineJS, ODRL, PROV-O, CSL-JSON, BibTeX, and the events as one sheet.
        """
        headline = f"{len(self)} articles read against each other"
        told = (self.events.sort_values("rank"), self.event_evidence, self.articles)
        odrl = indented_json(odrl_policies(self.restrictions, self.articles))
        prov = indented_json(prov_document(self.chains, self.articles, self.attributions))
        csl = indented_json(csl_items(self.articles))
        return {"articles.bib": bibtex(self.articles), "articles.csl.json": csl + "\n",
                "chains.prov.jsonld": prov + "\n", "timelinejs.json": timeline_json(*told, headline=headline),
                "timelinejs.csv": timeline_csv(*told),
                "timelinejs_skipped.csv": csv_text(skipped_events(self.events)),
                "events_by_passage.csv": events_csv(*told), "restrictions.odrl.jsonld": odrl + "\n"}


def _make_beside(corpus: Corpus) -> dict[str, object]:
    """What `BESIDE` names, by name."""
    with _unswept():
        return {name: getattr(corpus, name) for name in BESIDE}


@contextlib.contextmanager
def _unswept() -> Iterator[None]:
    """Leave out the search for objects that hold each other, which takes long where there are millions of others."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


def _day(published: object) -> str | None:
    """The publication date as a reference day, if it is one whole day."""
    return published if isinstance(published, str) and DAY.match(published) else None
