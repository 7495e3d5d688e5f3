"""Lines become labels: what each line of a page is, by which rule, and how surely."""

import re
from dataclasses import dataclass

from loader.model import Kind
from loader.split.lines import Line


@dataclass(frozen=True, slots=True)
class Label:
    """What a line is: its kind, the rule that decided, and the chance that it is right."""

    kind: Kind
    rule: str
    confidence: float


_SHORT, _LEAD = 100, 300  # characters
_FEW = 4  # lines
_CUT, _SPREAD = 40, 6  # words of a cut teaser, and by how many its siblings differ
_BODY = Label("body", "body", 0.9)
_SENTENCE_END = tuple(".!?…。！？।”\"'’»“)）」』:;")
_BY_LINE = re.compile(r"(?:By|Von|Par|Por|文|作者)[ :：]\S.{1,60}")
_BIO = re.compile(
    r"(?:[A-ZÀ-Þ][\w.’'-]*\s+){1,4}(?:is|are|was|teaches|writes|works|serves)\s+(?:the|an?|\w+)\b"
)
_ROLE = re.compile(
    r"\b(?:professor|fellow|analyst|director|editor|columnist|writer|author|lecturer|researcher|"
    r"reporter|journalist|correspondent|president|chair|minister|advis[eo]r|student|teaches|writes)\b"
)


def label_lines(lines: list[Line]) -> list[Label]:
    """Return one label for each line: a first, plain decision by a few rules."""
    labels = [_BODY] * len(lines)
    short = [len(line.text) < _SHORT and line.text[-1] not in _SENTENCE_END for line in lines]
    tail = _tail_run(lines)
    for index, line in enumerate(lines[:tail]):
        if short[index] and index + 1 < len(lines) and not short[index + 1]:
            labels[index] = Label("heading", "short line before a paragraph", 0.8)
        if _BY_LINE.fullmatch(line.text) or (
            index >= tail - 3 and _BIO.match(line.text) and _ROLE.search(line.text)
        ):
            labels[index] = Label("byline", "bio: name + is + role", 0.9)
    _label_head(lines, labels, short)
    teaser = Label("teaser", "tail run of equal length", 0.9)
    return labels[:tail] + [teaser] * (len(lines) - tail)


def _label_head(lines: list[Line], labels: list[Label], short: list[bool]) -> None:
    if len(lines) < _FEW or len(lines[0].text) > _SHORT or lines[0].text[-1] == ".":
        return
    labels[0] = Label("title", "short first line", 0.8)
    if short[1]:
        labels[1] = Label("caption", "short line below the title", 0.5)
    elif lines[1].blank == 0 and len(lines[1].text) < _LEAD and lines[2].blank == 0:
        labels[1] = Label("standfirst", "first paragraph below the title", 0.5)


def _tail_run(lines: list[Line]) -> int:
    """Return where the closing run of lines of nearly equal word count begins."""
    words = [len(line.text.split()) for line in lines]
    for start in range(max(1, len(lines) - 6), len(lines) - 1):
        run = words[start:]
        unfinished = sum(line.text[-1] not in _SENTENCE_END for line in lines[start:])
        if min(run) >= _CUT and max(run) - min(run) <= _SPREAD and 2 * unfinished >= len(run):
            return start
    return len(lines)
