import re
from random import Random

import pytest

from loader.evaluate import signatures
from loader.evaluate.compose import compose
from loader.evaluate.listings import make_listing, make_menu
from loader.evaluate.pages import Template, fill_templates, read_templates
from loader.evaluate.parts import gather
from loader.evaluate.truth import Document
from loader.model import KINDS
from tests.test_evaluate_compose import make_document

TEMPLATES = read_templates()
DOCUMENTS = [make_document(place) for place in ("Tarn", "Lund", "Vale", "Quay")]


def test_invented_pages_hold_known_kinds_and_a_text() -> None:
    for template in TEMPLATES:
        kinds = {kind for kind, _ in template.lines}
        assert "body" in kinds
        assert kinds <= set(KINDS)
        assert re.fullmatch("[a-z]{2}", template.language)


def test_slots_stand_in_the_text_only() -> None:
    slots = [kind for t in TEMPLATES for kind, text in t.lines if re.fullmatch(r"\*\d+", text)]
    assert set(slots) == {"body"}


def test_a_slot_is_filled_with_paragraphs_of_a_document() -> None:
    template = Template("en", (("title", "Fog"), ("body", "*3"), ("byline", "By Ida Moll")))
    page = fill_templates([template], DOCUMENTS, seed=1)[0]
    lines = page.text.split("\n")
    texts = [(kind, lines[number - 1]) for number, kind in page.kinds.items()]
    known = {line.strip() for document in DOCUMENTS for line in document.text.split("\n")}
    assert texts[0] == ("title", "Fog")
    assert texts[-1] == ("byline", "By Ida Moll")
    assert 2 <= len(texts) - 2 <= 5
    assert {text for kind, text in texts if kind == "body"} <= known


def test_the_same_seed_fills_alike() -> None:
    def fill(seed: int) -> list[Document]:
        return fill_templates(TEMPLATES[:9], DOCUMENTS, seed=seed)

    assert fill(1) == fill(1)
    assert fill(1) != fill(2)


@pytest.mark.parametrize("language", ["en", "ja", "xx", None])
def test_menus_are_notices_and_listings_teasers(language: str | None) -> None:
    rng = Random(4)  # noqa: S311
    for _ in range(20):
        menu = make_menu(rng, language, str)
        listing = make_listing(rng, language, ["Fog came over the port."], str, str)
        assert {kind for kind, _ in menu} == {"notice"}
        assert {kind for kind, _ in listing} == {"teaser"}
        assert all(text.strip() for _, text in menu + listing)


def test_signatures_have_known_slots_only() -> None:
    for block in (*signatures.ABOVE, *signatures.BELOW):
        assert set(re.findall(r"\{(.*?)\}", "".join(block))) <= {"n", "N", "r", "o", "p", "f"}


def test_composed_pages_never_show_a_slot() -> None:
    for page in compose(gather(DOCUMENTS), seed=6, count=60):
        assert not re.search(r"\{(?:[nNropfd]|d2|number)\}", page.text)
