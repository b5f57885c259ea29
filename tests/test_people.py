"""Persons are told from bodies and places, and surnames lead back to the full name."""

import pytest

from crosscheck.people import People, without_titles


@pytest.mark.parametrize("text, names", [
    ("Finance Minister Ann Lee spoke. Lee left.", ["Ann Lee"]),
    ("Rami Okafor, a lawyer for the port, agreed.", ["Rami Okafor"]),
    ("Rami Okafor, 41, agreed.", ["Rami Okafor"]),
    ("The Ann Lee Foundation and Lee Capital agreed.", []),
    ("Harbour Street flooded, the mayor said.", []),
    ("Ann Lee Promises a New Bridge\n\nAnn Lee promised it.", ["Ann Lee"]),
    ("PORT Ann Lee", ["Ann Lee"]),
    ("The port hired Zorka Okafor. \"It works,\" Okafor said.", ["Zorka Okafor"]),
    ("Zorka Okafor got an offer. Okafor said no.", ["Zorka Okafor"]),
    ("Given Okafor's words, it is closed. Considering Okafor, too. Okafor said so.", []),
    ("Its owner Zorka Okafor left.", ["Zorka Okafor"]),
    ("Zorka Okafor, owner of a pier, left.", ["Zorka Okafor"]),
])
def test_persons_are_named_in_full(text, names):
    assert [person.name for person in People(text).named()] == names


def test_a_surname_leads_to_the_name_given_before():
    people = People("Ann Lee spoke. Then Bob Lee spoke. Lee left.")
    assert people.full("Lee", 12).name == "Ann Lee" and people.full("Lee", 40).name == "Bob Lee"
    assert people.full("Roe") is None


def test_a_title_alone_makes_a_surname():
    people = People("Mr. Okafor said so. Executive order number nine is an order.")
    assert people.surname("Okafor") and not people.surname("order")


def test_titles_are_cut():
    assert without_titles("Chief Executive Ann Lee".split()) == (["Ann", "Lee"], True)


def test_surnames_of_two_words_lead_to_the_name():
    people = People("Ann del Mar spoke. Later del Mar left.")
    assert people.ending(["del", "Mar"], 30).name == "Ann del Mar" and people.ending(["Mar", "del"], 30) is None


def test_an_office_leads_to_who_holds_it():
    people = People("Mayor Ann Lee met Vice President Bo Holm. Later Mayor Cy Roe came. Former Governor Di Ash left.")
    assert people.holder("mayor", 40) == "Ann Lee" and people.holder("mayor", 80) == "Cy Roe"
    assert people.holder("president", 80) is None and people.holder("governor", 200) is None


@pytest.mark.parametrize("text, expected", [
    ("Zorka Okafor said his boat sank. Okafor left.", "m"), ("Zorka Okafor said she left.", "f"),
    ("Zorka Okafor left.", None)])
def test_pronouns_tell_who_may_be_meant(text, expected):
    assert People(text).sex("Zorka Okafor") == expected
