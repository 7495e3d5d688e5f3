"""The site in a real browser: a newcomer's path, and what axe-core finds on every page.

Needs a Chromium: that of the environment variable ``CHROMIUM``, else the one on the path.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.archives import HOSTILE, make_pages

playwright = pytest.importorskip("playwright.sync_api")
pytest.importorskip("axe_playwright_python")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
AXE = resources.files("axe_playwright_python") / "axe.min.js"
RUN_AXE = """axe.run().then(found => found.violations
    .map(each => [each.impact, each.id, each.nodes[0].html]))"""
HIDDEN = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve an archive of pages by the command line, as a user does."""
    db = make_pages(tmp_path_factory.mktemp("browser") / "archive.db")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "datasette", str(db), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        url = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{url}/archive/-/home").close()  # noqa: S310 (our own)
                break
            except urllib.error.URLError:
                time.sleep(0.1)
        yield url
        server.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(params=[(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")], ids=str)
def page(request: pytest.FixtureRequest, browser: Any, address: str) -> Iterator[Any]:
    """A page that must ask nothing from elsewhere, say nothing on the console, run no alert."""
    width, scheme = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, base_url=address
    )
    opened = context.new_page()
    heard, elsewhere = listen(opened, address)
    yield opened
    context.close()
    assert heard == []
    assert elsewhere == []


def listen(opened: Any, address: str) -> tuple[list[str], list[str]]:
    """Return what a page says, and what it asks for from elsewhere: lists that grow."""
    heard: list[str] = []
    elsewhere: list[str] = []
    opened.on("console", lambda said: heard.append(said.text))
    opened.on("pageerror", lambda error: heard.append(str(error)))
    opened.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
    opened.on("request", lambda sent: sent.url.startswith(address) or elsewhere.append(sent.url))
    return heard, elsewhere


def test_a_newcomer_finds_the_way_by_mouse(page: Any) -> None:
    page.goto("/archive/-/home")
    page.get_by_role("searchbox").fill("ferry")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="The ferry that carries nobody").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "The ferry that carries nobody"
    page.get_by_role("link", name="How the page was taken apart").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Anatomy of a seed"
    page.go_back()
    page.get_by_role("link", name="Odile Marsh").first.click()
    assert "Odile Marsh" in page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name="Search by this author").click()
    with page.expect_download() as leaving:
        page.get_by_role("link", name="CSV", exact=True).click()
    assert "Who pays for the tide" in Path(leaving.value.path()).read_text("utf-8")


def test_a_newcomer_finds_the_way_by_keyboard(page: Any) -> None:
    page.goto("/archive/-/home")
    go_to(page, "searchbox")
    page.keyboard.type("ferry")
    press_enter(page, "**/search?q=ferry")
    go_to(page, "The ferry that carries nobody")
    press_enter(page, "**/article/*")
    assert page.get_by_role("heading", level=1).inner_text() == "The ferry that carries nobody"
    go_to(page, "How the page was taken apart")
    press_enter(page, "**/seed/*")
    assert page.get_by_role("heading", level=1).inner_text() == "Anatomy of a seed"
    go_to(page, "The ferry that carries nobody")
    press_enter(page, "**/article/*")
    go_to(page, "Odile Marsh")
    press_enter(page, "**/author/*")
    assert "Odile Marsh" in page.get_by_role("heading", level=1).inner_text()
    go_to(page, "Search by this author")
    press_enter(page, "**/search?*author=*")
    go_to(page, "CSV")
    with page.expect_download() as leaving:
        page.keyboard.press("Enter")
    assert "Who pays for the tide" in Path(leaving.value.path()).read_text("utf-8")


def press_enter(page: Any, address: str) -> None:
    """Follow the link, or send the form, that has the focus, to an address."""
    page.keyboard.press("Enter")
    page.wait_for_url(address)


def go_to(page: Any, wanted: str) -> None:
    """Press Tab until what has the focus is of a type or says what is wanted."""
    focused = "[document.activeElement.type, document.activeElement.innerText].join(' ')"
    for _ in range(80):
        page.keyboard.press("Tab")
        said = page.evaluate(focused)
        if wanted in said or (wanted == "searchbox" and said.startswith("search")):
            return
    pytest.fail(f"no way to {wanted} by keyboard")


def test_paper_takes_the_article_and_how_to_cite_it(page: Any) -> None:
    page.goto("/archive/-/home")
    page.get_by_role("link", name="Who pays for the tide").first.click()
    page.wait_for_url("**/article/*")
    page.emulate_media(media="print")
    words = " ".join(page.locator("body").inner_text().split())
    assert words.startswith("Who pays for the tide ")
    assert "ALSO PRINTED ON THIS PAGE" in words
    assert re.search(r" Notice\. CITE Odile Marsh \(馬歐德\)\. .+ \[\w{16}-\d+\]$", words)
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_axe_finds_nothing(browser: Any, address: str) -> None:
    for width, scheme in ((1280, "light"), (360, "dark")):
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            bypass_csp=True,  # the check itself is a script
            base_url=address,
        )
        opened = context.new_page()
        for path in every_page(opened):
            opened.goto(path)
            opened.evaluate(AXE.read_text("utf-8"))
            assert opened.evaluate(RUN_AXE) == [], path
            assert opened.evaluate(HIDDEN) <= 0, f"{path} is wider than {width}"
        context.close()


@pytest.mark.parametrize("width", [360, 640])
def test_a_query_fits_on_a_phone(browser: Any, address: str, width: int) -> None:
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 800})
    opened = context.new_page()
    opened.goto("/archive/two_words_near?first=tide&second=lantern&distance=9")
    assert opened.evaluate(HIDDEN) == 0
    labels, fields = (
        opened.evaluate(
            "all => [...document.querySelectorAll(all)]"
            ".map(each => each.getBoundingClientRect().toJSON())",
            f"form.sql p {tag}",
        )
        for tag in ("label", "input[type=text]")
    )
    assert len(labels) == len(fields) == 3
    for label, field in zip(labels, fields, strict=True):
        assert label["right"] <= field["left"] or label["bottom"] <= field["top"]
    context.close()


def test_hostile_text_runs_nowhere(browser: Any, address: str) -> None:
    """Neither where our policy forbids it nor, without that policy, anywhere else."""
    context = browser.new_context(base_url=address, bypass_csp=True)
    opened = context.new_page()
    heard, elsewhere = listen(opened, address)
    tables = ("articles", "seeds", "fragments", "bylines", "authors", "articles/3", "seeds/3")
    paths = [*every_page(opened), f"/archive/-/search?q={quote(HOSTILE)}"]
    paths += [f"/archive/{table}" for table in tables]
    for path in paths:
        opened.goto(path)
        assert (path, heard, elsewhere) == (path, [], [])
    context.close()


def every_page(opened: Any) -> list[str]:
    """Return one address of each kind of page, found as a visitor finds them."""
    fixed = ["home", "names", "concordance", "concordance?q=ferry"]
    fixed += ["search", "search?q=ferry", "search?q=kelp", "search?q=qqqq"]
    found: list[str] = []
    for path in ("home", "search?q=tide", "search?q=ferry"):
        opened.goto(f"/archive/-/{path}")
        found += opened.eval_on_selector_all("main a", "all => all.map(a => a.pathname)")
    opened.goto(next(link for link in found if "/article/" in link))
    seed = opened.eval_on_selector("a[href*='/seed/']", "a => a.pathname")
    pages = [link for link in dict.fromkeys(found) if "/-/article/" in link or "/-/author/" in link]
    pages = [link for link in pages if "." not in link.rpartition("/")[2]]
    return [*(f"/archive/-/{path}" for path in fixed), *pages, seed]
