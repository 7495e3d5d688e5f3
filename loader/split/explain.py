"""Why each line of a page was given its kind, in words."""

from dataclasses import dataclass

from loader.model import KINDS, Kind
from loader.split.decide import STATES
from loader.split.features import PLAIN, Keys, find_keys
from loader.split.label import calibrate, find_rule, the_decider
from loader.split.lines import find_lines
from loader.split.sketch import sketch_page
from loader.split.unfold import unfold

_TOLD = 3  # features named for a line


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """A line's number (from 1), text, kind, confidence and rule.

    ``reasons`` are the features that counted most for the kind against the next likely one, each
    with its weight: 1 makes the kind about 2.7 times as likely.
    """

    number: int
    text: str
    kind: Kind
    confidence: float
    rule: str
    reasons: tuple[tuple[str, float], ...]


def explain(text: str) -> list[ExplainedLine]:
    """Return every line of a text that holds more than white space, explained."""
    lines = find_lines(text)
    if not lines:
        return []
    keys = find_keys(sketch_page(lines))
    choices = the_decider().decide(keys)
    return [
        ExplainedLine(
            number=line.number,
            text=line.text,
            kind=choice.kind,
            confidence=0.999 if key is PLAIN else calibrate(choice.chance),
            rule=find_rule(choice.kind, key),
            reasons=_reasons(key, choice.kind),
        )
        for line, key, choice in zip(lines, keys, choices, strict=True)
    ]


def _reasons(keys: Keys, kind: Kind) -> tuple[tuple[str, float], ...]:
    """Return the features that speak most for the kind against its strongest rival."""
    decider = the_decider()
    if keys is PLAIN:
        return tuple((name, 1.0) for name in unfold(keys[0]))
    sums = decider.weigh(keys)
    best: dict[str, int] = {}
    for place, state in enumerate(STATES):
        name = state.split()[-1]
        if name not in best or sums[place] > sums[best[name]]:
            best[name] = place
    mine = best.pop(kind)
    rival = max((best[name] for name in KINDS if name in best), key=lambda place: sums[place])
    weighed = [
        (name, round(row[mine] - row[rival], 2))
        for key in keys
        for name in unfold(key)
        if (row := decider.weights.features.get(name))
    ]
    weighed.sort(key=lambda item: (-item[1], item[0]))
    return tuple(item for item in weighed[:_TOLD] if item[1] > 0)
