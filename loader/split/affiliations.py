"""What a bio says that a person is: roles and organisations as printed, with their places."""

from loader.model import Affiliation
from loader.split.grammar import ENGLISH, GERMAN, GRAMMARS, Grammar
from loader.split.lexicon import DEGREES, is_role, read_words
from loader.split.organisations import (
    Token,
    find_tokens,
    has_head,
    is_place,
    is_quote,
    read_run,
    skip_descriptors,
)
from loader.split.phrases import Phrases
from loader.split.role_phrases import RolePhrases

_OFFICE_NOUNS = frozenset({"office", "offices", "bureau", "branch", "campus"})
_PLACING = frozenset({"in", "from", "en", "im", "i"})
_DEGREE_WORDS = DEGREES | read_words("degree_words")
_BODIES = frozenset({"board", "boards", "council", "committee", "faculty", "staff", "jury"})
"""What one sits on at a house: "serves on the board of …"."""
_BEHIND_A_NAME = frozenset({"", ",", ";", ".", "(", "and", "in", "y", "e", "et", "und"})
"""What may follow a house that no head noun proves: "chairs Fair Tides and …"."""
_DATIVES = frozenset({"dem", "den", "einem", "des", "ihm", "ihr"})
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
        self.phrase = Phrases(tokens, grammar)
        self.roles = RolePhrases(self.phrase)
        self.found: list[Affiliation] = []
        self.waiting: list[tuple[int, int]] = []
        self.over = False

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
        takes_up = lower in g.pronouns or lower == "who"
        if takes_up and self.phrase.at(i + 1) in g.being | g.working:
            return self._clause(i + 1)
        if lower in g.working or lower in g.leading:
            self._release()
            return self._employer(i) if lower in g.working else self._object(i + 1)
        if lower in g.stops or self._is_dative(i):
            return self._next_clause(i + 1)
        if not self.tokens[i].word[0].isalnum():
            return self._next_clause(i + 1)
        return self._role(i)

    def _is_dative(self, i: int) -> bool:
        """Say whether "ist dem Herausgeber begegnet" is told, which says not who somebody is."""
        being = i > 0 and self.phrase.at(i - 1) in self.grammar.being
        return being and self.grammar is GERMAN and self.phrase.at(i) in _DATIVES

    def _behind_links(self, i: int) -> int:
        g = self.grammar
        while i < len(self.tokens) and self.tokens[i].lower in g.links:
            i += 1
        return i

    def _next_clause(self, i: int) -> int:
        """Return the index of the next "and a …", "and verb …" or mark's clause, else the end."""
        g = self.grammar
        while i < len(self.tokens) - 1:
            if self.tokens[i].lower in g.and_:
                after = self.tokens[i + 1].lower
                if after in g.pronouns and self.phrase.at(i + 2) in g.being | g.working:
                    return i + 2
                verb = after in g.working or after in g.leading or after in g.being
                if verb or self.phrase.leads_to_role(i + 1):
                    return i
            if self.tokens[i].word in {";", ".", "now"}:  # "a former pilot now with …"
                return i + 1
            i += 1
        return len(self.tokens)

    def _role(self, i: int) -> int:
        """Read a role and its organisations; return the index behind them."""
        i, past = self.roles.behind_openers(i)
        owner_end = self.roles.behind_owner(i)
        if owner_end > i:
            begin = self.roles.behind_openers(owner_end)[0]
            j = self.roles.find_end(begin)
            return self._close(begin, j, [self.roles.owner(i, owner_end)], j, past=past)
        j = i
        while j < len(self.tokens) and not self.roles.ends(j, i):
            organisations, k = self._led_to(j, i)
            if k > j:
                return self._close(i, j, organisations, k, past=past)
            if self.roles.is_at_nothing(j):
                break
            j += 1
        organisations, k = self.roles.worked_for(j)
        if self.phrase.behind_field(j) > j:
            organisations, k = self._led_to(self.phrase.behind_field(j), i)
        if organisations:
            return self._close(i, j, organisations, k, past=past)
        n, m = self.phrase.find_listed(j)
        if m > n and self.phrase.at(j) == "," and has_head(self.tokens[n:m]):
            organisations, k = self.phrase.read_list(n, m)
            return self._close(i, j, organisations, k, past=past)
        begin, organisations = self.roles.part_house(i, j)
        return self._close(begin, j, organisations, j, past=past)

    def _led_to(self, j: int, begin: int) -> tuple[list[tuple[int, int]], int]:
        """Return the organisations, and the index behind them or a place, that ``j`` leads to."""
        g = self.grammar
        lower = self.tokens[j].lower
        if lower not in g.leads:
            return [], j
        organisations, k = self.roles.find_led(j, begin)
        if organisations:
            return organisations, k
        at_place = lower in g.at and is_place(self.phrase.capitals(j + 1))
        if at_place or (lower in g.in_ & _PLACING and not self.roles.is_topic(j + 1)):
            k = self.phrase.behind_places(j + 1)
            return [], k if k > j + 1 and self.phrase.at(k) not in _OFFICE_NOUNS else j
        return [], j

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
        past = past or self.over
        self.over = past and not organisations and self._shares(j)
        if past:
            return behind
        if organisations and not role and not self._is_named_role(begin, j):
            return behind
        if not role and any(t.lower.rstrip(".") in _DEGREE_WORDS for t in self.tokens[begin:j]):
            return behind
        if organisations:
            self._keep(role, organisations)
        elif role:
            self.waiting.append(role)
            if not self._shares(j):
                self._release()
        return behind

    def _is_named_role(self, begin: int, j: int) -> bool:
        """Say whether words that hold no known role noun are a role all the same.

        They are where an article or "is" opens them: "is a doula at …", but not "has written
        for …". Other languages inflect their nouns, so that a list cannot know them.
        """
        g = self.grammar
        opened = self.phrase.at(begin - 1) if begin else ""
        return begin == j or g is not ENGLISH or opened in g.articles | g.being | g.as_

    def _as_role(self, begin: int, j: int) -> tuple[int, int] | None:
        words = self.tokens[begin:j]
        small = self.grammar.leads
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
        after = self.phrase.at(j + 1)
        return self.phrase.at(j) in g.and_ and after not in g.articles and after not in g.past

    def _next_start(self, k: int) -> int:
        g = self.grammar
        while k < len(self.tokens):
            token = self.tokens[k]
            if token.word == "(":
                k = self.phrase.behind_bracket(k)
                continue
            if token.word in {",", "|", ";", "—", "–"}:
                after = self.phrase.at(k + 1)
                if after in g.articles or after in g.and_ or after in g.past:
                    return k + 1
                if after in g.working or after in g.leading or self.phrase.leads_to_role(k + 1):
                    return k + 1
                return self._next_clause(k + 1)
            break
        if self.phrase.at(k) in g.and_:
            return k
        return self._next_clause(k)

    def _keep(self, role: tuple[int, int] | None, organisations: list[tuple[int, int]]) -> None:
        waiting, self.waiting = self.waiting, []
        for one in waiting:
            shared = organisations
            if role and " of " in self.text[slice(*one)]:  # has its own "of": shares an "at" only
                own = self.text[role[1] : organisations[0][0]].split()
                shared = organisations[1:] if "of" in own else organisations
            for place in shared or (None,):
                self._add(one, place)
        if role or not waiting:
            for place in organisations:
                self._add(role, place)

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
            stops = token.lower in g.stops and token.lower not in g.skipped
            if stops or token.word in {",", ";", "."}:
                break
            if is_quote(token):
                j = self.phrase.behind_quote(j)
                continue
            if token.lower in g.and_ and self.roles.splits(j, i):
                break
            if token.lower in g.leads:
                quoted, k = self.phrase.read_quoted(j + 1)
                if quoted and token.lower in g.at | g.for_:
                    self._keep(None, quoted)
                    return self._next_start(k)
                n = skip_descriptors(self.tokens, j + 1, g)
                m = read_run(self.tokens, n, g)
                run = self.tokens[n:m]
                contributes = token.lower == "to" and self.phrase.at(i).startswith("contribut")
                body = token.lower in g.of and self.phrase.at(j - 1) in _BODIES
                strong = contributes or body or token.lower in g.at | g.for_ or has_head(run)
                if m > n and not is_place(run) and strong:
                    organisations, k = self.phrase.read_list(n, m)
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
        whole = n == i and self.phrase.at(m) in _BEHIND_A_NAME and not is_place(self.tokens[n:m])
        if m > n and (has_head(self.tokens[n:m]) or whole):
            organisations, k = self.phrase.read_list(n, m)
            self._keep(None, organisations)
            return self._next_start(k)
        return self._employer(i - 1) if i < len(self.tokens) else i
