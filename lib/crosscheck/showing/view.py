"""What is one look at the corpus? A finding, a table, and a picture where there is something to draw.

Views are made by pure functions (`views_…`): the same choices give the same view, in a widget and on paper. They take
`corpus`, which is anything that has the tables of `tables.TABLES` as attributes, `text`, and `digest`.
"""

import functools
import inspect
import pathlib
from collections.abc import Callable
from dataclasses import dataclass, replace

import pandas as pd

from crosscheck.showing.export import save_figure
from crosscheck.showing.html import Page, escape, finding
from crosscheck.showing.kept import whole
from crosscheck.showing.passages import Texts
from crosscheck.showing.picture import Picture
from crosscheck.showing.recipe import Recipe


@dataclass(frozen=True)
class View:
    """A sentence, one of the `leaves` of a table, and perhaps a picture, which `draw` makes when it is first asked for.
    """

    finding: str
    table: Page
    draw: Callable[[], Picture] | None = None
    recipe: Recipe | None = None
    leaves: int = 1

    @functools.cached_property
    def picture(self) -> Picture | None:
        """The picture with the recipe of this view, or None where there is nothing to draw."""
        return replace(self.draw(), recipe=self.recipe) if self.draw else None

    def page(self) -> Page:
        """The finding and the table as one page."""
        return finding(self.finding) + self.table

    def keep(self, folder: str | pathlib.Path, *, size: str = "slide") -> "Picture | Page":
        """Write the picture with its rows into `folder`, laid out for `size` (`export.save_figure`), and show it.

        Says so when there is nothing to draw.
        """
        if self.picture is None:
            return note("There is nothing to draw here.")
        picture = self.picture.at(size)
        save_figure(picture, pathlib.Path(folder))
        return picture


def remakeable(make: Callable[..., View]) -> Callable[..., View]:
    """The view function `make`, its views with the recipe by which `remaking.remake` makes their picture again."""
    signature = inspect.signature(make)

    @functools.wraps(make)
    def made(corpus, *given, **choices) -> View:
        bound = signature.bind(corpus, *given, **choices).arguments
        chosen = {name: value for name, value in list(bound.items())[1:]
                  if value != signature.parameters[name].default}
        return replace(make(corpus, *given, **choices), recipe=Recipe(make.__name__, chosen, corpus.digest))

    return made


def note(text: str) -> Page:
    """A sentence in grey: something is absent, and that is all."""
    return Page(f'<p class="s">{escape(text)}</p>', text)


def texts(corpus) -> Texts:
    """The texts of `corpus`, ready to quote from; decisions leave them as they are."""
    return _texts(whole(corpus))


@functools.lru_cache(maxsize=2)
def _texts(corpus) -> Texts:
    return Texts(corpus.articles, corpus.sentences)


def place_of(table: pd.DataFrame, key: str, chosen: str | None, place: int) -> str | None:
    """The `chosen` id, or the id at `place` (1 is first) of `table`; None when the table has no such row."""
    if chosen is not None:
        return chosen if (table[key] == chosen).any() else None
    return table[key].iloc[place - 1] if len(table) >= place else None
