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
