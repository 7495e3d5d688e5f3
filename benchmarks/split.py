"""Splitting: microseconds of CPU a document, and that they grow with its length alone.

    python benchmarks/split.py FOLDER      # every .txt file in or under it
    python benchmarks/split.py             # 500 documents of the invented corpus

Prints the whole of ``split`` and its parts, for a document and for 6 KB of text; then the time
for one text of 1 to 4 times the length, as a ratio to the first.
"""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

from corpus import document
from measure import Bench, Figure

from loader.split import split
from loader.split.features import find_keys
from loader.split.label import label_lines
from loader.split.lines import find_lines
from loader.split.sketch import sketch_page

ROUNDS, DOCUMENTS, USUAL = 5, 500, 6144
STAGES: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("lines", find_lines),
    ("lines, measures", lambda text: sketch_page(find_lines(text))),
    ("lines, measures, keys", lambda text: find_keys(sketch_page(find_lines(text)))),
    ("lines, measures, keys, decision", lambda text: label_lines(find_lines(text))),
    ("all, with bylines and names", split),
)


def seconds(stage: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return the median CPU time of a round over the texts."""
    rounds = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        for text in texts:
            stage(text)
        rounds.append(time.process_time() - begun)
    return median(rounds)


def figures(bench: Bench) -> Iterator[Figure]:
    """Split documents of the invented corpus, each round anew."""
    texts = [document(number) for number in range(min(DOCUMENTS, bench.docs))]
    rounds = [1e3 * seconds(split, texts) / len(texts) for _ in range(bench.rounds)]
    yield Figure("splitting, bylines and names, CPU a document", "≤ 0.5 ms", rounds, unit="ms")


def main(arguments: Sequence[str]) -> None:
    """Print the figures for a folder of texts, or for invented ones."""
    if arguments:
        texts = [path.read_text("utf-8") for path in sorted(Path(arguments[0]).rglob("*.txt"))]
    else:
        texts = [document(number) for number in range(DOCUMENTS)]
    characters = sum(map(len, texts))
    print(f"{len(texts)} documents of {characters // len(texts)} characters")
    for text in texts:
        split(text)
    for name, stage in STAGES:
        spent = seconds(stage, texts)
        print(
            f"{name:34} {1e6 * spent / len(texts):7.0f} µs a document"
            f"  {1e6 * spent * USUAL / characters:7.0f} µs for 6 KB"
        )
    one_line, many = "the fog came and stayed, " * 40_000, "The fog came and stayed.\n" * 20_000
    for name, text in (("one line", one_line), ("short lines", many)):
        base = seconds(split, [text])
        ratios = [seconds(split, [text * times]) / base for times in (2, 4)]
        print(
            f"{name} of 2 and 4 times the length: {ratios[0]:.2f} and {ratios[1]:.2f} times as long"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
