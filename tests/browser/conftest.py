"""A JupyterLab on this machine and a headless Chromium to open notebooks in, as a reader would."""

import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHROMIUM = next((path for path in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if path), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--disable-quic", "--no-first-run"]


class Lab:
    """One JupyterLab with its own folder; `open` gives a page with a notebook whose kernel is idle."""

    def __init__(self, address: str, folder: pathlib.Path, context) -> None:
        self.address, self.folder, self.context = address, folder, context
        self.outside: list[str] = []
        self.messages: list[str] = []

    def open(self, name: str):
        page = self.context.new_page()
        page.on("request", lambda request: self._seen(request.url))
        page.on("dialog", lambda dialog: (self.messages.append(dialog.message), dialog.dismiss()))
        page.goto(f"{self.address}/lab/tree/notebooks/{name}?token=test&reset", wait_until="domcontentloaded")
        page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=60_000)
        idle(page)
        return page

    def run_all(self, page) -> None:
        page.locator("li.lm-MenuBar-item:has-text('Run')").click()
        page.locator(".lm-Menu-itemLabel", has_text=re.compile(r"^Run All Cells$")).click()
        done(page)

    def save(self, page, name: str) -> pathlib.Path:
        """Save the notebook of `page` and wait until it is written; its path."""
        path = self.folder / "notebooks" / name
        before = path.stat().st_mtime_ns
        page.keyboard.press("Control+s")
        for _ in range(100):
            if path.stat().st_mtime_ns != before:
                return path
            page.wait_for_timeout(100)
        raise TimeoutError(f"{name} was not saved within ten seconds")

    def _seen(self, url: str) -> None:
        if not url.startswith((self.address, self.address.replace("http", "ws"), "data:", "blob:", "about:")):
            self.outside.append(url)


def idle(page, seconds: float = 120) -> None:
    """Wait until the status bar says that the kernel is idle."""
    page.locator(".jp-StatusBar-Widget, #jp-main-statusbar").get_by_text(re.compile(r"\| Idle")).first.wait_for(
        timeout=seconds * 1000)


def done(page, seconds: float = 180) -> None:
    """Wait until no code cell waits or runs, and each has its number."""
    page.wait_for_function("""() => {
        const prompts = [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].map(p => p.textContent);
        return prompts.length > 0 && prompts.every(p => /\\[\\d+\\]:/.test(p));
    }""", timeout=seconds * 1000)
    idle(page, seconds)


@pytest.fixture(scope="session")
def chromium():
    """A browser; its tests are skipped, and say so, where there is none."""
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine: install Debian's package `chromium` to run the browser tests")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def start_lab(folder: pathlib.Path):
    """A JupyterLab process over `folder` and its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = folder / ".settings"
    for name, values in {"notebook-extension/tracker": {"windowingMode": "none"},
                         "docmanager-extension/plugin": {"autosave": False},
                         "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False}}.items():
        path = settings / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1",
         f"--ServerApp.port={port}", "--IdentityProvider.token=test", f"--ServerApp.root_dir={folder}",
         "--ServerApp.log_level=ERROR", f"--LabApp.user_settings_dir={settings}",
         f"--LabApp.workspaces_dir={folder / '.workspaces'}"],
        env={**os.environ, "JUPYTER_PLATFORM_DIRS": "1", "PYDEVD_DISABLE_FILE_VALIDATION": "1"},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    for _ in range(240):
        try:
            urllib.request.urlopen(f"{address}/api/status?token=test", timeout=2).close()
            return process, address
        except OSError:
            time.sleep(0.25)
    process.kill()
    raise RuntimeError("JupyterLab did not start within a minute")


@pytest.fixture
def lab_on(chromium, tmp_path_factory):
    """A function: a folder of articles gives a JupyterLab whose notebooks read it."""
    running = []

    def start(articles: pathlib.Path) -> Lab:
        folder = tmp_path_factory.mktemp("lab")
        (folder / "figures").mkdir()
        shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".*"))
        shutil.copytree(articles, folder / "seeds")
        process, address = start_lab(folder)
        context = chromium.new_context(viewport={"width": 1500, "height": 1100})
        running.append((process, context))
        return Lab(address, folder, context)

    yield start
    for process, context in running:
        context.close()
        process.terminate()
        process.wait(timeout=20)
