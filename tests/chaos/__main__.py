"""`make chaos`: real workers on a real Apache Kafka, and everything that can happen to them.

    python -m tests.chaos                        all faults; 15 minutes at most
    python -m tests.chaos sigkill --seed 7       some of them, with another seed

In: names of faults, a seed. Out: a line for each fault with its counts, then `lost 0 doubled 0` as the last line and
exit 0; or what went wrong, the folder of logs, and exit 1. The seed decides the stories and the moments drawn; what
the machine makes of a moment it does not. Needs Java and Maven.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from streams.broker import LocalKafka
from tests.chaos.faults import FAULTS
from tests.chaos.field import Field
from tests.chaos.outcome import Outcome

CASES_SHOWN = 10

BROKER = {"group.min.session.timeout.ms": "1000"}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description="Faults, on Apache Kafka.")
    parser.add_argument("faults", nargs="*", metavar="FAULT", help=f"of {', '.join(FAULTS)}; all of them by default")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", action="store_true", help="keep the logs even when all is well")
    options = parser.parse_args(arguments)
    names = options.faults or list(FAULTS)
    if unknown := set(names) - set(FAULTS):
        parser.error(f"no such fault: {', '.join(sorted(unknown))}; there are {', '.join(FAULTS)}")
    folder = Path(tempfile.mkdtemp(prefix="tallywire-chaos-"))
    say(f"seed {options.seed}, logs in {folder}")
    with LocalKafka(folder / "kafka", settings=BROKER, tell=say) as kafka:
        field = Field(kafka, folder, options.seed)
        outcomes = [done(name, FAULTS[name], field) for name in names]
    well = all(outcome.well for outcome in outcomes)
    if well and not options.keep:
        shutil.rmtree(folder)
    if not well:
        say(f"not well: the logs are in {folder}; again with --seed {options.seed}")
    say(f"lost {sum(outcome.lost for outcome in outcomes)} doubled {sum(outcome.doubled for outcome in outcomes)}")
    return 0 if well else 1


def done(name: str, fault: Callable[[Field], Outcome], field: Field) -> Outcome:
    """The outcome of one fault, told as it is there. That a fault could not be done is a problem as well."""
    start = time.monotonic()
    try:
        outcome = fault(field)
    except Exception:
        outcome = Outcome(name, problems=[traceback.format_exc()])
    outcome.seconds = time.monotonic() - start
    say(outcome.line())
    cases = outcome.cases()
    (field.folder / f"{name}.cases").write_text("\n".join(cases) + "\n", encoding="utf-8")
    for case in cases[:CASES_SHOWN]:
        say(f"  {case}")
    if len(cases) > CASES_SHOWN:
        say(f"  and {len(cases) - CASES_SHOWN:,} more in {field.folder / name}.cases")
    return outcome


def say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
