"""What a check finds."""

from dataclasses import asdict, dataclass, field

RELOAD = "load its source again into a new archive"
REINDEX = "run: seed-archive reindex"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something broken: where it is, what it is, what mends it."""

    where: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.mend}"


@dataclass(slots=True)
class Checked:
    """The result of a check: what is broken, how many seeds there are, the content's digest.

    ``digest`` is None where the archive could not be read to its end.
    """

    problems: list[Problem] = field(default_factory=list)
    seeds: int = 0
    digest: str | None = None

    def as_dict(self) -> dict[str, object]:
        """Return the result for a program to read."""
        return {
            "whole": not self.problems,
            "seeds": self.seeds,
            "digest": self.digest,
            "problems": [asdict(problem) for problem in self.problems],
        }
