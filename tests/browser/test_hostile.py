"""Hostile articles stay text: no script runs, and no request leaves the machine."""

import pytest

from attacks import articles
from crosscheck.report import page as page_of

pytestmark = pytest.mark.browser

ATTACKS = """Officials <script>window.pwned = 1</script> said on Friday 6 March 2020 the bridge will not close
By <img src=x onerror="window.pwned = 2"> Staff

SPRINGFIELD, March 6, 2020 (<b onmouseover=alert(1)>Wire</b>) - The mayor said "<svg/onload=window.pwned=3>" on Friday.
More than 140 <iframe src="http://192.0.2.1/x"></iframe> people were told that
$\\require{html}\\href{javascript:window.pwned=4}{x}$ is banned.
The council shall not be <a href="javascript:window.pwned=5">intentionally</a> used for surveillance of residents.
=cmd|' /C calc'!A0 was \x1b[31mquoted\x1b[0m by </textarea></style></script><script>window.pwned=6</script> the Gazette.
{{constructor.constructor('window.pwned=7')()}} ${window.pwned=8}
<math><mtext><img src onerror=window.pwned=9></mtext></math>
"""
OTHER = ATTACKS.replace("140", "150").replace("will not close", "will close").replace("intentionally", "knowingly")


@pytest.fixture
def hostile(tmp_path):
    articles(tmp_path)
    (tmp_path / "a1 <script>window.pwned=10<!script>.txt").write_text(ATTACKS, encoding="utf-8")
    (tmp_path / "a2.txt").write_text(OTHER, encoding="utf-8")
    (tmp_path / "a3 $x$.txt").write_text(ATTACKS.replace("140", "160"), encoding="utf-8")
    (tmp_path / "articles.csv").write_text(
        'file,outlet,published\na2.txt,"<img src=x onerror=window.pwned=11>",2020-03-07\n', encoding="utf-8")
    (tmp_path / "<img src=x onerror=window.pwned=12>.bin").write_bytes(b"\x00\x01\x02")
    return tmp_path


def test_no_script_runs_and_no_request_leaves(lab_on, hostile, root):
    lab = lab_on(hostile)
    for name in sorted(path.name for path in root.glob("notebooks/*.ipynb")):
        page = lab.open(name)
        lab.run_all(page)
        errors = page.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.error']")
        assert errors.count() == 0, (name, errors.first.inner_text())
        page.wait_for_timeout(500)
        assert page.evaluate("window.pwned") is None, name
        assert page.locator(".jp-OutputArea-output iframe").count() == 0, name
        lab.save(page, name)
        page.close()
    assert lab.outside == [] and lab.messages == []
    files = [*map(page_of, sorted(lab.folder.glob("notebooks/*.ipynb"))), *sorted(lab.folder.glob("figures/*.svg")),
             *sorted(lab.folder.glob("figures/briefing/*.html"))]
    assert len(files) > 10
    for path in files:
        page = lab.context.new_page()
        page.on("request", lambda request: lab.outside.append(request.url))
        page.on("dialog", lambda dialog: (lab.messages.append(dialog.message), dialog.dismiss()))
        page.goto(path.as_uri())
        for place in page.locator("details").all():
            place.evaluate("one => { one.open = true }")
        page.wait_for_timeout(200)
        assert page.evaluate("window.pwned") is None, path.name
        page.close()
    own = ("data:", lab.folder.as_uri())
    assert [url for url in lab.outside if not url.startswith(own)] == [] and lab.messages == []
