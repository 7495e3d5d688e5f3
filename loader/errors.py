"""What can go wrong, as one tree. Every message says where, what, and the remedy.

ArchiveError
├── ReadError        a file cannot become a seed (a load lists it and goes on)
├── SchemaError      the file is not an archive, or one of another version
├── BusyError        another load holds the archive
├── StoreError       the archive cannot be written (disk full, read-only, …)
└── ExportError      what was asked for cannot leave in this form
"""


class ArchiveError(Exception):
    """Base of all errors that a user can meet; ``str()`` is the message to print."""


class ReadError(ArchiveError):
    """A path cannot become a seed."""

    def __init__(self, where: str, what: str, remedy: str) -> None:
        super().__init__(f"{where}: {what}; {remedy}")
        self.where = where
        self.reason = f"{what}; {remedy}"


class SchemaError(ArchiveError):
    """The file is not an archive, or was written by another version."""


class BusyError(ArchiveError):
    """Another process is loading into the archive."""


class StoreError(ArchiveError):
    """The archive cannot be written."""


class ExportError(ArchiveError):
    """What was asked for cannot leave the archive in this form."""
