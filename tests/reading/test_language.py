"""An article in another language is named, not left out in silence."""

import pandas as pd
import pytest

from crosscheck.reading.language import language_notices

ENGLISH = "The harbour will stay shut until Thursday, the council said, and no ferry may leave. "
FRENCH = "Le port reste fermé jusqu'à jeudi, a déclaré la mairie, et aucun navire ne peut partir. "
GERMAN = "Der Hafen bleibt bis Donnerstag geschlossen, teilte die Stadt mit, und keine Fähre darf ablegen. "
SCORES = "14:30 7.5 12 "


@pytest.mark.parametrize(("text", "told"), [
    (ENGLISH * 5, False), (FRENCH * 5, True), (GERMAN * 5, True), (ENGLISH * 5 + FRENCH, False), (FRENCH, False),
    (SCORES * 30, False), (ENGLISH * 4 + SCORES * 200, False), ("", False),
])
def test_an_article_in_another_language_is_named(text, told):
    found = language_notices(pd.DataFrame({"file": ["a.txt"], "text": [text]}))
    assert [file for file, _ in found] == ["a.txt"] * told
    assert all("another language than English" in notice for _, notice in found)
