"""Can a picture be made again from itself? Its recipe is read, its sentences are looked up, and its view drawn anew."""

import pathlib

from crosscheck.errors import FigureError
from crosscheck.showing import views
from crosscheck.showing.html import clean
from crosscheck.showing.picture import Picture
from crosscheck.showing.recipe import read_recipe

SHOWN = 120


def remake(file: str | pathlib.Path, folder) -> Picture:
    """The picture that `file` (PNG, SVG or PDF) holds the recipe of, drawn anew from `folder`.

    `folder` is a folder of articles or an open corpus. On the same articles the picture is the same to the byte.
    Raises `FigureError` where the file holds no recipe, or names the first sentence that is no longer where it was.
    """
    recipe = read_recipe(file)
    name = pathlib.Path(file).name
    corpus = folder if hasattr(folder, "articles") else _opened(folder)
    _hold(recipe["anchors"], corpus, name)
    view = {wanted: getattr(views, wanted) for wanted in views.__all__ if wanted.endswith("_view")}.get(recipe["view"])
    if view is None:
        raise FigureError(f"{name}: asks for the view {recipe['view']!r}, which this version does not have; "
                          "use the version that saved it")
    choices = {key: tuple(value) if isinstance(value, list) else value for key, value in recipe["choices"].items()}
    try:
        picture = view(corpus, **choices).picture
    except (KeyError, TypeError) as error:
        raise FigureError(f"{name}: was made with a choice that cannot be made any more ({error}); choose anew in the "
                          "notebook") from None
    if picture is None:
        raise FigureError(f"{name}: nothing is left to draw in these articles; choose anew in the notebook")
    return picture.at(recipe.get("size", picture.size))


def _opened(folder: str | pathlib.Path):
    """The corpus of a folder; the one place where showing opens the front door, since it is asked for a folder."""
    import crosscheck

    return crosscheck.open_corpus(folder)


def _hold(anchors: list, corpus, name: str) -> None:
    """Refuse if a passage of the picture is no longer in its place."""
    known = set(corpus.text)
    for article_id, start, end, quote in anchors:
        if article_id not in known:
            raise FigureError(f"{name}: shows “{_short(quote)}” of the article {article_id}, which is not in this "
                              "folder or has changed; add the article as it was, or make the figure anew")
        if corpus.text[article_id][int(start):int(end)] != quote:
            raise FigureError(f"{name}: shows “{_short(quote)}”, which article {article_id} no longer has there; "
                              "make the figure anew")


def _short(quote: str) -> str:
    quote = clean(quote)
    return quote if len(quote) <= SHOWN else quote[:SHOWN - 1] + "…"
