"""The command line, as a user meets it."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from streams.cli import main

ROOT = Path(__file__).parents[2]
STORY = (
    "Officials in Kyiv said on Monday that Ukraine had received 31 Leopard 2 tanks from Germany. "
    "The third visit of the minister in 2024 lasted two days."
)
DOCUMENTED = sorted({
    line.split("#")[0].strip()
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))
    for found in re.findall(r"(?:^    (?:\.venv/bin/)?|`|&& \.venv/bin/)(tallywire [^`\n|&]+)", page.read_text(), re.M)
    for line in [found]
})


def run(*arguments: str, stdin: bytes | None = None, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin, env=env)


def article(**fields: object) -> bytes:
    given: dict[str, object] = {"id": "a1", "source": "Wire", "published_at": "2024-05-06T08:00:00Z", "body": STORY}
    return json.dumps(given | fields).encode() + b"\n"


@pytest.mark.parametrize("command", ["", *main.commands])
def test_help_reads_well(command: str) -> None:
    """Every command says what it does in a sentence, and every option what it means."""
    done = run(*command.split(), "--help")
    assert done.exit_code == 0
    context = click.Context(main)
    if command:
        chosen = main.get_command(context, command)
        assert chosen
        assert (chosen.help or "").rstrip().endswith(".")


def test_extract_prints_one_object_a_line_with_the_fields_of_the_contract() -> None:
    done = run("extract", "-", "--json", stdin=article())
    assert done.exit_code == 0
    objects = [json.loads(line) for line in done.stdout.splitlines()]
    [figure] = [one for one in objects if one["type"] == "figure"]
    assert figure["article_id"] == "a1"
    assert (figure["low"], figure["high"], figure["status"]) == (31, 31, "sent")
    assert STORY[figure["start"]:figure["end"]] == figure["quote"]
    assert done.stderr == ""


def test_input_that_is_not_json_is_said_in_one_line_and_nothing_is_printed() -> None:
    done = run("extract", "-", "--json", stdin=b"not json\n")
    assert done.exit_code == 1
    assert done.stdout == ""
    [line] = done.stderr.splitlines()
    assert line.startswith("standard input, line 1: $: not JSON")


def test_a_bad_article_between_good_ones_is_told_of_and_skipped() -> None:
    done = run("extract", "-", "--json", stdin=article() + b'{"id": "b"}\n' + article(id="a2"))
    assert done.exit_code == 1
    assert {json.loads(line)["article_id"] for line in done.stdout.splitlines()} == {"a1", "a2"}
    assert done.stderr.startswith("standard input, line 2: $.body: is missing")


def test_explain_shows_the_stages() -> None:
    done = run("extract", "-", "--explain", stdin=article())
    assert done.exit_code == 0
    assert "31" in done.stdout


def test_explain_is_not_for_programs() -> None:
    assert run("extract", "-", "--explain", "--json", stdin=article()).exit_code == 2


def test_rehearse_prints_the_same_bytes_twice() -> None:
    first, second = (run("rehearse", str(ROOT / "samples"), "--json") for _ in range(2))
    assert first.exit_code == 0
    assert first.stdout == second.stdout
    kinds = {json.loads(line)["kind"] for line in first.stdout.splitlines()}
    assert kinds == {"new", "revised", "conflicting"}


def test_rehearse_tells_people_in_lines() -> None:
    done = run("rehearse", "-", stdin=article())
    assert "2024-05-06 08:00  new" in done.stdout


def test_a_text_file_can_be_dated(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(f"A title\n\n{STORY}\n")
    done = run("rehearse", str(tmp_path), "--published-at", "2024-05-06", "--json")
    [alert] = [json.loads(line) for line in done.stdout.splitlines()]
    assert alert["article"]["published_at"] == "2024-05-06T00:00:00Z"
    assert alert["article"]["title"] == "A title"


@pytest.mark.parametrize("arguments", [
    ("extract",), ("replay",), ("rehearse",), ("nonsense",), ("replay", "x", "--rate", "0"),
    ("subscribe", "--where", "colour=red"), ("subscribe", "--until-idle", "-1"),
])
def test_wrong_usage_exits_with_2(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_bad_setting_is_said_in_one_line() -> None:
    done = run("topics", env={"TALLYWIRE_PARTITIONS": "many"})
    assert done.exit_code == 1
    [line] = done.stderr.splitlines()
    assert line.startswith("tallywire: TALLYWIRE_PARTITIONS: ")


def test_no_broker_is_said_with_the_remedy() -> None:
    done = run("replay", str(ROOT / "samples"), env={"TALLYWIRE_BROKER": "127.0.0.1:1"})
    assert done.exit_code == 1
    assert "start one with `tallywire broker`" in done.stderr


def test_topics_prints_their_json_schemas() -> None:
    described = [json.loads(line) for line in run("topics", "--json").stdout.splitlines()]
    assert [one["topic"].split(".")[1] for one in described] == [
        "articles", "paragraphs", "fresh", "figures", "events", "alerts", "rejections",
    ]
    assert all("$defs" in one["schema"] for one in described)


@pytest.mark.parametrize("line", DOCUMENTED)
def test_every_documented_command_is_one_that_we_have(line: str) -> None:
    """Its name and every option; brackets, dots and capitals stand for what the reader fills in."""
    _, name, *rest = shlex.split(re.sub(r"[\[\]]|\.\.\.", "", line))
    command = main.get_command(click.Context(main), name)
    assert command, line
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in rest if word.startswith("--")} <= known | {"--help"}


def test_rehearse_prints_an_alert_once_though_its_article_comes_twice() -> None:
    done = run("rehearse", "-", "--json", stdin=article() + article())
    assert len(done.stdout.splitlines()) == 1
