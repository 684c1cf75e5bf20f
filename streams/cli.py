"""The command line: what people type, and what their shell is told.

In: arguments, TALLYWIRE_* variables, files. Out: with --json one object a line on standard output
and nothing else; people's words on standard error. Exit 0: done; 1: ran, but some input was
rejected or something is missing; 2: wrong usage.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import click
from rich.console import Console

from schemas.article import Article
from schemas.errors import InvalidCondition, TallywireError
from streams.archive import BadInput, read_articles
from streams.console import print_json, print_record, printed, say, tell_bad
from streams.settings import Settings, read_settings

PathOrStdin = Path | Literal["-"]


class _PathType(click.ParamType):
    name = "path"

    def convert(self, value: Any, param: Any, ctx: Any) -> PathOrStdin:
        return "-" if value == "-" else Path(value)


PATHS = click.argument("paths", nargs=-1, required=True, type=_PathType(), metavar="PATH...")
JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object a line on standard output.")
TIME = click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%SZ"])
PUBLISHED = click.option(
    "--published-at", type=TIME, metavar="TIME",
    help="Date articles that give none, as .txt files: 2025-03-28 or 2025-03-28T06:30:00Z (UTC).")


class _Commands(click.Group):
    """Our own errors are said in one line; everything else is a bug and shows its traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except InvalidCondition as error:
            raise click.UsageError(str(error)) from error
        except TallywireError as error:
            say(f"tallywire: {error}")
            ctx.exit(1)
        except KeyboardInterrupt:
            ctx.exit(130)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="tallywire")
def main() -> None:
    """Tallywire reads news wires for counts of troops and weapons, and publishes an alert whenever
    a figure is new.

    PATH is a file, a folder, or - for standard input: .txt (first line the title), .json or .jsonl
    (article objects). Settings come from TALLYWIRE_* variables: docs/settings.md.
    """


@main.command()
@click.argument("paths", nargs=-1, type=_PathType(), metavar="[PATH...]")
def demo(paths: Sequence[PathOrStdin]) -> None:
    """Watch it work: an embedded broker, the worker, a replay of samples/, the alerts in a table."""
    from streams.demo import demo as run_demo
    from streams.demo import samples
    from streams.printing import alert_table

    chosen = paths or (samples(),)
    say(f"Replaying {', '.join(map(str, chosen))} through an embedded broker ...")
    report = asyncio.run(run_demo(chosen, sys.stdin.buffer))
    tell_bad(report.rejected)
    # A pipe or a log has no width of its own: rich would squeeze the table into 80 columns.
    Console(width=None if sys.stdout.isatty() else 140).print(alert_table(report.alerts))
    say(f"{report.replayed.sent} articles, {len(report.alerts)} alerts. Next: README.md, 'For real'.")
    sys.exit(1 if report.rejected else 0)


@main.command()
@click.option("--log-level", type=click.Choice(["debug", "info", "warning", "error"]), default="info",
              show_default=True)
def worker(log_level: str) -> None:
    """Run the agents on the broker at TALLYWIRE_BROKER until told to stop."""
    from streams.worker import run_worker

    sys.exit(run_worker(read_settings(), log_level))


@main.command()
@PATHS
@PUBLISHED
@click.option("--rate", type=click.FloatRange(min=0, min_open=True),
              help="Articles per second; without it, as fast as can be.")
@click.option("--speed", type=click.FloatRange(min=0, min_open=True), metavar="TIMES",
              help="As they were published, so many times faster.")
@click.option("--from", "since", type=TIME, metavar="TIME", help="Only what was published then or later.")
@click.option("--to", "until", type=TIME, metavar="TIME", help="Only what was published before then.")
def replay(
    paths: Sequence[PathOrStdin], published_at: datetime | None, rate: float | None, speed: float | None,
    since: datetime | None, until: datetime | None,
) -> None:
    """Publish archived articles, in the order given. Bad ones are reported and skipped."""
    from streams.progress import progress_on
    from streams.replay import replay as run_replay
    from streams.topics import ARTICLES

    if rate and speed:
        raise click.UsageError("--rate and --speed do not go together; give one of them")
    settings = read_settings()
    with progress_on(sys.stderr) as progress:
        report = run_replay(
            paths, bootstrap=settings.broker, topic=ARTICLES.full_name(settings.prefix), stdin=sys.stdin.buffer,
            on_bad=lambda bad: tell_bad([bad]), rate=rate, speed=speed,
            since=_utc(since), until=_utc(until), published_at=_utc(published_at), progress=progress,
            client=settings.security.client(),
        )
    say(f"{report.sent:,} articles published, {report.rejected:,} rejected")
    sys.exit(1 if report.rejected else 0)


@main.command()
@JSON
@click.option("--from-beginning", is_flag=True, help="All alerts the topic holds, then those to come.")
@click.option("--until-idle", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS",
              help="End after so long without a record.")
@click.option("--where", "conditions", multiple=True, metavar="FIELD=VALUE",
              help="Only such alerts, as kind=new or figure.party=PRK; several must all hold.")
def subscribe(as_json: bool, from_beginning: bool, until_idle: float | None, conditions: Sequence[str]) -> None:
    """Print alerts as they come, each once."""
    from streams.printing import alert_line
    from streams.subscribe import subscribe as open_subscription
    from streams.topics import ALERTS
    from streams.where import Where

    settings = read_settings()
    where = [Where.parse(condition) for condition in conditions]
    alerts = open_subscription(
        settings.broker, ALERTS.full_name(settings.prefix), from_beginning=from_beginning,
        until_idle=until_idle, where=where, on_bad=lambda bad: say(f"skipped {bad}"),
        client=settings.security.client(),
    )
    with alerts:
        for alert in alerts:
            print_record(alert, as_json, alert_line)
    sys.exit(1 if alerts.sieve.bad else 0)


@main.command()
@JSON
@click.option("--from-beginning/--from-now", default=True, show_default=True,
              help="All that the topic holds first, or only those to come.")
@click.option("--until-idle", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS", default=2.0,
              show_default=True, help="End after so long without a record.")
@click.option("--where", "conditions", multiple=True, metavar="FIELD=VALUE",
              help="Only such rejections, as stage=split or failure.kind=bug; several must all hold.")
@click.option("--requeue", is_flag=True, help="Publish their records again, as after a fix: docs/rejections.md.")
def rejections(
    as_json: bool, from_beginning: bool, until_idle: float, conditions: Sequence[str], requeue: bool
) -> None:
    """List what could not be read: where it stood, which agent failed on it, and why."""
    from schemas.rejection import Rejection
    from streams.rejected import read_rejections, rejection_line
    from streams.requeue import requeue as publish_again
    from streams.requeue import requeued_line
    from streams.topics import REJECTIONS
    from streams.where import Where

    settings = read_settings()
    listed = read_rejections(
        settings.broker, REJECTIONS.full_name(settings.prefix), from_beginning=from_beginning, until_idle=until_idle,
        where=[Where.parse(condition, Rejection) for condition in conditions],
        on_bad=lambda bad: say(f"skipped {bad}"), client=settings.security.client(),
    )
    with listed:
        shown = printed(listed, as_json, rejection_line)
        if requeue:
            done = publish_again(
                shown, bootstrap=settings.broker, prefix=settings.prefix, client=settings.security.client()
            )
            say(requeued_line(done))
        else:
            say(f"{sum(1 for _ in shown):,} rejections")
    sys.exit(1 if listed.sieve.bad else 0)


@main.command()
@PATHS
@JSON
@PUBLISHED
def rehearse(paths: Sequence[PathOrStdin], as_json: bool, published_at: datetime | None) -> None:
    """The alerts that a replay of these articles would give, without a broker."""
    from schemas.alert import Alert
    from streams.printing import alert_line
    from streams.rehearsal import rehearse as run_rehearsal

    reader = _Reader(paths, published_at)
    for said in run_rehearsal(reader, _offline_settings()):
        if isinstance(said, Alert):
            print_record(said, as_json, alert_line)
        else:
            reader.rejected += 1
            say(f"{said.stage}: {said.failure.path}: {said.failure.reason}")
    sys.exit(1 if reader.rejected else 0)


@main.command()
@PATHS
@JSON
@PUBLISHED
@click.option("--explain", is_flag=True, help="Show how each sentence was read, stage by stage.")
def extract(paths: Sequence[PathOrStdin], as_json: bool, published_at: datetime | None, explain: bool) -> None:
    """Figures and events of each article, with no broker and no memory."""
    from streams.extraction import explain_article, extracted
    from streams.printing import reading_line

    if explain and as_json:
        raise click.UsageError("--explain is for people; leave out --json")
    reader = _Reader(paths, published_at)
    for article in reader:
        if explain:
            click.echo(explain_article(article))
            continue
        for one in extracted(article):
            if as_json:
                print_json({"type": type(one).__name__.lower(), "article_id": article.id}, one)
            else:
                click.echo(reading_line(article, one))
    sys.exit(1 if reader.rejected else 0)


@main.command()
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), default=Path("kafka-data"), show_default=True,
              help="Folder for the broker's records.")
@click.option("--port", type=click.IntRange(1, 65535), default=9092, show_default=True)
def broker(data: Path, port: int) -> None:
    """Run Apache Kafka on this machine, without Docker. Needs Java 17 or newer, and Maven once."""
    from streams.broker import run_broker

    sys.exit(run_broker(data, port, sys.stdout))


@main.command()
@JSON
@click.option("--create", is_flag=True, help="Create those that the broker lacks.")
def topics(as_json: bool, create: bool) -> None:
    """The topics, their partitions, keys and JSON Schemas."""
    from streams.topic_listing import create_missing, topic_lines, topic_objects

    settings = read_settings()
    if create:
        say(create_missing(settings))
    if as_json:
        for described in topic_objects(settings):
            print_json(described)
    elif not create:
        click.echo("\n".join(topic_lines(settings)))


class _Reader:
    """Articles of the paths, telling of each bad input as it is met, and counting them."""

    def __init__(self, paths: Sequence[PathOrStdin], published_at: datetime | None) -> None:
        self._found = read_articles(paths, sys.stdin.buffer, published_at=_utc(published_at))
        self.rejected = 0

    def __iter__(self) -> Iterator[Article]:
        for found in self._found:
            if isinstance(found, BadInput):
                self.rejected += 1
                tell_bad([found])
            else:
                yield found


def _offline_settings() -> Settings:
    """What a rehearsal needs of the settings; it speaks to no broker and no Slack."""
    return read_settings()


def _utc(time: datetime | None) -> datetime | None:
    return time.replace(tzinfo=UTC) if time else None
