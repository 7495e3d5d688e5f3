"""Datasette's settings where archives are all that it serves.

Suggested facets try every column in three ways, up to 50 ms each: 1.9 s for a page of 100,000
articles. Ours have the facets that their indexes answer.
"""

import json
import sys
from typing import Any

from loader.site.archives import only_archives

SUITED = {"suggest_facets": False}


def suit(datasette: Any) -> None:
    """Set what suits archives, unless the user set it or another database is served too."""
    if not only_archives(datasette):
        return
    from datasette.app import DEFAULT_SETTINGS  # noqa: PLC0415 (it imports its plugins, us too)

    given = _given(datasette)
    for name, value in SUITED.items():
        if name not in given and datasette.setting(name) == DEFAULT_SETTINGS[name]:
            datasette._settings[name] = value  # noqa: SLF001 (there is no other way)


def _given(datasette: Any) -> set[str]:
    """Return the settings that the user named, though perhaps with Datasette's own value.

    They stand on the command line, in 1.0's configuration, or in 0.65's folder of it.
    """
    given = {word.removeprefix("settings.") for word in sys.argv}
    given.update((getattr(datasette, "config", None) or {}).get("settings") or {})
    folder = datasette.config_dir
    if folder is not None and (folder / "settings.json").exists():
        given |= json.loads((folder / "settings.json").read_text(encoding="utf-8")).keys()
    return given
