"""Passes over the archive: authors, teaser to article, duplicates."""

import sqlite3
from collections.abc import Sequence


def connect(db: sqlite3.Connection, seed_ids: Sequence[int]) -> None:
    """To come."""


def forget(db: sqlite3.Connection, seed_ids: Sequence[int]) -> None:
    """To come."""


def connect_all(db: sqlite3.Connection) -> None:
    """To come."""
