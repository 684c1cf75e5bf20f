"""The faults, in the order in which they are done.

Each is a function: in a field, out an outcome. What each does is said where it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.chaos.backlog import backpressure
from tests.chaos.company import rebalance
from tests.chaos.deaths import sigkill, sigstop, state_gone
from tests.chaos.disks import disk_full
from tests.chaos.field import Field
from tests.chaos.outages import broker
from tests.chaos.outcome import Outcome
from tests.chaos.slack import slack

FAULTS: Mapping[str, Callable[[Field], Outcome]] = {
    "sigkill": sigkill,             # a worker killed 50 times
    "sigstop": sigstop,             # a worker asleep past its session, and awake again
    "rebalance": rebalance,         # a second worker joins and leaves
    "broker": broker,               # the broker stopped, and killed
    "slack": slack,                 # Slack refuses, hangs, is away
    "state-gone": state_gone,       # RocksDB's folder deleted between runs
    "disk-full": disk_full,         # RocksDB's disk full
    "backpressure": backpressure,   # a replay much faster than the worker
}
