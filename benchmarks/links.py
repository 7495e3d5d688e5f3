"""How well and how fast documents are connected: teasers found, wrong links, time and room.

    python benchmarks/links.py --articles 1000      # recall and wrong links by the law of the cut
    python benchmarks/links.py --documents 20000    # time and room of connecting a fresh archive

The documents are invented, seeded, and the same on every machine. A fifth of the articles that
teasers were cut from are left out, so that a wrong link has every chance.
"""

import argparse
import hashlib
import json
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from measure import Bench, Figure

from loader import link
from loader.model import Page, Seed, Span
from loader.store import archive
from loader.store.rows import SeedRows, make_rows
from loader.store.writer import Writer

LAWS = ("words", "characters", "sentence", "ellipsis", "kicker", "headline", "short")
EDITED = 0.1  # of the teasers, with four words changed
ABSENT = 5  # every fifth article is not in the archive
ALIKE = 10  # of a hundred articles begin with the same sentence
SENTENCE = "Readers of the Harbour Review asked these questions about their gardens last week."


def vocabulary(size: int = 20_000) -> list[str]:
    """Return invented words, the frequent ones first and short."""
    random = Random(1)
    syllables = [c + v for c in ("", *"bcdfghklmnprstvz", "th", "st", "ch") for v in "aeiou"]
    words: dict[str, None] = {}
    while len(words) < size:
        most = 1 if len(words) < 60 else 2 if len(words) < 1500 else 4
        words["".join(random.choices(syllables, k=random.randint(1, most)))] = None
    return list(words)


WORDS = vocabulary()
WEIGHTS = [*accumulate(1 / (rank + 3) for rank in range(len(WORDS)))]


def paragraphs(random: Random, count: int) -> list[str]:
    """Return paragraphs of a few sentences, 900 words in a dozen of them."""
    made = []
    for _ in range(count):
        sentences = []
        for _ in range(random.randint(2, 5)):
            words = random.choices(WORDS, cum_weights=WEIGHTS, k=random.randint(8, 34))
            sentences.append(f"{words[0].capitalize()} {' '.join(words[1:])}.")
        made.append(" ".join(sentences))
    return made


def article(number: int, *, alike: bool = True) -> list[str]:
    """Return the paragraphs of an article, some of which begin with one sentence if ``alike``."""
    random = Random(number * 2 + 1)
    made = paragraphs(random, random.randint(6, 16))
    if alike and number % 100 < ALIKE:
        made[0] = f"{SENTENCE} {made[0]}"
    return made


def teaser(random: Random, number: int, law: str, *, edited: bool) -> str:
    """Return a piece of an article's opening, cut by a law."""
    length = random.randint(12, 24) if law == "short" else random.randint(25, 120)
    words = " ".join(article(number)).split()[:length]
    if edited:
        for place in random.sample(range(len(words)), 4):
            words[place] = random.choice(WORDS)
    text = " ".join(words)
    if law == "characters":
        return text[: -random.randint(1, 4)]
    if law == "sentence" and ". " in text[80:]:
        return text[: text.rindex(". ") + 1]
    if law == "ellipsis":
        return text + random.choice(("…", " …", "...", "… Read more"))
    if law in {"kicker", "headline"}:
        count = random.randint(1, 4) if law == "kicker" else random.randint(5, 10)
        return " ".join([*random.choices(WORDS[100:], k=count), text])
    return text


def page(body: list[str], teasers: list[str]) -> SeedRows:
    """Return the rows of a page as a perfect splitter would find them."""
    lines = [*(("body", line) for line in body), *(("teaser", line) for line in teasers)]
    text = "".join(f"{line}\n" for _, line in lines)
    spans, start = [], 0
    for kind, line in lines:
        spans.append(Span(start, start + len(line) + 1, kind, "made", 1.0))  # type: ignore[arg-type]
        start += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    seed = Seed(digest, "text/plain", "utf-8", len(text), text)
    return make_rows(seed, Page(tuple(spans), 1, (), (), "en", (None,)))


def measure_recall(articles: int) -> dict[str, object]:
    """Return how many of three teasers an article are linked, by law, and how many wrongly."""
    random = Random(articles)
    present = [number for number in range(articles) if number % ABSENT]
    printed: dict[int, list[tuple[int, str, str]]] = {number: [] for number in present}
    for number in [*range(articles)] * 3:
        host = random.choice(present)
        while host == number:
            host = random.choice(present)
        edited, law = random.random() < EDITED, random.choice(LAWS)
        text = teaser(random, number, law, edited=edited)
        printed[host].append((number, law + " edited" * edited, text))
    db = sqlite3.connect(":memory:", isolation_level=None)
    archive.create(db)
    rows = [page(article(host), [text for _, _, text in printed[host]]) for host in present]
    Writer(db).add(rows)
    link.connect_all(db)
    full = iter(db.execute("select full_article_id, words from fragments order by id").fetchall())
    ids = {number: row for row, number in enumerate(present, 1)}
    counts: Counter[str] = Counter()
    for host in present:
        for number, law, _ in printed[host]:
            found, words = next(full)
            alike = number % 100 < ALIKE and words < 20
            name = law + ", the sentence of many alone" * alike
            expected = ids.get(number)
            counts[f"{name}: teasers"] += expected is not None
            counts[f"{name}: found"] += expected is not None and found == expected
            counts["wrong"] += found is not None and found != expected
    return _summary(counts)


def _summary(counts: Counter[str]) -> dict[str, object]:
    laws = sorted({name.split(": ")[0] for name in counts if ": " in name})
    told = [law for law in laws if "alone" not in law]
    teasers = sum(counts[f"{law}: teasers"] for law in told)
    return {
        "recall": round(sum(counts[f"{law}: found"] for law in told) / max(1, teasers), 4),
        "wrong": counts["wrong"],
        "laws": {law: f"{counts[f'{law}: found']}/{counts[f'{law}: teasers']}" for law in laws},
    }


def documents(count: int) -> Iterator[SeedRows]:
    """Yield pages with two to four teasers of earlier articles on most."""
    for number in range(count):
        random = Random(number * 2)
        sources = random.choices(range(number), k=random.choice((3, 4, 4))) if number > 5 else []
        cut = [
            " ".join(article(source, alike=False)).split()[: random.randint(60, 120)]
            for source in sources
        ]
        teasers = [" ".join(words) for words in cut] if random.random() < 0.65 else []
        yield page(article(number, alike=False), teasers)


def measure_cost(count: int) -> dict[str, object]:
    """Return the time of connecting a fresh archive and the room that the prints take."""
    with TemporaryDirectory() as folder:
        db = sqlite3.connect(Path(folder) / "archive.db", isolation_level=None)
        db.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536"
        )
        archive.create(db)
        db.execute("BEGIN")
        writer, batch = Writer(db), []
        for rows in documents(count):
            batch.append(rows)
            if len(batch) == 500:
                writer.add(batch)
                batch = []
        writer.add(batch)
        before = time.process_time()
        link.connect_all(db)
        spent = time.process_time() - before
        (text,) = db.execute("select sum(length(cast(text as blob))) from seeds").fetchone()
        prints = db.execute(
            "select sum(pgsize) from dbstat where name in ('article_prints', 'teaser_prints')"
        ).fetchone()[0]
        linked = db.execute("select count(full_article_id), count(text_key) from fragments")
        return {
            "documents": count,
            "microseconds a document": round(spent / count * 1e6, 1),
            "prints, share of the text": round(prints / text, 4),
            "teasers linked, all": linked.fetchone(),
        }


def figures(bench: Bench) -> Iterator[Figure]:
    """Link the teasers of a twentieth of the documents: 1,000 articles for 20,000."""
    articles = max(20, bench.docs // 20)
    found = measure_recall(articles)
    name = f"teasers of {articles:,} articles, three each"
    yield Figure(f"{name}: linked", "≥ 0.99", [float(str(found["recall"]))], unit="of 1")
    yield Figure(f"{name}: linked wrongly", "≤ 0", [float(str(found["wrong"]))], unit="")


def main() -> None:
    """Print what was asked for as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, help="measure recall on so many articles")
    parser.add_argument("--documents", type=int, help="measure time and room on so many documents")
    asked = parser.parse_args()
    if asked.articles:
        print(json.dumps(measure_recall(asked.articles), indent=2))
    if asked.documents:
        print(json.dumps(measure_cost(asked.documents), indent=2))


if __name__ == "__main__":
    main()
