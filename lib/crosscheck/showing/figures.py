"""Which pictures does the kit draw? One door to all of them; each is a function from tables to a `Picture`.

    timeline_figure   when it happened, and who says so
    matrix_figure     which article answers which question, in which words
    ladder_figure     what became of one limit from article to article
    origins_figure    how many origins stand behind each reading
    status_figure     which limits are in force, and which only offered, wished, denied or sought
    changes_figure    what is new since an earlier run
    corpus_figure     who published what, when, how long, and on whose word

Each takes `size`: a whole `slide` (as by default), `half` of one, or the text `column` of an A4 page; `Picture.at`
lays a picture out anew. `save_figure` writes a picture in all its forms; `remake` draws a saved one again from itself;
`overlaps` names texts that meet or leave the page.
"""

from crosscheck.showing.changes_board import changes_figure
from crosscheck.showing.export import save_figure
from crosscheck.showing.figures_corpus import corpus_figure
from crosscheck.showing.figures_ladder import ladder_figure
from crosscheck.showing.figures_matrix import matrix_figure
from crosscheck.showing.figures_origins import origins_figure
from crosscheck.showing.figures_status import status_figure
from crosscheck.showing.figures_timeline import timeline_figure
from crosscheck.showing.page import overlaps
from crosscheck.showing.picture import Picture
from crosscheck.showing.remaking import remake
from crosscheck.showing.sheet import SHEETS

__all__ = ["SHEETS", "Picture", "changes_figure", "corpus_figure", "ladder_figure", "matrix_figure", "origins_figure",
           "overlaps", "remake", "save_figure", "status_figure", "timeline_figure"]
