"""Archives are read whole whatever they hold: good articles come out, the rest is told by its place."""

from __future__ import annotations

import io
import json
import os
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.article import Article
from streams.archive import BadInput, Located, locate_articles, read_articles
from streams.article_formats import Reader

GOOD = b'{"id": "a1", "body": "Two tanks."}'
NOTHING = io.BytesIO()


def read(*paths: Path, published_at: datetime | None = None) -> list[Article | BadInput]:
    return list(read_articles(paths, NOTHING, published_at=published_at))


def piped(data: bytes, longest: int = 10_000) -> list[Article | BadInput]:
    return list(read_articles(["-"], io.BytesIO(data), longest=longest))


def ids(found: list[Article | BadInput]) -> list[str]:
    return [one.id if isinstance(one, Article) else str(one) for one in found]


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_text_file_is_title_then_body_to_the_letter(tmp_path: Path) -> None:
    folder = tmp_path / "gazette"
    folder.mkdir()
    [article] = read(written(folder / "0042.txt", "Ein Título \r\n\r\n  Body\r\none.\n\n\ttwo\n".encode()))
    assert article == Article(
        id="0042", source="gazette", title="Ein Título", body="\r\n  Body\r\none.\n\n\ttwo\n"
    )


def test_blank_lines_before_the_title_belong_to_nothing(tmp_path: Path) -> None:
    [article] = read(written(tmp_path / "a.txt", b"\n \nTitle\nTitle and body\n"))
    assert isinstance(article, Article)
    assert (article.title, article.body) == ("Title", "Title and body\n")


def test_a_text_file_has_a_folder_for_its_source_even_when_it_is_named_without_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path / "a.txt", b"T\nB")
    monkeypatch.chdir(tmp_path)
    assert read(Path("a.txt")) == read(Path(tmp_path / "a.txt"))


def test_only_the_argument_dates_a_text_file_and_it_leaves_dated_articles_alone(tmp_path: Path) -> None:
    when = datetime(2025, 3, 28, tzinfo=UTC)
    text = written(tmp_path / "a.txt", b"T\nB")
    dated = written(tmp_path / "b.json", b'{"id": "b", "body": "B", "published_at": "2024-01-02"}')
    undated = written(tmp_path / "c.json", b'{"id": "c", "body": "B"}')
    found = read(text, dated, undated, published_at=when)
    assert [one.published_at for one in found if isinstance(one, Article)] == [
        when, datetime(2024, 1, 2, tzinfo=UTC), when,
    ]


def test_a_json_file_holds_an_article_or_an_array_of_them(tmp_path: Path) -> None:
    one = written(tmp_path / "one.json", b'{\n"id": "a",\n"body": "B"}')
    many = written(tmp_path / "many.json", b'[{"id": "b", "body": "B"},\n {"id": "c", "body": "B"}]')
    assert ids(read(one, many)) == ["a", "b", "c"]


def test_a_folder_is_read_through_in_the_order_of_its_paths_passing_over_other_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/2.json", "a.jsonl", ".git/x.json", "._a.json", "b/1.JSON", "c.csv"):
        written(tmp_path / name, GOOD.replace(b"a1", name.encode()))
    assert ids(read(tmp_path)) == ["a.jsonl", "b/1.JSON", "b/2.json"]


def test_each_bad_line_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    path = written(tmp_path / "w.jsonl", b"\n".join([
        GOOD, b"", b"not json", b'{"id": "x"}', b'{"id": " ", "body": "B"}', b'{"id": 7, "body": "B"}',
        b'{"id": "a", "body": "B", "published_at": "2025-03-28T06:30:00"}', b'{"id": "cut', b"[]", b"[7]",
        b'{"id": "\xff", "body": "B"}', b'{"id": "\0", "body": "B"}', GOOD + GOOD, b"[" * 5000,
        b'{"id": "a", "body": "B", "published_at": "0001-01-01T00:00:00+05:00"}',
        b'{"id": "a", "body": "B", "status": "' + b"x" * 5000 + b'"}',
        b'\xef\xbb\xbf{"id": "a", "body": "B"}', GOOD + b"\r",
    ]))
    found = [str(one).removeprefix(str(path)) for one in read(path) if isinstance(one, BadInput)]
    places = [said.split("; ")[0] for said in found]
    assert places[:14] == [
        ", line 3: $: not JSON at column 1: invalid literal, expected 'null'",
        ", line 4: $.body: is missing",
        ", line 5: $.id: is blank",
        ", line 6: $.id: expected `str`, got `int`",
        ", line 7: $.published_at: has no time zone",
        ", line 8: $: not JSON at column 12: unexpected end of data",
        ", line 9: $: is an empty array",
        ", line 10: $[0]: expected `object`, got `int`",
        ", line 11: $: is not UTF-8: invalid start byte, at byte 9 of the line",
        ", line 12: $: holds a NUL byte, at byte 9 of the line",
        f", line 13: $: not JSON at column {len(GOOD) + 1}: unexpected content after document",
        ", line 14: $: not JSON at column 1026: depth limit exceeded",
        ", line 15: $.published_at: lies outside the calendar",
        ", line 16: $.status: " + places[13].removeprefix(", line 16: $.status: "),
    ]
    assert len(places[13]) < 400
    assert places[14] == ", line 17: $: begins with a UTF-8 byte order mark"
    assert all("; " in said and "\n" not in said for said in found)
    assert [one.id for one in read(path) if isinstance(one, Article)] == ["a1", "a1"]


@pytest.mark.parametrize(("name", "data", "said"), [
    ("a.txt", b"", "$: is empty; leave it out"),
    ("a.txt", "\u2003\n".encode(), "$: is empty; leave it out"),
    ("a.txt", b"only a title\n", "$.body: is blank; an article needs text to be read"),
    ("a.txt", b"T\nB\xe9\n", "line 2: $: is not UTF-8: invalid continuation byte, at byte 2 of the line; "
                             "save it as UTF-8 text"),
    ("a.txt", b"T\n\nB\0", "line 3: $: holds a NUL byte, at byte 2 of the line; save it as UTF-8 text"),
    ("a.txt", b"\xff\xfeT\0",
     "line 1: $: begins with a UTF-16 byte order mark; save it as UTF-8 without one"),
    ("a.txt", b"T" * 101, "$: is longer than 100 bytes; write one article a line, as .jsonl"),
    ("a.json", b" \n", "$: is empty; leave it out"),
    ("a.json", b"[]", "$: is an empty array; leave it out"),
    ("a.json", b'[{"id": "a", "body": " "}]',
     "$[0].body: is blank; an article needs text to be read"),
    ("a.json", b'{"id": "a",\n "body" "B"}',
     "line 2: $: not JSON at column 9: unexpected character, expected ':' after key; "
     'write one object, as {"id": "a1", "body": "..."}'),
    ("a.json", GOOD + b"\n" + GOOD, "line 2: $: not JSON at column 1: unexpected content after document; "
                                    "call it .jsonl if it holds one article a line"),
    ("a.json", b"[" + b" " * 100, "$: is longer than 100 bytes; write one article a line, as .jsonl"),
    ("a.jsonl", b"", "$: is empty; leave it out"),
    ("a.jsonl", b"\n\n", "$: is empty; leave it out"),
    ("a.jsonl", "\ufeff{}\n{}\n{}\n".encode("utf-16-le"),
     "line 1: $: begins with a UTF-16 byte order mark; save it as UTF-8 without one"),
    ("a.pdf", b"%PDF",
     "$: is .pdf; give .txt, .json or .jsonl files, a folder of them, or - for standard input"),
    ("LICENSE", b"x", "$: is a file without a suffix; give .txt, .json or .jsonl files, a folder of them, "
                      "or - for standard input"),
])
def test_a_file_that_cannot_be_read_is_told_in_one_line_with_its_remedy(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    path = written(tmp_path / name, data)
    [bad] = read_articles([path], NOTHING, longest=100)
    assert str(bad).removeprefix(str(path)).lstrip(":, ") == said


def test_what_is_not_there_or_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").mkdir()
    paths = [tmp_path / "none.txt", tmp_path / "none", tmp_path / "empty", Path("a\0b.txt"),
             tmp_path / ("x" * 5000 + ".txt")]
    found = read(*paths)
    assert [type(one) for one in found] == [BadInput] * len(paths)
    assert str(found[0]).startswith(f"{paths[0]}: $: no such file or directory; give .txt")


def test_a_name_that_is_not_utf_8_still_makes_an_article_that_can_be_written(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    try:
        written(path, b"T\nB")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    [article] = read(tmp_path)
    assert isinstance(article, Article)
    assert article.id == r"caf\xe9"
    assert orjson.dumps(article)


@pytest.mark.parametrize(("data", "expected"), [
    (GOOD, ["a1"]),
    (GOOD + b"\n" + GOOD + b"\n", ["a1", "a1"]),
    (b"[" + GOOD + b"," + GOOD + b"]", ["a1", "a1"]),
    (b'\n{\n  "id": "p1",\n\n  "body": "B"\n}\n', ["p1"]),
    (b"[\n" + GOOD + b",\n" + GOOD + b"\n]\n", ["a1", "a1"]),
])
def test_standard_input_is_json_lines_or_one_document(data: bytes, expected: list[str]) -> None:
    assert ids(piped(data)) == expected


def test_standard_input_of_bad_lines_is_told_line_by_line() -> None:
    assert [one.split("; ")[0] for one in ids(piped(b'\nnot json\n{"id": "cut\n' + GOOD))] == [
        "standard input, line 2: $: not JSON at column 1: invalid literal, expected 'null'",
        "standard input, line 3: $: not JSON at column 12: unexpected end of data",
        "a1",
    ]


def test_a_first_line_that_is_cut_off_does_not_hide_the_lines_after_it() -> None:
    found = ids(piped(b'{"id": "cut\n' + GOOD + b"\n" + GOOD))
    assert found[0].startswith("standard input, line 1: $: not JSON")
    assert found[1:] == ["a1", "a1"]


def test_a_place_in_a_document_counts_its_blank_lines() -> None:
    [said] = ids(piped(b'\n[\n\n{"id": "a"}, oops\n]'))
    assert said.startswith("standard input, line 4: $: not JSON at column 14")


def test_an_endless_line_is_skipped_and_the_next_one_read() -> None:
    found = ids(piped(b"x" * 500 + b"\n" + GOOD + b"\n" + b"[" * 500 + b"\n" + GOOD, longest=50))
    assert [one.split("; ")[0] for one in found] == [
        "standard input, line 1: $: is longer than 50 bytes", "a1",
        "standard input, line 3: $: is longer than 50 bytes", "a1",
    ]


def test_an_article_is_handed_out_before_the_next_line_is_read() -> None:
    class Tap(io.BytesIO):
        """Fails when it is read past its first line."""

        reads = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            self.reads += 1
            assert self.reads == 1
            return GOOD + b"\n"

    assert next(read_articles(["-"], Tap())) == Article(id="a1", body="Two tanks.")


def test_the_last_of_two_equal_keys_counts() -> None:
    assert ids(piped(b'{"id": "a", "body": "B", "id": "b"}')) == ["b"]


def test_every_sample_is_an_article_with_an_id_of_its_own() -> None:
    found = read(Path(__file__).parents[2] / "samples")
    assert ids(found) == [f"demo-{number:03}" for number in range(1, 17)]


def test_a_place_knows_how_to_refuse_its_article() -> None:
    [found] = locate_articles(["-"], io.BytesIO(b"\n" + GOOD))
    assert isinstance(found, Located)
    assert str(found.refused("is too large", "cut it")) == "standard input, line 2: $: is too large; cut it"


@given(st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
        | st.datetimes().map(datetime.isoformat),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
            st.sampled_from(["id", "body", "version", "published_at", "status", "title"]), inner, max_size=4,
        ), max_leaves=8,
    ).map(lambda value: json.dumps(value).encode()),
))
def test_any_bytes_whatsoever_give_articles_and_bad_inputs_and_no_error(data: bytes) -> None:
    reader = Reader("any.txt", longest=120)
    for form in (reader.text, reader.document, reader.lines, reader.anything):
        for found in form(io.BytesIO(data)):
            assert len(str(found).splitlines()) <= 1 or isinstance(found, Located)
            assert isinstance(found, BadInput) or orjson.dumps(found.article)
