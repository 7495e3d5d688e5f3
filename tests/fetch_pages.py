"""Fetch the pages of a running server as a browser would; fail on any that is not as it should be.

Usage: fetch_pages.py http://127.0.0.1:8001
"""

import json
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

PATIENCE = 180  # seconds for the server to be there: it may have to be installed first


def get(address: str) -> str:
    """Return the text of a page; raises on any status but 200."""
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 (our own server)
        return str(answer.read().decode())


def wait_for(address: str) -> None:
    """Wait until the server answers."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            get(address)
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.5)
        else:
            return


def pages(base: str) -> list[str]:
    """Return the addresses of every kind of page."""
    found = [base + "/", base + "/archive", base + "/robots.txt", base + "/-/search?q=harbour"]
    database = json.loads(get(base + "/archive.json"))
    for table in database["tables"]:
        if table["hidden"]:
            continue
        address = f"{base}/archive/{urllib.parse.quote(table['name'])}"
        found += [address, address + ".json?_shape=array", address + ".csv?_stream=on"]
        row = re.search(rf'href="(/archive/{table["name"]}/[^"?]+)"', get(address))
        found += [base + row[1]] if row else []
    found += [f"{base}/archive/{query['name']}" for query in database["queries"]]
    return found


def main(base: str) -> int:
    """Fetch everything; 0 when all pages are there and titled."""
    wait_for(base)
    addresses = pages(base)
    for address in addresses:
        page = get(address)
        if "<html" in page and not re.search(r"<title>\s*[^<\s]", page):
            sys.stderr.write(f"{address}: no title\n")
            return 1
    sys.stdout.write(f"{len(addresses)} pages fetched\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1].rstrip("/")))
