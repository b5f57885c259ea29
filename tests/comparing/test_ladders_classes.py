"""Which class of people is wider than which, and what narrows the same class?"""

import pytest

from crosscheck import lexicon
from crosscheck.comparing.ladders_classes import class_nouns, class_shift, related, wider_than


@pytest.mark.parametrize(("was", "now", "change"), [
    ("citizens", "residents", "widened"), ("residents", "people", "widened"), ("people", "citizens", "narrowed"),
    ("children", "minors", "widened"), ("customers", "users", "widened"), ("users", "the public", "widened"),
    ("subscribers", "the public", "widened"), ("employees", "employees and contractors", "widened"),
    ("workers", "employees", "narrowed"), ("employees", "contractors", "replaced"),
    ("refugees", "travellers", "replaced"), ("refugees", "migrants", "widened"), ("everyone", "voters", "narrowed"),
    ("citizens and residents", "citizens", "narrowed"), ("tourists", "foreigners", "replaced"),
    ("users", "certain users", "narrowed"), ("some residents", "all residents", "widened"),
    ("drivers", "most drivers", "narrowed"), ("owners", "owners other than farmers", "narrowed"),
    ("drivers", "drivers other than couriers", "narrowed"), ("foreign students", "students", "widened"),
    ("travellers", "unvaccinated travellers", "narrowed"), ("elderly residents", "young residents", "replaced"),
])
def test_a_class_shifts_along_its_chain(was, now, change):
    assert class_shift(was, now).change == change


@pytest.mark.parametrize(("was", "now"), [
    ("residents", "the residents"), ("all users", "any users"), ("persons", "people"), ("every resident", "residents"),
    ("customers", "clients"), ("the quay", "the lock"),
])
def test_the_same_class_in_other_words_does_not_shift(was, now):
    assert class_shift(was, now) is None


def test_no_class_holds_itself_and_every_parent_is_a_class():
    names = {rule.label.split()[0] for rule in lexicon.load("population_classes")}
    for name in names:
        assert name not in wider_than(name)
        assert wider_than(name) <= names


def test_nouns_come_in_the_order_of_the_text():
    assert list(class_nouns("tourists and citizens")) == ["tourists", "citizens"]
    assert related("citizen", "person") and not related("refugee", "resident")
