"""The command line: options, one call, print. Data goes to stdout, the rest to stderr."""

from loader.cli import judge, store, use
from loader.cli.base import cli

__all__ = ["cli", "judge", "store", "use"]
