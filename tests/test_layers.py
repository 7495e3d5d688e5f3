"""The floors of the house: what may import what, and where the outside world may be met."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "loader"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Parts of the package by floor; a part may import from lower floors and from itself.
FLOORS = {
    "loader": 0,
    "errors": 0,
    "model": 0,
    "progress": 0,
    "terminal": 0,
    "corrections": 1,
    "read": 1,
    "split": 1,
    "store": 2,
    "link": 3,
    "export": 3,  # the site hands out what it writes
    "load": 4,
    "site": 4,
    "evaluate": 4,
    "explain": 4,
    "serve": 4,
    "correct": 5,
    "cli": 6,
    "__main__": 7,
}
# Outside modules and the only files that may import them, as prefixes of dotted names.
HOMES = {
    "click": ("loader.cli",),
    "datasette": ("loader.site", "loader.serve"),
    "datasette_search_all": ("loader.site",),
    "sqlite_utils": ("loader.store.sqlite_utils_plugin",),
    "multiprocessing": ("loader.load.channel", "loader.load.workers", "loader.load.indexer"),
    "concurrent.futures": ("loader.store.check",),
    "sqlite3": (
        "loader.store",
        "loader.link",
        "loader.load",
        "loader.export",
        "loader.site",
        "loader.evaluate",
    ),
}
SQL_HOMES = {"store", "link", "export", "site"}
SQL = re.compile(
    r"\s*(select\s.+|insert\s+(or\s+\w+\s+)?into\s.+|update\s+\w+\s+set\s.+|delete\s+from\s.+"
    r"|(create|drop|alter)\s+\w+\s.+|pragma\s+\w+.*|begin( immediate)?|commit|rollback)\s*",
    re.IGNORECASE | re.DOTALL,
)

each_module = pytest.mark.parametrize(
    "path", MODULES, ids=[str(path.relative_to(PACKAGE)) for path in MODULES]
)


def dotted(path: Path) -> str:
    """Return a module's dotted name."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part(name: str) -> str:
    """Return the part of the package that a dotted name belongs to."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else parts[0]


def imports(path: Path) -> Iterator[str]:
    """Yield the dotted names that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            name = str(node.module)
            yield from (
                f"loader.{alias.name}" if name == "loader" and alias.name in FLOORS else name
                for alias in node.names
            )


def strings(path: Path) -> Iterator[str]:
    """Yield the string constants of a file, without its docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    said = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


@each_module
def test_a_module_imports_only_from_lower_floors(path: Path) -> None:
    own = part(dotted(path))
    wrong = [
        name
        for name in imports(path)
        if name.split(".")[0] == "loader"
        and part(name) != own
        and FLOORS[part(name)] >= FLOORS[own]
    ]
    assert wrong == []


@each_module
def test_the_outside_world_is_met_in_one_place(path: Path) -> None:
    own = dotted(path)
    wrong = [
        name
        for name in imports(path)
        for outside, homes in HOMES.items()
        if f"{name}.".startswith(f"{outside}.")
        and not any(f"{own}.".startswith(f"{home}.") for home in homes)
    ]
    assert wrong == []


@each_module
def test_sql_stands_in_its_places_only(path: Path) -> None:
    if part(dotted(path)) not in SQL_HOMES:
        assert [text for text in strings(path) if SQL.fullmatch(text)] == []


def test_the_command_line_starts_without_datasette() -> None:
    program = "import loader.cli, sys; print(*{'datasette', 'sqlite_utils'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert ran.stdout.split() == []


def test_a_load_with_nothing_to_split_starts_without_the_splitter() -> None:
    program = "import loader.load, sys; print(*[m for m in sys.modules if 'loader.split' in m])"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert ran.stdout.split() == []
