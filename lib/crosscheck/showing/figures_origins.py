"""How many origins stand behind each reading, however many articles repeat it? Articles left, origins right.

One strand a reading, the one with fewest articles above. Solid frames name somebody, dashed ones nobody. The count at
the right is the finding: articles against independent origins, as a range. Sources cited on other questions are named
in the note and never counted.
"""

from typing import NamedTuple

import pandas as pd

from crosscheck.showing import marks
from crosscheck.showing.findings import count, listed, number_word, sentence
from crosscheck.showing.matrix_cells import cell_lines
from crosscheck.showing.origins_strands import NOBODY, OWN, Card, Node, Strand, origins_strands, other_sources
from crosscheck.showing.page import Page, elide, quoted
from crosscheck.showing.picture import Picture, source_line
from crosscheck.showing.sheet import SLIDE, Sheet, sized
from crosscheck.showing.style import REGULAR, SEMIBOLD, house, measure, printable

COLUMNS = {"slide": {"article": (64, 400), "cited": (520, 800), "origin": (920, 1350)},
           "half": {"article": (40, 316), "cited": (366, 590), "origin": (640, 920)},
           "column": {"article": (20, 336), "cited": (392, 650), "origin": (706, 1051)}}
COUNT, ORIGINS = 1436, 1582
TALLY = 30  # a line that names the origins of a strand, on a narrow sheet
HIGHEST, LOWEST, GAP, TITLE = 74, 44, 9, 40
ROWS = {"slide": 9, "half": 8, "column": 12}  # rows of boxes that three strands share; fewer strands have two more
PAST = 12       # between a box and a link that leads past it
FURTHER = 0.6  # of a row, for the line that counts the origins left out
UNNAMED = "’s “"  # as in: 012’s “a person at the harbour”
LINK, WIDEST, LONGEST_NAME = 5, 16, 32


class Place(NamedTuple):
    """Where a box stands."""

    left: float
    right: float
    top: float
    height: float

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.top + self.height / 2


@sized
def origins_figure(chains: pd.DataFrame, origins: pd.DataFrame, questions: pd.DataFrame, readings: pd.DataFrame,
                   articles: pd.DataFrame, question_id: str, *, headline: str | None = None,
                   digest: str | None = None, name: str = "origins", sheet: Sheet = SLIDE) -> Picture:
    """Who stands behind each reading of the question `question_id`, and how many origins that may be.

    `headline` replaces the finding that `origins_headline` makes from the tables. Rows of the picture: one a passage
    that gives a reading, with its anchor and the range of origins.
    """
    with house():
        question = questions[questions["question_id"] == question_id].iloc[0]
        strands = origins_strands(chains, origins, readings, articles, question, rows=ROWS[sheet.name])
        own = origins[origins["question_id"] == question_id]
        title = headline or origins_headline(own)
        left_out = len(own) - len(strands)
        part = f"; {len(strands)} of {len(own)} readings" if left_out else ""
        asked = elide(question["question"], 1000, 28)
        subtitle = f"{asked} Each article’s answer and the chain behind it{part}"
        note = _note(chains, strands)
        page = Page(sheet)
        top = page.header(title, subtitle)
        source = source_line(articles, digest, sheet)
        bottom = page.footer(note, source)
        page.trim(_draw(page, strands, top + 48, bottom))
        return Picture(page.figure, name, title, subtitle, note, source, _alt(question, own),
                       lambda: _plotted(own, readings, articles, question_id))


def origins_headline(origins: pd.DataFrame) -> str:
    """How few origins the reading with most articles may rest on."""
    if origins.empty:
        return "No article answers this question"
    row = origins.sort_values("articles", ascending=False, kind="stable").iloc[0]
    number, value = int(row["articles"]), printable(row["value"])
    says = f"{sentence(count(number, 'article'))[:-1]} {'says' if number == 1 else 'say'} “{value}”"
    if number == 1:
        return "Each reading of this question rests on one article alone" if len(origins) > 1 else \
            f"{says}, and no other article gives a reading"
    if row["fewest"] == row["most"]:
        return f"{says}, and {count(int(row['most']), 'origin')} {'stands' if row['most'] == 1 else 'stand'} behind " \
               f"{'both' if number == 2 else f'all {number_word(number)}'}"
    return f"{says}, yet {'both' if number == 2 else f'all {number_word(number)}'} may rest on " \
           f"{count(int(row['fewest']), 'origin')}"


def _note(chains: pd.DataFrame, strands: list[Strand]) -> str:
    others = [name for name in other_sources(chains, strands) if len(name) <= LONGEST_NAME]
    tail = f" Cited on other questions, and not counted: {listed(others, limit=4)}." if others else ""
    return f"Dashed box: nobody identified. Arrow turning back: reports a correction.{tail}"


def _alt(question: pd.Series, origins: pd.DataFrame) -> str:
    told = "; ".join(f"“{printable(row.value)}”: {printable(row.reasoning)}" for row in origins.itertuples())
    return sentence(f"Chains of origin for the question: {printable(question['question'])} {told}")


def _plotted(origins: pd.DataFrame, readings: pd.DataFrame, articles: pd.DataFrame, question_id: str) -> pd.DataFrame:
    kept = readings.loc[readings["question_id"] == question_id,
                        ["article_id", "start", "end", "quote", "value", "stance"]]
    rows = kept.merge(origins[["value", "articles", "fewest", "most", "reasoning"]], on="value", how="left",
                      validate="many_to_one")
    return rows.assign(article=rows["article_id"].map(articles.set_index("article_id")["label"]))


def _draw(page: Page, strands: list[Strand], top: float, bottom: float) -> float:
    """Heads and strands between `top` and `bottom`; where the last one ends."""
    columns, narrow = COLUMNS[page.sheet.name], page.sheet.narrow
    heads = [("Article, in its words", columns["article"][0]), ("Cites", columns["cited"][0]),
             ("Origin" if narrow else "Origin, where the chain ends", columns["origin"][0])]
    for words, x in heads if narrow else [*heads, ("Articles", COUNT), ("Independent origins", ORIGINS)]:
        page.text(x, top, words, 21 if narrow else 26, color="context")
    marks.rule(page, page.sheet.margin, top + 14, columns["origin"][1], top + 14, color="ink", line=2)
    if not narrow:
        marks.rule(page, COUNT, top + 14, page.sheet.right, top + 14, color="ink", line=2)
    y = top + 14
    rows = [max(len(strand.cards), len(strand.cited), len(strand.ends) + (FURTHER if strand.further else 0),
                2 if len(strands) < 3 and not narrow else 1) for strand in strands]
    tallies = [_tally_lines(page, strand) if narrow else [] for strand in strands]
    free = bottom - 8 - y - (TITLE + 20) * len(strands) - TALLY * sum(map(len, tallies))
    height = max(LOWEST, min(HIGHEST, free / max(1, sum(rows)) - GAP))
    spare = min(60, max(0, free - sum(rows) * (height + GAP)) / max(1, len(strands)))
    for strand, number, tally in zip(strands, rows, tallies, strict=True):
        block = number * (height + GAP) + (0.5 * spare if narrow else spare)
        _draw_strand(page, strand, y, height, block)
        if tally:
            _draw_tally(page, strand, tally, y + TITLE + 20 + block)
        y += TITLE + 20 + block + TALLY * len(tally)
    return y


def _draw_strand(page: Page, strand: Strand, y: float, height: float, block: float) -> None:
    color, columns, narrow = "accent" if strand.accent else "ink", COLUMNS[page.sheet.name], page.sheet.narrow
    left, tail = page.sheet.margin, ""
    if narrow:
        span = _span(strand)
        tail = f": {count(strand.articles, 'article')}, {span} origin{'' if span == '1' else 's'}"
    size = 24 if narrow else 28
    words = elide(f"Says {strand.value}", columns["origin"][1] - left - measure(tail, size, SEMIBOLD), size, SEMIBOLD)
    page.text(left, y + TITLE, words + tail, size, weight=SEMIBOLD, color=color)
    top = y + TITLE + 14
    cards = _stack(columns["article"], len(strand.cards), top, height)
    room = block - (FURTHER * (height + GAP) if strand.further else 0)
    ends = _spread(strand.ends, columns["origin"], [[place.middle for card, place in zip(
        strand.cards, cards, strict=True) if _leads(card, end, strand)] for end in strand.ends], top, height, room)
    cited = _spread(strand.cited, columns["cited"], [[place.middle for card, place in zip(
        strand.cards, cards, strict=True) if node.key in card.cited] for node in strand.cited], top, height, block)
    _draw_links(page, strand, cards, cited, ends, color)
    for card, place in zip(strand.cards, cards, strict=True):
        _draw_card(page, card, place, color, beside=bool(strand.cited))
    for node in strand.cited:
        _draw_node(page, node, cited[node.key], color)
    for node in strand.ends:
        _draw_node(page, node, ends[node.key], color)
    if strand.further:
        page.text(columns["origin"][0], top + block - 4, f"and {strand.further}", 20 if narrow else 22,
                  color="context")
    if not narrow:
        _draw_count(page, strand, y, TITLE + block, color)


def _span(strand: Strand) -> str:
    return str(strand.most) if strand.fewest == strand.most else f"{strand.fewest} to {strand.most}"


def _tally(strand: Strand) -> list[tuple[str, str]]:
    """The origins of a strand with how certain each is, then those that were taken back."""
    named = [("certain", name) if number < strand.fewest else ("perhaps", f"{_short(name)}, if another")
             for number, name in enumerate(strand.names)]
    return [*named, *(("gone", f"{name}, taken back") for name in strand.taken_back)]


def _tally_lines(page: Page, strand: Strand) -> list[list[tuple[str, str]]]:
    """The origins in at most two lines; how many there are more stands at the end."""
    lines: list[list[tuple[str, str]]] = [[]]
    used, told = 0.0, _tally(strand)
    room = page.sheet.room - 170
    for number, (kind, name) in enumerate(told):
        words = elide(name, 0.6 * room, 18)
        width = 48 + measure(words, 18)
        if used + width > room and lines[-1]:
            if len(lines) == 2:
                lines[-1].append(("more", f"and {count(len(told) - number, 'more', 'more')}"))
                break
            lines.append([])
            used = 0.0
        lines[-1].append((kind, words))
        used += width
    return [line for line in lines if line]


def _draw_tally(page: Page, strand: Strand, lines: list[list[tuple[str, str]]], y: float) -> None:
    color = "accent" if strand.accent else "ink"
    for number, line in enumerate(lines):
        x, middle = page.sheet.margin + 9, y + 8 + number * TALLY
        for kind, words in line:
            if kind != "more":
                marks.disc(page, x, middle, 8, fill=color if kind == "certain" else None, edge=color,
                           dashed=kind == "perhaps", line=2.2)
            if kind == "gone":
                marks.rule(page, x - 10, middle + 8, x + 10, middle - 8, color=color, line=2.2, order=4)
            x += 48 + page.text(x + 16, middle + 6, words, 18, color="context" if kind == "more" else color)


def _leads(card: Card, end: Node, strand: Strand) -> bool:
    return end.key in card.ends or any(node.key in card.cited and end.key in node.ends for node in strand.cited)


def _stack(column: tuple[float, float], number: int, top: float, height: float) -> list[Place]:
    return [Place(*column, top + n * (height + GAP), height) for n in range(number)]


def _spread(nodes: tuple[Node, ...], column: tuple[float, float], linked: list[list[float]], top: float, height: float,
            block: float) -> dict[str, Place]:
    """Each node level with the mean of what leads to it, pushed down where it would meet the one above."""
    wanted = sorted(((sum(ys) / len(ys) if ys else top + block) - height / 2, number) for number, ys in
                    enumerate(linked))
    places, free = {}, top
    for number, (y, index) in enumerate(wanted):
        lowest = top + block - (len(wanted) - number) * (height + GAP)
        y = max(free, min(y, max(lowest, free)))
        places[nodes[index].key] = Place(*column, y, height)
        free = y + height + GAP
    return places


def _draw_links(page: Page, strand: Strand, cards: list[Place], cited: dict[str, Place], ends: dict[str, Place],
                color: str) -> None:
    """Level curves, wider where they carry more articles."""
    through: dict[tuple[str, str], int] = {}
    for card, place in zip(strand.cards, cards, strict=True):
        carried = 1 if card.mixed else len(card.articles)
        line = min(WIDEST, LINK + carried - 1)
        for key in card.ends:
            _draw_past(page, place, ends[key], list(cited.values()), color, line)
        for node in strand.cited:
            if node.key in card.cited:
                marks.curve(page, place.right, place.middle, cited[node.key].left, cited[node.key].middle, color=color,
                            line=line)
                for key in node.ends:
                    through[node.key, key] = through.get((node.key, key), 0) + carried
    for (node, key), number in through.items():
        marks.curve(page, cited[node].right, cited[node].middle, ends[key].left, ends[key].middle, color=color,
                    line=min(WIDEST, LINK + number - 1))


def _draw_past(page: Page, card: Place, end: Place, cited: list[Place], color: str, line: float) -> None:
    """A curve from an article to an end, round the boxes between that it would seem to lead through."""
    start, stop = (card.right, card.middle), (end.left, end.middle)
    if not any(_meets(start, stop, place) for place in cited):
        marks.curve(page, *start, *stop, color=color, line=line)
        return
    sides = sorted((y for place in cited for y in (place.top - PAST, place.top + place.height + PAST) if not any(
        other.top - GAP / 2 < y < other.top + other.height + GAP / 2 for other in cited)),
        key=lambda y: abs(y - card.middle) + abs(y - end.middle))
    y = sides[0] if sides else card.middle
    left, right = cited[0].left, cited[0].right
    low = start[1] + (0.25 if y > start[1] else -0.25) * card.height
    marks.curve(page, start[0], low, left, y, color=color, line=line)
    marks.rule(page, left, y, right, y, color=color, line=line)
    marks.curve(page, right, y, *stop, color=color, line=line)


def _meets(start: tuple[float, float], stop: tuple[float, float], place: Place) -> bool:
    """Whether a level curve between two points passes behind a box."""
    ys = []
    for x in (place.left, (place.left + place.right) / 2, place.right):
        part = (x - start[0]) / (stop[0] - start[0])
        ys.append(start[1] + (stop[1] - start[1]) * part * part * (3 - 2 * part))
    return min(ys) < place.top + place.height and max(ys) > place.top


def _draw_card(page: Page, card: Card, place: Place, color: str, *, beside: bool) -> None:
    """The box of an article; `beside` says that boxes stand right of it."""
    marks.box(page, place.left, place.top, place.right - place.left, place.height, fill=color, order=2)
    room, size, lift = _type(page, place)
    small = max(18, 0.82 * size)
    turn = 28 if card.corrects else 0
    inside = room - turn - measure("“”", small)
    words = cell_lines(card.cell, inside, small, REGULAR, 1)
    page.text(place.left + 16, place.middle - lift, elide(card.name, room, size, SEMIBOLD), size, weight=SEMIBOLD,
              color="paper")
    if turn:
        marks.turning(page, place.left + 25, place.middle + 0.6 * size, 8, color="paper")
    said = quoted(words[0], inside + 20, small) if words else ""
    page.text(place.left + 16 + turn, place.middle + 0.85 * size, said, small, color="paper")
    if not card.ends and not card.cited:
        said = "own words" if beside else OWN if len(card.articles) == 1 else "in their own words"
        page.text(place.right + 16, place.middle + 7, said,
                  19 if page.sheet.narrow else 22, color="context", italic=True)


def _type(page: Page, place: Place) -> tuple[float, float, float]:
    """The room for words in a box, their size, and how far above the middle the first line stands."""
    large, small = ((22, 5), (21, 3)) if page.sheet.narrow else ((28, 6), (22, 3))
    return place.right - place.left - 32, *(large if place.height > 60 else small)


def _draw_node(page: Page, node: Node, place: Place, color: str) -> None:
    if node.unsourced:
        place = _draw_nobody(page, place, color)
    marks.box(page, place.left, place.top, place.right - place.left, place.height, fill="paper", edge=color, line=2.4,
              dashed=not node.known, order=2)
    room, size, lift = _type(page, place)
    draw = elide if node.known else quoted
    page.text(place.left + 16, place.middle - lift, draw(node.name, room, size, SEMIBOLD), size, weight=SEMIBOLD,
              color=color)
    words = quoted(node.words, room, max(18, 0.82 * size)) if node.known else "nobody named"
    page.text(place.left + 16, place.middle + 0.85 * size, words, max(18, 0.82 * size), color="context")


def _draw_nobody(page: Page, place: Place, color: str) -> Place:
    """The dashed box of an unnamed source at the right of an outlet's place; what is left for the outlet."""
    _, size, _ = _type(page, place)
    size = max(18, 0.82 * size)
    room = measure(NOBODY, size) + 32
    marks.box(page, place.right - room, place.top, room, place.height, fill="paper", edge=color, line=2.4, dashed=True,
              order=2)
    page.text(place.right - room + 16, place.middle + 0.35 * size, NOBODY, size, color="context")
    marks.rule(page, place.right - room - 22, place.middle, place.right - room, place.middle, color=color, line=LINK)
    return place._replace(right=place.right - room - 22)


def _draw_count(page: Page, strand: Strand, y: float, height: float, color: str) -> None:
    """Articles against origins, in numerals, and each origin with its disc."""
    right, span = page.sheet.right, _span(strand)
    page.text(COUNT, y + TITLE, elide(strand.value, right - COUNT, 28, SEMIBOLD), 28, weight=SEMIBOLD, color=color)
    size, pitch = (100, 34) if height > 250 else (46, 29) if strand.taken_back else (64, 34)
    while measure(span, size, SEMIBOLD) > right - ORIGINS or measure(f"{strand.articles:,}", size, SEMIBOLD) > 130:
        size -= 4
    base = y + TITLE + 0.92 * size
    page.text(COUNT, base, f"{strand.articles:,}", size, weight=SEMIBOLD, color=color)
    page.text(ORIGINS, base, span, size, weight=SEMIBOLD, color=color)
    lines = max(1 + bool(strand.taken_back), int((y + height - base) / pitch))
    most = lines - min(len(strand.taken_back), lines - 1)
    shown = len(strand.names) if len(strand.names) <= most else most - 1
    for number, name in enumerate(strand.names[:shown]):
        middle = base + (number + 1) * pitch
        certain = number < strand.fewest
        marks.disc(page, ORIGINS + 12, middle, 10, fill=color if certain else None, edge=color, dashed=not certain,
                   line=2.4)
        tail = "" if certain else ", if another"
        room = right - ORIGINS - 34 - measure(tail, 23)
        name = _short(name) if measure(name, 23) > room else name
        page.text(ORIGINS + 34, middle + 8, elide(name, room, 23) + tail, 23, color=color)
    if shown < len(strand.names):
        more = count(len(strand.names) - shown, "further origin")
        page.text(ORIGINS + 34, base + 8 + (shown + 1) * pitch, more, 23, color="context")
        shown += 1
    for number, name in enumerate(strand.taken_back[:lines - shown]):
        _draw_taken_back(page, name, base + (shown + number + 1) * pitch, color)


def _short(name: str) -> str:
    """The name of an origin in fewer words.

    >>> _short("012’s “a person at the harbour”"), _short("012 in its own words"), _short("The Post")
    ('012’s source', '012 itself', 'The Post')
    """
    return f"{name.split(UNNAMED)[0]}’s source" if UNNAMED in name else name.replace(OWN, "itself")


def _draw_taken_back(page: Page, name: str, middle: float, color: str) -> None:
    """An origin that does not count: its remark was taken back, as articles report."""
    marks.disc(page, ORIGINS + 12, middle, 10, fill=None, edge=color, line=2.4)
    marks.rule(page, ORIGINS, middle + 10, ORIGINS + 24, middle - 10, color=color, line=2.4, order=4)
    tail = ", taken back"
    room = page.sheet.right - ORIGINS - 34 - measure(tail, 23)
    page.text(ORIGINS + 34, middle + 8, elide(name, room, 23) + tail, 23, color=color)
