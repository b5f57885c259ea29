"""Which limits are in force, and which only offered, wished, denied or sought? A section a status, by who is bound.

Each limit is its act in the article's words; limits with the same act and party are one entry with the articles that
state them. The sections flow through five columns; where there are more limits than fit, the most plainly stated ones
of each status are drawn and the rest counted. Mixing a wish with a term in force is the error that it should prevent.
"""

import functools
from typing import NamedTuple

import pandas as pd

from crosscheck.showing import marks
from crosscheck.showing.findings import count, listed, number_word, sentence
from crosscheck.showing.page import Page, elide, wrap
from crosscheck.showing.picture import Picture, labels, share, source_line
from crosscheck.showing.sheet import SLIDE, Sheet, sized
from crosscheck.showing.style import REGULAR, SEMIBOLD, house, measure, printable
from crosscheck.tables import STATUSES
from crosscheck.text import fold

GUTTER = 44
CROWD, MOST_ENTRIES = 240, 60  # so many limits cannot all be drawn; so many of one status are
NOBODY, CONTINUED = "nobody named", "continued"
SOLID = ("in force", "agreed", "ordered")
NOTE = ("Each limit stands where its own passage puts it. Solid mark: said to bind. Open mark: not, or not yet, or the "
        "passage does not say.")


class Type(NamedTuple):
    """How many columns there are, and how large words and gaps are in them."""

    columns: int
    size: float
    leading: float
    small: float
    head: float
    gap: float


TYPES = {"slide": (Type(4, 28, 32, 22, 54, 9), Type(5, 25, 28, 20, 48, 8), Type(5, 22, 25, 18, 44, 7)),
         "half": (Type(2, 22, 25, 18, 44, 7), Type(2, 19, 22, 18, 40, 6)),
         "column": (Type(2, 22, 25, 18, 44, 7), Type(2, 20, 23, 18, 40, 6))}


class Entry(NamedTuple):
    """One act: the articles that state it, and in how many passages."""

    act: str
    articles: tuple[str, ...]
    passages: int


Board = dict[str, dict[str, list[Entry]]]


@sized
def status_figure(restrictions: pd.DataFrame, articles: pd.DataFrame, *, headline: str | None = None,
                  digest: str | None = None, name: str = "status", sheet: Sheet = SLIDE) -> Picture:
    """The board of all `restrictions`: how each stands, and whom it binds.

    `headline` replaces the finding that `status_headline` makes from the table. Rows of the picture: one a
    restriction, with its status, party, act and anchor.
    """
    with house():
        board = status_board(restrictions, articles)
        title = headline or status_headline(restrictions)
        subtitle = (f"{sentence(count(len(restrictions), 'stated limit'))[:-1]} in {count(len(articles), 'article')}: "
                    "how each stands, and who is bound")
        page = Page(sheet)
        top = page.header(title, subtitle)
        source = source_line(articles, digest, sheet)
        bottom = page.footer(NOTE, source)
        page.trim(_draw(page, board, top + 30, bottom - 4) if board else top)
        return Picture(page.figure, name, title, subtitle, NOTE, source, _alt(restrictions, board),
                       lambda: _plotted(restrictions, articles))


def status_headline(restrictions: pd.DataFrame) -> str:
    """How many of the limits are said to bind, and what the others are."""
    if restrictions.empty:
        return "No limit is stated in these articles, as far as the rules can see"
    kinds = restrictions["status"].value_counts()
    number, force = len(restrictions), int(kinds.get("in force", 0))
    others = [f"{number_word(int(kinds[kind]))} {kind}" for kind in STATUSES if kind in kinds and kind not in (
        "in force", "unspecified")]
    start = f"{share(force, number, 'stated limit')} {'is' if force == 1 else 'are'} put as in force"
    return f"{start}; {listed(others, limit=4)}" if others else start


def status_board(restrictions: pd.DataFrame, articles: pd.DataFrame) -> Board:
    """The entries by status and by who is bound; statuses in their own order, parties and entries by best rank."""
    names = labels(articles)
    shown: dict[str, str] = {}
    found: dict[str, dict[str, dict[str, Entry]]] = {}
    for row in restrictions.sort_values("rank").itertuples():
        words = printable(row.bound_party) if isinstance(row.bound_party, str) else NOBODY
        party = shown.setdefault(_key(words), words)
        act = printable(row.act) if isinstance(row.act, str) else printable(row.quote)
        entries = found.setdefault(row.status, {}).setdefault(party, {})
        before = entries.get(_key(act), Entry(act, (), 0))
        entries[_key(act)] = before._replace(
            articles=tuple(dict.fromkeys((*before.articles, names[row.article_id]))), passages=before.passages + 1)
    return {status: {party: list(entries.values()) for party, entries in found[status].items()}
            for status in STATUSES if status in found}


def _key(words: str) -> str:
    """Words as they are compared: no article before them, no capitals."""
    folded = fold(words).casefold().strip()
    return folded.removeprefix("the ").removeprefix("its ").removeprefix("a ").rstrip(".")


def _alt(restrictions: pd.DataFrame, board: Board) -> str:
    told = [f"{status}: {listed([f'{party}, {entry.act}' for party, own in parties.items() for entry in own], limit=4)}"
            for status, parties in board.items()]
    return sentence(f"Board of {count(len(restrictions), 'stated limit')} by status and by who is bound. "
                    f"{'; '.join(told)}")


def _plotted(restrictions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    columns = ["restriction_id", "rank", "status", "bound_party", "act", "protected", "qualifier", "modality",
               "stated_by", "article_id", "start", "end", "quote"]
    names = articles.set_index("article_id")["label"]
    return restrictions.sort_values("rank")[columns].assign(article=lambda rows: rows["article_id"].map(names))


class Block(NamedTuple):
    """Lines that stay together: a status, a party's name, an entry with its articles, or how many are left out."""

    kind: str
    lines: list[str]
    beside: str
    status: str
    form: Type
    party: str = ""

    @property
    def height(self) -> float:
        """How much room it needs."""
        if self.kind == "status":
            return self.form.head
        return self.form.leading * len(self.lines) + (self.form.gap if self.kind == "party" else 4)


def _draw(page: Page, board: Board, top: float, bottom: float) -> float:
    """The sections in columns of about one height, in the largest type that holds all; where they end."""
    form, caps, lines = _fitting(board, page, bottom - top)
    width = (page.sheet.room + GUTTER) / form.columns - GUTTER
    blocks = _blocks(board, width, form, lines, caps)
    placed = _flow(blocks, bottom - top)
    for room in range(int(bottom - top), 200, -12):
        tighter = _flow(blocks, room)
        if tighter is None:
            break
        placed = tighter
    for block, column, y in placed or []:
        _draw_block(page, block, page.sheet.margin + column * (width + GUTTER), top + y, width)
    return top + max((y + block.height for block, _, y in placed or []), default=0)


def _fitting(board: Board, page: Page, room: float) -> tuple[Type, dict[str, int], int]:
    """The largest type, the most entries of each status, and the most lines an entry, that the columns hold."""
    def fits(form: Type, lines: int, caps: dict[str, int]) -> bool:
        width = (page.sheet.room + GUTTER) / form.columns - GUTTER
        return _flow(_blocks(board, width, form, lines, caps), room) is not None

    numbers = {status: sum(map(len, parties.values())) for status, parties in board.items()}
    *larger, form = TYPES[page.sheet.name]
    for one, lines in [*((one, 3) for one in larger), *((form, lines) for lines in (3, 2, 1))]:
        if sum(numbers.values()) < CROWD and fits(one, lines, numbers):
            return one, numbers, lines
    most = next((most for most in range(MOST_ENTRIES, 0, -1) if fits(form, 1, dict.fromkeys(board, most))), 1)
    caps = dict.fromkeys(board, most)
    for status in sorted(board, key=lambda status: -numbers[status]):
        while caps[status] < min(numbers[status], MOST_ENTRIES) and fits(form, 1, caps | {status: caps[status] + 1}):
            caps[status] += 1
    return form, caps, 1


def _blocks(board: Board, width: float, form: Type, lines: int, caps: dict[str, int]) -> list[Block]:
    """All that is to be shown, in order; at most so many entries of a status, each in at most `lines` lines."""
    found = []
    for status, parties in board.items():
        number, left, most = sum(map(len, parties.values())), caps[status], caps[status]
        passages = sum(entry.passages for entries in parties.values() for entry in entries)
        found.append(Block("status", [status], f"{passages:,}", status, form))
        for party, entries in parties.items():
            if left > 0:
                name = wrap(party, width, form.size, SEMIBOLD, most=min(2, lines), even=False)
                found.append(Block("party", name, "", status, form, party))
            found += [_entry_block(entry, width, form, lines, status, party) for entry in entries[:max(0, left)]]
            left -= len(entries)
        if number > most:
            found.append(Block("more", [f"and {number - most:,} more"], "", status, form))
    return found


@functools.lru_cache(maxsize=4096)
def _entry_block(entry: Entry, width: float, form: Type, lines: int, status: str, party: str) -> Block:
    few = len(entry.articles) < 4
    words = listed(list(entry.articles), limit=3) if few else f"{len(entry.articles)} articles"
    who = elide(words, 0.5 * width, form.small)
    act = wrap(entry.act, width - 12 - measure(who, form.small), form.size, most=lines, even=False)
    return Block("entry", act or ["…"], who, status, form, party)


def _flow(blocks: list[Block], room: float) -> list[tuple[Block, int, float]] | None:
    """Each block with its column and height; None if the columns do not hold them. Heads stay with what follows."""
    placed: list[tuple[Block, int, float]] = []
    column, y = 0, 0.0
    for number, block in enumerate(blocks):
        need, ahead = block.height, number
        while blocks[ahead].kind in ("status", "party") and ahead + 1 < len(blocks):
            ahead += 1
            need += blocks[ahead].height
        if y + need > room and y > 0:
            column, y = column + 1, 0.0
            if block.kind != "status":
                again = Block("status", [block.status], CONTINUED, block.status, block.form)
                placed.append((again, column, y))
                y += again.height
            if block.kind == "entry":
                party = Block("party", [block.party], "", block.status, block.form, block.party)
                placed.append((party, column, y))
                y += party.height
        placed.append((block, column, y))
        y += block.height + (22 if number + 1 < len(blocks) and blocks[number + 1].kind == "status" else 0)
        if column >= block.form.columns or y > room + block.form.gap + 22:
            return None
    return placed


def _draw_block(page: Page, block: Block, x: float, y: float, width: float) -> None:
    form = block.form
    if block.kind == "status":
        middle, size = y + form.head - 32, 1.14 * form.size
        marks.disc(page, x + 9, middle, 7.5, fill="ink" if block.status in SOLID else "paper", edge="ink", line=2.4)
        end = x + 28 + page.text(x + 28, middle + 0.36 * size, block.status, size, weight=SEMIBOLD)
        page.text(end + 10, middle + 0.36 * size, block.beside, 0.84 * size if block.beside == CONTINUED else size,
                  color="context")
        marks.rule(page, x, y + form.head - 11, x + width, y + form.head - 11, color="ink", line=2)
        return
    strong = block.kind == "party"
    color = {"party": "silence" if block.party == NOBODY else "ink", "entry": "ink", "more": "context"}[block.kind]
    lines = [elide(line, width, form.size, SEMIBOLD) for line in block.lines] if strong else block.lines
    base, weight = (y + 0.91 * form.size + form.gap, SEMIBOLD) if strong else (y + 0.91 * form.size, REGULAR)
    end = page.lines(x, base, lines, form.size, form.leading, weight=weight, color=color)
    page.text(x + measure(lines[-1], form.size) + 10, end, block.beside, form.small, color="context")
