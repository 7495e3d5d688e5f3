"""Collections: one JSON object a line, one seed each, whatever the other lines hold."""

import gzip
import io
import json
import sys
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.errors import ReadError
from loader.model import Seed
from loader.read import is_collection, parse_record, read_lines, read_records, stream

LINES = b'{"text": "One."}\n\n{"text": "Two.", "title": "T"}\r\nnonsense\n{"text": "Three."}'


def pack_zstd(raw):
    try:
        module = stream._import_zstd("")
    except ReadError:
        pytest.skip("needs the extra zst")
    return module.compress(raw)


def told(records):
    return [
        (number, str(each) if isinstance(each, ReadError) else each.text)
        for number, each in records
    ]


def expected(path):
    return [
        (1, "One."),
        (3, "Two."),
        (4, f"{path}#4: no JSON (column 1: expecting value); correct the line"),
        (5, "Three."),
    ]


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("a.jsonl", bytes),
        ("a.ndjson", bytes),
        ("a.jsonl.gz", gzip.compress),
        ("a.jsonl.zst", pack_zstd),
        ("two.jsonl.gz", lambda raw: gzip.compress(raw[:9]) + gzip.compress(raw[9:])),
        ("two.jsonl.zst", lambda raw: pack_zstd(raw[:9]) + pack_zstd(raw[9:])),
        ("mark.jsonl", lambda raw: b"\xef\xbb\xbf" + raw),
    ],
)
def test_each_line_is_a_seed_or_an_error(tmp_path, name, pack):
    path = str(tmp_path / name)
    (tmp_path / name).write_bytes(pack(LINES))
    assert is_collection(path)
    assert told(read_records(path)) == expected(path)
    for start in range(6):
        rest = [row for row in expected(path) if row[0] > start]
        assert told(read_records(path, start=start)) == rest


@pytest.mark.parametrize("pack", [bytes, gzip.compress, pack_zstd], ids=["plain", "gz", "zst"])
@pytest.mark.parametrize("buffered", [False, True])
def test_standard_input_is_a_collection_when_it_begins_like_one(monkeypatch, pack, buffered):
    raw = io.BytesIO(pack(LINES))
    standard = io.BufferedReader(raw) if buffered else raw
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(standard))
    assert is_collection("-")
    assert told(read_records("-")) == expected("-")


@pytest.mark.parametrize("text", ["Some words.", "{curly} words", "", "[1]"])
def test_standard_input_is_else_a_text(monkeypatch, text):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert not is_collection("-")
    assert sys.stdin.buffer.read() == text.encode()


@pytest.mark.parametrize("path", ["a.txt", "jsonl", "a.json", "a.gz", "a.jsonl.txt", "a.jsonl/b"])
def test_other_names_are_no_collections(path):
    assert not is_collection(path)


def test_a_record_carries_what_it_declares():
    fields = {
        "text": " Wörter\r\n",
        "url": "https://paper.example/1",
        "date": "2026-03-01T09:00:00+08:00",
        "title": " A title ",
        "language": "DE-at",
        "publisher": "Der Bote",
        "author": "not read",
    }
    record = (
        '{"date":"2026-03-01T09:00:00+08:00","language":"DE-at","publisher":"Der Bote",'
        '"title":" A title ","url":"https://paper.example/1"}'
    )
    whole = f"{record}\n Wörter\r\n".encode()
    assert parse_record("a.jsonl#1", json.dumps(fields).encode()) == Seed(
        sha256(whole).hexdigest(),
        "application/json",
        "utf-8",
        len(whole),
        " Wörter\r\n",
        record=record,
        title="A title",
        language="de",
        url="https://paper.example/1",
        publisher="Der Bote",
        published="2026-03-01",
    )


def test_the_order_of_fields_and_the_spelling_of_letters_make_no_difference():
    one = parse_record("", b'{"text": "W\\u00f6rter", "url": "u", "title": null}')
    two = parse_record("", '{"url":"u","text":"Wörter"}'.encode())
    assert one == two
    assert one.record == '{"url":"u"}'
    assert parse_record("", b'{"text": "Words"}').record == "{}"


@pytest.mark.parametrize(
    ("given_date", "published"),
    [
        ("2026", "2026"),
        ("2026-03", "2026-03"),
        ("2026-03-01", "2026-03-01"),
        ("2026-03-01 09:00", "2026-03-01"),
        ("2026-03-01T23:59:59Z", "2026-03-01"),
        ("2026-13", None),
        ("2026-02-30", None),
        ("0000", None),
        ("1 March 2026", None),
        ("2026-3-1", None),
        ("20260301", None),
        ("２０２６", None),
        ("", None),
        (2026, None),
        (["2026"], None),
    ],
)
def test_a_date_is_iso_or_unknown(given_date, published):
    seed = parse_record("", json.dumps({"text": "Words.", "date": given_date}).encode())
    assert seed.published == published
    assert json.loads(seed.record or "") == {"date": given_date}


@pytest.mark.parametrize(
    ("declared", "language"),
    [("en", "en"), ("EN_GB", "en"), ("zh-Hant-TW", "zh"), ("English", None), ("", None), (7, None)],
)
def test_a_language_is_a_two_letter_code_or_unknown(declared, language):
    seed = parse_record("", json.dumps({"text": "Words.", "language": declared}).encode())
    assert seed.language == language


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "a"', "no JSON (column 13: expecting ',' delimiter); correct the line"),
        (b"[1, 2]", "no JSON object; correct the line"),
        (b'"text"', "no JSON object; correct the line"),
        (b'{"title": "a"}', 'no field "text"; correct the line'),
        (b'{"text": null}', 'no field "text"; correct the line'),
        (b'{"text": 5}', 'the field "text" is no text; correct the line'),
        (b'{"text": ""}', "empty; add its text or remove it"),
        (b'{"text": " \\n"}', "nothing but white space; add its text or remove it"),
        (
            b'{"text": "a\\u0000"}',
            "character 1 is NUL, so this is no text; remove it or ignore it",
        ),
        (
            b'{"text": "a\\ud800"}',
            "half of a surrogate pair (\\ud800 to \\udfff); correct the line",
        ),
        (
            b'{"text": "a", "title": "\\udfff"}',
            "half of a surrogate pair (\\ud800 to \\udfff); correct the line",
        ),
        (b'{"text": "caf\xe9"}', "byte 13 is not UTF-8; correct the line"),
        (
            b'{"text": "a", "date": NaN}',
            "no JSON that can be read (NaN is no JSON); correct the line",
        ),
    ],
    ids=lambda each: each if isinstance(each, str) else None,
)
def test_a_bad_line_is_refused(line, reason):
    with pytest.raises(ReadError) as caught:
        parse_record("a.jsonl#7", line)
    assert str(caught.value) == f"a.jsonl#7: {reason}"


@pytest.mark.parametrize("line", [b"[" * 100_000, b'{"text": ' + b"1" * 9_000 + b"}"])
def test_a_line_that_would_exhaust_the_parser_is_refused(line):
    with pytest.raises(ReadError, match=r"^a.jsonl#1: no JSON that can be read \("):
        parse_record("a.jsonl#1", line)


def test_a_line_over_the_limit_is_passed_over(tmp_path):
    path = str(tmp_path / "a.jsonl")
    long = b'{"text": "' + b"a" * 3_000_000 + b'"}\n'
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "1"}\n' + long + b'{"text": "3"}\n' + long[:99])
    assert told(read_records(path, max_bytes=50)) == [
        (1, "1"),
        (
            2,
            f"{path}#2: larger than 50 bytes; split it, or raise the limit with --max-bytes",
        ),
        (3, "3"),
        (
            4,
            f"{path}#4: larger than 50 bytes; split it, or raise the limit with --max-bytes",
        ),
    ]


@pytest.mark.parametrize(
    ("name", "pack"), [("a.jsonl.gz", gzip.compress), ("a.jsonl.zst", pack_zstd)]
)
def test_compressed_data_that_is_cut_off_ends_in_an_error(tmp_path, name, pack):
    path = str(tmp_path / name)
    rows = b"".join(
        b'{"text": "%d %s"}\n' % (n, sha256(b"%d" % n).hexdigest().encode()) for n in range(9_000)
    )
    (tmp_path / name).write_bytes(pack(rows)[:-2_000])
    *whole, (number, error) = read_records(path)
    assert len(whole) > 1_000
    assert all(isinstance(seed, Seed) for _, seed in whole)
    assert str(error).startswith(f"{path}#{number}: cannot be read on (")
    assert str(error).endswith("); fetch the file again")


@pytest.mark.parametrize(
    ("name", "pack"), [("a.jsonl.gz", gzip.compress), ("a.jsonl.zst", pack_zstd)]
)
def test_what_is_not_compressed_as_named_is_an_error(tmp_path, name, pack):
    pack(b"")  # where nothing can pack, nothing can unpack
    path = str(tmp_path / name)
    (tmp_path / name).write_bytes(LINES)
    [(number, error)] = read_records(path)
    assert number == 1
    assert str(error).startswith(f"{path}#1: cannot be read on (")


def test_a_collection_that_cannot_be_opened_is_one_error(tmp_path):
    path = str(tmp_path / "missing.jsonl")
    with pytest.raises(ReadError) as caught:
        next(read_lines(path))
    assert str(caught.value) == f"{path}: no such file or folder; check the path"


def test_without_zstd_the_remedy_is_said(tmp_path, monkeypatch):
    (tmp_path / "a.jsonl.zst").write_bytes(pack_zstd(LINES))
    monkeypatch.setattr(stream, "_ZSTD_MODULES", ("no_such_module",))
    path = str(tmp_path / "a.jsonl.zst")
    with pytest.raises(ReadError) as caught:
        next(read_records(path))
    assert str(caught.value) == (
        f"{path}: compressed with zstd, which this Python cannot unpack; "
        "install it with: pip install backports-zstd"
    )


@given(
    line=st.binary(max_size=200)
    | st.text(max_size=80).map(lambda t: json.dumps({"text": t}).encode())
)
def test_any_line_gives_a_seed_or_an_error(line):
    try:
        seed = parse_record("a.jsonl#1", line)
    except ReadError:
        return
    assert json.loads(line)["text"] == seed.text
