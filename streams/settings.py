"""Settings: read from TALLYWIRE_* variables of the environment, checked once at start.

In: an environment. Out: one frozen Settings, or InvalidSetting naming the variable and what it may
be. Secrets are kept in SecretStr and never printed, neither here nor in an error.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from schemas.errors import InvalidSetting
from streams.security import BrokerSecurity, Mechanism, Protocol
from streams.slack_settings import SlackSettings

PREFIX = "TALLYWIRE_"

LONGEST_MEMORY = 36_500
"""Days. A century before the oldest article we take is still a date (schemas/article.py)."""


class Settings(BaseModel):
    """One field a variable: `broker` is TALLYWIRE_BROKER. docs/settings.md is made from this table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    broker: Annotated[str, Field(pattern=r"^[^\s:,/]+:\d+(,[^\s:,/]+:\d+)*$")] = Field(
        "127.0.0.1:9092", description="Kafka brokers to begin with, as host:port, separated by commas.")
    broker_security: Protocol = Field(
        "plaintext", description="How to speak to the broker: plaintext, ssl, sasl_ssl, or sasl_plaintext (only to "
        "127.0.0.1). See docs/security.md.")
    broker_ca_file: Path | None = Field(
        None, description="PEM file of the authorities that may vouch for the broker; unset means the system's.")
    broker_cert_file: Path | None = Field(None, description="PEM file of our own certificate, where the broker asks.")
    broker_key_file: Path | None = Field(
        None, description="PEM file of its key, without a passphrase; unset means it is in the certificate's file.")
    broker_sasl_mechanism: Mechanism = Field(
        "SCRAM-SHA-512", description="PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512, with sasl_ssl and sasl_plaintext.")
    broker_username: str | None = Field(None, description="User name for SASL.")
    broker_password: SecretStr | None = Field(None, description="Password for SASL. A secret.")
    embedded: bool = Field(
        False, description="The broker is the embedded one (`tallywire demo` and tests set it).")
    prefix: Annotated[str, Field(pattern=r"^[a-zA-Z0-9_.-]{1,100}$")] = Field(
        "tallywire", description="First part of every topic's name, and the consumer group.")
    partitions: Annotated[int, Field(ge=1, le=256)] = Field(
        4, description="Partitions of the topics that are spread; fixed once the topics exist.")
    store: Literal["memory", "rocksdb"] = Field(
        "rocksdb", description="Where state stands between starts: on disk, or rebuilt from Kafka each time.")
    data: Path = Field(Path("tallywire-data"), description="Folder for state on disk.")
    copy_days: Annotated[float, Field(gt=0, le=LONGEST_MEMORY)] = Field(
        30, description="For how many days a paragraph is remembered, by article time.")
    stock_days: Annotated[float, Field(gt=0, le=LONGEST_MEMORY)] = Field(
        30, description="For how many days a stock (present, sent, ...) is remembered, by article time.")
    flow_hours: Annotated[float, Field(gt=0, le=LONGEST_MEMORY * 24)] = Field(
        36, description="For how many hours a flow (launched, killed, ...) is remembered, by article time.")
    reading_process: bool = Field(
        True, description="Whether figures are read by a second process, so that a worker uses two cores; it holds "
        "some 60 MB.")
    web_port: Annotated[int, Field(ge=1, le=65535)] | None = Field(
        None, description="Port of the web server on 127.0.0.1 with /health and /metrics; unset means none.")
    stall_seconds: Annotated[float, Field(ge=10, le=86_400)] = Field(
        120, description="Seconds that an agent may take no record while some wait, before the worker ends.")
    session_timeout: Annotated[float, Field(ge=1, le=300)] = Field(
        15, description="Seconds without a sign of life after which a worker's partitions go to another; the broker's "
        "group.min.session.timeout.ms, 6 s by default, bounds it.")
    slack_webhook_url: SecretStr | None = Field(None, description="Slack incoming webhook. A secret.")
    slack_bot_token: SecretStr | None = Field(None, description="Slack bot token (xoxb-...). A secret.")
    slack_channel: str | None = Field(None, description="Channel id that the bot posts to.")

    @property
    def security(self) -> BrokerSecurity:
        """Raises InvalidSetting when the broker's variables do not go together, or a file cannot be read."""
        return BrokerSecurity(
            hosts=tuple(address.rsplit(":", 1)[0] for address in self.broker.split(",")),
            protocol=self.broker_security, ca_file=self.broker_ca_file, cert_file=self.broker_cert_file,
            key_file=self.broker_key_file, mechanism=self.broker_sasl_mechanism, username=self.broker_username,
            password=lambda: _revealed(self.broker_password),
        )

    @property
    def slack(self) -> SlackSettings:
        """Raises InvalidSetting when the Slack variables do not go together."""
        return SlackSettings(
            webhook_url=_revealed(self.slack_webhook_url), bot_token=_revealed(self.slack_bot_token),
            channel=self.slack_channel,
        )


def _revealed(secret: SecretStr | None) -> str | None:
    return secret.get_secret_value() if secret else None


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from an environment (the process's own by default). Raises InvalidSetting."""
    given = os.environ if environment is None else environment
    raw = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in given.items()
        if name.startswith(PREFIX) and name != f"{PREFIX}REQUIRE_KAFKA" and value != ""
    }
    try:
        settings = Settings.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = PREFIX + str(first["loc"][0]).upper() if first["loc"] else "settings"
        known = "unknown setting" if first["type"] == "extra_forbidden" else str(first["msg"])
        raise InvalidSetting(name, known, "docs/settings.md lists them all") from None
    _ = settings.slack, settings.security   # checked now rather than at the first alert
    return settings
