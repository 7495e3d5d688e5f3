"""Passes across documents: authors, teasers and the articles they were cut from, duplicates.

What they store is a function of the set of seeds alone: any order of loading and forgetting, in
any batches, ends in the same rows but for their ids. All work inside the caller's transaction.
"""

import sqlite3
from collections.abc import Sequence

from loader.link import groups, lookup, people, teasers


def connect(db: sqlite3.Connection, seed_ids: Sequence[int]) -> None:
    """Connect seeds whose rows were just inserted, with each other and with all others."""
    if not seed_ids:
        return
    seeds = str(sorted(seed_ids))
    prints = lookup.add_articles(db, seeds)
    telling, turned = lookup.changed_prints(db, prints.values(), 1)
    teasers.connect(db, seeds, telling)
    groups.connect(db, prints, turned)
    people.connect(db, seeds)
    lookup.unstage(db)


def forget(db: sqlite3.Connection, seed_ids: Sequence[int]) -> None:
    """Disconnect seeds whose rows are about to be deleted: nothing refers to them any more."""
    if not seed_ids:
        return
    seeds = str(sorted(seed_ids))
    prints = lookup.cut_articles(db, seeds)
    telling, turned = lookup.changed_prints(db, prints.values(), -1)
    teasers.forget(db, seeds, telling)
    groups.forget(db, seeds, turned)
    people.forget(db, seeds)
    lookup.unstage(db)


def connect_all(db: sqlite3.Connection) -> None:
    """Connect all seeds of a fresh archive: what ``connect`` of all of them does, at less cost.

    Needs no index of ``indexes.sql``.
    """
    lookup.fill(db)
    teasers.connect_all(db)
    groups.connect_all(db)
    people.connect_all(db)
    lookup.unstage(db)
    db.execute("drop table shared_prints")
