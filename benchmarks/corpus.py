"""Invented commentary, as much of it as is wanted: a folder of files, or one file of JSON lines.

    python benchmarks/corpus.py 20000 --folder texts/
    python benchmarks/corpus.py 1000000 --jsonl texts.jsonl

Document i is the same whatever the number of documents. A page of some 6 KB is a title (at times),
paragraphs with headings between some, a note on its author (at times) and teasers: the openings of
other documents, cut in the middle of a sentence. One document in fifty is an earlier one with a
paragraph changed.
"""

import argparse
import json
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import accumulate
from pathlib import Path
from random import Random

WORDS = 60_000  # forms that are drawn from; names and numbers add an open tail
DRAWS = 1 << 20  # a stock of words in the frequencies of Zipf's law: drawing from it is one step
FOLDER_SIZE = 5_000  # files in one folder
TEASER_WORDS = 60, 110  # of the shortest and of the longest cut
PEOPLE = 5_000

# Planted: the share of documents that hold the word or phrase, for searches of known frequency.
RARE, COMMON, ALSO_COMMON = "kestrelmoor", "waterway", "parliament"
PHRASE = "harbour night ferry"
PLANTED = {RARE: 0.001, COMMON: 0.3, ALSO_COMMON: 0.3, PHRASE: 0.01}
PREFIX = "wa"

_FUNCTION_WORDS = """
    the of and to in a is that for it on as with was by this are be from at or which an have not
    has but its they were their been had will more one would when who what about can all there if
    so than into only other some could new then over any may such these our two out most after
"""
_ONSETS = "b c d f g h k l m n p r s t v w br cl cr dr fl gr pl pr sh sl st th tr"
_VOWELS = "a e i o u a e i o ea ou ai"
_CODAS = [""] * 10 + ["n", "r", "s", "t", "l", "m", "d", "nd", "st", "rt", "ck", "ng"]
_SYLLABLES = [
    onset + vowel + coda
    for onset in _ONSETS.split()
    for vowel in _VOWELS.split()
    for coda in _CODAS
]
_ENDINGS = ["", "", "s", "ed", "ing", "er", "ly", "tion", "ment", "ness", "al", "ity"]
_SURNAMES, _GIVEN = "林陳黃張李王吳劉蔡楊許鄭謝郭洪", "志明淑芬俊傑美玲建宏雅婷家豪怡君宗翰文雄"
_ROLES = ["fellow", "professor of history", "columnist", "research director", "former minister"]
_HOUSES = ["Institute for {} Studies", "University of {}", "{} Review", "{} Foundation"]


def _syllables(rng: Random, count: int) -> str:
    return "".join(rng.choices(_SYLLABLES, k=count))


def _make_words(rng: Random) -> list[str]:
    words = dict.fromkeys(_FUNCTION_WORDS.split())
    while len(words) < WORDS:
        syllables = 1 if len(words) < 1_000 else 2 + (len(words) > 20_000)
        words[_syllables(rng, syllables) + rng.choice(_ENDINGS)] = None
    return list(words)


def _make_draws(rng: Random, words: list[str]) -> list[str]:
    weights = list(accumulate(1 / (rank + 2.5) ** 1.1 for rank in range(len(words))))
    return rng.choices(words, cum_weights=weights, k=DRAWS)


_VOCABULARY = _make_words(Random("words"))
_DRAWS = _make_draws(Random("draws"), _VOCABULARY)
_TOPICS = _VOCABULARY[200:15_000]


def document(number: int) -> str:
    """Return the text of a document."""
    rng = Random(f"page {number}")
    reprint = number > 50 and rng.random() < 0.02
    paragraphs = _article(rng.randrange(number) if reprint else number)
    if reprint:
        paragraphs[rng.randrange(1, len(paragraphs))] = _paragraph(rng, _TOPICS[:20])
    title = [] if rng.random() < 0.6 else [" ".join(_draw(rng, 6)).title()]
    bio = [_bio(rng.randrange(PEOPLE))] if rng.random() < 0.6 else []
    lines = title + _plant(rng, paragraphs) + bio + _teasers(rng, number)
    return ("\n\n" if number % 3 else "\n").join(lines) + "\n"


def name(number: int) -> str:
    """Return the path of a document within the corpus's folder."""
    return f"{number // FOLDER_SIZE:04d}/{number:07d}.txt"


def _draw(rng: Random, count: int) -> list[str]:
    return rng.choices(_DRAWS, k=count)


def _opening(number: int) -> list[str]:
    """Return an article's first paragraphs: more words than a teaser takes."""
    rng = Random(f"opening {number}")
    topic = rng.choices(_TOPICS, k=20)
    return [_paragraph(rng, topic, (3, 5)) for _ in range(2)]


def _article(number: int) -> list[str]:
    rng = Random(f"article {number}")
    topic = rng.choices(_TOPICS, k=20)
    lines = _opening(number)
    for _ in range(rng.randint(5, 12)):
        if rng.random() < 0.12:
            lines.append(" ".join(_draw(rng, rng.randint(2, 6))).capitalize())
        lines.append(_paragraph(rng, topic))
    return lines


def _paragraph(rng: Random, topic: list[str], sentences: tuple[int, int] = (1, 4)) -> str:
    return " ".join(_sentence(rng, topic) for _ in range(rng.randint(*sentences)))


def _sentence(rng: Random, topic: list[str]) -> str:
    words = _draw(rng, rng.randint(12, 32))
    for _ in range(3):  # a text repeats the words of its subject
        words[int(len(words) * rng.random())] = topic[int(len(topic) * rng.random() ** 2)]
    chance = rng.random()
    if chance < 0.3:
        words[5] = _person(int(PEOPLE * rng.random()))
    elif chance < 0.4:
        words[7] = str(1900 + int(200 * chance))
    elif chance < 0.5:
        words[3], words[9] = "“" + words[3], words[9] + "”"
    if chance > 0.4:
        words[6] += "," if chance < 0.8 else " —"
    text = " ".join(words)
    return text[0].upper() + text[1:] + "."


def _person(number: int) -> str:
    """Return a name; one in twenty-five comes with its Han characters."""
    rng = Random(f"person {number}")
    if number % 25 == 0:
        han = rng.choice(_SURNAMES) + "".join(rng.choices(_GIVEN, k=2))
        return f"{_syllables(rng, 1).title()} {_syllables(rng, 2).title()} ({han})"
    return f"{_syllables(rng, 2).title()} {_syllables(rng, 2).title()}"


def _bio(number: int) -> str:
    rng = Random(f"bio {number}")
    house = rng.choice(_HOUSES).format(rng.choice(_TOPICS).title())
    return f"{_person(number)} is a {rng.choice(_ROLES)} at the {house}."


def _teasers(rng: Random, number: int) -> list[str]:
    """Return openings of earlier documents, cut: none on a page in three, else three or four."""
    if number < 10 or rng.random() < 1 / 3:
        return []
    others = [rng.randrange(number) for _ in range(rng.randint(3, 4))]
    return [
        " ".join(" ".join(_opening(other)).split(" ")[: rng.randint(*TEASER_WORDS)])
        for other in others
    ]


def _plant(rng: Random, paragraphs: list[str]) -> list[str]:
    """Put the words of known frequency at the end of paragraphs behind the opening."""
    for words, share in PLANTED.items():
        if rng.random() < share:
            place = rng.randrange(2, len(paragraphs))
            paragraphs[place] += f" They spoke of {words} again."
    return paragraphs


def write_folder(folder: Path, count: int) -> None:
    """Write ``count`` documents as files, by all processors."""
    starts = range(0, count, FOLDER_SIZE)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(_write_files, [folder] * len(starts), starts, [count] * len(starts)))


def _write_files(folder: Path, start: int, count: int) -> None:
    (folder / name(start)).parent.mkdir(parents=True)
    for number in range(start, min(count, start + FOLDER_SIZE)):
        (folder / name(number)).write_text(document(number), encoding="utf-8", newline="\n")


def write_jsonl(file: Path, count: int) -> None:
    """Write ``count`` documents as one file, a JSON object with the key ``text`` a line."""
    with ProcessPoolExecutor(os.cpu_count()) as pool, file.open("w", encoding="utf-8") as out:
        for lines in pool.map(_json_lines, _ranges(count), chunksize=1):
            out.writelines(lines)


def _ranges(count: int) -> Iterator[range]:
    for start in range(0, count, 1_000):
        yield range(start, min(count, start + 1_000))


def _json_lines(numbers: range) -> list[str]:
    return [json.dumps({"text": document(n)}, ensure_ascii=False) + "\n" for n in numbers]


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("documents", type=int)
    parser.add_argument("--folder", type=Path, help="write files into this new folder")
    parser.add_argument("--jsonl", type=Path, help="write one file of JSON lines")
    asked = parser.parse_args()
    if asked.folder:
        write_folder(asked.folder, asked.documents)
    if asked.jsonl:
        write_jsonl(asked.jsonl, asked.documents)


if __name__ == "__main__":
    main()
