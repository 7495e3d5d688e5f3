"""Make the pictures of docs/: pages of the sample archive, as a browser shows them.

    python docs/screenshots.py archive.db

Needs the test extra and Chromium (``CHROMIUM``, else the one on the path).
"""

import argparse
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
ARTICLE = """
select articles.key, seeds.key
from articles join seeds on seeds.id = articles.seed_id
join fragments on fragments.article_id = articles.id
where articles.authors is not null
group by articles.id
order by count(fragments.full_article_id) desc, articles.id
limit 1
"""
QUIET = subprocess.DEVNULL
WIDE, PHONE = (1280, 860), (360, 740)


def pictures(db: Path) -> list[tuple[str, str, tuple[int, int], str]]:
    """Return the name, address, size and colour scheme of each picture."""
    with sqlite3.connect(f"file:{db}?mode=ro", uri=True) as connection:
        article, seed = connection.execute(ARTICLE).fetchone()
    base = f"/{db.stem}/-"
    return [
        ("home", f"{base}/home", WIDE, "light"),
        ("search", f"{base}/search?q=ferry", WIDE, "light"),
        ("search-phone", f"{base}/search?q=ferry", PHONE, "light"),
        ("article", f"{base}/article/{article}", WIDE, "light"),
        ("article-dark", f"{base}/article/{article}", WIDE, "dark"),
        ("article-phone", f"{base}/article/{article}", PHONE, "dark"),
        ("anatomy", f"{base}/seed/{seed}", WIDE, "light"),
        ("concordance", f"{base}/concordance?q=tide", WIDE, "light"),
    ]


def main(db: Path) -> None:
    """Serve an archive and take its pictures."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "datasette", str(db), "--port", address.rpartition(":")[2]]
    with subprocess.Popen(command, stdout=QUIET, stderr=QUIET) as server, sync_playwright() as run:  # noqa: S603 (own words)
        _wait_for(address)
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = run.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name, page, (width, height), scheme in pictures(db):
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            opened = context.new_page()
            opened.goto(address + page)
            opened.screenshot(path=HERE / f"{name}.png")
            context.close()
        browser.close()
        server.terminate()


def _wait_for(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address).close()  # noqa: S310 (our own server)
        except urllib.error.URLError:
            time.sleep(0.1)
        else:
            return


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Make the pictures of docs/.")
    parser.add_argument("archive", nargs="?", type=Path, default=Path("archive.db"))
    main(parser.parse_args().archive)
