"""The people of one article's bylines: one person under the forms of a name that they print."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Person:
    """A person: ``name`` is the fullest form printed so far."""

    name: str
    native: str | None


@dataclass(slots=True)
class Cast:
    """The people named so far, in the order of first appearance."""

    people: list[Person] = field(default_factory=list)

    def add(self, name: str, native: str | None = None) -> Person:
        """Return the person of that name: a known one if the names agree, else a new one."""
        for person in self.people:
            if _agree(person.name, name):
                person.name = _fuller(person.name, name)
                person.native = person.native or native
                return person
        person = Person(name, native)
        self.people.append(person)
        return person

    def holds(self, name: str) -> bool:
        """Say whether a full name is that of a known person."""
        return any(_agree(person.name, name) for person in self.people)

    def find_short(self, name: str) -> Person | None:
        """Return the one person whose given or family name this is; None if none or several."""
        word = name.casefold()
        hits = [one for one in self.people if word in (_parts(one.name)[0], _parts(one.name)[-1])]
        return hits[0] if len(hits) == 1 else None


def _parts(name: str) -> list[str]:
    return name.casefold().replace(".", " ").replace(",", " ").split() or [""]


def _agree(one: str, two: str) -> bool:
    """Say whether two full names are one person's: equal, or apart by middle names only."""
    a, b = _parts(one), _parts(two)
    if a == b:
        return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) < 2 or short[0] != long[0] or short[-1] != long[-1]:  # noqa: PLR2004
        return False
    return len(short) < len(long) and all(part in long for part in short)


def _fuller(one: str, two: str) -> str:
    """Return the form to keep: mixed case before capitals, then the longer, then the first."""
    if one.isupper() != two.isupper():
        return two if one.isupper() else one
    return two if len(two) > len(one) else one
