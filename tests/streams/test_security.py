"""TLS and passwords: what is refused, and that every client gets in where it should and nowhere else."""

from __future__ import annotations

import io
import ssl
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from schemas.article import Article
from schemas.errors import InvalidSetting, NotAvailable
from streams.codecs import encode
from streams.replay import replay
from streams.settings import PREFIX, Settings, read_settings
from streams.subscribe import subscribe, subscribe_async
from streams.topic_listing import create_missing
from streams.topics import ALERTS, ARTICLES
from streams.worker import running
from tests.streams.clients import fresh_topic
from tests.streams.tls import PASSWORD, USER, Certificates, SecureKafka, make_certificates, secure_kafka

ARTICLE = Article(id="a", source="Wire", body="Ukraine has received 31 tanks from Germany, officials in Kyiv said.")
BY_PASSWORD = {"BROKER_USERNAME": USER, "BROKER_PASSWORD": PASSWORD}


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="module")
def kafka(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SecureKafka]:
    with secure_kafka(tmp_path_factory.mktemp("secure")) as broker:
        yield broker


def read(**given: Any) -> Settings:
    return read_settings({PREFIX + name: str(value) for name, value in given.items()})


def test_without_settings_the_clients_are_told_nothing() -> None:
    assert read().security.client() == {}
    assert read().security.faust_credentials() is None


def test_every_client_is_told_the_same_with_a_context_that_checks_the_broker(certificates: Certificates) -> None:
    security = read(BROKER_SECURITY="sasl_ssl", BROKER_CA_FILE=certificates.ca, **BY_PASSWORD).security
    given = security.client()
    context = given.pop("ssl_context")
    assert given == {
        "security_protocol": "SASL_SSL", "sasl_mechanism": "SCRAM-SHA-512", "sasl_plain_username": USER,
        "sasl_plain_password": PASSWORD,
    }
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert context.minimum_version == ssl.TLSVersion.TLSv1_2
    faust = security.faust_credentials()
    assert (faust.protocol.value, faust.mechanism.value) == ("SASL_SSL", "SCRAM-SHA-512")
    assert (faust.username, faust.password) == (USER, PASSWORD)
    assert faust.ssl_context.verify_mode == ssl.CERT_REQUIRED


@pytest.mark.parametrize(("given", "said"), [
    ({"BROKER_SECURITY": "tls"}, "BROKER_SECURITY"),
    ({"BROKER_SECURITY": "sasl_ssl", "BROKER_USERNAME": "u"}, "BROKER_PASSWORD: is missing"),
    ({"BROKER_SECURITY": "sasl_ssl", "BROKER_PASSWORD": PASSWORD}, "BROKER_USERNAME: is missing"),
    ({"BROKER_SECURITY": "ssl", **BY_PASSWORD}, "set sasl_ssl"),
    (BY_PASSWORD, "set sasl_ssl"),
    ({"BROKER_CA_FILE": "ca.pem"}, "uses no TLS"),
    ({"BROKER_SECURITY": "ssl", "BROKER_KEY_FILE": "key.pem"}, "is set without TALLYWIRE_BROKER_CERT_FILE"),
    ({"BROKER_SECURITY": "ssl", "BROKER_CA_FILE": "/no/such.pem"}, "BROKER_CA_FILE: no such file"),
    ({"BROKER_SECURITY": "ssl", "BROKER_CA_FILE": __file__}, "BROKER_CA_FILE: holds nothing that can be used"),
    ({"BROKER_SECURITY": "sasl_plaintext", "BROKER": "kafka.example:9092", **BY_PASSWORD}, "use sasl_ssl"),
    ({"BROKER_SECURITY": "sasl_plaintext", "BROKER": "127.0.0.1:1,10.0.0.7:1", **BY_PASSWORD}, "use sasl_ssl"),
    ({"BROKER_SECURITY": "sasl_plaintext", "BROKER": "127.0.0.1.example:1", **BY_PASSWORD}, "use sasl_ssl"),
    ({"BROKER_SECURITY": "sasl_ssl", "BROKER_SASL_MECHANISM": "GSSAPI", **BY_PASSWORD}, "BROKER_SASL_MECHANISM"),
])
def test_what_does_not_go_together_is_refused_and_no_secret_is_said(given: dict[str, str], said: str) -> None:
    with pytest.raises(InvalidSetting) as raised:
        read(**given)
    assert said in str(raised.value)
    assert PASSWORD not in str(raised.value)


def test_a_key_with_a_passphrase_is_refused_and_not_asked_for(certificates: Certificates) -> None:
    with pytest.raises(InvalidSetting, match="without a passphrase"):
        read(BROKER_SECURITY="ssl", BROKER_CERT_FILE=certificates.locked)


def test_the_password_is_in_nothing_that_settings_print(certificates: Certificates) -> None:
    settings = read(BROKER_SECURITY="sasl_ssl", BROKER_CA_FILE=certificates.ca, **BY_PASSWORD)
    said = f"{settings!r} {settings} {settings.security!r} {settings.security.faust_credentials()!r}"
    assert PASSWORD not in said


def reached(kafka: SecureKafka, way: str, mechanism: str = "SCRAM-SHA-512") -> dict[str, Any]:
    """The settings by which a listener is reached as it asks."""
    ca = {"BROKER_CA_FILE": kafka.certificates.ca}
    by_name = BY_PASSWORD | {"BROKER_SASL_MECHANISM": mechanism}
    return {
        "sasl_ssl": {"BROKER": kafka.sasl_ssl, "BROKER_SECURITY": "sasl_ssl", **ca, **by_name},
        "ssl": {
            "BROKER": kafka.mutual, "BROKER_SECURITY": "ssl", "BROKER_CERT_FILE": kafka.certificates.client, **ca,
        },
        "sasl_plaintext": {"BROKER": kafka.sasl_plaintext, "BROKER_SECURITY": "sasl_plaintext", **by_name},
    }[way]


def publish(settings: Settings) -> int:
    report = replay(
        ["-"], bootstrap=settings.broker, topic=ARTICLES.full_name(settings.prefix), stdin=io.BytesIO(encode(ARTICLE)),
        on_bad=lambda bad: None, client=settings.security.client(),
    )
    return report.sent


@pytest.mark.parametrize(("way", "mechanism"), [
    ("sasl_ssl", "SCRAM-SHA-512"), ("sasl_ssl", "PLAIN"), ("ssl", ""), ("sasl_plaintext", "SCRAM-SHA-256"),
])
async def test_from_replay_through_the_worker_to_a_subscription(
    kafka: SecureKafka, tmp_path: Path, way: str, mechanism: str
) -> None:
    given = reached(kafka, way, mechanism or "SCRAM-SHA-512")
    settings = read(PREFIX=fresh_topic("secure"), STORE="memory", DATA=tmp_path, **given)
    create_missing(settings)
    async with running(settings) as app:
        assert publish(settings) == 1
        await app.tallies.until_drained(1)
    topic, client = ALERTS.full_name(settings.prefix), settings.security.client()
    with subscribe(settings.broker, topic, from_beginning=True, until_idle=5, client=client) as alerts:
        assert next(alerts).article.id == "a"
    async with await subscribe_async(settings.broker, topic, from_beginning=True, client=client) as later:
        assert (await anext(later)).article.id == "a"


@pytest.mark.parametrize("wrong", ["password", "authority", "no certificate", "plaintext"])
def test_who_should_not_get_in_is_told_so_in_one_line(kafka: SecureKafka, wrong: str) -> None:
    way = "ssl" if wrong == "no certificate" else "sasl_ssl"
    given = reached(kafka, way)
    if wrong == "password":
        given["BROKER_PASSWORD"] = "another"
    if wrong == "authority":
        given["BROKER_CA_FILE"] = kafka.certificates.stranger
    if wrong == "no certificate":
        del given["BROKER_CERT_FILE"]
    if wrong == "plaintext":
        given = {"BROKER": kafka.sasl_ssl}
    settings = read(**given)
    client = settings.security.client() | {"bootstrap_timeout_ms": 3_000}
    with ExitStack() as stack, pytest.raises(NotAvailable) as raised:
        stack.enter_context(subscribe(settings.broker, "tallywire.alerts", client=client))
    assert "no Kafka broker answered" in str(raised.value)
    assert PASSWORD not in str(raised.value)
