"""A path becomes seeds: what counts as a file, how bytes become text, records of collections."""

from loader.read.decode import encode_text
from loader.read.file import MAX_BYTES, read_file
from loader.read.find import Found, find_files
from loader.read.record import (
    holds_documents,
    is_collection,
    parse_record,
    read_lines,
    read_records,
)

__all__ = [
    "MAX_BYTES",
    "Found",
    "encode_text",
    "find_files",
    "holds_documents",
    "is_collection",
    "parse_record",
    "read_file",
    "read_lines",
    "read_records",
]
