"""Openings of articles, written for the project: teasers on composed pages are cut from them, too.

Labelled documents begin as news does. Columns, reviews and essays begin otherwise: "Nobody likes a
tax on sugar." They lie in ``openings/``, a file a language, an opening a line.
"""

from importlib.resources import files

from loader.evaluate.parts import Opening


def read_openings() -> dict[str, tuple[Opening, ...]]:
    """Return the openings by language."""
    folder = files("loader.evaluate").joinpath("openings")
    texts = {path.name.removesuffix(".txt"): path.read_text("utf-8") for path in folder.iterdir()}
    return {
        language: tuple(Opening(line, language) for line in text.splitlines())
        for language, text in sorted(texts.items())
    }
