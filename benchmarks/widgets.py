"""How long from a change of a control to the repainted view? Every explorer, in JupyterLab, in a real browser.

    python benchmarks/widgets.py [FOLDER] [--rounds 5]

Without a folder: the sample articles. Each menu of each explorer is turned to other choices; the time runs from the
change to the frame after the last part of the view was replaced: words, table and picture. Needs a Chromium.
"""

import argparse
import pathlib
import shutil
import statistics
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
QUIET = 1500  # milliseconds without any change, after which a view counts as done

TURN = """async ([box, number, index, quiet]) => {
    const explorer = document.querySelectorAll('.crosscheck-explorer')[box];
    const select = explorer.querySelectorAll('.widget-dropdown select')[number];
    const start = performance.now();
    let last = null;
    const watch = new MutationObserver(() => requestAnimationFrame(() => { last = performance.now(); }));
    explorer.querySelectorAll('.widget-html').forEach(part => watch.observe(part, {childList: true, subtree: true}));
    select.selectedIndex = index;
    select.dispatchEvent(new Event('change', {bubbles: true}));
    while (performance.now() - (last ?? start) < quiet) await new Promise(resolve => setTimeout(resolve, 20));
    watch.disconnect();
    return last === null ? null : last - start;
}"""


def main() -> int:
    """Measure and print one line an explorer, then the percentiles over all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=pathlib.Path, default=ROOT / "seeds")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    from playwright.sync_api import sync_playwright
    from tests.browser.conftest import CHROMIUM, FLAGS, Lab, start_lab

    if CHROMIUM is None:
        print("no chromium on this machine: install Debian's package `chromium`")
        return 2
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        folder = pathlib.Path(scratch)
        (folder / "figures").mkdir()
        shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".*"))
        shutil.copytree(options.folder, folder / "seeds")
        process, address = start_lab(folder)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            lab = Lab(address, folder, browser.new_context(viewport={"width": 1500, "height": 1100}))
            times = [took for name in sorted(path.name for path in (folder / "notebooks").glob("*.ipynb"))
                     for took in measured(lab, name, options.rounds)]
        finally:
            browser.close()
            process.terminate()
            process.wait(timeout=20)
    print(f"all: {told(times)}")
    return 0


def measured(lab, name: str, rounds: int) -> list[float]:
    """The times of one notebook in milliseconds."""
    page = lab.open(name)
    lab.run_all(page)
    times: list[float] = []
    for box in range(page.locator(".crosscheck-explorer").count()):
        menus = page.locator(".crosscheck-explorer").nth(box).locator(".widget-dropdown select")
        own = []
        for number in range(menus.count()):
            choices = menus.nth(number).locator("option").count()
            for turn in range(min(rounds, choices - 1)):
                took = page.evaluate(TURN, [box, number, turn + 1, QUIET])
                own += [took] if took is not None else []
            if choices > 1:
                page.evaluate(TURN, [box, number, 0, QUIET])
        print(f"{name} explorer {box + 1}: {told(own)}", flush=True)
        times += own
    page.close()
    return times


def told(times: list[float]) -> str:
    """Count, median and 95th percentile."""
    if len(times) < 2:
        return f"{len(times)} changes"
    return (f"{len(times)} changes, median {statistics.median(times):.0f} ms, p95 "
            f"{statistics.quantiles(times, n=20)[18]:.0f} ms, longest {max(times):.0f} ms")


if __name__ == "__main__":
    raise SystemExit(main())
