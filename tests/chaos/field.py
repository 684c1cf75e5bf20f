"""Where all faults find what they share: the broker, the folder of logs, the seed.

In: a running broker. Out: grounds for faults, under prefixes that no other run has used.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from streams.broker import LocalKafka
from tests.chaos.ground import Ground
from tests.truth.stories import Truth, generate


@dataclass(frozen=True, slots=True)
class Field:
    kafka: LocalKafka
    folder: Path
    seed: int

    def ground(self, name: str, articles: int, number: int = 0, **options: Any) -> Ground:
        """number: tells several grounds of one fault apart; each has stories of its own."""
        prefix = f"{name}-{number}" if number else name
        return Ground(
            self.kafka.bootstrap, prefix, self.folder, self.truth(articles, number), **options
        )

    def truth(self, articles: int, number: int = 0) -> Truth:
        return generate(self.seed * 100 + number, articles)
