"""Articles as citations need them: who, what, when, where, and nothing that was not printed."""

import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# What ends a line for some reader, and more than one space; no-break and wide spaces stay.
_BREAK = "\t-\r\x1c-\x1f\x85\u2028\u2029"
_WHITE = re.compile(f" ?[{_BREAK}][ {_BREAK}]*|  [ {_BREAK}]*")
# C0 and C1 controls, lone surrogates, and the two code points that XML does not know.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

# Names from East Asia stand in either order on a page in English. A first word of one syllable may
# be a Chinese, Korean or Vietnamese family name; words that kana could spell, a Japanese name.
_SYLLABLE = re.compile(
    "(?:[b-df-hj-np-tv-z]|[cstpk]h|zh|tr|[ht]s|[ghk]w|ngh?|qu)?[aeiouy]{1,3}(?:n|ng|nh|[ckmptlhr]|rk)?|ng",
    re.IGNORECASE,
)
_ROMAJI = re.compile(
    "(?:(?:[bghkmnpr]y?|[dfjstwyz]|sh|ch|ts)?[aeiouāīūēō]{1,2}n?-?)+", re.IGNORECASE
)

ARTICLES = """
select articles.key, seeds.key, articles.title, articles.label, articles.standfirst,
  articles.published, articles.language, articles.url, seeds.publisher, articles.words,
  (select json_group_array(json_array(
     article_authors.position, article_authors.name,
     coalesce(article_authors.native_name, authors.native_name),
     article_authors.kind, authors.sort_name))
   from article_authors left join authors on authors.id = article_authors.author_id
   where article_authors.article_id = articles.id),
  (select json_group_array(substr(seeds.text, spans.start + 1, spans."end" - spans.start))
   from spans
   where spans.seed_id = articles.seed_id and spans.article_id = articles.id
     and spans.kind = 'heading'),
  (select min(loads.started)
   from files join loads on loads.id = files.load_id
   where files.seed_id = articles.seed_id),
  articles.body
from articles
join seeds on seeds.id = articles.seed_id
"""


@dataclass(frozen=True, slots=True)
class Name:
    """An author's name as printed.

    ``native`` is the name in the author's own script. ``family`` and ``given`` are None unless it
    is sure which is which.
    """

    name: str
    native: str | None = None
    family: str | None = None
    given: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """One article to cite or to print.

    ``title`` is None where the page has none; ``heading`` then is its opening words in brackets.
    ``published`` is an ISO date or the leading part of one. ``loaded`` is when the archive first
    held the article, UTC. ``headings`` are those lines of ``body`` that head a section.
    """

    key: str
    seed_key: str
    title: str | None
    label: str
    standfirst: str | None
    published: str | None
    language: str | None
    url: str | None
    publisher: str | None
    words: int
    authors: tuple[Name, ...]
    headings: frozenset[str]
    loaded: str | None
    body: str

    @property
    def heading(self) -> str:
        """The title, or what stands for it where there is none."""
        return one_line(self.title) if self.title else f"[{one_line(self.label)}]"

    @property
    def date_parts(self) -> list[int]:
        """Year, month and day, as far as they are known."""
        return [int(part) for part in self.published.split("-")] if self.published else []

    @property
    def web_url(self) -> str | None:
        """The address where it is one of the web; others are no place to follow."""
        url = (self.url or "").strip()
        return (
            url
            if re.fullmatch(r"https?://[^\s<>\"{}|\\^`\x00-\x1f]+", url, re.IGNORECASE)
            else None
        )

    @property
    def paragraphs(self) -> list[str]:
        """The lines of the body that hold something, each in one piece."""
        return [line.strip() for line in re.split(r"[\r\n]+", self.body) if line.strip()]

    @property
    def native_names(self) -> list[str]:
        """Authors whose name is known in their own script: ``Eric Vale: 王大明``."""
        return [f"{each.name}: {each.native}" for each in self.authors if each.native]


def read_articles(
    db: sqlite3.Connection, condition: str, values: Sequence[Any] | Mapping[str, Any] = ()
) -> Iterator[ArticleRecord]:
    """Yield the articles that an SQL condition picks, in the order of their ids.

    ``condition`` is what stands after ``where``; ``values`` are bound to its parameters.
    """
    rows = db.execute(f"{ARTICLES} where {condition} order by articles.id", values)
    return map(_record, rows)


def cite(record: ArticleRecord, own: Callable[[str], str] = str) -> str:
    """Return a reference in plain text, with the permanent key.

    A page has ``own`` put its marks around each value.
    """

    def put(value: str) -> str:  # full stops at the end may become that of the sentence
        bare = value.rstrip(".")
        return own(bare) + value[len(bare) :]

    authors = "; ".join(
        put(name.name) + (f" ({put(one_line(name.native))})" if name.native else "")
        for name in record.authors
    )
    title = f"“{put(record.heading)}”" if record.title else put(record.heading)
    place = ", ".join(map(put, filter(None, (one_line(record.publisher or ""), record.published))))
    parts = [part.rstrip(".") + "." for part in (authors, title, place) if part]
    return " ".join([*parts, *map(own, filter(None, [record.web_url, f"[{record.key}]"]))])


def one_line(text: str) -> str:
    """Return a printable text on one line."""
    if text.isprintable() and "  " not in text:  # most are, and the search is ten times as long
        return text.strip()
    return printable(_WHITE.sub(" ", text)).strip()


def printable(text: str) -> str:
    """Return a text with U+FFFD for each character that no document may hold."""
    return text if text.isprintable() else _UNPRINTABLE.sub("\ufffd", text)


def _record(row: Sequence[Any]) -> ArticleRecord:
    *plain, authors, headings, loaded, body = row
    names = [_name(*rest) for _, *rest in sorted(json.loads(authors))]
    heads = [heading.strip() for heading in json.loads(headings)]
    return ArticleRecord(*(*plain, tuple(names), frozenset(heads), loaded, body))


def _name(name: str, native: str | None, kind: str, sort_name: str | None) -> Name:
    """Divide a name where the archive's sorting name does, unless it may be family name first."""
    name = one_line(name)
    family, comma, given = (sort_name or "").partition(", ")
    if kind != "person" or not comma or native or name != f"{given} {family}":
        return Name(name, native)
    words = name.split()
    if _SYLLABLE.fullmatch(words[0]) or all(map(_ROMAJI.fullmatch, words)):
        return Name(name)
    return Name(name, None, family, given)
