"""How to speak to the broker safely: TLS, a password, or both, in the words of each Kafka client.

In: what the settings say. Out: keyword arguments for kafka-python and aiokafka, which take the same
ones, and credentials for Faust. Checked once, at start: files that cannot be read, halves that miss
their other half, and a password that would travel in the clear.

All clients get an ssl context made here rather than file names: TLS 1.2 or newer, the broker's
certificate and host name checked. There is no setting to turn the check off; a broker with a
certificate of its own making is trusted by naming that certificate as the CA file.
"""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from schemas.errors import InvalidSetting

Protocol = Literal["plaintext", "ssl", "sasl_plaintext", "sasl_ssl"]
Mechanism = Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"]

SECURITY = "TALLYWIRE_BROKER_SECURITY"
CA_FILE = "TALLYWIRE_BROKER_CA_FILE"
CERT_FILE = "TALLYWIRE_BROKER_CERT_FILE"
KEY_FILE = "TALLYWIRE_BROKER_KEY_FILE"
USERNAME = "TALLYWIRE_BROKER_USERNAME"
PASSWORD = "TALLYWIRE_BROKER_PASSWORD"


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokerSecurity:
    """protocol: as Kafka names it. hosts: the brokers', to know whether they are on this machine.
    ca_file: PEM, null for the system's. cert_file, key_file: PEM, to be known by a certificate; the
    key without a passphrase. password is a function, so that no repr of this holds the secret.

    Raises InvalidSetting, which never repeats a value.
    """

    hosts: tuple[str, ...]
    protocol: Protocol = "plaintext"
    ca_file: Path | None = None
    cert_file: Path | None = None
    key_file: Path | None = None
    mechanism: Mechanism = "SCRAM-SHA-512"
    username: str | None = None
    password: Callable[[], str | None] = lambda: None

    def __post_init__(self) -> None:
        self._check_password()
        self._check_files()
        if self.encrypted:
            self._context()   # now rather than at the first connection

    @property
    def encrypted(self) -> bool:
        return self.protocol in ("ssl", "sasl_ssl")

    @property
    def authenticated(self) -> bool:
        return self.protocol in ("sasl_plaintext", "sasl_ssl")

    def client(self) -> dict[str, Any]:
        """Keyword arguments of any client of kafka-python or aiokafka; none for a plaintext broker."""
        if self.protocol == "plaintext":
            return {}
        arguments: dict[str, Any] = {"security_protocol": self.protocol.upper()}
        if self.encrypted:
            arguments["ssl_context"] = self._context()
        if self.authenticated:
            arguments |= {
                "sasl_mechanism": self.mechanism, "sasl_plain_username": self.username,
                "sasl_plain_password": self.password(),
            }
        return arguments

    def faust_credentials(self) -> Any:
        """Faust's `broker_credentials`; null for a plaintext broker."""
        import faust  # takes half a second, which `tallywire replay` need not wait for

        if self.authenticated:
            return faust.SASLCredentials(
                username=self.username, password=self.password(), mechanism=self.mechanism,
                ssl_context=self._context() if self.encrypted else None,
            )
        return faust.SSLCredentials(self._context()) if self.encrypted else None

    def _check_password(self) -> None:
        given = {USERNAME: self.username, PASSWORD: self.password()}
        for name, value in given.items():
            if self.authenticated and not value:
                raise InvalidSetting(name, f"is missing beside {SECURITY}={self.protocol}", "set it")
            if value and not self.authenticated:
                raise InvalidSetting(
                    name, f"is set with {SECURITY}={self.protocol}, which sends none", "set sasl_ssl, or leave it out"
                )
        if self.protocol == "sasl_plaintext" and not all(map(_is_loopback, self.hosts)):
            raise InvalidSetting(
                SECURITY, "is sasl_plaintext, which would send the password unencrypted to another machine",
                "use sasl_ssl; sasl_plaintext is for a broker on 127.0.0.1",
            )

    def _check_files(self) -> None:
        for name, file in ((CA_FILE, self.ca_file), (CERT_FILE, self.cert_file), (KEY_FILE, self.key_file)):
            if file and not self.encrypted:
                raise InvalidSetting(
                    name, f"is set with {SECURITY}={self.protocol}, which uses no TLS",
                    "set ssl or sasl_ssl, or leave it out",
                )
        if self.key_file and not self.cert_file:
            raise InvalidSetting(KEY_FILE, f"is set without {CERT_FILE}", "give both, or neither")

    def _context(self) -> ssl.SSLContext:
        try:
            context = ssl.create_default_context(cafile=str(self.ca_file) if self.ca_file else None)
        except (OSError, ValueError) as error:
            raise InvalidSetting(CA_FILE, _said(error), "name a file of certificates in PEM") from None
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        if self.cert_file:
            try:
                # With no answer to give, a key with a passphrase fails here instead of asking the terminal.
                context.load_cert_chain(self.cert_file, self.key_file, password=lambda: "")
            except (OSError, ValueError) as error:
                raise InvalidSetting(
                    CERT_FILE, f"{_said(error)} (or {KEY_FILE})",
                    "name PEM files: a certificate, and its key without a passphrase",
                ) from None
        return context


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:   # a name, which may lead anywhere
        return False


def _said(error: Exception) -> str:
    if isinstance(error, ssl.SSLError):
        return f"holds nothing that can be used ({error.reason or 'not PEM'})"
    words = error.strerror if isinstance(error, OSError) and error.strerror else "cannot be read"
    return words[:1].lower() + words[1:]
