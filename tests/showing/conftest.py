"""Tables of an invented story in any size, for the tests of pictures."""

from datetime import date, timedelta

import pytest

from crosscheck import tables

WORDS = ("council harbour bridge minister storm bank police union court trial museum school budget tender strike ferry "
         "vote appeal ruling audit").split()
OUTLETS = ("Harbour Post", None, "City Wire", "The Evening Mail")
HOSTILE = "$x_1^$ <script>alert(1)</script> \x1b[31m\u202e=1+1 漢字 \ud800 " + "w" * 900
FIRST = date(2031, 3, 1)


def words(number, length):
    return " ".join(WORDS[(number * 7 + n * 3) % len(WORDS)] for n in range(length))


class Story:
    """The tables of `articles` articles that report `events` events, with `text` put into every cell of words."""

    def __init__(self, articles=5, events=12, text=""):
        self.count, self.events_count, self.text = articles, events, text
        self.articles = tables.frame("articles", [
            {"article_id": f"a{n}", "file": f"{n}.txt", "label": f"{n:03d}{text}", "outlet": OUTLETS[n % 4],
             "title": words(n, 9) + text, "published": self.day(n) if n % 3 else None, "words": 120 + 37 * n % 900,
             "text": "x " * 300} for n in range(articles)])
        self.publication = tables.frame("publication", [self._published(n) for n in range(articles)])

    @staticmethod
    def day(number, spread=20):
        return (FIRST + timedelta(days=number * 5 % spread)).isoformat()

    def _published(self, n):
        day = self.day(n) if n % 3 else None
        return {"article_id": f"a{n}", "edtf": day or "XXXX", "earliest": day, "latest": day,
                "basis": "metadata" if day else "unknown", "reasoning": "as stated"}

    @property
    def events(self):
        return tables.frame("events", [self._event(n) for n in range(self.events_count)])

    def _event(self, n):
        first, later = self.day(n), (date.fromisoformat(self.day(n)) + timedelta(days=3)).isoformat()
        edtf, earliest, latest, status = (
            (first, first, first, "dated"), (f"../{first}", None, first, "bounded"), ("XXXX", None, None, "undated"),
            (f"{first}/..", first, None, "bounded"), (f"{first}/{later}", first, later, "disputed"),
            ("2019-05-06", "2019-05-06", "2019-05-06", "dated"), (f"{first}/..", first, None, "conditional"),
            (f"{first}~/{later}~", first, later, "dated"))[n * n % 8 if n else 0]
        return {"event_id": f"e{n}", "label": words(n, 4 + n % 9) + self.text, "edtf": edtf, "earliest": earliest,
                "latest": latest, "status": status, "basis": "explicit", "reasoning": "as said",
                "articles": len(self._tellers(n)), "rank": n + 1}

    def _tellers(self, n):
        return [a for a in range(self.count) if (a * 3 + n) % 4] or [0]

    @property
    def event_evidence(self):
        events = {row.event_id: row for row in self.events.itertuples()}
        return tables.frame("event_evidence", [
            {"event_id": f"e{n}", "article_id": f"a{a}", "start": 10 * n, "end": 10 * n + 9,
             "quote": words(n + a, 8) + self.text, "rule": "made", "dates_it": a % 2 == 0, "reasoning": "as said",
             "vote": [events[f"e{n}"].earliest, events[f"e{n}"].latest][a % 2] or "XXXX"}
            for n in range(self.events_count) for a in self._tellers(n)])

    def quiz(self, questions):
        """`questions` and `readings`: every third question agrees, every fifth is softer, some articles are silent."""
        rows = [(q, a, words(q if q % 3 == 0 or (a + q) % 4 else q + 1, 2)) for q in range(questions)
                for a in range(self.count) if (a + q) % 5]
        asked = tables.frame("questions", [
            {"question_id": f"q{q}", "question": words(q, 5).capitalize() + self.text + "?", "origin": "discovery",
             "kind": "number", "differs": q % 3 > 0, "check": q % 5 == 4, "answers": 1, "silent": 1, "values": 2,
             "reasoning": "as read", "rank": q + 1} for q in range(questions)])
        read = tables.frame("readings", [
            {"question_id": f"q{q}", "article_id": f"a{a}", "start": 100 * q, "end": 100 * q + 60,
             "quote": f"The {words(a, 6)} {value} {words(q, 7)}{self.text}", "rule": "made", "value": value,
             "value_spans": [(100 * q + 5 + len(words(a, 6)), 100 * q + 5 + len(words(a, 6)) + len(value))],
             "stance": "corrects" if (a, q % 4) == (2, 1) else "asserts"} for q, a, value in rows])
        return asked, read

    def limits(self, number):
        """`restrictions` with all slots, by turns of every status."""
        return tables.frame("restrictions", [
            {"restriction_id": f"r{n}", "article_id": f"a{n % self.count}", "start": 5 * n, "end": 5 * n + 4,
             "quote": words(n, 9) + self.text, "rule": "made", "status": tables.STATUSES[n % 7], "rank": n + 1,
             "bound_party": f"the {words(n % 11, 2)}" + self.text if n % 6 else None, "act": words(n, 3 + n % 6),
             "protected": f"{words(n, 1)} and {words(n + 1, 1)}", "modality": "shall not" if n == 0 else "would not",
             "qualifier": "knowingly" if n % 4 < 3 else None, "stated_by": words(n, 2),
             **{f"{slot}_spans": [] for slot in tables.SLOTS}, "via": []} for n in range(number)])

    def ladder(self, number):
        """`ladders`, `rungs`, `rung_changes` over the first `number` restrictions of `limits`."""
        ladders = tables.frame("ladders", [{"ladder_id": "l", "label": "no ferry at night" + self.text,
                                            "articles": number, "changes": 3, "reasoning": "one act", "rank": 1}])
        rungs = tables.frame("rungs", [
            {"ladder_id": "l", "restriction_id": f"r{n}", "article_id": f"a{n % self.count}", "position": n + 1,
             "rendering": "reported" if n else "quoted"} for n in range(number)])
        changes = [(f"r{n}", slot, change, was, now) for n in range(1, number) for slot, change, was, now in (
            ("qualifier", "dropped", "knowingly", None), ("protected", "widened", "a", words(n, 3)),
            ("modality", "weakened", "shall not", "would not"))[n % 3:]]
        return ladders, rungs, tables.frame("rung_changes", [
            {"ladder_id": "l", "restriction_id": key, "slot": slot, "change": change, "was": was, "now": now,
             "substance": True, "reading": f"{slot} {change}"} for key, slot, change, was, now in changes])

    def chains(self, sources):
        """`chains` of one or two hops from each article to `sources` ends."""
        rows = []
        for a in range(self.count):
            end = f"Source {a % sources}" + self.text
            hops = ["The Wire", end] if a % 3 == 0 else [end]
            rows += [{"chain_id": f"c{a}", "article_id": f"a{a}", "start": 0, "end": 10_000, "rule": "made",
                      "quote": f"according to {end}", "hop": n + 1, "citing": "x", "cited": name, "scope": "claim",
                      "cited_type": "unnamed" if a % 4 == 1 and n + 1 == len(hops) else "outlet"}
                     for n, name in enumerate(hops)]
        return tables.frame("chains", rows)

    def origins(self, readings):
        """`origins` of every reading, by count alone."""
        given = readings.groupby(["question_id", "value"], sort=False)["article_id"].nunique().reset_index()
        return tables.frame("origins", [
            {"question_id": row.question_id, "value": row.value, "articles": int(row.article_id), "fewest": 1,
             "most": int(row.article_id), "origins": [f"Source {n}" for n in range(int(row.article_id))],
             "chains": [f"c{a}" for a in range(self.count)],
             "retracted": [f"A remark {self.text}"] if place % 2 else [], "reasoning": "as cited"}
            for place, row in enumerate(given.itertuples())])

    def attributions(self, each):
        """`each` attributions an article, by turns named, unnamed and quoted."""
        return tables.frame("attributions", [
            {"attribution_id": f"t{a}.{n}", "article_id": f"a{a}", "start": n, "end": n + 1, "quote": "x",
             "rule": "made", "source": [], "cue": [], "content": [], "source_text": words(a + n, 2) + self.text,
             "cue_text": "said", "content_text": words(n, 9), "direct": n % 2 == 0,
             "source_type": ("person", "unnamed", "organisation")[n % 3]}
            for a in range(self.count) for n in range(each)])


@pytest.fixture(scope="session")
def story():
    """The maker of invented stories."""
    return Story


@pytest.fixture(scope="session")
def hostile():
    """Words that no picture may trip over."""
    return HOSTILE
