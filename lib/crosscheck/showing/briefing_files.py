"""How does a briefing reach others? As slides, a page, a sheet of paper, its passages as data and as annotations.

All files carry one name made of the title, safe on every system, and hold the same bytes on every run. A cell that a
spreadsheet would run gets an apostrophe; slides, page and sheet escape in their own way.
"""

import pathlib
from collections.abc import Mapping

import pandas as pd

from crosscheck.cells import csv_text
from crosscheck.files import make_folder, write_whole
from crosscheck.showing.annotations import annotations, annotations_json
from crosscheck.showing.briefing import Briefing, safe_name
from crosscheck.showing.deck import deck
from crosscheck.showing.onepager import onepager_html
from crosscheck.showing.onepager_pdf import onepager_pdf


def write_briefing(made: Briefing, articles: pd.DataFrame, folder: str | pathlib.Path,
                   citations: Mapping[str, str] | None = None) -> list[pathlib.Path]:
    """Write NAME.pptx, .html, .pdf, .csv and .jsonld into `folder`; the files written, in that order.

    `citations` are more texts by the ending of their file, as `{"bib": …, "csl.json": …}`; they come last.
    """
    folder = make_folder(pathlib.Path(folder))
    parts = {"pptx": deck(made), "html": onepager_html(made), "pdf": onepager_pdf(made),
             "csv": csv_text(_data(made, articles)),
             "jsonld": annotations_json(annotations(made.anchors, articles, about="briefing")),
             **(citations or {})}
    return [write_whole(folder / f"{safe_name(made.title)}.{form}", data) for form, data in parts.items()]


def _data(made: Briefing, articles: pd.DataFrame) -> pd.DataFrame:
    """The passages of the briefing with the names of their articles."""
    named = articles[["article_id", "label", "file"]].rename(columns={"label": "article"})
    return made.anchors.merge(named, on="article_id", how="left", validate="many_to_one")
