"""Each notebook opens and runs in JupyterLab in a real browser, and its widgets change a table and a picture."""

import os
import pathlib

import pytest

pytestmark = pytest.mark.browser
CONTROLS = ".widget-text:visible, .widget-dropdown:visible, .widget-slider:visible"
SHOTS = os.environ.get("CROSSCHECK_SHOTS")


@pytest.fixture(scope="module")
def names(root):
    return sorted(path.name for path in root.glob("notebooks/*.ipynb"))


def explorers(page):
    return page.locator(".jp-OutputArea-output .crosscheck-explorer")


def seen(box) -> tuple[str, str]:
    """The text of an explorer's page and its picture."""
    pages = box.locator(".widget-html")  # fonts, page, picture
    return pages.nth(1).inner_text(), pages.nth(2).inner_html() + str(pages.nth(2).is_visible())


def change(box, number: int) -> str:
    """Set the control at `number` to something else and say what was done."""
    control = box.locator(CONTROLS).nth(number)
    kinds = control.get_attribute("class")
    if "slider" in kinds:
        control.locator(".noUi-handle").last.focus()
        control.page.keyboard.press("ArrowLeft" if control.locator(".noUi-handle").count() > 1 else "ArrowRight")
        return "moved"
    if "widget-text" in kinds:
        field = control.locator("input")
        is_number = field.get_attribute("type") == "number"
        field.fill(field.get_attribute("max") if is_number else "the")
        field.press("Enter")
        return "typed"
    options = control.locator("option")
    select = control.locator("select")
    now = select.evaluate("s => s.selectedIndex")
    if options.count() < 2:
        return "nothing to choose"
    select.select_option(index=options.count() - 1 if now != options.count() - 1 else 0)
    return "chosen"


def test_every_notebook_runs_and_its_widgets_answer(lab_on, seeds, names):
    lab = lab_on(seeds)
    for name in names:
        page = lab.open(name)
        lab.run_all(page)
        errors = page.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.error']")
        assert errors.count() == 0, (name, errors.first.inner_text())
        assert page.get_by_text("This choice could not be shown").count() == 0, name
        _shot(page, name)
        boxes = explorers(page)
        assert boxes.count() >= 1, name
        tables = pictures = 0
        for place in range(boxes.count()):
            box = boxes.nth(place)
            box.scroll_into_view_if_needed()
            for number in range(box.locator(CONTROLS).count()):
                before = seen(box)
                if number >= box.locator(CONTROLS).count() or change(box, number) == "nothing to choose":
                    continue  # the field that turns leaves goes where a choice leaves one leaf
                page.wait_for_timeout(400)
                _settled(page, box, before)
                after = seen(box)
                assert "could not be shown" not in after[0], (name, number, after[0])
                tables += before[0] != after[0]
                pictures += before[1] != after[1]
        assert tables and pictures, (name, tables, pictures)
        _shot(page, name.replace(".", "-changed."))
        page.close()
    assert lab.outside == []


def test_a_decision_made_at_the_desk_is_kept(lab_on, seeds):
    lab = lab_on(seeds)
    page = lab.open("05_briefing.ipynb")
    lab.run_all(page)
    desk = page.locator(".jp-OutputArea-output .crosscheck-desk")
    desk.scroll_into_view_if_needed()
    desk.locator(".widget-dropdown select").nth(2).select_option(label="reject")
    for place, words in ((1, "told twice"), (2, "ab")):
        desk.locator(".widget-text:visible input").nth(place).fill(words)
        desk.locator(".widget-text:visible input").nth(place).press("Tab")
    desk.get_by_role("button", name="Write decision").click()
    desk.get_by_text("Written into decisions.csv").wait_for(timeout=10_000)
    assert "told twice" in desk.inner_text() and "applied" in desk.inner_text()
    assert "told twice" in (lab.folder / "seeds/decisions.csv").read_text(encoding="utf-8")
    desk.get_by_role("button", name="Take back my last").click()
    desk.get_by_text("Taken back. The decision stays").wait_for(timeout=10_000)
    page.close()


def _settled(page, box, before, seconds: float = 8) -> None:
    """Wait until the explorer has changed, or long enough to say that it does not."""
    for _ in range(int(seconds * 10)):
        if seen(box)[0] != before[0]:
            page.wait_for_timeout(300)
            return
        page.wait_for_timeout(100)


def _shot(page, name: str) -> None:
    """Keep a picture of the whole page, cell by cell, where CROSSCHECK_SHOTS names a folder."""
    if SHOTS:
        folder = pathlib.Path(SHOTS)
        folder.mkdir(parents=True, exist_ok=True)
        height = page.evaluate("""() => Math.max(...[...document.querySelectorAll('.jp-NotebookPanel *')].map(
            n => n.scrollHeight))""")
        page.set_viewport_size({"width": 1500, "height": min(16_000, int(height) + 200)})
        page.locator(".jp-Notebook .jp-Cell").first.scroll_into_view_if_needed()
        page.screenshot(path=folder / f"{name}.png")
        page.set_viewport_size({"width": 1500, "height": 1100})
