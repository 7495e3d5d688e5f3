"""The build step that pyproject.toml cannot say: the wheel carries the top level's metadata.yml."""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithMetadata(build_py):
    """Put metadata.yml beside the plugin that reads it; an editable install reads the original."""

    def run(self) -> None:
        """Build the package, then add the file."""
        super().run()
        if not self.editable_mode:
            target = Path(self.build_lib, "loader", "site", "metadata.yml")
            self.copy_file("metadata.yml", str(target))


setup(cmdclass={"build_py": BuildWithMetadata})
