"""What kind of source does a phrase name: a person, an organisation, a document, an outlet, somebody unnamed?

The head of the phrase decides: what stands before the first comma, relative pronoun or preposition ("a lawyer for the
bank" is a lawyer, "the complaint against the minister" a document). A name is a person's when the text gives the person
in full, with a title or with an occupation (`crosscheck.people`). Not told apart: a firm that bears its founder's name,
where the text names the founder too.
"""

import functools
import re

from crosscheck import lexicon
from crosscheck.people import People, gender, names_body, organisation_words, without_titles

_CUT = re.compile(r"[,(]|\s-+\s|\s(?:who|which|that|of|for|with|in|on|at|by|from|to|against|about|after|under|near|and"
                  r"|like)\s")
_ARTICLE = re.compile(r"^(?:(?:the|a|an|this|that|these|those|his|her|its|their|our|both|some|any|another|one)\s+)+",
                      re.I)
_SOMEBODY = re.compile(r"(?:an?|one|another) ", re.I)
_PEOPLE = re.compile(r"^[A-Z][a-z]+(?:ers|ors|ists|ians|ants|ents|ees|men|women|folk)$")     # "Organisers said"
_HEAD_FIRST = ("document", "organisation")
_PERSON_WORDS = re.compile(r"^[A-Z\u00c0-\u00de][\w.'\u00c0-\u024f-]*(?: (?:[A-Z\u00c0-\u00de][\w.'\u00c0-\u024f-]*|de|"
                           r"da|del|van|von|der|bin|al|el|la)){1,3}$")


def kind_of(phrase: str, people: People) -> str:
    """The kind of source, as in `attributions.source_type`, that a folded phrase of the text of `people` names."""
    if not phrase:
        return "none"
    if phrase not in people.kinds:
        people.kinds[phrase] = _kind_of(phrase, people)
    return people.kinds[phrase]


def _kind_of(phrase: str, people: People) -> str:
    head = head_of(phrase)
    name = _ARTICLE.sub("", head)
    return (_by_word(head, ("pronoun",)) or _by_person(name, people) or _by_head(head)
            or _by_apposition(phrase, people) or _by_name(phrase, head, name, people))


def is_speaker(phrase: str) -> bool:
    """Whether the head of a folded phrase is a word for somebody who speaks or something that is read."""
    return _by_head(head_of(phrase)) not in (None, "pronoun")


def head_of(phrase: str) -> str:
    """The phrase up to its first comma, bracket, relative pronoun or preposition; the whole if that leaves nothing."""
    cut = _CUT.search(phrase)
    return (phrase[:cut.start()].strip() or phrase) if cut else phrase


def _by_person(name: str, people: People) -> str | None:
    words, titled = without_titles(name.removesuffix("'s").split())
    if not words or not words[-1][:1].isupper():
        return None
    capitals = [word for word in words if word[:1].isupper()]
    bare = " ".join(capitals[-3:])
    if people.is_person(bare) or len(capitals) > 1 and people.is_person(" ".join(capitals[-2:])):
        return "person"
    known = len(capitals) > 1 and gender(capitals[0]) or titled
    if not known or names_body(capitals):
        return None
    if 1 < len(capitals) < 5:
        people.add(" ".join(capitals), 0)
    return "person"


def _by_head(head: str) -> str | None:
    """The kind by the words of the head; for documents and bodies the last word decides."""
    head = head.rsplit("'s ", 1)[-1]
    last = head.rsplit(" ", 1)[-1]
    for label, regex in _types():
        if regex.search(last if label in _HEAD_FIRST and last[:1].islower() else head):
            return label
    found = next((rule.label for rule in lexicon.load("source_kinds") if rule.regex.search(head)), None)
    return "unnamed" if found == "person" and _SOMEBODY.match(head) else found


def _by_apposition(phrase: str, people: People) -> str | None:
    """A person where the name stands behind the comma: "the bank's chair, Ann Lee"."""
    _, comma, behind = phrase.partition(", ")
    return "person" if comma and behind[:1].isupper() and _by_person(head_of(behind), people) else None


def _by_word(head: str, labels: tuple[str, ...]) -> str | None:
    return next((label for label, regex in _types() if label in labels and regex.search(head)), None)


def _by_name(phrase: str, head: str, name: str, people: People) -> str:
    """A name of two to four words that holds no word of a body is a person's, any other name an organisation's.

    `people` learns of the person, so that the surname alone is known from then on.
    """
    if not re.search(r"[A-Z]", name):
        return _by_word(phrase, ("unnamed",)) or "unnamed"
    words = name.removesuffix("'s").split()
    body = any(word.lower().strip(".") in organisation_words() or any(map(str.isdigit, word)) or (
        len(word) > 2 and word.isupper()) for word in words)
    if _PERSON_WORDS.match(name.removesuffix("'s")) and not body and not head.lower().startswith("the "):
        people.add(name.removesuffix("'s"), 0)
        return "person"
    if len(words) == 1 and name == phrase and _PEOPLE.search(name):
        return "unnamed"
    return "organisation" if words and words[-1][:1].isupper() else "unnamed"


@functools.cache
def _types() -> tuple:
    return tuple((rule.label, rule.regex) for rule in lexicon.load("source_types"))
