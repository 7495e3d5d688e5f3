"""Fixtures: the sample seeds, an archive of them, and the real documents where they are."""

import os
from collections.abc import Generator
from pathlib import Path

import pytest

from loader.load import LoadOptions, load

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the sample seeds."""
    db = tmp_path_factory.mktemp("sample") / "archive.db"
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        load(["seeds"], db, LoadOptions(jobs=1))
    finally:
        os.chdir(here)
    return db


@pytest.fixture(scope="session")
def real_seeds() -> Path:
    """The folder of the five real seeds."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip("the real seeds are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def real_archive(real_seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the five real seeds."""
    db = tmp_path_factory.mktemp("real") / "archive.db"
    load([str(real_seeds)], db, LoadOptions(jobs=1))
    return db


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where everything must run (SEED_ARCHIVE_TESTS), a skipped test is a failed one."""
    report = yield
    required = {"all": ("real", "browser"), "all-but-real": ("browser",)}
    markers = required.get(os.environ.get("SEED_ARCHIVE_TESTS", ""), ())
    if report.skipped and any(item.get_closest_marker(marker) for marker in markers):
        report.outcome = "failed"
        report.longrepr = f"must run here, and was skipped: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Where everything must run, a file of tests that is passed over is a failure."""
    report = yield
    if report.skipped and "SEED_ARCHIVE_TESTS" in os.environ:
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid} must run here: {report.longrepr}"
    return report
