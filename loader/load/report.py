"""What a load did."""

from dataclasses import asdict, dataclass, field
from pathlib import Path

from loader.store.files import Counts


@dataclass(slots=True)
class LoadReport:
    """What a load did.

    ``rejects`` are paths with reasons; ``vanished`` known paths that are no longer there;
    ``skipped`` files of JSON lines, met in a folder, that hold no documents; ``corrected`` counts
    seeds that were split again.
    """

    counts: Counts = field(default_factory=Counts)
    rejects: list[tuple[str, str]] = field(default_factory=list)
    vanished: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    renamed: int = 0
    pruned: int = 0
    corrected: int = 0
    stopped: bool = False

    def as_dict(self) -> dict[str, object]:
        """Return the report for a program to read."""
        return {
            **asdict(self.counts),
            "renamed": self.renamed,
            "vanished": self.vanished,
            "pruned": self.pruned,
            "corrected": self.corrected,
            "rejects": [{"path": path, "reason": reason} for path, reason in self.rejects],
            "skipped": self.skipped,
            "stopped": self.stopped,
        }

    def summary(self, db: Path) -> str:
        """Return the report for a person to read: a line for each thing that happened."""
        counts = self.counts
        said = [
            (counts.added, "new"),
            (counts.unchanged, "unchanged"),
            (counts.revised, "edited; the earlier text is kept in the table revisions"),
            (counts.duplicates, "with the bytes of another; both paths are kept"),
            (self.renamed, "renamed or moved"),
            (len(self.vanished), "no longer there; --prune removes what came from them"),
            (self.pruned, "gone and removed"),
            (self.corrected, "split again, since their corrections changed"),
            (counts.rejected, "rejected, with reasons above and in the table rejects"),
            (len(self.skipped), "passed over: JSON lines without a field text"),
        ]
        lines = [f"{count:>9,}  {what}" for count, what in said if count]
        changes = (counts.added, counts.revised, counts.duplicates, self.renamed, self.pruned)
        if not (any(changes) or self.corrected):
            lines.append("Nothing new." if counts.total() or self.vanished else "No files there.")
        if self.stopped:
            lines.append("Stopped before the end. Run the same command to go on.")
        return "\n".join([f"{db}:", *lines])
