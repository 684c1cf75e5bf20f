"""Model makers: the words of a counted thing flow in, the country that builds such things flows out.

For arms on order from nobody in particular: "Warsaw has ordered 116 K2 tanks". Whose a thing is that flies or
burns its type does not say.
"""

from __future__ import annotations

from functools import cache

from agents.extract.sides.parties import party
from agents.extract.words.lexicon import rows
from schemas.party import Party


def maker_of(words: str) -> Party | None:
    """words: in small letters, as printed. The first type that is known decides."""
    low = words.split()
    for at, word in enumerate(low):
        pair = f"{word}-{low[at + 1]}" if at + 1 < len(low) else ""
        for one in (pair, pair.removesuffix("s"), word, word.removesuffix("s")):
            if one in _makers():
                return party(_makers()[one])
    return None


@cache
def _makers() -> dict[str, str]:
    return {row["words"]: row["maker"] for row in rows("model_makers")}
