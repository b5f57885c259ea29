"""All views by one name, for notebooks and widgets: `views.timeline_view(corpus)`."""

from crosscheck.showing.view import View, texts
from crosscheck.showing.views_briefing import card_view, save_briefing, save_figures, summary_view
from crosscheck.showing.views_corpus import (
    articles_view,
    chains_view,
    cited_view,
    grades_view,
    input_page,
    origins_view,
    parts_view,
    publication_view,
    self_view,
    sources_view,
    words_view,
)
from crosscheck.showing.views_decisions import changes_view, decisions_view
from crosscheck.showing.views_moved import moved_view, possible_days, unstated_articles
from crosscheck.showing.views_questions import corrections_view, question_view, questions_view
from crosscheck.showing.views_quotations import copies_view, quotation_view, quotations_view
from crosscheck.showing.views_restrictions import coverage_view, ladder_view, restrictions_view
from crosscheck.showing.views_timeline import event_view, timeline_view

__all__ = ["View", "articles_view", "card_view", "chains_view", "changes_view", "cited_view", "copies_view",
           "corrections_view", "coverage_view", "decisions_view", "event_view", "grades_view", "input_page",
           "ladder_view", "moved_view", "origins_view", "parts_view", "possible_days", "publication_view",
           "question_view", "questions_view", "quotation_view", "quotations_view", "restrictions_view",
           "save_briefing", "save_figures", "self_view", "sources_view", "summary_view", "texts", "timeline_view",
           "unstated_articles", "words_view"]
