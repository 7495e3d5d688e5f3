"""The sample documents and their truth: every line is accounted for, every link is real."""

import codecs
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from loader.model import KINDS

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
TRUTH: list[dict[str, Any]] = [
    json.loads(line) for line in (ROOT / "seeds/truth.jsonl").read_text("utf-8").splitlines()
]
BY_FILE = {truth["file"]: truth for truth in TRUTH}
NO_SPACES = {"zh", "ja"}
# A teaser may differ from the opening that it was cut from by this many words.
EDITED_WORDS = 2

each_seed = pytest.mark.parametrize("truth", TRUTH, ids=list(BY_FILE))


def decode(raw: bytes) -> str:
    """Decode a sample: a byte order mark decides, then UTF-8, then Windows-1252."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


def lines_of(file: str) -> dict[int, str]:
    """Return the lines of a sample that hold text, by physical number from 1."""
    lines = decode((SEEDS / file).read_bytes()).split("\n")
    return {number: line.strip() for number, line in enumerate(lines, 1) if line.strip()}


def kinds_of(truth: dict[str, Any]) -> dict[int, str]:
    """Return the kind that the truth gives to each line with text."""
    runs = truth["runs"]
    kinds = {number: kind for kind, first, last in runs for number in range(first, last + 1)}
    return {number: kinds[number] for number in lines_of(truth["file"])}


def opening_of(file: str) -> str:
    """Return the first article's body as one line, as sites join it for a teaser."""
    truth = BY_FILE[file]
    lines = lines_of(file)
    body = [lines[number] for number, kind in kinds_of(truth).items() if kind == "body"]
    return ("" if truth["language"] in NO_SPACES else " ").join(body)


def units(text: str, language: str) -> list[str]:
    """Return what a teaser is counted in: words, or characters where no spaces are written."""
    return list(text) if language in NO_SPACES else text.split()


def teasers() -> list[tuple[str, str, str | None]]:
    """Return every linked or labelled teaser line: its file, its text, the file it was cut from."""
    return [
        (truth["file"], lines_of(truth["file"])[int(number)], target)
        for truth in TRUTH
        for number, target in truth["teaser_of"].items()
    ]


def test_every_sample_has_its_truth() -> None:
    files = sorted(path.name for path in SEEDS.glob("*.txt"))
    assert len(files) >= 15
    assert [truth["file"] for truth in TRUTH] == files
    assert all(name.endswith(".txt") for name in files)


@each_seed
def test_every_line_lies_in_one_run(truth: dict[str, Any]) -> None:
    covered = Counter(
        number for _, first, last in truth["runs"] for number in range(first, last + 1)
    )
    assert set(covered.values()) == {1}
    numbers = set(lines_of(truth["file"]))
    assert numbers <= set(covered)
    for kind, first, last in truth["runs"]:
        assert kind in KINDS
        assert {first, last} <= numbers
    assert truth["note"]


@each_seed
def test_names_are_printed(truth: dict[str, Any]) -> None:
    lines, kinds = lines_of(truth["file"]), kinds_of(truth)
    bylines = " ".join(lines[number] for number, kind in kinds.items() if kind == "byline")
    for author in truth["authors"]:
        printed = [author["name"], *author["roles"], *author["organisations"]]
        if author["native"]:
            printed.append(author["native"])
        assert [words for words in printed if words not in bylines] == []
    assert [agency for agency in truth["agencies"] if agency not in bylines] == []
    text = decode((SEEDS / truth["file"]).read_bytes())
    for latin, native in truth["mentions"]:
        assert re.search(rf"{re.escape(latin)} ?[(（]{native}[)）]", text), (latin, native)


@each_seed
def test_teaser_lines_are_teasers(truth: dict[str, Any]) -> None:
    kinds = kinds_of(truth)
    assert {kinds[int(number)] for number in truth["teaser_of"]} <= {"teaser"}


@pytest.mark.parametrize(
    ("file", "teaser", "target"),
    [case for case in teasers() if case[2]],
    ids=lambda value: value[:24] if isinstance(value, str) else None,
)
def test_teaser_opens_the_article_it_names(file: str, teaser: str, target: str) -> None:
    language = BY_FILE[target]["language"]
    cut = units(re.sub(r"\s*(…|\.\.\.)$", "", teaser), language)
    opening = units(opening_of(target), language)
    assert file != target
    assert len(cut) < len(opening)
    edited = sum(left != right for left, right in zip(cut, opening, strict=False))
    assert edited <= EDITED_WORDS


def test_other_teasers_open_no_sample() -> None:
    openings = [opening_of(truth["file"])[:20] for truth in TRUTH]
    strangers = [teaser for _, teaser, target in teasers() if target is None]
    assert [text for text in strangers if text[:20] in openings] == []


def test_one_teaser_is_printed_twice() -> None:
    printed = Counter(text for _, text, _ in teasers())
    repeated = [text for text, times in printed.items() if times > 1]
    pages = [(file, target) for file, text, target in teasers() if text in repeated]
    assert pages == [
        ("03-five-names-for-a-doorstep.txt", "01-harbour-dues.txt"),
        ("10-letter-from-gannet-rock.txt", "01-harbour-dues.txt"),
    ]


def test_bytes_of_every_sort_are_there() -> None:
    raws = {path.name: path.read_bytes() for path in sorted(SEEDS.glob("*.txt"))}
    with_crlf = [name for name, raw in raws.items() if b"\r\n" in raw]
    with_bom = [name for name, raw in raws.items() if raw.startswith(codecs.BOM_UTF8)]
    not_utf8 = [name for name, raw in raws.items() if not is_utf8(raw)]
    assert with_crlf == ["20-who-owns-an-island-that-moves.txt"]
    assert with_bom == ["06-deichgeld.txt"]
    assert not_utf8 == ["09-la-corne-de-brume.txt", "14-the-last-ticket.txt"]


def is_utf8(raw: bytes) -> bool:
    """Return whether the bytes are UTF-8."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
