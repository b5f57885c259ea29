"""How does the analyst judge a row? A desk of controls that write into `decisions.csv` and `codebook.toml`.

Choose a row, a decision and the reason; the button writes it, and the tables follow. What goes wrong is said in the
desk. Nothing is written but by its buttons.
"""

import ipywidgets

from crosscheck.errors import CrosscheckError
from crosscheck.showing import views
from crosscheck.showing.boxes import TextBox
from crosscheck.showing.explorer import Menu
from crosscheck.showing.html import escape
from crosscheck.showing.selections import firm_first

ABOUT = {"event": ("events", "event_id", "label"), "question": ("questions", "question_id", "question"),
         "restriction": ("restrictions", "restriction_id", "quote")}
ACTIONS = {"accept": "accept", "reject": "reject", "rename": "rename (to the value)",
           "re-date": "re-date (to the value, as 2031-03-04)", "grade": "grade (the value, A1 to F6)",
           "annotate": "annotate (with the value)"}
UNFIT = {"question": ("re-date",), "restriction": ("re-date", "rename")}


class Desk(TextBox):
    """Controls over the decisions of `corpus`; `said` tells what the last button did, `page` shows all decisions."""

    def __init__(self, corpus) -> None:
        self.corpus = corpus
        wide = ipywidgets.Layout(width="720px")
        self.about = ipywidgets.Dropdown(description="About", options=list(ABOUT))
        self.row = Menu("Row", [], width="720px")
        self.action = ipywidgets.Dropdown(description="Decision")
        self.value = ipywidgets.Text(description="Value", placeholder="name, date, grade or note", layout=wide)
        self.why = ipywidgets.Text(description="Why", placeholder="the reason, for whoever reads it later", layout=wide)
        self.who = ipywidgets.Text(description="Who", placeholder="your name or initials")
        self.said, self.page = ipywidgets.HTML(), ipywidgets.HTML(layout=ipywidgets.Layout(width="100%"))
        self.buttons = {name: ipywidgets.Button(description=name, layout=ipywidgets.Layout(width="auto"))
                        for name in ("Write decision", "Take back my last", "Put into codebook")}
        for button, act in zip(self.buttons.values(), (self._write, self._undo, self._promote), strict=True):
            button.on_click(lambda _button, act=act: self._do(act))
        self.about.observe(lambda _change: self._turn(), names="value")
        super().__init__([self.about, self.row.box, self.action, self.value, self.why, self.who,
                          ipywidgets.HBox(list(self.buttons.values())), self.said, self.page])
        self.add_class("crosscheck-desk")
        self._turn()
        self._show("")

    def _turn(self) -> None:
        """Offer the rows and decisions of the chosen kind."""
        table, key, label = ABOUT[self.about.value]
        rows = self.corpus.table(table)
        rows = firm_first(rows) if table == "questions" else rows.sort_values("rank")
        self.row.offer(list(zip(rows[label], rows[key], strict=True)))
        self.action.options = [(words, action) for action, words in ACTIONS.items()
                               if action not in UNFIT.get(self.about.value, ())]
        self.action.index = 0
        self.buttons["Put into codebook"].disabled = self.about.value != "question"

    def _do(self, act) -> None:
        try:
            said = act()
        except CrosscheckError as error:
            said = f"Not done. {error}"
        except OSError as error:
            said = f"Not done. The folder cannot be written to: {error}"
        self._show(said)

    def _write(self) -> str:
        self.corpus.decide(self.row.value, self.action.value, self.value.value, who=self.who.value, why=self.why.value)
        self.value.value = self.why.value = ""
        self._turn()
        return "Written into decisions.csv. The other cells follow when they are run or their controls are moved."

    def _undo(self) -> str:
        self.corpus.undo(who=self.who.value, why=self.why.value)
        self._turn()
        return "Taken back. The decision stays in decisions.csv, marked as taken back."

    def _promote(self) -> str:
        path = self.corpus.add_to_codebook(self.row.value)
        return (f"Added to {path.name} in {path.parent}. Reword the question and widen its patterns there, then run "
                "the notebook again.")

    def _show(self, said: str) -> None:
        self.said.value = f"<p>{escape(said)}</p>" if said else ""
        self.page.value = views.decisions_view(self.corpus).page()._repr_html_()

    @property
    def line(self) -> str:
        """What this is, in a line."""
        return "Desk for decisions"
