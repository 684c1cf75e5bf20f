"""The worker's live line says what the metrics say, and is nowhere but on a terminal."""

from __future__ import annotations

import io

from streams.metrics import LAG, READ, REJECTED, SENT, Sample
from streams.status_line import StatusLine, status_on

SAMPLES = [
    Sample(READ, 1_200, ("split",)), Sample(READ, 99, ("extract",)), Sample(LAG, 3, ("split", "t.articles", "0")),
    Sample(LAG, 4, ("alert", "t.figures", "1")), Sample(SENT, 17, ("alert", "alerts")),
    Sample(SENT, 5, ("alert", "rejections")), Sample(REJECTED, 2, ("split",)), Sample(REJECTED, 1, ("alert",)),
]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_it_counts_articles_what_waits_alerts_and_rejections() -> None:
    assert StatusLine(lambda: SAMPLES, lambda: 0.0).words() == (
        "1,200 articles · 0/s · 7 records wait · 17 alerts · 3 rejected"
    )


def test_the_speed_is_that_of_the_last_ten_seconds() -> None:
    now, articles = [0.0], [0]
    line = StatusLine(lambda: [Sample(READ, articles[0], ("split",))], lambda: now[0])
    speeds = []
    for seconds, count in ((0, 0), (5, 500), (10, 1_000), (20, 1_000), (31, 1_000)):
        now[0], articles[0] = float(seconds), count
        speeds.append(line.words().split(" · ")[1])
    assert speeds == ["0/s", "100/s", "100/s", "0/s", "0/s"]


def test_where_there_is_no_terminal_nothing_is_written() -> None:
    out = io.StringIO()
    with status_on(out, lambda: SAMPLES):
        pass
    assert out.getvalue() == ""


def test_on_a_terminal_the_line_is_shown() -> None:
    out = Terminal()
    with status_on(out, lambda: SAMPLES):
        pass
    assert "1,200 articles" in out.getvalue()
