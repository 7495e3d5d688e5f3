"""What a person types becomes an FTS5 expression: the archive's one query language.

    harbour council      both words, in any order and inflection
    "harbour council"    these words in this order
    harb*                words that begin so
    -council             without the word
    harbour OR port      either word
    title:harbour        in that field alone

Everything else means its words; nothing is an error.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loader.store.fold import index_text

NOTHING = '""'
"""An FTS5 expression that matches no row: a phrase without words."""

MAX_CHARACTERS = 2_000
MAX_TERMS = 100  # FTS5 opens one cursor for each; nobody types more
_QUOTES = str.maketrans("“”„‟＂＊－：\u3000", '"""""*-: ')
_TERM = re.compile(
    r"(?P<minus>-*)"
    r"(?:(?P<column>[^\W\d]\w*):)?"
    r'(?:"(?P<phrase>[^"]*)"(?P<star>\*?)|(?P<word>[^\s"()]+))'
)
_UNFIT = re.compile("[\x00\ud800-\udfff]")  # SQLite ends text at the first, and refuses the others


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase, folded as the index is; in one column if ``column`` names it.

    Of a prefix that would match too many words ``words`` are those that are searched instead.
    """

    text: str
    column: str | None = None
    prefix: bool = False
    words: tuple[str, ...] = ()

    @property
    def expression(self) -> str:
        """The term in the language of FTS5."""
        if self.words:
            quoted = f"({' OR '.join(map(_quoted, self.words))})"
        else:
            quoted = _quoted(self.text) + ("*" if self.prefix else "")
        return f"{self.column} : {quoted}" if self.column else quoted


@dataclass(frozen=True, slots=True)
class Query:
    """A query understood: each group must match, by any of its terms, and no excluded term may.

    ``notes`` say, for the reader, what was not taken as typed.
    """

    groups: tuple[tuple[Term, ...], ...]
    excluded: tuple[Term, ...]
    notes: tuple[str, ...]

    @property
    def stands_in(self) -> bool:
        """Whether a prefix in it stands for some of its words only."""
        return any(term.words for group in (*self.groups, self.excluded) for term in group)

    @property
    def expression(self) -> str:
        """The query in the language of FTS5; ``NOTHING`` when it holds no word."""
        if not self.groups:
            return NOTHING
        wanted = " AND ".join(_any_of(group) for group in self.groups)
        return f"({wanted}) NOT {_any_of(self.excluded)}" if self.excluded else wanted


def match_expression(text: str, columns: Sequence[str] = ()) -> str:
    """Return the FTS5 expression for what a person typed; valid whatever that is.

    ``columns`` are the names that ``name:word`` may use: those of the index that is asked.

    >>> match_expression('title:harbour "night ferry" -coun*', ["title", "body"])
    '((title : "harbour") AND ("night ferry")) NOT ("coun"*)'
    >>> match_expression("port OR harbour fees (")
    '("port" OR "harbour") AND ("fees")'
    """
    return parse_query(text, columns).expression


def near_expression(first: str, second: str, distance: int) -> str:
    """Return the FTS5 expression for two words or phrases at most ``distance`` words apart."""
    terms = [_term(text, None, ()) for text in (first, second)]
    found = [term.expression for term in terms if term is not None]
    if len(found) < len(terms):
        return NOTHING
    return f"NEAR({' '.join(found)}, {max(0, distance)})"


def parse_query(text: str, columns: Sequence[str] = ()) -> Query:
    """Return what a typed text asks for. A text of exclusions alone asks for those words."""
    notes = list(_notes(text))
    pieces = list(_TERM.finditer(_UNFIT.sub(" ", text[:MAX_CHARACTERS]).translate(_QUOTES)))
    groups: list[tuple[Term, ...]] = []
    excluded: list[Term] = []
    either = negated = False
    for piece in pieces[:MAX_TERMS]:
        if piece.group() in {"AND", "OR", "NOT"}:
            either, negated = piece.group() == "OR", piece.group() == "NOT"
            continue
        term = _piece_term(piece, columns)
        if term is None:
            continue
        if negated or piece["minus"]:
            excluded.append(term)
        elif either and groups:
            groups[-1] = (*groups[-1], term)
        else:
            groups.append((term,))
        either = negated = False
    if not groups and excluded:
        notes.append("Words can only be left out of a search for others: these were searched for.")
        groups.extend([(term,) for term in excluded])
        excluded.clear()
    if not groups:
        words = [piece.group() for piece in pieces[:MAX_TERMS] if piece.group().isalnum()]
        groups.extend([(Term(word),) for word in words])
    return Query(tuple(groups), tuple(excluded), (*notes, *_unknown_columns(pieces, columns)))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _any_of(terms: Sequence[Term]) -> str:
    return "(" + " OR ".join(term.expression for term in terms) + ")"


def _piece_term(piece: re.Match[str], columns: Sequence[str]) -> Term | None:
    """Return the term that a match of ``_TERM`` stands for, None when it has no word."""
    if piece["phrase"] is not None:
        return _term(piece["phrase"] + piece["star"], piece["column"], columns)
    return _term(piece["word"], piece["column"], columns)


def _term(text: str, column: str | None, columns: Sequence[str]) -> Term | None:
    known = next((name for name in columns if column and name.lower() == column.lower()), None)
    if column and known is None:
        text = f"{column} {text}"
    words = text.rstrip("*")
    folded = index_text(_UNFIT.sub(" ", words)).strip()
    if not any(map(str.isalnum, folded)):
        return None
    return Term(folded, known, prefix=words != text and folded[-1].isalnum())


def _notes(text: str) -> list[str]:
    """Say what of a text cannot be taken as typed, whatever the index."""
    notes = []
    if len(text) > MAX_CHARACTERS or len(text.split()) > MAX_TERMS:
        notes.append(
            f"Only the first {MAX_TERMS} words, in {MAX_CHARACTERS:,} characters, were searched."
        )
    if text.translate(_QUOTES).count('"') % 2:
        notes.append("A quotation mark without its partner was left out.")
    if re.search("[()]", re.sub('"[^"]*"', "", text)):
        notes.append("Parentheses have no meaning here and were left out.")
    return notes


def _unknown_columns(pieces: Sequence[re.Match[str]], columns: Sequence[str]) -> list[str]:
    """Name the fields asked for that the index does not have; a web address names none."""
    known = {name.lower() for name in columns}
    named = (piece["column"] for piece in pieces if not (piece["word"] or "").startswith("//"))
    unknown = dict.fromkeys(name for name in named if name and name.lower() not in known)
    return [f"There is no field “{name}”: it was searched for as a word." for name in unknown]
