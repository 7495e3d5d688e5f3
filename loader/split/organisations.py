"""Where an organisation's name begins and ends in a bio: runs of capitals and what ties them."""

import re
from typing import NamedTuple

from loader.split.grammar import ENGLISH, Grammar
from loader.split.lexicon import HEADS, MEDIA, PLACES_LOWER, is_role, read_words

_TOKEN = re.compile(
    r"(?:St|Mt|Ft|Dr|Inc|Ltd|Corp|Co|Jr|Sr|Prof|e\.V|U\.S|U\.K|D\.C|U\.N|im)\.(?=[\s,;]|$)"
    r"|[ai]\.\s?[DR]\.|(?:[A-Z][a-z]?\.){2,}(?=[\s,;)]|$)|[A-Z]\.(?=\s[A-Z])|(?:[dlDL]|dell|all|nell|dall|un|qu)[’'](?=\w)"
    r"|[^\W_](?:[\w&'’\-‐‑@/+.·]*[\w])?|[&@|]|[\"“”„«»‘’'()（）,;:—–.!?…]"
)
_QUOTES = frozenset("\"“”„«»‘’'")
_CAMPUSES = read_words("campuses")
_OPEN_TOPIC = frozenset({"of", "for", "on", "für", "de", "di", "del", "des", "der", "för", "voor"})
_TOPIC_BEFORE_IN = frozenset({"women", "excellence", "program"})
_TOPICS = read_words("fields") | {"society", "business", "government", "media", "industry", "press"}
_PARTNERS = frozenset({"partners", "associates", "sons", "company", "co", "co.", "daughters"})
_TAILS = frozenset({"universitet", "universiteit", "högskola", "university"})
_FORMS = frozenset({"inc", "llc", "ltd", "llp", "corp", "plc"})
_DESCRIPTORS = 5
_MAX_LOWER = 4
_MAX_JOINS = 3
_ROMANCE_OF = frozenset({"des", "de", "du", "d’", "d'", "del", "di", "dei", "delle", "do", "dos"})
_HOUSES = HEADS | MEDIA
_GENITIVE = re.compile(r"[’']s?$")
_ENDED = (".", "’", "'", "’s", "'s")
_TITLE_ENDS = frozenset({".", ",", ";", ")"})
_VAGUE = read_words("vague")
_COMPOUNDS = tuple(sorted(read_words("organisation_endings")))
_BANDED = read_words("banded")
_DOMAIN = re.compile(r"[a-z\d-]+\.(?:com|org|net|news|info|io|eu|de|at|ch|fr|es|it|nl)")
_LOWER_HEADS = read_words("lower_heads")


class Token(NamedTuple):
    """A word or mark of a statement, with its place in the seed's text.

    ``capital`` says whether some letter is a capital: "Lund", "eBay". A tuple, because a
    statement makes dozens and a frozen dataclass takes four times as long to make.
    """

    start: int
    end: int
    word: str
    lower: str
    capital: bool


def find_tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the words and marks of ``text[start:end]``, in order."""
    return [
        Token(*m.span(), word := m.group(), lower := word.lower(), lower != word)
        for m in _TOKEN.finditer(text, start, end)
    ]


def is_quote(token: Token) -> bool:
    """Say whether a token opens or closes a quotation."""
    return token.word in _QUOTES


def has_head(tokens: list[Token]) -> bool:
    """Say whether some word is the head noun of an organisation or a known house."""
    return any(
        t.lower in _HOUSES
        or ("-" in t.word and t.capital and t.lower.rsplit("-", 1)[1] in HEADS)
        or (t.lower.endswith(_ENDED) and _bare(t.lower) in _HOUSES)
        or (t.capital and t.lower.endswith(_COMPOUNDS))
        for t in tokens
    )


def _bare(word: str) -> str:
    return _GENITIVE.sub("", word.rstrip("."))


def is_place(tokens: list[Token]) -> bool:
    """Say whether the tokens are the name of a country, state or large city."""
    phrase = " ".join(t.lower for t in tokens)
    return phrase in PLACES_LOWER or phrase.removeprefix("the ") in PLACES_LOWER


def read_run(tokens: list[Token], i: int, grammar: Grammar) -> int:
    """Return the index behind the organisation's name that begins at ``tokens[i]``; ``i`` if none.

    A name is capitalised words and the small words that tie them: "Center for Strategic and
    International Studies" is one, "Tarn College and Lund University" two.
    """
    if i >= len(tokens) or not _opens(tokens[i], grammar):
        return i
    j = i + 1
    while j < len(tokens):
        if _continues(tokens[j], tokens[j - 1]):
            j += 1
            continue
        if tokens[j].word in {"’", "'"} and _owns_plural(tokens, j):
            j += 2
            continue
        if tokens[j].lower == "at" and _is_campus(tokens[i:j]) and _next_run(tokens, j + 1):
            j += 2
            continue
        if _is_titled(tokens, i, j, grammar):
            return j + 1
        k = _behind_joins(tokens, i, j, grammar)
        head = i + 1 if tokens[i].lower in grammar.articles and j > i + 1 else i
        if k == j and tokens[head].lower in HEADS:
            k = _behind_lower(tokens, head, j, grammar)
        if k == j:
            break
        j = k
    return _behind_tail(tokens, i, j)


def _is_titled(tokens: list[Token], i: int, j: int, grammar: Grammar) -> bool:
    """Say whether an adjective ends the title of a Romance paper: "La Vigie marine"."""
    if grammar is ENGLISH or j != i + 2 or not _ROMANCE_OF & grammar.of:
        return False
    if not (tokens[i].capital and _is_article(tokens[i], grammar)):
        return False
    word = tokens[j].lower
    ends = j + 1 == len(tokens) or tokens[j + 1].word in _TITLE_ENDS
    return ends and word.isalpha() and not _is_small(tokens[j], grammar) and not is_role(word)


def _owns_plural(tokens: list[Token], j: int) -> bool:
    """Say whether an apostrophe stands within a name: "Passengers’ Association"."""
    if j + 1 >= len(tokens) or not tokens[j + 1].capital:
        return False
    return tokens[j - 1].word.endswith("s") and tokens[j].start == tokens[j - 1].end


def _opens(token: Token, grammar: Grammar) -> bool:
    if token.capital and token.word[0].isalnum():
        return True
    if token.lower in _LOWER_HEADS:
        return token.lower not in grammar.stops
    return "." in token.word and _DOMAIN.fullmatch(token.word) is not None


def _continues(token: Token, before: Token) -> bool:
    if token.word == "&" or before.word == "&":
        return token.word == "&" or token.capital
    return (token.capital or token.word[0].isdigit()) and token.start - before.end <= 1


def _behind_joins(tokens: list[Token], i: int, j: int, grammar: Grammar) -> int:
    """Return the index behind joining words and the capital they lead to, or ``j``."""
    k = j
    while k < len(tokens) and k - j < _MAX_JOINS and tokens[k].lower in grammar.joins:
        k += 1
    if k == j or k >= len(tokens) or not (tokens[k].capital or tokens[k].lower in _LOWER_HEADS):
        return j
    return k + 1 if _joins(tokens, i, j, k, grammar) else j


def _joins(tokens: list[Token], i: int, j: int, k: int, grammar: Grammar) -> bool:
    """Say whether ``tokens[j:k]`` tie ``tokens[i:j]`` and ``tokens[k]`` to one name."""
    join = tokens[j].lower
    run = tokens[i:j]
    articled = any(token.capital for token in tokens[j + 1 : k])  # "Opinión de El Faro"
    if join in grammar.at or (articled and not has_head(run)):
        return False
    if join in grammar.and_ and join != "&":
        return _and_continues(tokens, i, j, k, grammar)
    if join == "in" and join in grammar.in_:
        return _in_continues(tokens, run, j, k)
    if (join in grammar.for_ or join == "on") and not has_head(run):
        people = k == j + 1 and run[-1].lower in _BANDED and join in grammar.for_
        return people or _open_topic(run)
    if join in grammar.for_ and is_place(_next_run(tokens, k)):
        return False
    return join not in {"the", "la", "le", "der", "die"} & grammar.articles - grammar.of


def _behind_lower(tokens: list[Token], i: int, j: int, grammar: Grammar) -> int:
    """Return the index behind lower-case words that a Romance head noun takes, else ``j``.

    "Institut français des ports" and "Observatorio de puertos" are printed so.
    """
    if not _ROMANCE_OF & grammar.of or any(token.capital for token in tokens[i + 1 : j]):
        return j
    if j - i > _MAX_LOWER or j >= len(tokens):
        return j
    word = tokens[j].lower
    if word in _ROMANCE_OF & grammar.of:
        after = tokens[j + 1].word if j + 1 < len(tokens) else ""
        return j + 2 if after.isalpha() and after.islower() else j
    if not word.isalpha():
        return j
    return j if _is_small(tokens[j], grammar) or word in grammar.articles else j + 1


def _open_topic(run: list[Token]) -> bool:
    return any(token.lower in _OPEN_TOPIC for token in run)


def _next_run(tokens: list[Token], k: int) -> list[Token]:
    j = k
    while j < len(tokens) and (tokens[j].capital or tokens[j].word == "&"):
        j += 1
    return tokens[k:j]


def _and_continues(tokens: list[Token], i: int, j: int, k: int, grammar: Grammar) -> bool:
    """Say whether an "and" ties two parts of one name rather than two names."""
    if k > j + 1 and tokens[j + 1].lower in grammar.articles:
        return False
    follow = _next_run(tokens, k)
    run = tokens[i:j]
    if follow[-1].lower in _PARTNERS and follow[-1].capital:
        return True
    if is_role(follow[-1].word):
        return False
    after = tokens[k + len(follow)] if k + len(follow) < len(tokens) else None
    if not has_head(run):
        return bool(after and after.word == "(") or _head_closes(follow, run)
    topical = _open_topic(run) or (grammar is not ENGLISH and run[0].lower in HEADS)
    if has_head(follow) and not (topical and all(token.lower in _TOPICS for token in follow)):
        return False
    return topical and run[0].lower not in {"university", "bank", "city", "state"}


def _head_closes(follow: list[Token], run: list[Token]) -> bool:
    """Say whether the words behind "and" carry the head of both: "Health and Safety Executive"."""
    closes = len(follow) > 1 and follow[-1].lower in HEADS and len(run) <= 2  # noqa: PLR2004
    return closes and not has_head(follow[:-1]) and run[0].lower not in MEDIA


def _in_continues(tokens: list[Token], run: list[Token], j: int, k: int) -> bool:
    """Say whether an "in" belongs to the name: "… in the Public Interest", never a place."""
    follow = _next_run(tokens, k)
    if is_place(follow) or (has_head(follow) and not has_head(run)):
        return False
    if k > j + 1:
        return _open_topic(run) and not is_place(follow[:1])
    return run[-1].lower in _TOPIC_BEFORE_IN


def _behind_tail(tokens: list[Token], i: int, j: int) -> int:
    """Return the index behind what still belongs: a campus, or "(SCaN) program office"."""
    if j < len(tokens) and tokens[j].word in _TAILS:
        return j + 1
    if j + 1 < len(tokens) and tokens[j].word == ",":
        if tokens[j + 1].lower.rstrip(".") in _FORMS:
            return j + 2
        follow = _next_run(tokens, j + 1)
        if _is_campus(tokens[i:j]) and is_place(follow):
            return j + 1 + len(follow)
    if j + 3 < len(tokens) and tokens[j].word == "(" and tokens[j + 2].word == ")":
        k = j + 3
        while k < len(tokens) and k < j + 6 and tokens[k].lower in HEADS:
            k += 1
        if k > j + 3:
            return k
    return j


def _is_campus(run: list[Token]) -> bool:
    if run[-1].lower not in _CAMPUSES:
        return False
    words = [token.lower for token in run]
    return "university" in words and ("of" in words or "state" in words)


def skip_descriptors(
    tokens: list[Token], i: int, grammar: Grammar, limit: int = _DESCRIPTORS
) -> int:
    """Return the index of the capital that articles and lower-case words lead to, else ``i``.

    "the think tank Geopol" leads to "Geopol"; a preposition, role or mark on the way means that
    no organisation follows.
    """
    j = i
    while j < len(tokens) and j - i <= limit:
        token = tokens[j]
        if _opens(token, grammar) and not _is_article(token, grammar):
            return j
        if token.capital and _is_article(token, grammar) and _next_run(tokens, j + 1):
            return j  # "The Skiff", "El Faro"
        if token.lower in _VAGUE:
            return i
        if not token.word[0].isalpha() or is_role(token.word) or _is_small(token, grammar):
            return i
        j += 1
    return i


_LOWER_ARTICLES = frozenset({"l’", "l'", "d’", "d'"})


def _is_article(token: Token, grammar: Grammar) -> bool:
    return token.lower in grammar.articles or token.lower in _LOWER_ARTICLES


def _is_small(token: Token, grammar: Grammar) -> bool:
    """Say whether a word that is no article breaks the way to an organisation."""
    if token.lower in grammar.articles:
        return False
    lower = token.lower
    if lower in grammar.breaks or lower in grammar.and_ or lower in grammar.being:
        return True
    return lower in grammar.working or lower in grammar.leading
