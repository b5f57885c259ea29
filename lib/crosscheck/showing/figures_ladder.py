"""What became of one limit from article to article? One rung an article, slot by slot, read against the first.

Columns are as wide as their words need, measured; type shrinks by steps before words are elided. Rungs with the same
words share a row; of many rungs those with most changes are drawn. Articles without a rung are silent, and drawn so.
"""

from typing import NamedTuple

import pandas as pd

from crosscheck.showing import marks
from crosscheck.showing.days import day_words
from crosscheck.showing.findings import count, number_word, sentence
from crosscheck.showing.ladder_flow import SILENT as SILENT_ROOM
from crosscheck.showing.ladder_flow import Block, draw_flow, flow_blocks
from crosscheck.showing.ladder_words import (
    COLORS,
    SLOTS,
    Rung,
    Tag,
    Word,
    draw_tag_mark,
    is_hard,
    ladder_rungs,
    line_width,
    space,
    word_lines,
)
from crosscheck.showing.page import MARGIN, RIGHT, Page, elide, wrap
from crosscheck.showing.picture import Picture, article_names, labels, share, source_line
from crosscheck.showing.sheet import SLIDE, Sheet, sized
from crosscheck.showing.style import REGULAR, SEMIBOLD, house, measure, printable

TELLING = ("qualifier", "protected", "exception", "applies_from", "applies_until")
MOST_RUNGS, HEADS, KEY = 6, 50, 52
FIRST_COLUMN, GUTTER = MARGIN + 236, 26
SIZES = (32, 29, 26, 23, 20)
TAG_SIZE, SMALL_SIZE = 22, 21
NOTE = ("The first rung is the article nearest to the origin, not the origin itself; "
        "whether a change matters is for the reader to judge.")


class Plan(NamedTuple):
    """Type size, column places and widths, and the height of each row."""

    size: float
    left: dict[str, float]
    width: dict[str, float]
    heights: list[float]
    lines: int


@sized
def ladder_figure(ladder_id: str, ladders: pd.DataFrame, rungs: pd.DataFrame, rung_changes: pd.DataFrame,
                  restrictions: pd.DataFrame, articles: pd.DataFrame, *, headline: str | None = None,
                  digest: str | None = None, name: str = "ladder",
                  sheet: Sheet = SLIDE) -> Picture:
    """The ladder `ladder_id`: every article's words for one limit, with what changed from the first rung.

    `headline` replaces the finding that `ladder_headline` makes from the tables. Rows of the picture: one a rung, with
    its slots and its anchor.
    """
    with house():
        ladder = ladders[ladders["ladder_id"] == ladder_id].iloc[0]
        own = rungs[rungs["ladder_id"] == ladder_id].sort_values("position")
        rows = own.merge(restrictions.drop(columns="article_id"), on="restriction_id", how="left",
                         validate="many_to_one")
        changes = rung_changes[rung_changes["ladder_id"] == ladder_id]
        steps = ladder_rungs(rows, changes)
        title = headline or ladder_headline(rows, changes, articles)
        page = Page(sheet)
        top = page.header(title, "")
        source = source_line(articles, digest, sheet)
        bottom = page.footer(NOTE, source)
        told = set(own["article_id"])
        drawn = (_draw_narrow(page, steps, articles, told, top, bottom) if sheet.narrow else
                 _draw(page, steps, articles, told, top + 70, bottom - 12))
        subtitle = _subtitle(ladder, steps, drawn)
        page.subtitle(top, subtitle)
        return Picture(page.figure, name, title, subtitle, NOTE, source, _alt(ladder, rows, changes, articles),
                       lambda: _plotted(rows, changes, articles))


def ladder_headline(rungs: pd.DataFrame, changes: pd.DataFrame, articles: pd.DataFrame) -> str:
    """How the articles differ on the limit: in whom it protects, in what was dropped, or not in substance."""
    number, names = rungs["article_id"].nunique(), article_names(articles)
    holder = rungs.set_index("restriction_id")["article_id"]
    strong = changes[[is_hard(change) for change in changes.itertuples()]]
    if strong.empty:
        return f"{sentence(count(number, 'article'))[:-1]} state{'s' if number == 1 else ''} this limit, and nothing " \
               "of substance changes from one to the next"
    classes = strong[(strong["slot"] == "protected") & strong["now"].notna()]["now"].str.lower().nunique()
    lost = strong[(strong["change"] == "dropped") & strong["slot"].isin(TELLING) & (strong["was"].str.len() < 40)]
    changed = strong["restriction_id"].map(holder).nunique()
    start = (f"One limit protects {number_word(classes + 1)} differently named groups in {count(number, 'article')}"
             if classes else f"{share(changed, number, 'article')} {'changes' if changed == 1 else 'change'} "
                             "this limit in substance")
    if lost.empty:
        return start
    words = f"“{printable(lost['was'].iloc[0])}”"
    droppers = list(dict.fromkeys(lost[lost["was"] == lost["was"].iloc[0]]["restriction_id"].map(holder)))
    who = names[droppers[0]] if len(droppers) == 1 else count(len(droppers), "article")
    return f"{start}, and {who} drop{'s' if len(droppers) == 1 else ''} {words}"


def _subtitle(ladder, steps: list[Rung], drawn: int) -> str:
    label = sentence(elide(ladder.label, 900, 28)).removesuffix(".")
    first = "a direct quotation" if steps and steps[0].rendering == "quoted" else "nearest the origin"
    part = "" if drawn == len(steps) else f"{drawn} of {len(steps)} rungs in "
    return f"{label}: {part}each article’s own words, read against the first, {first}"


def _best(steps: list[Rung], most: int) -> list[Rung]:
    """The first rung and the later ones with most changes of substance, in their order; at most `most`."""
    later = sorted(range(1, len(steps)), key=lambda n: (-steps[n].weight, n))[:most - 1]
    return [step for number, step in enumerate(steps) if number == 0 or number in later]


def _alt(ladder, rows: pd.DataFrame, changes: pd.DataFrame, articles: pd.DataFrame) -> str:
    names = labels(articles)
    label = rows.set_index("restriction_id")["article_id"].map(names)
    told = [f"{label.get(change.restriction_id, '')}: {printable(change.reading)}" for change in changes.itertuples()
            if is_hard(change)]
    silent = [name for key, name in names.items() if key not in set(rows["article_id"])]
    return sentence(f"Ladder of the limit “{printable(ladder.label)}” in {count(len(rows), 'rung')}. "
                    f"{'; '.join(told[:12]) or 'No change of substance'}. Silent: {', '.join(silent[:12]) or 'none'}")


def _plotted(rows: pd.DataFrame, changes: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    told = changes.groupby("restriction_id")["reading"].agg("; ".join)
    columns = ["position", "restriction_id", "article_id", "start", "end", "quote", "rendering", *SLOTS, "status"]
    return rows[columns].assign(article=rows["article_id"].map(articles.set_index("article_id")["label"]),
                                changes=rows["restriction_id"].map(told))


def _draw(page: Page, steps: list[Rung], articles: pd.DataFrame, told: set[str], top: float, bottom: float) -> int:
    """Heads, rungs, silent articles and key; as many rungs as fit, and how many those are."""
    silent = [row for row in articles.itertuples() if row.article_id not in told]
    key = bottom - 10
    steps, slots, plan = _fitting(steps, key - 46 - top - (92 if silent else 0))
    for slot in slots:
        page.text(plan.left[slot], top - 14, elide(SLOTS[slot], plan.width[slot], 23, SEMIBOLD), 23, weight=SEMIBOLD,
                  color="context")
    marks.rule(page, MARGIN, top, RIGHT, top, color="ink", line=2)
    y = top
    nodes = []
    for number, (step, height) in enumerate(zip(steps, plan.heights, strict=True)):
        if number == 0:
            marks.box(page, MARGIN, y, RIGHT - MARGIN, height, fill="band", order=0)
        _draw_rung(page, step, articles, plan, slots, y)
        marks.rule(page, MARGIN, y + height, RIGHT, y + height)
        nodes.append(y + 34)
        y += height
    _draw_rail(page, nodes, y + 42 if silent else None)
    if silent:
        _draw_silent(page, silent, y)
    _draw_key(page, key)
    return len(steps)


def _draw_narrow(page: Page, steps: list[Rung], articles: pd.DataFrame, told: set[str], top: float,
                 bottom: float) -> int:
    """The rungs as running words below the two lines of the subtitle; how many there are."""
    silent = [row for row in articles.itertuples() if row.article_id not in told]
    start = top + 1.25 * page.sheet.subtitle + 34
    free = bottom - start - HEADS - (SILENT_ROOM if silent else 0) - KEY
    for most in range(min(MOST_RUNGS, len(steps)), 0, -1):
        drawn = _best(steps, most)
        slots = _slots(drawn)
        blocks: list[Block] = flow_blocks(page, drawn, slots)
        if sum(block.height for block in blocks) <= free:
            break
    heads = " · ".join(SLOTS[slot] if not number else SLOTS[slot].lower() for number, slot in enumerate(slots))
    end = draw_flow(page, blocks, articles, silent, f"In this order: {heads}", start)
    _draw_key(page, end + 34)
    page.trim(end + 40)
    return len(drawn)


def _slots(steps: list[Rung]) -> list[str]:
    return [slot for slot in SLOTS if any(step.words[slot] or step.tags[slot] for step in steps)]


def _fitting(steps: list[Rung], free: float) -> tuple[list[Rung], list[str], Plan]:
    """The rungs that fit down the page in a readable type, the slots that they have, and their plan."""
    for most in range(min(MOST_RUNGS, len(steps)), 0, -1):
        drawn = _best(steps, most)
        slots = _slots(drawn)
        plan = _plan(drawn, slots, free)
        if plan:
            break
    return drawn, slots, plan or _squeezed(drawn, slots, free)


def _plan(steps: list[Rung], slots: list[str], free: float) -> Plan | None:
    """The largest type, in the fewest lines, with which columns fit across and rungs down; None if none does."""
    for size in SIZES:
        for lines in (2, 3, 4, 5):
            plan = _widths(steps, slots, size, lines)
            if plan and sum(plan.heights) <= free:
                spare = min(28, (free - sum(plan.heights)) / max(1, len(steps)))
                return plan._replace(heights=[height + spare for height in plan.heights])
    return None


def _squeezed(steps: list[Rung], slots: list[str], free: float) -> Plan:
    """The smallest type in columns forced to fit, with as many lines as the page has."""
    plan = _widths(steps, slots, SIZES[-1], 3, forced=True)
    heights = [min(height, free / len(steps)) for height in plan.heights]
    return plan._replace(heights=heights, lines=max(1, int((min(heights) - 40) / (1.16 * plan.size))))


def _widths(steps: list[Rung], slots: list[str], size: float, lines: int, *, forced: bool = False) -> Plan | None:
    """Columns that hold their words in `lines` lines; None if they need more than the page has."""
    room = RIGHT - FIRST_COLUMN - GUTTER * (len(slots) - 1)
    least, whole = {}, {}
    for slot in slots:
        cells = [step.words[slot] for step in steps]
        longest = max((measure(word.text, size, word.weight) for words in cells for word in words), default=60)
        tags = [tag for step in steps for tag in step.tags[slot]]
        widest = max((measure(tag.words, TAG_SIZE, SEMIBOLD) for tag in tags), default=0)
        whole[slot] = max([line_width(words, size) + 4 for words in cells if words] or [60])
        word = max((measure(part, TAG_SIZE, SEMIBOLD) for tag in tags for part in tag.words.split()), default=0)
        least[slot] = max(min(longest, room / 3), measure(SLOTS[slot], 23, SEMIBOLD), 1.12 * whole[slot] / lines,
                          widest / 2.6 + 30, word + 32)
    spare = room - sum(least.values())
    if spare < 0 and not forced:
        return None
    if spare < 0:
        least = {slot: width * room / sum(least.values()) for slot, width in least.items()}
    wanted = {slot: max(0, whole[slot] - least[slot]) for slot in slots}
    part = min(1, max(0, spare) / (sum(wanted.values()) or 1))
    width = {slot: least[slot] + part * wanted[slot] for slot in slots}
    left, x = {}, FIRST_COLUMN
    for slot in slots:
        left[slot], x = x, x + width[slot] + GUTTER
    return Plan(size, left, width, [_height(step, width, size) for step in steps], 99)


def _height(step: Rung, width: dict[str, float], size: float) -> float:
    tallest = 0.0
    for slot in width:
        lines = max(1, len(word_lines(step.words[slot], width[slot], size)))
        tags = sum(len(_tag_lines(tag, width[slot])) for tag in step.tags[slot])
        tallest = max(tallest, 1.16 * size * lines + 27 * tags + (8 if tags else 0))
    return max(112, tallest + 32)


def _tag_lines(tag: Tag, width: float) -> list[str]:
    return wrap(tag.words, width - 28, TAG_SIZE, SEMIBOLD if tag.strong else REGULAR, most=3, even=False)


def _draw_rung(page: Page, step: Rung, articles: pd.DataFrame, plan: Plan, slots: list[str], y: float) -> None:
    _draw_article(page, step, articles, y)
    for slot in slots:
        base = y + 34 + 0.34 * plan.size
        lines = word_lines(step.words[slot], plan.width[slot], plan.size)
        if len(lines) > plan.lines:
            lines = [*lines[:plan.lines - 1], [*lines[plan.lines - 1][:-1], Word("…", "same")]]
        for number, line in enumerate(lines):
            _draw_line(page, line, plan.left[slot], base + number * 1.16 * plan.size, plan.size)
        tags = step.tags[slot]
        if not lines and any(tag.mark == "dropped" for tag in tags):
            marks.box(page, plan.left[slot], y + 14, min(plan.width[slot] - 6, 180), 42, fill="tint", edge="accent",
                      line=2.4, dashed=True)
        below = base + (max(1, len(lines)) - 1) * 1.16 * plan.size + 34
        for tag in tags:
            below = _draw_tag(page, tag, plan.left[slot], below, plan.width[slot])


def _draw_article(page: Page, step: Rung, articles: pd.DataFrame, y: float) -> None:
    rows = articles[articles["article_id"].isin(step.articles)]
    names = labels(rows)
    names = ", ".join(names[article_id] for article_id in step.articles)
    x, room = MARGIN + 46, FIRST_COLUMN - MARGIN - 46 - 20
    tail = measure(step.rendering, SMALL_SIZE) + 12
    end = page.text(x, y + 45, elide(names, room - tail, 31, SEMIBOLD), 31, weight=SEMIBOLD)
    page.text(x + end + 12, y + 45, step.rendering, SMALL_SIZE, color="context")
    if len(rows) == 1:
        outlet, published = rows["outlet"].iloc[0], rows["published"].iloc[0]
        outlet = outlet if isinstance(outlet, str) else "outlet not named"
        published = day_words(published) if isinstance(published, str) else "undated"
        page.lines(x, y + 75, [elide(outlet, room, SMALL_SIZE), elide(published, room, SMALL_SIZE)], SMALL_SIZE, 27,
                   color="context")
    else:
        page.text(x, y + 75, f"{count(len(rows), 'article')}, same words", SMALL_SIZE, color="context")


def _draw_line(page: Page, words: list[Word], x: float, y: float, size: float) -> None:
    """One line, the changed words underlined; neighbours of one style are one text."""
    run: list[Word] = []
    for number, word in enumerate(words):
        run.append(word)
        if number + 1 < len(words) and words[number + 1].style == word.style:
            continue
        width = page.text(x, y, " ".join(part.text for part in run), size, weight=word.weight, color=COLORS[word.style])
        if word.style == "changed":
            marks.rule(page, x, y + 0.26 * size, x + width, y + 0.26 * size, color="accent", line=3)
        x, run = x + width + space(size), []


def _draw_tag(page: Page, tag: Tag, x: float, y: float, width: float) -> float:
    """Mark and words of a change; the baseline for the next."""
    color = "accent" if tag.strong else "context"
    draw_tag_mark(page, tag, x + 10, y - 7)
    lines = _tag_lines(tag, width)
    last = page.lines(x + 26, y, lines, TAG_SIZE, 27, color=color, weight=SEMIBOLD if tag.strong else REGULAR)
    return last + 29


def _draw_rail(page: Page, nodes: list[float], silent: float | None) -> None:
    x = MARGIN + 20
    if nodes:
        marks.rule(page, x, nodes[0], x, nodes[-1], color="ink", line=3)
        if silent:
            marks.rule(page, x, nodes[-1], x, silent, color="silence_line", line=3, dashes=(2, 2))
    for number, y in enumerate(nodes):
        marks.disc(page, x, y, 10, fill="ink" if number == 0 else "paper", edge="ink", line=4)
    if silent:
        marks.disc(page, x, silent, 9, fill="paper", edge="silence_line", line=4)


def _draw_silent(page: Page, silent: list, y: float) -> None:
    x, room = MARGIN + 46, FIRST_COLUMN - MARGIN - 60
    if len(silent) == 1:
        article = silent[0]
        outlet = article.outlet if isinstance(article.outlet, str) else "outlet not named"
        published = day_words(article.published) if isinstance(article.published, str) else "undated"
        head, below = article.label, f"{outlet}, {published}"
    else:
        head, below = ", ".join(article.label for article in silent), count(len(silent), "article")
        head, below = (head, below) if measure(printable(head), 31, SEMIBOLD) <= room else (sentence(below)[:-1], "")
    page.text(x, y + 42, elide(head, room, 31, SEMIBOLD), 31, weight=SEMIBOLD, color="silence")
    page.text(x, y + 70, elide(below, room, SMALL_SIZE), SMALL_SIZE, color="silence")
    marks.silence(page, FIRST_COLUMN, RIGHT, y + 44, f"say{'s' if len(silent) == 1 else ''} nothing about this limit",
                  size=31)


def _draw_key(page: Page, y: float) -> None:
    x, size = page.sheet.margin, (18 if page.sheet.narrow else 22)
    for style, name, words in (("same", "Grey", "same words as the first rung"), ("reworded", "Black", "reworded"),
                               ("changed", "Bold, underlined", "changed in substance")):
        end = page.text(x, y, name, size, weight=SEMIBOLD, color=COLORS[style])
        if style == "changed":
            marks.rule(page, x, y + 6, x + end, y + 6, color="accent", line=2.6)
        x += end + 8
        x += page.text(x, y, words, size, color="context") + 1.64 * size
