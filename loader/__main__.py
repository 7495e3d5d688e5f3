"""``python -m loader`` is ``seed-archive``."""

from loader.cli import cli

cli()
