"""What may stand in `codebook.toml`? The form of the file, and the checked entries that come of it.

The file has five kinds of entry, all optional; without a file the codebook is empty and everything rests on discovery.

    [entities]                      canonical name = its other names
    "City Council" = ["the council", "councillors"]

    [[question]]                    one question, asked of every article
    id = "length"
    question = "How long is the tunnel?"
    about = ["tunnel|tube"]         a passage must match every one of these; `{City Council}` stands for all its names
    unless = ["old tunnel"]         and none of these
    within = "paragraph"            where `about` is looked for: "sentence" (the default), "paragraph" or "article"
    kind = "number"                 the kind of difference, if the kit should not work it out from the values
    readings = [
        {value = "four kilometres", patterns = ["four kilomet"]},
        {value = "five kilometres", patterns = ["five kilomet"], stance = "reports"},
    ]

    [[gap]]                         a question that perhaps no article answers; `patterns` would be an answer
    id = "cost"
    question = "Who pays?"
    patterns = ["paid by"]

    [[event]]                       id, label, patterns; `after` and `before` list the ids of other events
    [[restriction]]                 id, label, patterns: a limit whose wordings belong on one ladder

Patterns are regular expressions, searched without regard to case in folded text: straight quotes, ASCII hyphens, one
space for a line break. Not found here: whether a pattern is a good one (`codebook.codebook_notices`).
"""

import difflib
import functools
import re
import tomllib
from dataclasses import dataclass

from crosscheck.errors import CodebookError
from crosscheck.literals import needed
from crosscheck.tables import DIFFERENCES, STANCES
from crosscheck.text import fold

FILE = "codebook.toml"
WITHIN = ("sentence", "paragraph", "article")
_KEYS = {
    "": ("entities", "question", "gap", "event", "restriction"),
    "question": ("id", "question", "about", "unless", "within", "kind", "readings"),
    "reading": ("value", "patterns", "stance"),
    "gap": ("id", "question", "about", "unless", "within", "patterns"),
    "event": ("id", "label", "patterns", "after", "before"),
    "restriction": ("id", "label", "patterns"),
}
_NEEDED = {"question": ("id", "question", "readings"), "reading": ("value", "patterns"),
           "gap": ("id", "question", "patterns"), "event": ("id", "label", "patterns"),
           "restriction": ("id", "label", "patterns")}


@dataclass(frozen=True)
class Pattern:
    """One pattern: `text` as the analyst wrote it, `regex` ready to search in folded text."""

    text: str
    regex: re.Pattern

    @functools.cached_property
    def needs(self) -> tuple[str, ...]:
        """Words of which one stands in every text that matches (`literals.needed`)."""
        return needed(self.regex.pattern)


@dataclass(frozen=True)
class Entity:
    """One thing with several names."""

    name: str
    aliases: tuple[str, ...]
    regex: re.Pattern


@dataclass(frozen=True)
class Reading:
    """One possible answer; `stance` is missing if the words around it decide."""

    value: str
    patterns: tuple[Pattern, ...]
    stance: str | None = None


@dataclass(frozen=True)
class Question:
    """One question; `gap` if the analyst expects that no article answers it."""

    id: str
    question: str
    about: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    within: str
    readings: tuple[Reading, ...]
    kind: str | None = None
    gap: bool = False


@dataclass(frozen=True)
class Event:
    """One event that the analyst names; `after` and `before` hold ids of other events."""

    id: str
    label: str
    patterns: tuple[Pattern, ...]
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


@dataclass(frozen=True)
class Restriction:
    """One limit whose wordings belong together."""

    id: str
    label: str
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True)
class Codebook:
    """The analyst's questions, names and events; all empty when the folder has no codebook."""

    entities: tuple[Entity, ...] = ()
    questions: tuple[Question, ...] = ()
    events: tuple[Event, ...] = ()
    restrictions: tuple[Restriction, ...] = ()

    def canonical(self, name: str) -> str:
        """The entity's canonical name if `name` is one of its names, else `name` itself."""
        key = _name_key(name)
        for entity in self.entities:
            if key in map(_name_key, (entity.name, *entity.aliases)):
                return entity.name
        return name


def parse_codebook(text: str) -> Codebook:
    """The checked codebook in the text of a `codebook.toml`."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CodebookError(_toml_problem(str(error), text)) from None
    _check_keys(data, "", FILE)
    entities = _entities(data.get("entities", {}))
    questions = [_question(*item, entities) for item in _items(data, "question")]
    questions += [_gap(*item, entities) for item in _items(data, "gap")]
    events = [_event(*item, entities) for item in _items(data, "event")]
    restrictions = [_restriction(*item, entities) for item in _items(data, "restriction")]
    for name, entries in (("question", questions), ("event", events), ("restriction", restrictions)):
        _check_ids(name, entries)
    _check_order(events)
    return Codebook(entities, tuple(questions), tuple(events), tuple(restrictions))


def _toml_problem(message: str, text: str) -> str:
    place = re.search(r"\(at line (\d+), column (\d+)\)", message)
    line = place.group(1) if place else str(text.count("\n") + 1)
    reason = re.sub(r"\s*\(at [^)]*\)", "", message)
    return (f"{FILE}:{line}: not valid TOML: {reason}; "
            "put texts in quotes, and patterns with a backslash in single quotes")


def _check_keys(table: dict, kind: str, address: str) -> None:
    for key in table:
        if key not in _KEYS[kind]:
            near = difflib.get_close_matches(key, _KEYS[kind], 1)
            advice = f"did you mean {near[0]!r}?" if near else f"allowed: {', '.join(_KEYS[kind])}"
            raise CodebookError(f"{address}: unknown key {key!r}; {advice}")
    for key in _NEEDED.get(kind, ()):
        if key not in table:
            raise CodebookError(f"{address}: {key!r} is missing; add it")


def _items(data: dict, kind: str) -> list[tuple[dict, str]]:
    """Every `[[kind]]` table with its address, its keys checked."""
    entries = data.get(kind, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise CodebookError(f"{FILE}: write each {kind} under a heading of its own, [[{kind}]]")
    items = []
    for number, entry in enumerate(entries, start=1):
        name = entry.get("id")
        address = f"{FILE}: {kind} {name!r}" if isinstance(name, str) and name else f"{FILE}: {kind} number {number}"
        _check_keys(entry, kind, address)
        items.append((entry, address))
    return items


def _entities(table: object) -> tuple[Entity, ...]:
    if not isinstance(table, dict):
        raise CodebookError(f"{FILE}: write the entities under the heading [entities]")
    entities, owner = [], {}
    for name, aliases in table.items():
        address = f"{FILE}: entity {name!r}"
        others = _texts({"names": aliases}, "names", address)
        for alias in (name, *others):
            first = owner.setdefault(_name_key(alias), name)
            if first != name:
                raise CodebookError(f"{address}: {alias!r} is already a name of {first!r}; keep it in one place")
        entities.append(Entity(name, others, re.compile(_names_regex((name, *others)), re.IGNORECASE)))
    return tuple(entities)


def _name_key(name: str) -> str:
    return " ".join(re.sub(r"^the\s+", "", fold(name).strip().lower()).replace(".", "").split())


def _names_regex(names: tuple[str, ...]) -> str:
    longest = sorted(dict.fromkeys(fold(name) for name in names), key=lambda name: (-len(name), name))
    return r"(?<!\w)(?:" + "|".join(re.escape(name) for name in longest) + r")(?!\w)"


def _question(entry: dict, address: str, entities: tuple[Entity, ...]) -> Question:
    readings = entry["readings"]
    if not isinstance(readings, list) or not readings or not all(isinstance(one, dict) for one in readings):
        raise CodebookError(f"{address}: 'readings' must be a list of {{value = …, patterns = […]}}, at least one")
    found = tuple(_reading(one, f"{address}, reading {number}", entities)
                  for number, one in enumerate(readings, start=1))
    values = [reading.value for reading in found]
    for value in values:
        if values.count(value) > 1:
            raise CodebookError(f"{address}: the value {value!r} stands twice; put its patterns into one reading")
    return Question(_text(entry, "id", address), _text(entry, "question", address),
                    *_scope(entry, address, entities), found, _choice(entry, "kind", DIFFERENCES, address))


def _reading(entry: dict, address: str, entities: tuple[Entity, ...]) -> Reading:
    _check_keys(entry, "reading", address)
    value = _text(entry, "value", address)
    address = f"{address} ({value!r})"
    return Reading(value, _patterns(entry, "patterns", address, entities), _choice(entry, "stance", STANCES, address))


def _gap(entry: dict, address: str, entities: tuple[Entity, ...]) -> Question:
    answer = Reading("stated", _patterns(entry, "patterns", address, entities))
    return Question(_text(entry, "id", address), _text(entry, "question", address),
                    *_scope(entry, address, entities), (answer,), gap=True)


def _scope(entry: dict, address: str, entities: tuple[Entity, ...]) -> tuple:
    return (_patterns(entry, "about", address, entities), _patterns(entry, "unless", address, entities),
            _choice(entry, "within", WITHIN, address) or "sentence")


def _event(entry: dict, address: str, entities: tuple[Entity, ...]) -> Event:
    return Event(_text(entry, "id", address), _text(entry, "label", address),
                 _patterns(entry, "patterns", address, entities),
                 _texts(entry, "after", address), _texts(entry, "before", address))


def _restriction(entry: dict, address: str, entities: tuple[Entity, ...]) -> Restriction:
    return Restriction(_text(entry, "id", address), _text(entry, "label", address),
                       _patterns(entry, "patterns", address, entities))


def _text(entry: dict, key: str, address: str) -> str:
    value = entry[key]
    if not isinstance(value, str) or not value.strip():
        raise CodebookError(f"{address}: {key!r} must be a text in quotes, found {value!r}")
    return value.strip()


def _texts(entry: dict, key: str, address: str) -> tuple[str, ...]:
    value = entry.get(key, [])
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise CodebookError(f"{address}: {key!r} must be a list of texts in quotes, found {value!r}")
    return tuple(value)


def _choice(entry: dict, key: str, allowed: tuple[str, ...], address: str) -> str | None:
    value = entry.get(key)
    if value is None or value in allowed:
        return value
    near = difflib.get_close_matches(str(value), allowed, 1)
    advice = f"did you mean {near[0]!r}?" if near else f"allowed: {', '.join(allowed)}"
    raise CodebookError(f"{address}: {key!r} cannot be {value!r}; {advice}")


def _patterns(entry: dict, key: str, address: str, entities: tuple[Entity, ...]) -> tuple[Pattern, ...]:
    patterns = tuple(_pattern(text, f"{address}, {key}", entities) for text in _texts(entry, key, address))
    if key == "patterns" and not patterns:
        raise CodebookError(f"{address}: 'patterns' is empty; give at least one")
    return patterns


def _pattern(text: str, address: str, entities: tuple[Entity, ...]) -> Pattern:
    def names(match: re.Match) -> str:
        for entity in entities:
            if _name_key(match.group(1)) == _name_key(entity.name):
                return entity.regex.pattern
        raise CodebookError(f"{address}: {match.group()} in {text!r} is no entity; add it under [entities]")

    try:
        regex = re.compile(re.sub(r"\{([^{}\d,][^{}]*)\}", names, fold(text)), re.IGNORECASE)
    except re.error as error:
        raise CodebookError(f"{address}: {text!r} is no regular expression: {error}") from None
    if regex.search(""):
        raise CodebookError(f"{address}: {text!r} matches empty text; leave out the part that may be absent")
    return Pattern(text, regex)


def _check_ids(kind: str, entries: list) -> None:
    seen = set()
    for entry in entries:
        if entry.id in seen:
            raise CodebookError(f"{FILE}: {kind} {entry.id!r} stands twice; give each its own id")
        seen.add(entry.id)


def _check_order(events: list[Event]) -> None:
    known = [event.id for event in events]
    for event in events:
        for key, names in (("after", event.after), ("before", event.before)):
            for name in names:
                if name not in known or name == event.id:
                    near = difflib.get_close_matches(name, [one for one in known if one != event.id], 1)
                    advice = f"did you mean {near[0]!r}?" if near else "give the id of another event"
                    raise CodebookError(f"{FILE}: event {event.id!r}: {key!r} names {name!r}, no other event; {advice}")
