"""The whole flow on one page.

    articles -> split -> paragraphs -> deduplicate -> fresh -> extract -> figures, events
                                              figures -> alert -> alerts -> notify -> Slack
    anything unreadable, at any stage -> rejections

In: settings. Out: the five stages, wired; as a Faust app by `create_app`, or over files by
streams/rehearsal.py. `faust -A streams.pipeline worker` finds the app as `app`, which is built
from the environment when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from agents.alert.agent import RaiseAlerts
from agents.alert.page import Memory
from agents.deduplicate.agent import Deduplicate
from agents.extract.agent import Extract, Read, read_here
from agents.notify.agent import Notify, Post
from agents.split.agent import Split
from schemas.alert import Alert
from schemas.article import ArticleHead
from schemas.claim import Claim
from schemas.event import ReportedEvent
from schemas.paragraph import ParagraphBatch
from schemas.statement import Statement, Withdrawal
from streams.codecs import convert, decode, decode_article, parse
from streams.delivery import Record, Stage
from streams.settings import Settings
from streams.topics import ALERTS, ARTICLES, EVENTS, FIGURES, FRESH, PARAGRAPHS


def stages(settings: Settings, post: Post | None, read: Read = read_here) -> Sequence[Stage]:
    """The five stages in the order of the flow. post sends to Slack; null means that nobody asked. read: where
    figures are read."""
    split = Split(partitions=settings.partitions)
    deduplicate = Deduplicate(window=timedelta(days=settings.copy_days))
    extract = Extract(read)
    alert = RaiseAlerts(Memory(
        stocks=timedelta(days=settings.stock_days), flows=timedelta(hours=settings.flow_hours)
    ))
    notify = Notify(post)

    return (
        Stage(
            "split", ARTICLES, decode_article,
            agent=lambda article, record, state: split(article, record.after, record.offset),
            sends={ParagraphBatch: PARAGRAPHS}, partition=lambda batch: batch.part, instead=_empty_turn,
        ),
        Stage(
            "deduplicate", PARAGRAPHS, _batch,
            agent=lambda batch, record, state: deduplicate(batch, state),
            sends={ParagraphBatch: FRESH}, table="paragraphs", forget=deduplicate.forget, instead=_unjudged,
        ),
        Stage(
            "extract", FRESH, _batch,
            agent=lambda batch, record, state: extract(batch, state),
            sends={Statement: FIGURES, Withdrawal: FIGURES, ReportedEvent: EVENTS}, table="gathering",
            forget=extract.forget, ahead=extract.ahead,
        ),
        Stage(
            "alert", FIGURES, _told,
            agent=lambda told, record, state: alert(told, state, record.partition),
            sends={Alert: ALERTS}, keyed=lambda alert: Claim.of(alert.figure).key, table="ledger",
            forget=alert.forget,
        ),
        Stage(
            "notify", ALERTS, lambda data: decode(data, Alert),
            agent=lambda alert, record, state: notify(alert, state, record.partition),
            sends={}, table="notified", forget=notify.forget, patient=True,
            batch=1,   # one at a time: a crash repeats one message, not many
        ),
    )


def _batch(data: bytes) -> ParagraphBatch:
    return decode(data, ParagraphBatch)


def _told(data: bytes) -> Statement | Withdrawal:
    raw = parse(data)
    withdrawn = isinstance(raw, dict) and "place" in raw
    return convert(raw, Withdrawal) if withdrawn else convert(raw, Statement)


def _empty_turn(record: Record) -> Sequence[Any]:
    """An article that was rejected still has its turn, or those behind it would wait for it."""
    head = ArticleHead(id=f"rejected@{record.offset}")
    return [ParagraphBatch(
        article=head, after=record.after, sequence=record.offset, part=0, parts=(0,), paragraphs=()
    )]


def _unjudged(record: Record) -> Sequence[Any]:
    """A batch on which we failed goes on as if nothing in it were a copy: late is better than lost."""
    try:
        return [_batch(record.value or b"")]
    except Exception:   # not a batch of ours, so nobody waits for it
        return []


def __getattr__(name: str) -> Any:
    if name != "app":
        raise AttributeError(name)
    from streams.worker import app_from_environment

    globals()["app"] = app_from_environment()
    return globals()["app"]
