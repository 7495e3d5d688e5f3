"""Where a role begins and ends in a statement, and whether an organisation follows it."""

from loader.split.grammar import ENGLISH, GERMAN
from loader.split.lexicon import HEADS, MEDIA, QUALIFIERS, is_role, read_words
from loader.split.organisations import (
    Token,
    has_head,
    is_place,
    is_quote,
    read_run,
    skip_descriptors,
)
from loader.split.phrases import Phrases

_BOOKISH = read_words("bookish")
_OF_A_FIELD = read_words("of_a_field")
_SINGLE_HOUSES = MEDIA | read_words("press")
_FIELDS = read_words("fields")
_HELD_AT_A_HOUSE = frozenset({"contributor", "columnist"})
_FOR_A_SEAT = frozenset(
    {"candidate", "mp", "mep", "secretary", "minister", "ambassador", "senator", "representative"}
)
_OWN_HOUSE = frozenset({"paper", "newspaper", "magazine", "site", "station", "group", "company"})
_STUDIED = frozenset({"graduate", "alumnus", "alumna", "alum"})
_EXPERT = read_words("expert")
_ROMANCE_IN = frozenset({"en", "em"})
_TO_A_HOUSE = frozenset({"adviser", "advisor", "consultant", "counsel"})
_AT = frozenset({"large", "law", "arms", "sea", "heart"})
"""What "at" goes on with within a role."""
_DESKS = frozenset({"ressort", "bereich", "referat", "fachbereich", "abteilung", "team"})
_SERVICES = frozenset(
    {"service", "rubrique", "desk", "pôle", "sección", "área", "secção", "editoria", "sezione"}
)
"""Desks of Romance papers, in small letters before their name."""
_DEPARTMENTS = frozenset({"research", "publications", "publishing", "technology"})
"""Head nouns of houses that alone are what somebody directs."""
_COUNTS = read_words("counts")
_ENDS = frozenset(",;()—–|:.（…!?\"“”„«»‘’'")


class RolePhrases:
    """The roles among a statement's tokens."""

    def __init__(self, phrase: Phrases) -> None:
        self.phrase = phrase
        self.tokens = phrase.tokens
        self.grammar = phrase.grammar

    def behind_openers(self, i: int) -> tuple[int, bool]:
        """Return the index behind articles and adverbs, and whether the role is over."""
        g = self.grammar
        past = False
        while i < len(self.tokens):
            token = self.tokens[i]
            lower = token.lower
            studied = lower in _STUDIED and self.phrase.at(i + 1) in g.of
            if studied or lower in g.past or lower.startswith(("ex-", "ex‑")):
                past = True
            elif lower == "one" and self.phrase.at(i + 1) == "of":
                i += 1
            elif not (
                lower in g.articles
                or lower in g.skipped
                or lower.isdigit()
                or (
                    lower.removesuffix("’s").removesuffix("'s") in _OWN_HOUSE
                    and token.word == lower
                )
            ) or (token.word == "The" and i + 1 < len(self.tokens) and self.tokens[i + 1].capital):
                break
            i += 1
        return i, past

    def find_end(self, begin: int) -> int:
        """Return the index behind the role that begins at ``begin``, organisations ignored."""
        j = begin
        while j < len(self.tokens) and not self.ends(j, begin):
            j += 1
        return j

    def ends(self, j: int, begin: int) -> bool:
        """Say whether the role that begins at ``begin`` is over at ``j``."""
        g = self.grammar
        token = self.tokens[j]
        if not token.word[0].isalnum():
            comma = token.word == ","
            return token.word in _ENDS and not (comma and self._field_goes_on(j, begin))
        if (
            token.lower in g.stops
            or token.word == "now"
            or (token.lower in g.for_ and self._is_duration(j + 1))
        ):
            return True
        working = token.lower in g.working and not token.word.istitle()  # "fellow for Asia Studies"
        if working or (token.lower in g.of and self.phrase.at(j - 1) in _BOOKISH):
            return j > begin
        if token.lower in g.and_ and j > begin:
            return self.splits(j, begin)
        return False

    def splits(self, j: int, begin: int) -> bool:
        """Say whether an "and" ends a role: "editor and writer", not "research and teaching"."""
        g = self.grammar
        after = self.phrase.at(j + 1)
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
            return self.phrase.leads_to_role(j + 1)
        return False

    def behind_owner(self, i: int) -> int:
        """Return the index behind a possessor, "the Sun’s": ``i`` if there is none."""
        j = i
        while j < len(self.tokens) and self.tokens[j].capital and j - i < 8:  # noqa: PLR2004
            if self.tokens[j].word.endswith(("’s", "'s")):
                return j + 1
            nxt = self.tokens[j + 1] if j + 1 < len(self.tokens) else None
            if self.tokens[j].word[-1] == "s" and nxt and nxt.word in {"’", "'"}:
                return j + 2
            j += 1
            if self.phrase.at(j) in {"of", "for", "and", "&"}:
                j += 1
        return i

    def owner(self, i: int, j: int) -> tuple[int, int]:
        """Return the bounds of the possessor's name in ``tokens[i:j]``, without the "’s"."""
        last = self.tokens[j - 1]
        if last.word in {"’", "'"}:
            return self.tokens[i].start, self.tokens[j - 2].end
        return self.tokens[i].start, last.end - 2

    def part_house(self, begin: int, j: int) -> tuple[int, list[tuple[int, int]]]:
        """Part "Lund Post columnist" into house and role, where a head noun proves the house."""
        k = j
        named = not self.tokens[j - 1].capital if j > begin else False
        while k > begin and (is_role(self.tokens[k - 1].word) or self._qualifies(k - 1)):
            if named and self.tokens[k - 1].capital:
                break  # "a Tarn Opinion columnist": the capital is the house's
            k -= 1
        if self._is_acronym(begin, k, j):
            return k, [(self.tokens[begin].start, self.tokens[begin].end)]
        house = self.tokens[begin:k]
        if k == j or not house or not all(token.capital for token in house) or not has_head(house):
            return begin, []
        if len(house) == 1 and house[0].lower not in _SINGLE_HOUSES:
            return begin, []  # "Team Leader", "Project Manager"
        return k, [(house[0].start, house[-1].end)]

    def find_led(self, j: int, begin: int) -> tuple[list[tuple[int, int]], int]:
        """Return the organisations that the preposition at ``j`` leads to, and what is behind."""
        g = self.grammar
        word = self.tokens[j].lower
        role = [token.lower for token in self.tokens[begin:j]]
        quoted, k = self.phrase.read_quoted(j + 1)
        if quoted and word not in g.in_ and (word in g.at or not set(role) & _BOOKISH):
            return quoted, k
        if is_quote(self.tokens[min(j + 1, len(self.tokens) - 1)]):
            return [], j
        limit = 6 if word in g.at else 4
        i = skip_descriptors(self.tokens, j + 1, g, limit)
        if any(token.lower in _SERVICES for token in self.tokens[j + 1 : i]):
            return [], j  # the house stands behind its desk: "au service Culture du Courrier"
        k = read_run(self.tokens, i, g)
        if k <= i or not self._leads(word, role, i, k):
            return [], j
        return self.phrase.read_list(i, k)

    def worked_for(self, j: int) -> tuple[list[tuple[int, int]], int]:
        """Return the employer behind "covering ports for …" or "who teaches at …" at ``j``."""
        g = self.grammar
        if self.phrase.at(j) == "who" and self.phrase.at(j + 1) in g.working:
            j += 1
        if self.phrase.at(j) not in g.working:
            return [], j
        about = self.phrase.at(j).startswith(("cover", "writ", "report"))
        leads = g.for_ if about else g.for_ | g.at
        for k in range(j + 1, min(j + 24, len(self.tokens) - 1)):
            token = self.tokens[k]
            if token.word in {";", "."} or token.lower in g.stops or is_quote(token):
                break
            if token.lower in leads:
                n = skip_descriptors(self.tokens, k + 1, g)
                m = read_run(self.tokens, n, g)
                if m > n and not is_place(self.tokens[n:m]):
                    return self.phrase.read_list(n, m)
        return [], j

    def is_topic(self, i: int) -> bool:
        """Say whether a field stands at ``i``: "Lecturer in Public Law, Tarn College"."""
        if self.phrase.at(i) in _DESKS:
            return True
        k = i
        while k < len(self.tokens) and (
            self.tokens[k].capital or self.phrase.at(k) in {"and", "&"}
        ):
            k += 1
        run = self.tokens[i:k]
        if not run or is_place(run):
            return False
        after = self.phrase.at(k)
        if after in self.grammar.at:
            return True
        known = run[-1].lower in _FIELDS or (i > 1 and self.phrase.at(i - 2) in _OF_A_FIELD)
        return known and after in {"", ","}

    def is_at_nothing(self, j: int) -> bool:
        """Say whether an "at" leads to no name that can be read: "a reporter at a start-up"."""
        return self.phrase.at(j) == "at" and self.phrase.at(j + 1) not in _AT

    def _field_goes_on(self, j: int, begin: int) -> bool:
        """Say whether a comma lists fields: "professor of History, Politics and Law at …"."""
        g = self.grammar
        head = {token.lower for token in self.tokens[begin:j]}
        if not head & _OF_A_FIELD or not head & (g.of | g.in_):
            return False
        for token in self.tokens[j + 1 : j + 9]:
            if token.lower in g.at:
                return True
            if not token.word[0].isalpha() and token.word not in {",", "&"}:
                return False
            if is_role(token.word) or token.lower in g.articles | g.stops | g.working | g.of:
                return False
        return False

    def _is_duration(self, i: int) -> bool:
        """Say whether "three decades" or "more than 20 years" begins at ``i``."""
        after = self.phrase.at(i)
        return after[:1].isdigit() or after in _COUNTS

    def _is_acronym(self, begin: int, k: int, j: int) -> bool:
        """Say whether initials stand before a role that is held at a house: "QSR contributor"."""
        if k != begin + 1 or k >= j or self.tokens[j - 1].lower not in _HELD_AT_A_HOUSE:
            return False
        word = self.tokens[begin].word
        return word.isupper() and word.isalpha() and len(word) > 1 and not self.tokens[k].capital

    def _qualifies(self, i: int) -> bool:
        token = self.tokens[i]
        return token.lower in QUALIFIERS and token.lower not in HEADS

    def _leads(self, word: str, role: list[str], i: int, k: int) -> bool:
        """Say whether a preposition behind a role leads to ``tokens[i:k]`` as an organisation."""
        g = self.grammar
        run = self.tokens[i:k]
        if is_place(run):
            return False
        if word in g.of:
            return self._of_leads(role, run, k)
        if word in g.at:
            return word not in _ROMANCE_IN or not _EXPERT.intersection(role[-1:]) or has_head(run)
        if word in g.for_:
            bare = g is GERMAN and self.phrase.at(i - 1) == word  # "Professor für Physik"
            field = any(one in _FOR_A_SEAT for one in role) or self._is_field(run)
            return not field and (has_head(run) or not (bare or self._later_at(k)))
        return has_head(run) or (word == "to" and self._to_leads(role, run, i))

    def _to_leads(self, role: list[str], run: list[Token], i: int) -> bool:
        """Say whether a house follows "contributor to" or "adviser to the"."""
        if _TO_A_HOUSE.intersection(role[-1:]) and self.phrase.at(i - 1) == "the":
            return not any(is_role(token.word) for token in run)
        return any(one.startswith("contribut") for one in role)

    def _is_field(self, run: list[Token]) -> bool:
        return run[-1].lower in _FIELDS and not has_head(run)

    def _of_leads(self, role: list[str], run: list[Token], k: int) -> bool:
        department = len(run) == 1 and run[0].lower in _DEPARTMENTS  # "Director of Research"
        if not role or department or any(word in _BOOKISH for word in role[-1:]):
            return False
        known = has_head(run) or (len(run) == 1 and run[0].word.isupper())
        if any(word in _OF_A_FIELD for word in role):
            again = any(word in self.grammar.of for word in role)  # "minister of trade of the …"
            return known and (again or (self.grammar is not ENGLISH and has_head(run[:1])))
        if known:
            return True
        if self._is_field(run) or self._later_at(k):
            return False
        if self.grammar is not ENGLISH and self.phrase.at(k) in self.grammar.of:
            return False  # "jefa de Opinión de El Faro"
        return any(is_role(word) for word in role) or role[-1] in {"head", "part"}

    def _later_at(self, k: int) -> bool:
        """Say whether an "at" or "for" with a capital follows before the clause ends."""
        g = self.grammar
        for i in range(k, min(k + 6, len(self.tokens) - 1)):
            token = self.tokens[i]
            if token.word == "," or token.lower in g.stops:
                return False
            if token.lower in g.and_ and self.splits(i, i):
                return False  # "producer for the Post and formerly an editor at …"
            if token.lower in g.at and is_place(self.phrase.capitals(i + 1)):
                return False
            if token.lower in g.at | g.for_:
                return skip_descriptors(self.tokens, i + 1, g) > i or self.tokens[i + 1].capital
        return False
