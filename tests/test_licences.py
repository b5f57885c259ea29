"""Every package is pinned, the environment is the pinned one, and each stands under a licence that may be shipped."""

import csv
import importlib.metadata
import importlib.util
import re

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


@pytest.fixture(scope="module")
def licences(root):
    spec = importlib.util.spec_from_file_location("licences", root / ".ci/licences.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def lines(root):
    text = (root / "requirements.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_every_line_pins_one_version_and_the_last_installs_the_kit(lines):
    assert lines[-1] == "-e ."
    assert [line for line in lines[:-1] if not re.fullmatch(r"[A-Za-z0-9._-]+==[^\s;*]+( ; .+)?", line)] == []


def test_what_is_pinned_is_installed(lines):
    wanted = [pin for pin in map(Requirement, lines[:-1]) if pin.marker is None or pin.marker.evaluate()]
    assert [str(pin) for pin in wanted if importlib.metadata.version(pin.name) not in pin.specifier] == []


def test_what_a_package_needs_is_pinned_too(lines):
    """With the test before it: two installs hold the same versions, since no version is left to choose."""
    pinned = {canonicalize_name(Requirement(line).name) for line in lines[:-1]}
    needed = [Requirement(text) for line in lines[:-1] if (pin := Requirement(line)) and
              (pin.marker is None or pin.marker.evaluate()) for text in importlib.metadata.requires(pin.name) or ()]
    assert {one.name for one in needed if (one.marker is None or one.marker.evaluate({"extra": ""}))
            and canonicalize_name(one.name) not in pinned} == set()


def test_every_package_has_its_licence_and_may_be_shipped(root, lines, licences):
    with (root / "licences.csv").open(encoding="utf-8", newline="") as stream:
        listed = list(csv.DictReader(stream))
    assert [(row["package"], row["version"]) for row in listed] == licences.pins("\n".join(lines))
    assert [row for row in listed if not licences.is_free(row["licence"])] == []


def test_the_list_says_what_the_packages_say(root, licences):
    with (root / "licences.csv").open(encoding="utf-8", newline="") as stream:
        listed = {row["package"]: (row["licence"], row["stated_in"]) for row in csv.DictReader(stream)}
    installed = {one.name for one in importlib.metadata.distributions()}
    assert [name for name in listed if name in installed and licences.stated(name) != listed[name]] == []


@pytest.mark.parametrize("expression, free", [
    ("MIT", True), ("MIT AND Zlib", True), ("MPL-1.1 OR GPL-2.0-only", True), ("GPL-3.0-or-later", False),
    ("MIT AND LicenseRef-Proprietary", False)])
def test_which_licences_are_free(licences, expression, free):
    assert licences.is_free(expression) is free
