"""The phrases of a statement: lists of organisations, places and asides among its tokens."""

from loader.split.grammar import ENGLISH, Grammar
from loader.split.lexicon import GIVEN, is_role
from loader.split.organisations import (
    Token,
    has_head,
    is_place,
    is_quote,
    read_run,
    skip_descriptors,
)

_MAX_LISTED = 12
"""Houses of one list that are looked at; a longer enumeration is no affiliation."""
_MAX_QUOTED = 9
"""Words and marks of a house in quotation marks; what is longer is a quotation."""
_QUOTED_HOUSES = (
    *("magazin", "zeitschrift", "zeitung", "tageszeitung", "wochenzeitung", "denkfabrik", "verein"),
    *("initiative", "revue", "journal", "quotidien", "hebdomadaire", "mensuel", "magazine"),
    *("diario", "revista", "periódico", "semanario", "rivista", "quotidiano", "tijdschrift"),
)
_FIELD_WORDS = 7
_COMPANY_NOUNS = frozenset(
    {"leader", "provider", "maker", "supplier", "developer", "producer", "publisher"}
)
"""What a house is, where it looks like what a person is: "a Lund-based leader in rope"."""


class Phrases:
    """A statement's tokens, and what stands at an index of them."""

    def __init__(self, tokens: list[Token], grammar: Grammar) -> None:
        self.tokens = tokens
        self.grammar = grammar

    def at(self, i: int) -> str:
        """Return the word at ``i`` in lower case, '' beyond the tokens."""
        return self.tokens[i].lower if i < len(self.tokens) else ""

    def leads_to_role(self, i: int) -> bool:
        """Say whether an article, or a role noun within reach, opens a new role at ``i``."""
        g = self.grammar
        for token in self.tokens[i : i + 7]:
            if is_role(token.word):
                return True
            if token.lower in g.breaks:
                return False
        return False

    def read_list(self, i: int, k: int) -> tuple[list[tuple[int, int]], int]:
        """Return the organisations from ``tokens[i:k]`` on, and the index behind the last."""
        g = self.grammar
        found = [self._trimmed(i, k)]
        while k < len(self.tokens):
            if self.tokens[k].word in {"(", "（"}:
                k = self.behind_bracket(k)
                continue
            if self.at(k) in g.at | g.in_ | g.of:
                n = skip_descriptors(self.tokens, k + 1, g)
                m = read_run(self.tokens, n, g)
                run = self.tokens[n:m]
                if m > n and not is_place(run) and (self.at(k) in g.at or has_head(run)):
                    found.append(self._trimmed(n, m))
                    k = m
                    continue
                p = self.behind_places(k + 1) if self.at(k) in g.in_ | g.at else k
                if p <= k + 1:
                    break
                k = p
                continue
            n, m = self.find_listed(k)
            if m > n:
                found.append(self._trimmed(n, m))
                k = m
                continue
            p = self._behind_aside(k)
            if p == k:
                break
            k = p
        return found, k

    def find_listed(self, k: int) -> tuple[int, int]:
        """Return the bounds of a further organisation behind ``,`` or "and" at ``k``, or (k, k)."""
        g = self.grammar
        n = k
        comma = self.at(n) == ","
        if comma:
            n += 1
        joined = self.at(n) in g.and_
        if joined:
            n += 1
        if n == k or self.at(n) in {"a", "an", "ein", "eine", "un", "une", "una"}:
            return k, k
        i = skip_descriptors(self.tokens, n, g)
        m = read_run(self.tokens, i, g)
        run = self.tokens[i:m]
        if m <= i or self._holds_role(run) or is_place(run):
            return k, k
        if run[0].lower in GIVEN and not has_head(run):
            return k, k  # "… and Bo Carr, JD, is …" goes on with a person
        if any(is_role(token.word) for token in self.tokens[m : m + 2]):
            return k, k
        if joined or has_head(run) or self._closed_list(m):
            return i, m
        return k, k

    def read_quoted(self, i: int) -> tuple[list[tuple[int, int]], int]:
        """Return the house printed in quotation marks at ``i``, and the index behind them.

        "die Zeitschrift „Horizont“" is how papers are named in other languages; in English it is
        how books and shows are.
        """
        while self.at(i) in self.grammar.articles or self.at(i).startswith(_QUOTED_HOUSES):
            i += 1
        if self.grammar is ENGLISH or not self._opens_quote(i):
            return [], i
        k = self.behind_quote(i)
        last = self.tokens[k - 2]
        return [(self.tokens[i + 1].start, last.end)], k

    def _opens_quote(self, i: int) -> bool:
        within = i + 1 < len(self.tokens) and is_quote(self.tokens[i])
        return within and self.tokens[i + 1].capital and self.behind_quote(i) > i + 2

    def behind_quote(self, i: int) -> int:
        """Return the index behind the quotation that opens at ``i``; ``i + 1`` if it is long."""
        for k in range(i + 1, min(i + _MAX_QUOTED, len(self.tokens))):
            if is_quote(self.tokens[k]):
                return k + 1
        return i + 1

    def behind_field(self, j: int) -> int:
        """Return the index of the "at" behind ", policy and research," or a bracket, or ``j``."""
        if self.at(j) == "(":
            k = self.behind_bracket(j)
            return k if self.at(k) in self.grammar.at | self.grammar.for_ else j
        k = j + 1
        while k < len(self.tokens) and k - j < _FIELD_WORDS and self.tokens[k].word.isalpha():
            if is_role(self.tokens[k].word) or self.at(k) in self.grammar.breaks:
                return j
            k += 1
        closed = k > j + 1 and self.at(j) == self.at(k) == ","
        return k + 1 if closed and self.at(k + 1) in self.grammar.at else j

    def capitals(self, i: int) -> list[Token]:
        """Return the capitalised tokens that begin at ``i``."""
        k = i
        while k < len(self.tokens) and self.tokens[k].capital:
            k += 1
        return self.tokens[i:k]

    def behind_places(self, i: int) -> int:
        """Return the index behind places and what is printed like them: "Osaka, Japan"."""
        k = i
        while self.at(k) in self.grammar.articles:
            k += 1
        first = k
        while k < len(self.tokens) and self.tokens[k].capital:
            k += 1
            if self.at(k) == "," and k + 1 < len(self.tokens) and self.tokens[k + 1].capital:
                m = k + 1
                while m < len(self.tokens) and self.tokens[m].capital:
                    m += 1
                if has_head(self.tokens[k + 1 : m]) or self.leads_to_role(k + 1):
                    break
                k += 1
        return k if k > first else i

    def behind_bracket(self, k: int) -> int:
        """Return the index behind the bracket that opens at ``k``."""
        while k < len(self.tokens) and self.tokens[k].word not in {")", "）"}:
            k += 1
        return k + 1

    def _trimmed(self, i: int, k: int) -> tuple[int, int]:
        last = self.tokens[k - 1]
        end = last.end - 2 if last.word.endswith(("’s", "'s")) else last.end
        return self.tokens[i].start, end

    def _holds_role(self, run: list[Token]) -> bool:
        """Say whether a role noun stands in a run before its first "of" or "for"."""
        for token in run:
            if token.lower in self.grammar.of or token.lower in self.grammar.for_:
                return False
            if is_role(token.word):
                return True
        return False

    def _closed_list(self, m: int) -> bool:
        """Say whether ", X and Y" follows, which makes what stands before it a list too."""
        g = self.grammar
        for _ in range(_MAX_LISTED):
            if self.at(m) == ",":
                m += 1
            if self.at(m) in g.and_:
                i = skip_descriptors(self.tokens, m + 1, g)
                names = i < len(self.tokens) and self.tokens[i].capital
                return names and not self.leads_to_role(m + 1)
            i = skip_descriptors(self.tokens, m, g) if self.at(m - 1) == "," else m
            k = read_run(self.tokens, i, g)
            if k <= i or is_place(self.tokens[i:k]):
                return False
            m = k
        return False

    def _behind_aside(self, k: int) -> int:
        """Return the index behind ", a London-based leader in …" or ", Sweden", else ``k``."""
        g = self.grammar
        if self.at(k) != ",":
            return k
        after = self.at(k + 1)
        if after in g.stops or after in g.and_ or after in g.working or after in g.leading:
            return k
        if after in g.articles:
            if self._is_role_phrase(k + 1):
                return k
            m = k + 1
            while m < len(self.tokens) and self.tokens[m].word not in {",", ";", "."}:
                m += 1
            return m
        p = self.behind_places(k + 1)
        return p if p > k + 1 and not self.leads_to_role(k + 1) else k

    def _is_role_phrase(self, i: int) -> bool:
        """Say whether "a/an …" at ``i`` is a role of the person, not what a house is."""
        g = self.grammar
        last = ""
        for token in self.tokens[i : i + 8]:
            if token.lower in g.breaks or token.lower in g.and_:
                break
            last = token.lower
        return is_role(last) and last not in _COMPANY_NOUNS
