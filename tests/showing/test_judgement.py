"""Which judgements may go out, and what is said of those that may not."""

import pytest

from crosscheck import lexicon
from crosscheck.errors import BriefingError
from crosscheck.showing.judgement import BANDS, CONFIDENCE, judged, refusals


@pytest.mark.parametrize("text, says", [
    ("The talks are very likely to fail.", None), ("", None),
    ("The talks are likely to fail. Our confidence in this judgement is low.", None),
    ("We have moderate confidence that the talks will probably fail.", "one sentence"),
    ("It is almost certain, and we are highly confident, that the bridge closed.", "one sentence"),
    ("The U.S. office is likely to close. We have low confidence in this.", None),
    ("Three articles confirm that the bridge closed.", "calls agreement confirmation"),
    ("The closure is corroborated by two outlets.", "calls agreement confirmation"),
    ("The articles prove it beyond doubt.", "calls agreement confirmation"),
    ("The closure has not been confirmed.", None), ("Nobody has verified the number.", None),
    ("It is unconfirmed.", None), ("A spokesman “confirmed” the closure.", None),
    ("It is not clear when, but the closure is confirmed.", "calls agreement confirmation"),
    ("Two articles say so, and we wait for proof.", "calls agreement confirmation"),
    ("The closure is likely. The ferry is unlikely.", "several likelihoods"),
    ("The council passed a vote of confidence, and new elections are unlikely.", None),
    ("Police had probable cause.", None),
])
def test_refusals(text, says):
    found = refusals(text)
    assert bool(found) == bool(says), found
    if says:
        assert says in found[0]


@pytest.mark.parametrize("text, band", [
    ("There is almost no chance of it.", "almost no chance"), ("It is highly improbable.", "very unlikely"),
    ("It is improbable.", "unlikely"), ("There are roughly even odds.", "roughly even chance"),
    ("It is probable.", "likely"), ("It is highly probable.", "very likely"),
    ("It is nearly certain.", "almost certain"), ("It happened.", None),
])
def test_the_band_is_read_from_the_words(text, band):
    made = judged(text, confidence="high")
    assert made.band == band and bool(made.likelihood) == bool(band)
    assert "onfidence" not in made.likelihood and not any(word in made.assurance for word in BANDS)


def test_every_band_has_its_words():
    labels = {rule.label for rule in lexicon.load("judgement")}
    assert set(BANDS) <= labels and len(BANDS) == 7 and len(CONFIDENCE) == 3


@pytest.mark.parametrize("text, confidence, says", [
    ("It closed.", "some", "confidence is low, moderate, high"), ("", "low", "needs a judgement"),
    ("All confirm it.", "", "the judgement is not printed"),
])
def test_errors_say_why(text, confidence, says):
    with pytest.raises(BriefingError, match=says):
        judged(text, confidence=confidence)


def test_long_and_hostile_text_is_read_in_time(hostile):
    assert refusals(hostile * 300) == []
    assert refusals("confirm " * 20000)
