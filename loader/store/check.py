"""Proof that an archive is whole: every invariant, every row, in one pass.

Each check yields problems: where, what, and the mend. Nothing is changed; the index is compared
with its tables inside a transaction that is rolled back.
"""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise

from loader.model import ARTICLE_KINDS, FRAGMENT_KINDS
from loader.read import encode_text
from loader.store.archive import INDEXES
from loader.store.digest import Digest
from loader.store.fold import index_text
from loader.store.records import AUTHORS, Row, SeedRecord, records

RELOAD = "load its source again into a new archive"
REINDEX = "run: seed-archive reindex"

ORPHANS = {
    "files": "select path from files where seed_id > 0 and seed_id not in (select id from seeds)",
    "loads": "select path from files where load_id not in (select id from loads)",
}
LOST_FILES = "select key from seeds where id not in (select seed_id from files where seed_id > 0)"
LOST_REVISIONS = "select (select total(revised) from loads) - (select count(*) from revisions)"
LOST_LOADS = "select (select max(id) from loads) - (select count(*) from loads)"
LOST_REJECTS = """
select id, rejected - (select count(*) from rejects where load_id = loads.id)
from loads
where finished is not null and rejected <> (select count(*) from rejects where load_id = loads.id)
"""
LOST_NAMES = "select count(*) from mentions where name_id not in (select id from names)"
LOST_AUTHORS = """
select article_id, name from article_authors
where author_id is null or author_id not in (select id from authors)
"""
IDLE_AUTHORS = "select key from authors where id not in (select author_id from article_authors)"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something broken: where it is, what it is, what mends it."""

    where: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.mend}"


@dataclass(slots=True)
class Checked:
    """The result of a check: what is broken, how many seeds there are, the content's digest."""

    problems: list[Problem]
    seeds: int
    digest: str | None

    def as_dict(self) -> dict[str, object]:
        """Return the result for a program to read."""
        return {
            "whole": not self.problems,
            "seeds": self.seeds,
            "digest": self.digest,
            "problems": [asdict(problem) for problem in self.problems],
        }


def check_archive(
    db: sqlite3.Connection, *, progress: Callable[[int], None] = lambda _: None
) -> Checked:
    """Check every invariant of an open archive; ``progress`` is told how many seeds are done.

    A file that SQLite itself cannot read is a problem too, never an exception.
    """
    checked = Checked([], 0, None)
    try:
        checked.problems += check_file(db)
        total = Digest()
        for record in records(db):
            checked.problems += check_seed(record)
            total.add(record)
            checked.seeds += 1
            if checked.seeds % 100 == 0:
                progress(checked.seeds)
        total.add_authors(db.execute(AUTHORS))
        checked.problems += check_ledgers(db)
        checked.problems += check_indexes(db)
        checked.digest = str(total)
    except sqlite3.DatabaseError as error:
        checked.problems.append(Problem("archive", str(error), RELOAD))
    return checked


def check_file(db: sqlite3.Connection) -> Iterator[Problem]:
    """Check pages, b-trees and foreign keys."""
    for (message,) in db.execute("PRAGMA quick_check(20)"):
        if message != "ok":
            yield Problem("archive", message, RELOAD)
    for table, rowid, parent, _ in db.execute("PRAGMA foreign_key_check"):
        where = f"{table} {rowid}" if rowid is not None else table
        yield Problem(where, f"points to a row that {parent} does not have", RELOAD)


def check_seed(record: SeedRecord) -> Iterator[Problem]:
    """Check one seed: its bytes, the tiling, and that every stored text is a slice."""
    where = f"seed {record.seed[1]}"
    for what in (
        *_wrong_seed(record.seed),
        *_wrong_spans(record.spans, len(record.text)),
        *_wrong_articles(record),
        *_wrong_slices(record, record.fragments, 8, lambda row: (row[2], row[8], row[9], row[13])),
        *_wrong_slices(record, record.bylines, 9, lambda row: (None, *row[4:6], row[7])),
    ):
        yield Problem(where, what, RELOAD)
    if record.seed[13] != record.counts():
        lost = f"has {record.counts()} rows of its tables where it was given {record.seed[13]}"
        yield Problem(where, lost, RELOAD)


def _wrong_seed(seed: Row) -> Iterator[str]:
    _, key, sha256, _, encoding, size, characters, *_, record, text = seed
    try:
        raw = encode_text(text, encoding)
    except (UnicodeError, LookupError) as error:
        yield f"its text cannot be encoded as {encoding}: {error}"
        return
    head = b"" if record is None else f"{record}\n".encode()
    if hashlib.sha256(head + raw).hexdigest() != sha256:
        yield "its text is not what was loaded: the SHA-256 differs"
    if sha256[:16] != key:
        yield f"its key is not the beginning of its SHA-256 {sha256}"
    if (len(head + raw), len(text)) != (size, characters):
        yield f"has {len(head + raw)} bytes and {len(text)} characters, not {size} and {characters}"


def _wrong_spans(spans: list[Row], length: int) -> Iterator[str]:
    if not spans:
        yield "has no spans"
        return
    if [row[0] for row in spans] != list(range(1, len(spans) + 1)):
        yield "its spans are not numbered from 1 without a gap"
    for left, right in pairwise(spans):
        if left[3] != right[2]:
            yield f"between {left[3]} and {right[2]} its spans leave a gap or overlap"
    if spans[0][2] != 0 or spans[-1][3] != length:
        yield f"its spans cover {spans[0][2]} to {spans[-1][3]}, its text 0 to {length}"
    if any(row[2] >= row[3] for row in spans):
        yield "it has an empty span"


def _wrong_articles(record: SeedRecord) -> Iterator[str]:
    for article in record.articles:
        own = [span for span in record.spans if span[6] == article[0]]
        parts = [span for span in own if span[1] in ARTICLE_KINDS]
        stored = {"title": article[3], "standfirst": article[4], "byline": article[6]}
        sources = {kind: _joined(record.text, own, {kind}) for kind in stored}
        sources["body"], stored["body"] = (
            _joined(record.text, own, {"body", "heading"}) or "",
            article[-1],
        )
        for column, value in stored.items():
            if value != sources[column]:
                yield f"the {column} of article {article[1]} is not what its spans hold"
        if not parts or (article[13], article[14]) != (parts[0][2], parts[-1][3]):
            yield f"article {article[1]} does not lie where its spans do"
        names = "; ".join(row[4] for row in record.credits if row[0] == article[2])
        if (article[7] or "") != names:
            yield f"the authors of article {article[1]} are not those of its bylines"


def _wrong_slices(
    record: SeedRecord, rows: list[Row], link: int, read: Callable[[Row], Row]
) -> Iterator[str]:
    kinds = FRAGMENT_KINDS if link == 8 else {"byline"}  # noqa: PLR2004 (a column of spans)
    spans = {span[link - 1]: span for span in record.spans if span[1] in kinds}
    name = "fragment" if link == 8 else "byline"  # noqa: PLR2004
    if len(spans) != len(rows):
        yield f"has {len(rows)} rows of {name}s for {len(spans)} spans"
    for row in rows:
        key, start, end, text = read(row)
        if record.text[start:end].strip() != text:
            yield f"{name} {key or row[2]} is not the slice {start} to {end} of its text"
        if row[0] not in spans:
            yield f"{name} {key or row[2]} has no span"


def _joined(text: str, spans: list[Row], kinds: set[str]) -> str | None:
    pieces = [text[span[2] : span[3]] for span in spans if span[1] in kinds]
    return "".join(pieces).strip() if pieces else None


def check_ledgers(db: sqlite3.Connection) -> Iterator[Problem]:
    """Check files, revisions, loads, rejects, names and authors for lost rows."""
    for table, query in ORPHANS.items():
        for (path,) in db.execute(query):
            yield Problem(f"file {path}", f"its row of {table} is lost", RELOAD)
    for (key,) in db.execute(LOST_FILES):
        yield Problem(f"seed {key}", "no file is known for it", "load its source again")
    for query, table in ((LOST_REVISIONS, "revisions"), (LOST_LOADS, "loads")):
        (lost,) = db.execute(query).fetchone()
        if lost:
            yield Problem(table, f"{lost:g} rows are lost", RELOAD)
    for load, lost in db.execute(LOST_REJECTS):
        yield Problem(f"load {load}", f"{lost} rows of rejects are lost", RELOAD)
    (lost,) = db.execute(LOST_NAMES).fetchone()
    if lost:
        yield Problem("names", f"{lost} mentions have lost their names", RELOAD)
    for article, name in db.execute(LOST_AUTHORS):
        yield Problem(f"article {article}", f"its author {name} is lost", RELOAD)
    for (key,) in db.execute(IDLE_AUTHORS):
        yield Problem(f"author {key}", "has written nothing", RELOAD)


def check_indexes(db: sqlite3.Connection) -> Iterator[Problem]:
    """Check that each search index holds exactly what its table gives, folded and segmented.

    FTS5 compares an index with its content table; here the table is replaced, for the length of a
    transaction that is rolled back, by a view of the same name that folds as the loader does.
    """
    db.create_function("index_text", 1, lambda text: text and index_text(text), deterministic=True)
    db.execute("BEGIN IMMEDIATE")
    try:
        for index in INDEXES:
            table = index.removesuffix("_fts")
            columns = [row[1] for row in db.execute(f"PRAGMA table_info({index})")]
            _put_view(db, table, columns)
            try:
                db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
            except sqlite3.DatabaseError as error:
                yield Problem(index, f"does not agree with {table} ({error})", REINDEX)
    finally:
        db.execute("ROLLBACK")


def _put_view(db: sqlite3.Connection, table: str, columns: list[str]) -> None:
    folded = ", ".join(f"index_text({column}) AS {column}" for column in columns)
    db.execute("PRAGMA legacy_alter_table=ON")  # leaves the other tables' references alone
    db.execute(f"ALTER TABLE {table} RENAME TO {table}_unfolded")
    db.execute(f"CREATE VIEW {table} AS SELECT id, {folded} FROM {table}_unfolded")
