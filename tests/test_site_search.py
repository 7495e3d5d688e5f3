"""The search page: what is found, in what order, and what is said about it."""

import html
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from loader.site import find as finding
from loader.site.plot import bars, by_month, by_year
from loader.site.snippets import Piece, snippet
from tests.archives import PAGES, TEASER, make_pages, serve
from tests.test_site_pages import plain


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_pages(tmp_path_factory.mktemp("search") / "archive.db")


async def results(db: Path, **arguments: str) -> str:
    response = await serve(db).client.get("/archive/-/search", params=arguments)
    assert response.status_code == 200, response.text
    page: str = response.text
    return page


def labels(page: str) -> list[str]:
    """Return what a page of results lists: labels of articles, tags of everything else."""
    first = r'<li[^>]*>\s*(<h2 class="hit".*?</h2>|<p><span class="tag">\w+</span>)'
    items = re.findall(first, page)
    return [plain(item) for item in items]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("tide nobody -onerror", ["Who pays for the tide", "The ferry that carries nobody"]),
        ("title:tide", ["Who pays for the tide"]),
        ("sanction", ["Who pays for the tide"]),
        ('"quiet harbour"', ["Who pays for the tide"]),
        ("kelp", ["teaser"]),
        ("photographed", ["caption"]),
        ("poet", ["byline"]),
        ("望潮", ["Who pays for the tide", "The ferry that carries nobody"]),
        ("lighthous* -quiet", ["The ferry that carries nobody"]),
        ("authors:okafor", ["The ferry that carries nobody"]),
        ("qqqq", []),
        ("(", []),
        ('"', []),
        ("x" * 10_000, []),
    ],
)
async def test_finds(db: Path, query: str, found: list[str]) -> None:
    assert sorted(labels(await results(db, q=query))) == sorted(found)


@pytest.mark.parametrize("query", ["", "   ", "AND", "-tide", "tide)", "\u202e", "o'brien AND ("])
async def test_anything_typed_is_a_page(db: Path, query: str) -> None:
    await results(db, q=query)


async def test_hits_are_marked(db: Path) -> None:
    page = await results(db, q="望潮")
    assert "林<mark>望潮</mark>先生" in page
    assert "<mark>Sanctions</mark>" in await results(db, q="sanction")


async def test_title_counts_more_than_body(db: Path) -> None:
    assert labels(await results(db, q="tide"))[0] == "Who pays for the tide"


@pytest.mark.parametrize(
    ("sort", "first"),
    [("newest", "The ferry that carries nobody"), ("oldest", "Who pays for the tide")],
)
async def test_orders(db: Path, sort: str, first: str) -> None:
    assert labels(await results(db, q="council", sort=sort, kind="article"))[0] == first


async def test_only_in_a_teaser_is_said_plainly(db: Path) -> None:
    words = plain(await results(db, q="kelp"))
    assert "No article has it: it is found only in one teaser." in words
    assert "printed with Who pays for the tide" in words
    assert "Its full article is not in the archive." in words


async def test_teaser_names_its_full_article(db: Path) -> None:
    words = plain(await results(db, q="purser", kind="teaser"))
    assert "Its full article: The ferry that carries nobody" in words


async def test_other_form_of_a_name_is_searched(db: Path) -> None:
    page = await results(db, q="Lin Wangchao")
    assert "Also searching 林望潮" in plain(page)
    assert len(labels(page)) == 2
    exact = await results(db, q="Lin Wangchao", exact="1")
    assert "Also searching" not in exact
    assert labels(exact) == ["Who pays for the tide"]


async def test_simplified_finds_traditional(db: Path) -> None:
    assert "馬歐德" in await results(db, q="马欧德")


async def test_authors_are_named_above(db: Path) -> None:
    assert "Author: Odile Marsh 馬歐德 2 articles" in plain(await results(db, q="marsh"))


@pytest.mark.parametrize(
    ("narrowing", "found"),
    [
        ({"language": "en"}, 2),
        ({"year": "2021"}, 1),
        ({"year": "20"}, 0),
        ({"year": "2023", "language": "en", "publisher": "The Strait Mail"}, 1),
        ({"language": "fr"}, 0),
        ({"publisher": "The Strait Mail"}, 1),
        ({"publisher": "nobody's"}, 0),
        ({"author": "no-such-author"}, 0),
    ],
)
async def test_narrowing(db: Path, narrowing: dict[str, str], found: int) -> None:
    page = await results(db, q="council", kind="article", **narrowing)
    assert len(labels(page)) == found


async def test_fragments_are_narrowed_among_the_newest(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "Fragments and bylines are narrowed among the newest 1 that match."
    wide = await results(db, q="the", kind="teaser")
    monkeypatch.setattr(finding, "VISITED", 1)
    monkeypatch.setattr("loader.site.search.VISITED", 1)
    page = await results(db, q="the", kind="teaser")
    assert told in page
    assert told not in wide
    assert len(labels(page)) <= 1 < len(labels(wide))


async def test_facets_are_links_that_narrow(db: Path) -> None:
    page = await results(db, q="council")
    narrowed = [html.unescape(a) for a in re.findall(r'href="([^"]*)"', page)]
    assert "/archive/-/search?q=council&year=2021" in narrowed
    assert "/archive/-/search?q=council&publisher=The+Strait+Mail" in narrowed


async def test_nothing_found_helps(db: Path) -> None:
    assert "Did you mean sanctions?" in plain(await results(db, q="sanktions"))
    assert "Did you mean sanctions?" in plain(await results(db, q="snactions"))
    assert "Did you mean ferry?" in plain(await results(db, q="erry"))
    assert "With fewer words: tide" in plain(await results(db, q="tide qqqq"))
    assert "Search everything for it" in await results(db, q="tide", year="1066")


async def test_notes_are_shown(db: Path) -> None:
    assert "A quotation mark without its partner" in await results(db, q='"tide')
    assert "There is no field “colour”" in await results(db, q="colour:red")
    assert "There is no field" not in await results(db, q="title:tide")


async def test_pages_follow_one_another(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loader.site.search.SIZE", 1)
    pages = [labels(await results(db, q="council", page=str(number))) for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [1, 1, 1]
    assert len({label for page in pages for label in page}) == 3


async def test_common_word_is_bounded_and_says_so(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "BOUND", 2)
    assert "among the newest" in await results(db, q="council")


def test_snippet_is_where_most_hits_are() -> None:
    text = "tide " + "word " * 100 + "tide and tide again " + "word " * 100
    starts = [match.start() for match in re.finditer("tide", text)]
    pieces = snippet(text, [(start, start + 4) for start in starts])
    assert [piece.text for piece in pieces if piece.hit] == ["tide", "tide"]
    assert pieces[0] == Piece("… ")
    assert pieces[-1] == Piece(" …")
    assert len("".join(piece.text for piece in pieces)) < 280


def test_plot_shows_empty_years() -> None:
    counts = by_year([("2020", 1), ("2023", 4), ("", 9), ("20", 1)])
    assert counts == [("2020", 1), ("2021", 0), ("2022", 0), ("2023", 4)]
    assert [bar.title for bar in bars(counts)] == ["2020: 1", "2021: 0", "2022: 0", "2023: 4"]
    assert bars([]) == []


@pytest.mark.parametrize("names", [range(2020, 2023), range(1900, 2026), ["2026-01", "2026-02"]])
def test_labels_of_a_plot_keep_apart(names: Sequence[object]) -> None:
    labelled = [bar for bar in bars([(str(name), 1) for name in names]) if bar.label]
    assert labelled[0].label == str(names[0])
    assert all(b.x - a.x >= 7 * len(a.label) for a, b in pairwise(labelled))


def test_plot_shows_empty_months() -> None:
    counts = by_month([("2020-11", 1), ("2021-02", 4), ("2021", 9), ("2021-13", 1)])
    assert counts == [("2020-11", 1), ("2020-12", 0), ("2021-01", 0), ("2021-02", 4)]
    assert by_month([]) == []


HIS_NAME = "Eric Chu (朱立倫)"


@pytest.mark.real
@pytest.mark.parametrize("query", ["朱", "立倫", "朱立伦", "Chu", "Eric Chu"])
async def test_one_person_under_every_name(real_archive: Path, query: str) -> None:
    page = await results(real_archive, q=query)
    assert "No article has it: it is found only in one teaser." in plain(page)
    assert labels(page) == ["teaser"]
    assert HIS_NAME in html.unescape(re.sub("<[^>]+>", "", page))


@pytest.mark.real
@pytest.mark.parametrize(
    ("query", "other"), [("Eric Chu", "朱立倫"), ("朱立伦", "Eric Chu"), ("朱立倫", "Eric Chu")]
)
async def test_other_name_is_said_and_left_out_when_asked(
    real_archive: Path, query: str, other: str
) -> None:
    assert f"Also searching {other}, which" in plain(await results(real_archive, q=query))
    exact = await results(real_archive, q=query, exact="1")
    assert "Also searching" not in exact
    assert HIS_NAME in html.unescape(re.sub("<[^>]+>", "", exact))


SUPPORT, SANCTIONS = "What more can be done to support Taiwan?", "Amid heavy economic sanctions"


@pytest.mark.real
@pytest.mark.parametrize(
    ("query", "kinds", "said"),
    [
        ('"status quo"', {SUPPORT}, "1 found."),
        ("sanction*", {SANCTIONS}, "1 found."),
        ("Iron Dome -Hamas", set(), "With fewer words: Iron Dome"),
        ("title:support", {SUPPORT}, "1 found."),
        ("Maduro", {"teaser"}, "it is found only in one teaser."),
        ("(", set(), "Parentheses have no meaning here and were left out."),
        ('"', set(), "A quotation mark without its partner was left out."),
        ("AND", {SUPPORT, SANCTIONS, "teaser", "byline"}, "19 found."),
        ("", set(), "All words are wanted."),
        ("  ", set(), "All words are wanted."),
        ("noise ( * " * 1_000, set(), "Only the first 100 words, in 2,000 characters"),
        ("x" * 10_000, set(), "Nothing found."),
        ("sanktions", set(), "Did you mean sanctions?"),
    ],
)
async def test_real_seeds_are_searched(
    real_archive: Path, query: str, kinds: set[str], said: str
) -> None:
    page = await results(real_archive, q=query)
    found = labels(page)
    assert bool(found) == bool(kinds)
    assert all(any(label.startswith(kind) for label in found) for kind in kinds)
    assert said in plain(page)


FRONT_PAGE = (
    [("teaser", f"{TEASER} the harbour"), ("byline", "Pim Okafor, purser, Harbour Office")],
    {"publisher": "The Strait Mail", "published": "2019-05-06", "language": "fr"},
)


@pytest.mark.parametrize("query", ["harbour", "odile", "ferry", "okafor", "kelp", "the -tide"])
async def test_what_is_counted_is_found(tmp_path: Path, query: str) -> None:
    db = make_pages(tmp_path / "archive.db", [*PAGES, FRONT_PAGE])  # type: ignore[list-item]
    served = serve(db)
    page = (await served.client.get("/archive/-/search", params={"q": query})).text
    offered = re.findall(
        r'<a href="([^"]*[?&;](?:kind|language|year|publisher|author)=[^"]+)">([^<]*)</a> '
        r'<span class="(?:note|count)">([\d,]+)</span>',
        page,
    )
    found = {}
    for address, name, _ in offered:
        narrowed = (await served.client.get(html.unescape(address))).text
        found[name] = re.findall(r"([\d,]+) found", narrowed)
    assert found == {name: [count] for _, name, count in offered} != {}


async def test_narrowing_to_an_author_names_them(db: Path) -> None:
    page = await results(db, q="tide")
    (address,) = re.findall(r'<a href="[^"]*&amp;author=([0-9a-f]+)">Odile Marsh</a>', page)
    assert "author: Odile Marsh" in plain(await results(db, q="tide", author=address))
    assert "author: nobody" in plain(await results(db, q="tide", author="nobody"))


async def test_a_suggestion_changes_one_word_alone(db: Path) -> None:
    page = await results(db, q="qq OR Lnatern nolanternno")
    assert "?q=qq+OR+lantern+nolanternno" in html.unescape(page)


async def test_what_is_known_of_a_hit_stands_alone(tmp_path: Path) -> None:
    pages = [([("title", "Kelp"), ("body", "Kelp grows here.")], {"publisher": "The Mail"})]
    page = await results(make_pages(tmp_path / "archive.db", pages), q="kelp")  # type: ignore[arg-type]
    assert '<p class="note"><bdi>The Mail</bdi></p>' in page
