"""Every metric of a worker, in one table, and their values as Prometheus reads them.

In: what the worker has counted, and the last look at it. Out: samples, and Prometheus's text format
(prometheus.io/docs/instrumenting/exposition_formats, version 0.0.4). Written by hand, being ten lines;
a client library would bring a registry of its own beside the counts we already keep.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from streams.delivery import Tallies
from streams.watchdog import Look


@dataclass(frozen=True, slots=True)
class Metric:
    """name: as Prometheus knows it. labels: in their order."""

    name: str
    kind: Literal["counter", "gauge"]
    unit: str
    meaning: str
    labels: tuple[str, ...] = ()


READ = Metric("tallywire_read_total", "counter", "records", "Records an agent has carried to the end.", ("agent",))
SENT = Metric("tallywire_sent_total", "counter", "records", "Records an agent has published.", ("agent", "topic"))
REJECTED = Metric("tallywire_rejected_total", "counter", "records", "Records an agent could not read.", ("agent",))
BUGS = Metric("tallywire_bugs_total", "counter", "records", "Those of them where the fault is ours.", ("agent",))
LAG = Metric("tallywire_lag", "gauge", "records", "Records that wait for an agent.", ("agent", "topic", "partition"))
IDLE = Metric(
    "tallywire_standstill_seconds", "gauge", "seconds", "For how long an agent has taken none of those that wait.",
    ("agent", "topic", "partition"),
)
PARTITIONS = Metric("tallywire_partitions", "gauge", "partitions", "Partitions that this worker has.")
REBALANCING = Metric("tallywire_rebalancing", "gauge", "0 or 1", "Partitions are being handed over.")
RECOVERING = Metric("tallywire_recovering", "gauge", "0 or 1", "State is being read back from the changelogs.")
REACHABLE = Metric("tallywire_broker_reachable", "gauge", "0 or 1", "The broker told where its logs end.")

METRICS = (READ, SENT, REJECTED, BUGS, LAG, IDLE, PARTITIONS, REBALANCING, RECOVERING, REACHABLE)


@dataclass(frozen=True, slots=True)
class Sample:
    """One value of a metric; labels in the metric's order."""

    metric: Metric
    value: float
    labels: tuple[str, ...] = ()


def counted(tallies: Tallies) -> Iterator[Sample]:
    """What the agents have done since this worker started."""
    for agent, tally in tallies.of.items():
        yield Sample(READ, tally.read, (agent,))
        yield Sample(REJECTED, tally.rejected, (agent,))
        yield Sample(BUGS, tally.bugs, (agent,))
        for topic, count in tally.sent.items():
            yield Sample(SENT, count, (agent, topic))


def seen(look: Look, idle: Mapping[tuple[str, str, int], float]) -> Iterator[Sample]:
    """What a look at the worker showed. idle: as Watch gives it."""
    for lane in look.lanes:
        labels = (lane.agent, lane.topic, str(lane.partition))
        yield Sample(LAG, lane.lag, labels)
        yield Sample(IDLE, idle.get(lane.name, 0.0), labels)
    yield Sample(PARTITIONS, len(look.lanes))
    yield Sample(REBALANCING, look.rebalancing)
    yield Sample(RECOVERING, look.recovering)
    yield Sample(REACHABLE, look.reachable)


def exposition(samples: Iterable[Sample]) -> str:
    """The samples in Prometheus's text format, metric by metric in the table's order."""
    by_metric: dict[Metric, list[Sample]] = {}
    for sample in samples:
        by_metric.setdefault(sample.metric, []).append(sample)
    lines = []
    for metric in METRICS:
        lines += [f"# HELP {metric.name} {metric.meaning}", f"# TYPE {metric.name} {metric.kind}"]
        lines += [f"{metric.name}{_labels(sample)} {float(sample.value):g}" if sample.value % 1 else
                  f"{metric.name}{_labels(sample)} {int(sample.value)}" for sample in by_metric.get(metric, ())]
    return "\n".join(lines) + "\n"


def _labels(sample: Sample) -> str:
    pairs = [f'{name}="{_escaped(value)}"' for name, value in zip(sample.metric.labels, sample.labels, strict=True)]
    return f"{{{','.join(pairs)}}}" if pairs else ""


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
