"""How is a view steered? Controls over one pure function of `views`, and menus that can be searched when they are long.

An `Explorer` shows a view again whenever a control changes. What has been shown once is kept, so that going back costs
nothing; a decision makes it anew. The words stand in a field of one height and the picture below has one shape, so
that nothing jumps; what takes longer than a moment is pale until it is there. What goes wrong is shown in its place,
never swallowed.
"""

import functools
from collections.abc import Callable

import ipywidgets

from crosscheck.showing.boxes import TextBox
from crosscheck.showing.html import clean, escape
from crosscheck.showing.screen import font_style
from crosscheck.showing.selections import ALL
from crosscheck.showing.view import View
from crosscheck.text import fold

WIDE = ipywidgets.Layout(width="100%")
OFFERED = 200  # choices in a menu; of more, those that the reader searches for
KEPT = 48      # pages and pictures that an explorer keeps
LONGEST = 70   # characters of a choice
NOTHING = "nothing to choose"
EMPTY = '<div class="cc-empty">Nothing to draw for these choices.</div>'


class Menu(ipywidgets.Dropdown):
    """A menu of (label, value) pairs; with more than `OFFERED` it has a `finder` for words, and tells how many it has.

    `first` is the choice before all others, which means all of them. Words that no label holds leave the menu as it is.
    """

    def __init__(self, name: str, pairs: list[tuple[str, str]], *, first: str | None = None, width: str = "") -> None:
        self.pairs, self.first = pairs, [(first, ALL)] if first else []
        self.finder = ipywidgets.Text(description=f"Find {name.lower()}", placeholder="words", continuous_update=False,
                                      style={"description_width": "initial"})
        self.told = ipywidgets.Label()
        self.finder.observe(lambda _change: self._offer(), names="value")
        super().__init__(description=name, options=self._offered(), layout=ipywidgets.Layout(width=width or None),
                         tooltip="Space opens it; arrow keys alone go to the next cell of the notebook")

    @functools.cached_property
    def box(self) -> ipywidgets.Box:
        """Finder, menu and number, which stay together."""
        return _together(self.finder, self, self.told)

    def offer(self, pairs: list[tuple[str, str]]) -> None:
        """Put other pairs into the menu; the choice stays where it is still there."""
        chosen, self.pairs = self.value, pairs
        if self._offered() is None:
            self.finder.value = ""
        self._offer()
        if any(value == chosen for _, value in self.options):
            self.value = chosen

    def _offer(self) -> None:
        offered = self._offered()
        if offered is not None:
            self.options = offered
            if self.index is None:  # as it may be after a menu of nothing, whose one value is None
                self.index = 0

    def _offered(self) -> list[tuple[str, str | None]] | None:
        """The pairs whose labels hold the finder's words, as many as a menu offers; None if no label does."""
        words = fold(self.finder.value).lower().split()
        found = [pair for pair in self.pairs if all(word in fold(pair[0]).lower() for word in words)]
        many = len(self.pairs) > OFFERED
        self.finder.layout.display = "" if many else "none"
        self.told.value = f"{min(len(found), OFFERED)} of {len(found):,}" if found else "none with these words"
        self.told.layout.display = "" if many else "none"
        shown = [*self.first, *((short(label), value) for label, value in found[:OFFERED])]
        return None if words and not found else shown or [(NOTHING, None)]


class Explorer(TextBox):
    """Controls over a view: its sentence and table in `page`, its picture in `image`, as SVG; `leaf` turns the table.

    `view` is called with `corpus` and the value of each control by its name, and with `leaf` where that is not 1.
    """

    def __init__(self, corpus, view: Callable[..., View], controls: dict[str, ipywidgets.Widget]) -> None:
        self.corpus, self.view, self.controls = corpus, view, controls
        self.page, self.image = ipywidgets.HTML(layout=WIDE), ipywidgets.HTML(
            layout=ipywidgets.Layout(width="100%", max_width="1080px", display="none"))
        self.leaf = ipywidgets.BoundedIntText(description="Page", value=1, min=1, max=1,
                                              layout=ipywidgets.Layout(width="150px"))
        self.leaves = ipywidgets.Label()
        self._seen = functools.lru_cache(maxsize=1)(_seen)
        self._words = functools.lru_cache(maxsize=KEPT)(self._make_words)
        self._picture = functools.lru_cache(maxsize=KEPT)(self._make_picture)
        bar = _together(*(getattr(control, "box", control) for control in controls.values()),
                        _together(self.leaf, self.leaves))
        super().__init__([_fonts(), bar, self.page, self.image])
        self.add_class("crosscheck-explorer")
        self.page.add_class("crosscheck-page")
        for control in controls.values():
            control.observe(self._begin, names="value")
        self.leaf.observe(self.show, names="value")
        self.show()

    def show(self, _change: object = None) -> None:
        """Make the view of the present choices and put it in place of the last one."""
        choices = tuple((name, control.value) for name, control in self.controls.items())
        self.add_class("crosscheck-busy")
        try:
            decided = tuple(self.corpus.decisions["decision_id"])
            words, leaves = self._words(self.view, choices, self.leaf.value, decided)
            self._place(words, leaves)  # the words are read while the picture is drawn
            picture = self._picture(self.view, choices, decided)
        except Exception as error:
            self._place(f"<p><b>This choice could not be shown:</b> {escape(error)}</p>", 1)
            picture = ""
        if picture and self.image.layout.display:
            self.image.layout.display = ""
            self.page.add_class("crosscheck-above")
        self.image.value = picture or EMPTY
        self.remove_class("crosscheck-busy")

    def _begin(self, _change: object) -> None:
        """Show the first leaf of other choices."""
        if self.leaf.value == 1:
            self.show()
        else:
            self.leaf.value = 1

    def _place(self, words: str, leaves: int) -> None:
        self.page.value, self.leaf.max = words, leaves
        self.leaves.value = f"of {leaves:,}"
        for part in (self.leaf, self.leaves):
            part.layout.visibility = "visible" if leaves > 1 else "hidden"

    def _make_words(self, view: Callable[..., View], choices: tuple, leaf: int, decided: tuple) -> tuple[str, int]:
        seen = self._seen(self.corpus, view, choices, leaf, decided)
        return seen.page()._repr_html_(), seen.leaves

    def _make_picture(self, view: Callable[..., View], choices: tuple, decided: tuple) -> str:
        """The picture, which is the same for every leaf."""
        seen = self._seen(self.corpus, view, choices, 1, decided)
        return seen.picture.screen() if seen.picture else ""

    @property
    def line(self) -> str:
        """What this is, in a line."""
        return f"Explorer with the controls {', '.join(self.controls)}"


def _seen(corpus, view: Callable[..., View], choices: tuple, leaf: int, _decided: tuple[str, ...]) -> View:
    return view(corpus, **dict(choices), **({"leaf": leaf} if leaf != 1 else {}))


def _together(*parts: ipywidgets.Widget) -> ipywidgets.Box:
    """Controls in a row, which goes on in the next line where it must."""
    return ipywidgets.Box(parts, layout=ipywidgets.Layout(flex_flow="row wrap"))


def short(text: str) -> str:
    """A label for a menu: one line, at most `LONGEST` characters."""
    text = clean(text).strip()
    return text if len(text) <= LONGEST else text[:LONGEST - 1] + "…"


@functools.cache
def _fonts() -> ipywidgets.HTML:
    """The fonts of the pictures, sent to the browser once for all explorers."""
    return ipywidgets.HTML(font_style(), layout=ipywidgets.Layout(display="none"))
