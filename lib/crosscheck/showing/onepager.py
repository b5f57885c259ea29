"""How does a briefing stand on one page for the browser? One HTML file: no script, no request, every word escaped.

Judgement, basis, what is disputed (the words behind each reading fold out), what is not said, sources; printed on A4
it is one page as a rule, and pictures follow on their own, inside the file and with their alternative text. A policy
in its head forbids all scripts, and all requests but those to itself.
"""

import base64
import html

from crosscheck.cells import one_line
from crosscheck.showing.briefing import Briefing, Dispute, Ground, Source
from crosscheck.showing.html import escape
from crosscheck.showing.picture import Picture

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = """
@page { size: A4; margin: 14mm }
body { font: 15px/1.42 "IBM Plex Sans Condensed", "Segoe UI", system-ui, sans-serif; color: #16191D; background: #FFF;
  max-width: 820px; margin: 24px auto; padding: 0 20px; }
h1 { font-size: 28px; line-height: 1.15; margin: 0 0 14px; border-top: 6px solid #B4231F; padding-top: 12px; }
h2 { font-size: 17px; margin: 18px 0 4px; border-bottom: 2px solid #16191D; }
.judgement { font-size: 18px; border-left: 4px solid #B4231F; padding: 2px 0 2px 12px; margin: 6px 0; }
.judgement p { margin: 2px 0; } .judgement p + p { font-size: 15px; color: #565C64; }
dl { margin: 0; } dt { font-weight: 600; margin-top: 7px; break-after: avoid; } dd { margin: 1px 0 1px 14px; }
ul, ol { margin: 4px 0; padding-left: 20px; } ol { list-style: none; padding-left: 0; }
.who { color: #565C64; } .none { color: #6C727A; font-style: italic; }
q { quotes: "“" "”"; } a { color: inherit; overflow-wrap: anywhere; } li, dd { overflow-wrap: anywhere; }
img { width: 100%; height: auto; margin: 12px 0 0; } figure { margin: 0; break-inside: avoid; }
summary { color: #565C64; font-size: 13px; cursor: pointer; }
@media print { body { font-size: 10.5px; line-height: 1.3; margin: 0; padding: 0; max-width: none; }
  h1 { font-size: 21px; margin-bottom: 8px; padding-top: 8px; } h2 { font-size: 13px; margin-top: 11px; }
  .judgement { font-size: 13px; } .judgement p + p { font-size: 10.5px; } dt { margin-top: 4px; }
  ol { columns: 2; } details { display: none; } figure { break-before: page; }
  footer { font-size: 9px; margin-top: 10px; } }
footer { margin-top: 16px; border-top: 1px solid #D3D6DA; padding-top: 6px; color: #565C64; font-size: 13px; }
"""


def onepager_html(made: Briefing) -> str:
    """The briefing as a page that stands alone; the same text on every run."""
    parts = [f"<h1>{escape(made.title)}</h1>", _judgement(made),
             _section("What it rests on", "dl", map(_ground, made.basis), "No passage is named."),
             _section("What is disputed", "dl", map(_dispute, made.disputed), "The articles do not differ on anything "
                      "that the rules can see."),
             _section("What is not said", "ul", (f"<li>{escape(line)}</li>" for line in made.unsaid), ""),
             _section("Sources", "ol", map(_source, made.sources), "No article."),
             *(_picture(picture) for picture in made.pictures),
             f"<footer>{escape(made.source_line)} Every passage stands in the article as quoted.</footer>"]
    return ('<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
            '<meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">'
            f"<title>{html.escape(made.title)}</title><style>{STYLE}</style></head>\n<body>\n"
            + "\n".join(parts) + "\n</body></html>\n")


def _judgement(made: Briefing) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in made.judged)
    return f'<section><h2>Judgement</h2><div class="judgement">{lines}</div></section>'


def _section(heading: str, tag: str, items, empty: str) -> str:
    inner = "".join(items)
    body = f"<{tag}>{inner}</{tag}>" if inner else f'<p class="none">{escape(empty)}</p>'
    return f"<section><h2>{escape(heading)}</h2>{body}</section>"


def _ground(one: Ground) -> str:
    return (f'<dt>{escape(one.label)}</dt><dd>{escape(one.detail)}. <q>{escape(_bare(one.words))}</q> '
            f'<span class="who">{escape(one.heading)}</span></dd>')


def _dispute(one: Dispute) -> str:
    told = [f'{escape(value)} <span class="who">({escape(who)})</span>' for value, who, _ in one.readings]
    told += [f'<span class="none">{one.more} more reading{"s" if one.more > 1 else ""}</span>'] if one.more else []
    told += [f'<span class="none">nothing in {escape(one.silent)}</span>'] if one.silent else []
    words = "".join(f'<div><span class="who">{escape(who)}:</span> <q>{escape(_bare(quote))}</q></div>'
                    for _, who, quote in one.readings)
    return (f"<dt>{escape(one.question)}</dt><dd>{'; '.join(told)}"
            f"<details><summary>In their words</summary>{words}</details></dd>")


def _bare(words: str) -> str:
    return words.strip("“”\" ")


def _source(one: Source) -> str:
    link = f' <a href="{html.escape(one.link)}" rel="noreferrer">{escape(one.link)}</a>' if one.link else ""
    return f"<li><b>{escape(one.label)}</b> {escape(one.words)}{link}</li>"


def _picture(picture: Picture) -> str:
    data = base64.b64encode(picture.png()).decode("ascii")
    return f'<figure><img src="data:image/png;base64,{data}" alt="{html.escape(one_line(picture.alt))}"></figure>'
