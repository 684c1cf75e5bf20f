"""Certificates of our own making, and an Apache Kafka that speaks TLS and asks for a password.

In: a folder. Out: an authority, a certificate for 127.0.0.1 and one for a client, made by openssl; and
a broker with a listener for each way in.
"""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kafka.admin import KafkaAdminClient, ScramMechanism, UserScramCredentialUpsertion

from streams.broker import LocalKafka
from tests.streams.brokers import need

USER = "tally"
PASSWORD = "s3cret-pass"


@dataclass(frozen=True)
class Certificates:
    """ca: whom to trust. server, client: certificate and key in one file. locked: the client's with a passphrase.
    stranger: an authority that vouches for none of them."""

    ca: Path
    server: Path
    client: Path
    locked: Path
    stranger: Path


def make_certificates(folder: Path) -> Certificates:
    need("openssl")
    for authority in ("ca", "other"):
        _openssl(folder, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                 "-subj", f"/CN=Test {authority}", "-keyout", f"{authority}.key", "-out", f"{authority}.pem")
    for name in ("server", "client"):
        _signed(folder, name)
    _openssl(folder, "pkcs8", "-topk8", "-in", "client.key", "-out", "locked.key", "-passout", "pass:x")
    (folder / "locked.pem").write_bytes((folder / "client.crt").read_bytes() + (folder / "locked.key").read_bytes())
    return Certificates(*(folder / f"{name}.pem" for name in ("ca", "server", "client", "locked", "other")))


def _signed(folder: Path, name: str) -> None:
    _openssl(folder, "req", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={name}", "-keyout", f"{name}.key",
             "-out", f"{name}.csr")
    (folder / f"{name}.ext").write_text("subjectAltName=IP:127.0.0.1\n")
    _openssl(folder, "x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
             "-days", "2", "-extfile", f"{name}.ext", "-out", f"{name}.crt")
    (folder / f"{name}.pem").write_bytes(
        (folder / f"{name}.key").read_bytes() + (folder / f"{name}.crt").read_bytes()
    )


def _openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True, timeout=60)


@dataclass(frozen=True)
class SecureKafka:
    """The addresses of one broker, by what they ask for; kind as the other brokers have."""

    certificates: Certificates
    plain: str
    sasl_ssl: str
    mutual: str
    sasl_plaintext: str
    kind: str = "kafka"


@contextmanager
def secure_kafka(folder: Path) -> Iterator[SecureKafka]:
    need("java", "mvn")
    certificates = make_certificates(folder)
    ports = dict(zip(("LOCKED", "MUTUAL", "OPEN"), _free_ports(3), strict=True))
    protocols = {"LOCKED": "SASL_SSL", "MUTUAL": "SSL", "OPEN": "SASL_PLAINTEXT"}
    addresses = {name: f"127.0.0.1:{port}" for name, port in ports.items()}
    listeners = ",".join(f"{name}://{address}" for name, address in addresses.items())
    scram = "org.apache.kafka.common.security.scram.ScramLoginModule required;"
    plain = (
        "org.apache.kafka.common.security.plain.PlainLoginModule required "
        f'user_{USER}="{PASSWORD}";'
    )
    settings = {
        "listeners": listeners, "advertised.listeners": listeners,
        "listener.security.protocol.map": ",".join(f"{name}:{protocol}" for name, protocol in protocols.items()),
        "ssl.keystore.type": "PEM", "ssl.keystore.location": str(certificates.server),
        "ssl.truststore.type": "PEM", "ssl.truststore.location": str(certificates.ca),
        "listener.name.mutual.ssl.client.auth": "required",
    }
    for name in ("locked", "open"):
        settings |= {
            f"listener.name.{name}.sasl.enabled.mechanisms": "SCRAM-SHA-256,SCRAM-SHA-512,PLAIN",
            f"listener.name.{name}.scram-sha-256.sasl.jaas.config": scram,
            f"listener.name.{name}.scram-sha-512.sasl.jaas.config": scram,
            f"listener.name.{name}.plain.sasl.jaas.config": plain,
        }
    with LocalKafka(folder / "data", settings=settings) as broker:
        with KafkaAdminClient(bootstrap_servers=broker.bootstrap) as admin:
            for mechanism in (ScramMechanism.SCRAM_SHA_256, ScramMechanism.SCRAM_SHA_512):
                made = admin.alter_user_scram_credentials([
                    UserScramCredentialUpsertion(USER, mechanism, PASSWORD, iterations=4096)
                ])
                assert made == {USER: None}
        yield SecureKafka(
            certificates, broker.bootstrap, addresses["LOCKED"], addresses["MUTUAL"], addresses["OPEN"]
        )


def _free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports
