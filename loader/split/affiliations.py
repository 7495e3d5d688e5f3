"""What a bio says that a person is: roles and organisations as printed, with their places."""

from loader.model import Affiliation
from loader.split.grammar import ENGLISH, GRAMMARS, Grammar
from loader.split.lexicon import HEADS, QUALIFIERS, is_role, read_words
from loader.split.organisations import (
    Token,
    find_tokens,
    has_head,
    is_place,
    is_quote,
    read_run,
    skip_descriptors,
)

_BOOKISH = read_words("bookish")
_OF_A_FIELD = read_words("of_a_field")
_FIELDS = read_words("fields")
_PLACING = frozenset({"in", "from", "en", "im", "i"})
_COUNTS = frozenset(
    {
        "a",
        "about",
        "almost",
        "half",
        "many",
        "more",
        "nearly",
        "over",
        "several",
        "some",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "twenty",
        "thirty",
        "years",
    }
)
_COMPANY_NOUNS = frozenset(
    ["leader", "provider", "maker", "supplier", "developer", "producer", "publisher"]
)
_MAX_ROLE_WORDS = 14


def find_affiliations(
    text: str, start: int, end: int, language: str | None = "en"
) -> tuple[Affiliation, ...]:
    """Return what the statement ``text[start:end]`` says that its subject is now.

    The statement begins behind the subject: with a verb ("is", "teaches") or with a role
    ("Political Editor at the Lund Post"). Roles that are over ("former", "previously") and the
    titles of books are left out. Each affiliation's ``start`` and ``end`` enclose its words.
    """
    grammar = GRAMMARS.get(language or "en", ENGLISH)
    return tuple(_Statement(text, find_tokens(text, start, end), grammar).read())


class _Statement:
    """One pass over the tokens of a statement, left to right."""

    def __init__(self, text: str, tokens: list[Token], grammar: Grammar) -> None:
        self.text = text
        self.tokens = tokens
        self.grammar = grammar
        self.found: list[Affiliation] = []
        self.waiting: list[tuple[int, int]] = []

    def read(self) -> list[Affiliation]:
        i = 0
        while i < len(self.tokens):
            k = self._clause(i)
            i = k if k > i else len(self.tokens)
        self._release()
        return self.found

    def _clause(self, i: int) -> int:
        """Read one clause that begins at ``i``; return the index behind it."""
        g = self.grammar
        i = self._behind_links(i)
        if i >= len(self.tokens):
            return i
        lower = self.tokens[i].lower
        if lower in g.working or lower in g.leading:
            self._release()
            return self._employer(i) if lower in g.working else self._object(i + 1)
        if lower in g.stops:
            return self._next_clause(i + 1)
        if not self.tokens[i].word[0].isalnum():
            return self._next_clause(i + 1)
        return self._role(i)

    def _behind_links(self, i: int) -> int:
        g = self.grammar
        skipped = g.skipped | g.being | g.as_ | g.and_ | {",", "has", "have", "well", "hat"}
        while i < len(self.tokens) and self.tokens[i].lower in skipped:
            i += 1
        return i

    def _next_clause(self, i: int) -> int:
        """Return the index of the next "and a …", "and verb …" or mark's clause, else the end."""
        g = self.grammar
        while i < len(self.tokens) - 1:
            if self.tokens[i].lower in g.and_:
                after = self.tokens[i + 1].lower
                verb = after in g.working or after in g.leading or after in g.being
                if verb or self._leads_to_role(i + 1):
                    return i
            if self.tokens[i].word in {";", "."}:
                return i + 1
            i += 1
        return len(self.tokens)

    def _leads_to_role(self, i: int) -> bool:
        """Say whether an article, or a role noun within reach, opens a new role at ``i``."""
        g = self.grammar
        for token in self.tokens[i : i + 7]:
            if is_role(token.word):
                return True
            if token.word == "," or token.lower in g.at | g.of | g.for_ | g.in_ | g.stops:
                return False
        return False

    def _role(self, i: int) -> int:
        """Read a role and its organisations; return the index behind them."""
        i, past = self._behind_openers(i)
        owner_end = self._owner(i)
        if owner_end > i:
            begin = self._behind_openers(owner_end)[0]
            j = self._role_end(begin)
            return self._close(begin, j, [self._possessor(i, owner_end)], j, past=past)
        j = i
        while j < len(self.tokens) and not self._ends_role(j, i):
            organisations, k = self._led_to(j, i)
            if k > j:
                return self._close(i, j, organisations, k, past=past)
            j += 1
        n, m = self._listed(j)
        if m > n and self._at(j) == "," and has_head(self.tokens[n:m]):
            organisations, k = self._list(n, m)
            return self._close(i, j, organisations, k, past=past)
        begin, organisations = self._house_before_role(i, j)
        return self._close(begin, j, organisations, j, past=past)

    def _role_end(self, begin: int) -> int:
        j = begin
        while j < len(self.tokens) and not self._ends_role(j, begin):
            j += 1
        return j

    def _led_to(self, j: int, begin: int) -> tuple[list[tuple[int, int]], int]:
        """Return the organisations, and the index behind them or a place, that ``j`` leads to."""
        g = self.grammar
        lower = self.tokens[j].lower
        if lower not in g.at | g.of | g.for_ | g.in_:
            return [], j
        organisations, k = self._organisations_behind(j, begin)
        if organisations:
            return organisations, k
        if lower in g.in_ & _PLACING and not self._is_topic(j + 1):
            k = self._behind_places(j + 1)
            return [], k if k > j + 1 else j
        return [], j

    def _behind_openers(self, i: int) -> tuple[int, bool]:
        """Return the index behind articles and adverbs, and whether the role is over."""
        g = self.grammar
        past = False
        while i < len(self.tokens):
            token = self.tokens[i]
            lower = token.lower
            if lower in g.past or lower.startswith(("ex-", "ex‑")):
                past = True
            elif lower == "one" and self._at(i + 1) == "of":
                i += 1
            elif not (lower in g.articles or lower in g.skipped) or (
                token.word == "The" and i + 1 < len(self.tokens) and self.tokens[i + 1].capital
            ):
                break
            i += 1
        return i, past

    def _at(self, i: int) -> str:
        return self.tokens[i].lower if i < len(self.tokens) else ""

    def _ends_role(self, j: int, begin: int) -> bool:
        g = self.grammar
        token = self.tokens[j]
        if token.word in {",", ";", "(", ")", "—", "–", "|", ":", ".", "（", "…", "!", "?"}:
            return True
        if is_quote(token) or token.lower in g.stops:
            return True
        if token.lower in g.for_ and self._is_duration(j + 1):
            return True
        if token.lower in g.and_ and j > begin:
            return self._splits_roles(j, begin)
        return False

    def _is_topic(self, i: int) -> bool:
        """Say whether one capitalised field stands at ``i``: "Lecturer in Law, Tarn College"."""
        return self._at(i) in _FIELDS and self._at(i + 1) in {"", ",", "at", "and", "&"}

    def _is_duration(self, i: int) -> bool:
        """Say whether "three decades" or "more than 20 years" begins at ``i``."""
        after = self._at(i)
        return after[:1].isdigit() or after in _COUNTS

    def _splits_roles(self, j: int, begin: int) -> bool:
        """Say whether an "and" ends a role: "editor and writer", not "research and teaching"."""
        g = self.grammar
        after = self._at(j + 1)
        if after in g.articles or after in g.working or after in g.leading or after in g.past:
            return True
        if (
            after in g.stops
            or after in g.being
            or after in g.as_
            or after in g.skipped
            or after in {"has", "was"}
        ):
            return True
        if any(is_role(token.word) for token in self.tokens[begin:j]):
            return self._leads_to_role(j + 1)
        return False

    def _owner(self, i: int) -> int:
        """Return the index behind a possessor, "the Sun’s": ``i`` if there is none."""
        j = i
        while j < len(self.tokens) and self.tokens[j].capital and j - i < 8:  # noqa: PLR2004
            if self.tokens[j].word.endswith(("’s", "'s")):
                return j + 1
            nxt = self.tokens[j + 1] if j + 1 < len(self.tokens) else None
            if self.tokens[j].word[-1] == "s" and nxt and nxt.word in {"’", "'"}:
                return j + 2
            j += 1
            if self._at(j) in {"of", "for", "and", "&"}:
                j += 1
        return i

    def _possessor(self, i: int, j: int) -> tuple[int, int]:
        last = self.tokens[j - 1]
        if last.word in {"’", "'"}:
            return self.tokens[i].start, self.tokens[j - 2].end
        return self.tokens[i].start, last.end - 2

    def _house_before_role(self, begin: int, j: int) -> tuple[int, list[tuple[int, int]]]:
        """Part "Lund Post columnist" into house and role, where a head noun proves the house."""
        k = j
        while k > begin and (is_role(self.tokens[k - 1].word) or self._qualifies(k - 1)):
            k -= 1
        house = self.tokens[begin:k]
        if k == j or not house or not all(token.capital for token in house) or not has_head(house):
            return begin, []
        return k, [(house[0].start, house[-1].end)]

    def _qualifies(self, i: int) -> bool:
        token = self.tokens[i]
        return token.lower in QUALIFIERS and token.lower not in HEADS

    def _organisations_behind(self, j: int, begin: int) -> tuple[list[tuple[int, int]], int]:
        """Return the organisations that the preposition at ``j`` leads to, and what is behind."""
        g = self.grammar
        word = self.tokens[j].lower
        if is_quote(self.tokens[min(j + 1, len(self.tokens) - 1)]):
            return [], j
        role = [token.lower for token in self.tokens[begin:j]]
        limit = 6 if word in g.at else 4
        i = skip_descriptors(self.tokens, j + 1, g, limit)
        k = read_run(self.tokens, i, g)
        if k <= i or not self._leads(word, role, i, k):
            return [], j
        return self._list(i, k)

    def _leads(self, word: str, role: list[str], i: int, k: int) -> bool:
        """Say whether a preposition behind a role leads to ``tokens[i:k]`` as an organisation."""
        g = self.grammar
        run = self.tokens[i:k]
        if is_place(run):
            return False
        if word in g.of:
            return self._of_leads(role, run, k)
        if word in g.at:
            return True
        if word in g.for_:
            field = "candidate" in role or self._is_field(run)
            return not field and (has_head(run) or not self._later_at(k))
        contributes = word == "to" and any(one.startswith("contribut") for one in role)
        return contributes or has_head(run)

    def _is_field(self, run: list[Token]) -> bool:
        return run[-1].lower in _FIELDS and not has_head(run)

    def _of_leads(self, role: list[str], run: list[Token], k: int) -> bool:
        if not role or any(word in _BOOKISH for word in role[-1:]):
            return False
        if any(word in _OF_A_FIELD for word in role):
            return False
        if has_head(run):
            return True
        if self._is_field(run) or self._later_at(k):
            return False
        return any(is_role(word) for word in role) or role[-1] in {"head", "part"}

    def _later_at(self, k: int) -> bool:
        """Say whether an "at" or "for" with a capital follows before the clause ends."""
        g = self.grammar
        for i in range(k, min(k + 6, len(self.tokens) - 1)):
            token = self.tokens[i]
            if token.word == "," or token.lower in g.stops:
                return False
            if token.lower in g.at | g.for_:
                return skip_descriptors(self.tokens, i + 1, g) > i or self.tokens[i + 1].capital
        return False

    def _list(self, i: int, k: int) -> tuple[list[tuple[int, int]], int]:
        """Return the organisations from ``tokens[i:k]`` on, and the index behind the last."""
        g = self.grammar
        found = [self._trimmed(i, k)]
        while k < len(self.tokens):
            if self.tokens[k].word in {"(", "（"}:
                k = self._behind_bracket(k)
                continue
            if self._at(k) in g.at | g.in_ | g.of:
                n = skip_descriptors(self.tokens, k + 1, g)
                m = read_run(self.tokens, n, g)
                run = self.tokens[n:m]
                if m > n and not is_place(run) and (self._at(k) in g.at or has_head(run)):
                    found.append(self._trimmed(n, m))
                    k = m
                    continue
                p = self._behind_places(k + 1) if self._at(k) in g.in_ | g.at else k
                if p <= k + 1:
                    break
                k = p
                continue
            n, m = self._listed(k)
            if m > n:
                found.append(self._trimmed(n, m))
                k = m
                continue
            p = self._behind_aside(k)
            if p == k:
                break
            k = p
        return found, k

    def _trimmed(self, i: int, k: int) -> tuple[int, int]:
        last = self.tokens[k - 1]
        end = last.end - 2 if last.word.endswith(("’s", "'s")) and k - i > 1 else last.end
        return self.tokens[i].start, end

    def _behind_bracket(self, k: int) -> int:
        while k < len(self.tokens) and self.tokens[k].word not in {")", "）"}:
            k += 1
        return k + 1

    def _listed(self, k: int) -> tuple[int, int]:
        """Return the bounds of a further organisation behind ``,`` or "and" at ``k``, or (k, k)."""
        g = self.grammar
        n = k
        comma = self._at(n) == ","
        if comma:
            n += 1
        joined = self._at(n) in g.and_
        if joined:
            n += 1
        if n == k or self._at(n) in {"a", "an", "ein", "eine", "un", "une", "una"}:
            return k, k
        i = skip_descriptors(self.tokens, n, g)
        m = read_run(self.tokens, i, g)
        run = self.tokens[i:m]
        if m <= i or is_role(run[-1].word) or is_role(run[0].word) or is_place(run):
            return k, k
        if any(is_role(token.word) for token in self.tokens[m : m + 2]):
            return k, k
        if joined or has_head(run) or self._closed_list(m):
            return i, m
        return k, k

    def _closed_list(self, m: int) -> bool:
        """Say whether ", X and Y" follows, which makes what stands before it a list too."""
        g = self.grammar
        if self._at(m) == ",":
            m += 1
        if self._at(m) in g.and_:
            i = skip_descriptors(self.tokens, m + 1, g)
            return (
                i < len(self.tokens) and self.tokens[i].capital and not self._leads_to_role(m + 1)
            )
        i = skip_descriptors(self.tokens, m, g) if self._at(m - 1) == "," else m
        k = read_run(self.tokens, i, g)
        return k > i and not is_place(self.tokens[i:k]) and self._closed_list(k)

    def _behind_places(self, i: int) -> int:
        """Return the index behind places and what is printed like them: "Osaka, Japan"."""
        k = i
        while self._at(k) in self.grammar.articles:
            k += 1
        first = k
        while k < len(self.tokens) and self.tokens[k].capital:
            k += 1
            if self._at(k) == "," and k + 1 < len(self.tokens) and self.tokens[k + 1].capital:
                m = k + 1
                while m < len(self.tokens) and self.tokens[m].capital:
                    m += 1
                if has_head(self.tokens[k + 1 : m]) or self._leads_to_role(k + 1):
                    break
                k += 1
        return k if k > first else i

    def _behind_aside(self, k: int) -> int:
        """Return the index behind ", a London-based leader in …" or ", Sweden", else ``k``."""
        g = self.grammar
        if self._at(k) != ",":
            return k
        after = self._at(k + 1)
        if after in g.stops or after in g.and_ or after in g.working or after in g.leading:
            return k
        if after in g.articles:
            if self._is_role_phrase(k + 1):
                return k
            m = k + 1
            while m < len(self.tokens) and self.tokens[m].word not in {",", ";", "."}:
                m += 1
            return m
        p = self._behind_places(k + 1)
        return p if p > k + 1 and not self._leads_to_role(k + 1) else k

    def _is_role_phrase(self, i: int) -> bool:
        """Say whether "a/an …" at ``i`` is a role of the person, not what a house is."""
        g = self.grammar
        last = ""
        for token in self.tokens[i : i + 8]:
            if token.word == "," or token.lower in g.at | g.of | g.for_ | g.in_ | g.stops | g.and_:
                break
            last = token.lower
        return is_role(last) and last not in _COMPANY_NOUNS

    def _close(
        self,
        begin: int,
        j: int,
        organisations: list[tuple[int, int]],
        k: int,
        *,
        past: bool,
    ) -> int:
        """Keep a role that ends before ``j`` with its organisations; return the next index."""
        role = self._as_role(begin, j)
        behind = self._next_start(k)
        if past:
            self.waiting.clear()
            return behind
        if organisations:
            self._keep(role, organisations)
        elif role:
            self.waiting.append(role)
            if not self._shares(j):
                self._release()
        return behind

    def _as_role(self, begin: int, j: int) -> tuple[int, int] | None:
        words = self.tokens[begin:j]
        small = self.grammar.at | self.grammar.of | self.grammar.for_ | self.grammar.in_
        while words and (words[-1].lower in small or words[-1].lower in self.grammar.articles):
            words = words[:-1]
        if not words or len(words) > _MAX_ROLE_WORDS:
            return None
        if not any(is_role(token.word) for token in words):
            return None
        return words[0].start, words[-1].end

    def _shares(self, j: int) -> bool:
        """Say whether the next role's organisation is this one's too: "editor and writer for X"."""
        g = self.grammar
        return self._at(j) in g.and_ and self._at(j + 1) not in g.articles

    def _next_start(self, k: int) -> int:
        g = self.grammar
        while k < len(self.tokens):
            token = self.tokens[k]
            if token.word == "(":
                k = self._behind_bracket(k)
                continue
            if token.word in {",", "|", ";", "—", "–"}:
                after = self._at(k + 1)
                if after in g.articles or after in g.and_ or after in g.past:
                    return k + 1
                if after in g.working or after in g.leading or self._leads_to_role(k + 1):
                    return k + 1
                return self._next_clause(k + 1)
            break
        if self._at(k) in g.and_:
            return k
        return self._next_clause(k)

    def _keep(self, role: tuple[int, int] | None, organisations: list[tuple[int, int]]) -> None:
        roles = [*self.waiting, role] if role or not self.waiting else [*self.waiting]
        self.waiting.clear()
        for one in roles:
            for start, end in organisations:
                self._add(one, (start, end))

    def _release(self) -> None:
        for role in self.waiting:
            self._add(role, None)
        self.waiting.clear()

    def _add(self, role: tuple[int, int] | None, organisation: tuple[int, int] | None) -> None:
        places = [place for place in (role, organisation) if place]
        self.found.append(
            Affiliation(
                self.text[slice(*role)] if role else None,
                self.text[slice(*organisation)] if organisation else None,
                min(place[0] for place in places),
                max(place[1] for place in places),
            )
        )

    def _employer(self, i: int) -> int:
        """Read "teaches history at Tarn College", "writes for the Lund Post", "serves as …"."""
        g = self.grammar
        teaches = self.tokens[i].lower in {"teaches", "teach", "lehrt", "enseigne", "insegna"}
        j = i + 1
        while j < len(self.tokens):
            token = self.tokens[j]
            if token.lower in g.as_:
                return j
            if token.word in {",", ";", "."} or token.lower in g.stops or is_quote(token):
                break
            if token.lower in g.and_ and self._splits_roles(j, i):
                break
            if token.lower in g.at | g.for_ | {"to", "in", "of"}:
                n = skip_descriptors(self.tokens, j + 1, g)
                m = read_run(self.tokens, n, g)
                run = self.tokens[n:m]
                strong = token.lower in g.at | g.for_ or has_head(run)
                if m > n and not is_place(run) and strong:
                    organisations, k = self._list(n, m)
                    role = (self.tokens[i].start, self.tokens[j - 1].end) if teaches else None
                    self._keep(role, organisations)
                    return self._next_start(k)
            j += 1
        return self._next_start(j)

    def _object(self, i: int) -> int:
        """Read the object of "leads", "edits", "founded": an organisation if its head says so."""
        g = self.grammar
        n = skip_descriptors(self.tokens, i, g)
        m = read_run(self.tokens, n, g)
        if m > n and has_head(self.tokens[n:m]):
            organisations, k = self._list(n, m)
            self._keep(None, organisations)
            return self._next_start(k)
        return self._employer(i) if i < len(self.tokens) else i
