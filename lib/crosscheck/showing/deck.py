"""How does a briefing become slides? A .pptx: judgement, basis, a slide a figure, what is disputed and what not said.

Made with python-pptx. A figure's headline becomes the slide's title, so that it can be read aloud and edited; the
picture below it keeps the rest, with its alternative text. Sources and anchors stand in the notes. The file holds the
same bytes on every run: parts sorted, no clock. Not here: animations, and pictures that PowerPoint could redraw.
"""

import io
import zipfile
from datetime import datetime
from typing import NamedTuple

from matplotlib.backend_bases import RendererBase
from matplotlib.text import Text

from crosscheck.cells import one_line
from crosscheck.showing.briefing import Briefing, Dispute
from crosscheck.showing.page import filled
from crosscheck.showing.picture import Picture
from crosscheck.showing.style import REGULAR, ROLES, SEMIBOLD, house, printable

WIDTH, HEIGHT, MARGIN = 1920, 1080, 64  # pixels of a slide, as of a picture
PIXEL = 6350  # a pixel of a 16:9 slide, 13.33 inches wide, in English metric units
POINT = 0.5  # a pixel in points
SLACK = {REGULAR: 1.26, SEMIBOLD: 1.42}  # another font, where the kit's own is not installed, is so much wider
FONT, PANOSE = "IBM Plex Sans Condensed", "020B0506050203000203"
TITLE_ONLY, PLAIN_TABLE = 5, "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
EPOCH = datetime(2000, 1, 1)
COLUMNS = ((0, 720), (720, 1792))  # the question, its readings, in pixels from the margin
CELLS, GAP, TOP, FOOT, MOST_NOTES = (34, 31, 28, 25), 24, 130, 1010, 40
LEAST, MOST = 0.05, 0.4  # of a picture's height can be its headline
TALL = 2.5  # times its size that a line of words is high at most


class Box(NamedTuple):
    """A place on a slide in pixels."""

    left: float
    top: float
    width: float
    height: float


class Row(NamedTuple):
    """One row of a table on a slide: paragraphs on the left and on the right, and what the notes say of it."""

    left: list[str]
    right: list[str]
    notes: list[str]


def deck(made: Briefing) -> bytes:
    """The briefing as slides, in the order judgement, basis, figures, what is disputed, what is not said."""
    from pptx import Presentation

    with house():
        slides = Presentation()
        _widen(slides)
        _first(slides, made)
        _tables(slides, "What it rests on", _grounds(made), made)
        for picture in made.pictures:
            _picture(slides, picture, made)
        _tables(slides, "What is disputed", _disputes(made), made)
        _list(slides, "What the articles do not say", made.unsaid, made)
        _properties(slides, made)
        stream = io.BytesIO()
        slides.save(stream)
    return steady(stream.getvalue())


def steady(data: bytes) -> bytes:
    """A zip file with its parts sorted, the list of contents first, and no time of day."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.external_attr, part.create_system = 0o600 << 16, 3
            new.writestr(part, old.read(name), zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


def headline_end(picture: Picture) -> float | None:
    """Which part of the picture's height its headline takes; None where it cannot be told."""
    texts = [text for text in picture.figure.findobj(Text) if text.get_text().strip()]
    wanted, found = "".join(one_line(picture.headline).split()), ""
    renderer = picture.figure._get_renderer()
    for text in texts:
        found += "".join(text.get_text().split())
        if found == wanted:
            foot = text.get_window_extent(renderer).y0
            below = _highest(texts, foot + 3, renderer)
            end = 1 - (foot + below) / 2 / picture.figure.bbox.y1 if below is not None else 1.0
            return end if LEAST < end < MOST else None
        if not wanted.startswith(found):
            found = ""
    return None


def _highest(texts: list[Text], limit: float, renderer: RendererBase) -> float | None:
    """The top of the highest text that ends at `limit` or below it; only those that may be it are laid out."""
    tallest = TALL * max(text.get_fontsize() for text in texts) * renderer.points_to_pixels(1)
    best = None
    for start, _, text in sorted(((text.get_transform().transform(text.get_position())[1], place, text)
                                  for place, text in enumerate(texts)), reverse=True):
        if best is not None and start + tallest <= best:
            break
        top = text.get_window_extent(renderer).y1 if start <= limit else limit + 1
        if top <= limit:
            best = top if best is None else max(best, top)
    return best


def _widen(slides) -> None:
    """Make slides 16:9, and their layouts with them."""
    slides.slide_width, slides.slide_height = WIDTH * PIXEL, HEIGHT * PIXEL
    master = slides.slide_master
    for shape in [*master.shapes, *(shape for layout in master.slide_layouts for shape in layout.shapes)]:
        shape.left, shape.width = shape.left * 4 // 3, shape.width * 4 // 3


def _slide(slides, title: str, box: Box, size: float, notes: list[str]):
    """A slide with its title and its notes, and the red tab that every picture has."""
    from pptx.enum.text import MSO_ANCHOR

    slide = slides.slides.add_slide(slides.slide_layouts[TITLE_ONLY])
    tab = slide.shapes.add_shape(1, *_place(Box(MARGIN, 0, 76, 16)))
    tab.fill.solid()
    tab.fill.fore_color.rgb = _color("accent")
    tab.line.fill.background()
    tab._element.remove(tab._element.find("{*}style"))
    tab.name = "Tab"
    heading = slide.shapes.title
    heading.left, heading.top, heading.width, heading.height = _place(box)
    _write(heading.text_frame, [one_line(title)], size, weight=SEMIBOLD)
    heading.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    slide.notes_slide.notes_text_frame.text = "\n".join(one_line(line) for line in notes)
    return slide


def _place(box: Box) -> tuple[int, int, int, int]:
    return tuple(round(side * PIXEL) for side in box)


def _color(role: str):
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(ROLES[role].lstrip("#"))


def _write(frame, lines: list[str], size: float, *, weight: int = REGULAR, color: str = "ink",
           after: float = 0) -> None:
    """The lines as paragraphs of a text frame without margins, wrapped, never shrunk."""
    from pptx.enum.text import MSO_AUTO_SIZE, PP_ALIGN
    from pptx.util import Pt

    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for number, words in enumerate(lines):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
        paragraph.alignment, paragraph.line_spacing, paragraph.space_after = PP_ALIGN.LEFT, 1.0, Pt(after * POINT)
        run = paragraph.add_run()
        run.text = one_line(words)
        run.font.size, run.font.bold = Pt(size * POINT), weight == SEMIBOLD
        run.font.color.rgb = _color(color)
        run.font.name = FONT
        run.font._element.find("{*}latin").set("panose", PANOSE)


def _lines(words: str, width: float, size: float, weight: int = REGULAR) -> int:
    """How many lines the words need, in the kit's font or a wider one."""
    known = "".join(c if c.isascii() else printable(c) for c in one_line(words))
    return len(filled(known, width / SLACK[weight], size, weight))


def _fitted(words: str, box: Box, sizes: tuple[int, ...], weight: int = SEMIBOLD) -> int:
    """The largest of the sizes at which the words fit the box, or the smallest."""
    return next((size for size in sizes if _lines(words, box.width, size, weight) * 1.2 * size <= box.height),
                sizes[-1])


def _first(slides, made: Briefing) -> None:
    box = Box(MARGIN, 150, WIDTH - 2 * MARGIN, 230)
    sizes = (72, 64, 56, 48, 40, 32)
    basis = [f"{one.label}: {one.detail}. {one.heading}: {one.words}" for one in made.basis]
    slide = _slide(slides, made.title, box, _fitted(made.title, box, sizes),
                   [made.title, *made.judged, *basis, *_source_notes(made)])
    first, *rest = made.judged
    body = Box(MARGIN, 420, WIDTH - 2 * MARGIN, 340)
    size = _fitted(first, body, (44, 38, 32, 26), REGULAR)
    _text(slide, "Judgement", body, [first], size)
    if rest:
        _text(slide, "Likelihood and confidence", Box(MARGIN, 790, WIDTH - 2 * MARGIN, 150), rest, 30, color="context")
    _footer(slide, made)


def _text(slide, name: str, box: Box, lines: list[str], size: float, **options) -> None:
    shape = slide.shapes.add_textbox(*_place(box))
    shape.name = name
    _write(shape.text_frame, lines, size, **options)


def _footer(slide, made: Briefing) -> None:
    _text(slide, "Source", Box(MARGIN, HEIGHT - 50, WIDTH - 2 * MARGIN, 30), [made.source_line], 21, color="context")


def _picture(slides, picture: Picture, made: Briefing) -> None:
    """One figure: its headline as the title, the rest of it below, at full width."""
    end = headline_end(picture)
    top = HEIGHT * (end or 0.14)
    box = Box(MARGIN, 28, WIDTH - 2 * MARGIN, top - 30)
    slide = _slide(slides, picture.headline, box, _fitted(picture.headline, box, (50, 46, 42, 38, 34, 30, 26)),
                   _picture_notes(picture, made))
    shape = slide.shapes.add_picture(io.BytesIO(picture.png()), 0, 0)
    crop = shape.crop_top = end or 0.0
    scale = min(WIDTH / shape.width, (HEIGHT - top) / (shape.height * (1 - crop)))
    width, height = shape.width * scale, shape.height * (1 - crop) * scale
    shape.left, shape.top, shape.width, shape.height = _place(Box((WIDTH - width) / 2, top, width, height))
    shape.name = one_line(picture.name)
    shape._element.nvPicPr.cNvPr.set("descr", one_line(picture.alt))
    shape._element.nvPicPr.cNvPr.set("title", one_line(picture.headline))


def _picture_notes(picture: Picture, made: Briefing) -> list[str]:
    """What a speaker needs: what is drawn, the caveat, the source, and the passages that the marks rest on."""
    notes = [picture.headline, picture.subtitle, picture.note, picture.source, f"In words: {picture.alt}"]
    rows = picture.rows
    if {"article_id", "quote"} <= set(rows.columns):
        files = {one.label: one for one in made.sources}
        shown = rows.drop_duplicates(["article_id", "quote"])
        where = shown["start"].astype("Int64").astype("str") if "start" in shown else ["?"] * len(shown)
        names = shown["label"] if "label" in shown and set(shown["label"]) <= set(files) else shown["article_id"]
        anchors = [f"{name}, character {at}: “{quote}”" for name, at, quote in
                   zip(names, where, shown["quote"], strict=True) if isinstance(quote, str)]
        notes += ["The passages:", *anchors[:MOST_NOTES]]
        notes += [f"{len(anchors) - MOST_NOTES} more passages"] if len(anchors) > MOST_NOTES else []
    return [note for note in notes if note] + _source_notes(made)


def _source_notes(made: Briefing) -> list[str]:
    shown = [f"{one.label} {one.words} {one.link}".strip() for one in made.sources[:MOST_NOTES]]
    more = len(made.sources) - len(shown)
    return ["Sources:", *shown, *([f"{more} more articles"] if more else []), f"Corpus {made.digest}."]


def _readings(one: Dispute) -> list[str]:
    told = [f"{value} ({who})" for value, who, _ in one.readings]
    told += [f"{one.more} more reading{'s' if one.more > 1 else ''}"] if one.more else []
    return told + ([f"Nothing on this in {one.silent}."] if one.silent else [])


def _grounds(made: Briefing) -> list[Row]:
    return [Row([f"{one.label}: {one.detail}"], [f"“{one.words.strip('“” ')}”", one.heading],
                [f"{one.label}: {one.detail}. {one.heading}: “{one.words}”"]) for one in made.basis]


def _disputes(made: Briefing) -> list[Row]:
    return [Row([one.question], _readings(one), [f"{one.question} {value} ({who}): “{words}”"
                                                 for value, who, words in one.readings]) for one in made.disputed]


def _row_height(row: Row, size: int) -> float:
    (start, middle), (_, end) = COLUMNS
    lines = max(sum(_lines(line, middle - start - GAP, size, SEMIBOLD) for line in row.left),
                sum(_lines(line, end - middle - GAP, size) for line in row.right))
    return lines * size * 1.22 + 26


def _pages(rows: list[Row], size: int) -> list[list[Row]]:
    """The rows on as few slides as hold them, about as full as one another."""
    heights = [_row_height(row, size) for row in rows]
    fewest = -(-sum(heights) // (FOOT - TOP))
    pages: list[list[Row]] = []
    used = 0.0
    for row, height in zip(rows, heights, strict=True):
        if not pages or used + height > FOOT - TOP or used + height / 2 > sum(heights) / fewest:
            pages.append([])
            used = 0.0
        pages[-1].append(row)
        used += height
    return pages


def _tables(slides, title: str, rows: list[Row], made: Briefing) -> None:
    """The rows as tables, on as few slides as hold them, in the largest type that needs no more."""
    fewest = len(_pages(rows, CELLS[-1]))
    size = next(size for size in CELLS if len(_pages(rows, size)) <= fewest)
    pages = _pages(rows, size)
    for number, page in enumerate(pages, start=1):
        place = f" ({number} of {len(pages)})" if len(pages) > 1 else ""
        _table(slides, f"{title}{place}", page, size, made)


def _table(slides, title: str, page: list[Row], size: int, made: Briefing) -> None:
    notes = [note for row in page for note in row.notes]
    slide = _slide(slides, title, Box(MARGIN, 28, WIDTH - 2 * MARGIN, 80), 50, [*notes, *_source_notes(made)])
    heights = [_row_height(row, size) for row in page]
    frame = slide.shapes.add_table(len(page), 2, *_place(Box(MARGIN, TOP, WIDTH - 2 * MARGIN, sum(heights))))
    frame.name = title
    frame._element.nvGraphicFramePr.cNvPr.set("descr", " ".join(
        f"{' '.join(row.left)} {'; '.join(row.right)}." for row in page))
    table = frame.table
    table.first_row = table.horz_banding = False
    frame._element.graphic.graphicData.tbl.tblPr.find("{*}tableStyleId").text = PLAIN_TABLE
    for column, (left, right) in zip(table.columns, COLUMNS, strict=True):
        column.width = round((right - left) * PIXEL)
    for number, (row, height) in enumerate(zip(page, heights, strict=True)):
        table.rows[number].height = round(height * PIXEL)
        _cell(table.cell(number, 0), row.left, size, SEMIBOLD)
        _cell(table.cell(number, 1), row.right, size, REGULAR)
    _footer(slide, made)


def _cell(cell, lines: list[str], size: int, weight: int) -> None:
    """Words in a cell, with a hairline above."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    _write(cell.text_frame, lines, size, weight=weight)
    cell.margin_left, cell.margin_right = 0, GAP * PIXEL
    cell.margin_top = cell.margin_bottom = 11 * PIXEL
    cell._tc.get_or_add_tcPr().append(parse_xml(
        f'<a:lnT {nsdecls("a")} w="9525"><a:solidFill><a:srgbClr val="{ROLES["rule"].lstrip("#")}"/></a:solidFill>'
        "</a:lnT>"))


def _list(slides, title: str, lines: tuple[str, ...], made: Briefing) -> None:
    slide = _slide(slides, title, Box(MARGIN, 28, WIDTH - 2 * MARGIN, 80), 50, [*lines, *_source_notes(made)])
    _text(slide, title, Box(MARGIN, 150, WIDTH - 2 * MARGIN, FOOT - 150), list(lines), 34, after=18)
    _footer(slide, made)


def _properties(slides, made: Briefing) -> None:
    properties = slides.core_properties
    properties.title, properties.subject = made.title[:255], made.source_line
    properties.author = properties.last_modified_by = "crosscheck"
    properties.created = properties.modified = EPOCH
    properties.keywords, properties.revision = "", 1
