"""Settings from an environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from schemas.errors import InvalidSetting
from streams.settings import PREFIX, Settings, read_settings

DOCS = Path(__file__).parents[2] / "docs" / "settings.md"


def test_an_empty_environment_gives_the_defaults() -> None:
    settings = read_settings({})
    assert settings.broker == "127.0.0.1:9092"
    assert not settings.slack.configured


def test_other_programs_variables_are_not_ours() -> None:
    assert read_settings({"PATH": "/bin", "KAFKA_BROKER": "x"}) == read_settings({})


@pytest.mark.parametrize(("name", "value"), [
    ("PARTITIONS", "many"), ("PARTITIONS", "0"), ("BROKER", "no port"), ("STORE", "paper"), ("FLOW_HOURS", "-1"),
    ("WEB_PORT", "70000"), ("COLOUR", "red"), ("SLACK_BOT_TOKEN", "xoxb-1"), ("SLACK_WEBHOOK_URL", "http://x"),
])
def test_a_bad_setting_is_named_and_its_value_is_not_repeated(name: str, value: str) -> None:
    with pytest.raises(InvalidSetting) as raised:
        read_settings({PREFIX + name: value})
    said = str(raised.value)
    assert PREFIX + name.split("_")[0] in said
    assert not name.startswith("SLACK") or value not in said


def test_secrets_are_not_in_what_settings_print() -> None:
    settings = read_settings({
        f"{PREFIX}SLACK_BOT_TOKEN": "xoxb-s3cret", f"{PREFIX}SLACK_CHANNEL": "C0123456789",
    })
    assert settings.slack.bot_token == "xoxb-s3cret"
    assert "s3cret" not in repr(settings)
    assert "s3cret" not in str(settings)


def test_the_docs_list_every_setting_with_its_default() -> None:
    """docs/settings.md has one row a field: to mend it, copy what this test says it should be."""
    assert DOCS.read_text(encoding="utf-8").split("\n\n")[-1].strip() == "\n".join(rows())


def rows() -> list[str]:
    lines = ["| variable | default | meaning |", "| --- | --- | --- |"]
    for name, field in Settings.model_fields.items():
        default = "" if field.default is None else f"`{field.default}`"
        lines.append(f"| {PREFIX}{name.upper()} | {default} | {field.description} |")
    return lines
