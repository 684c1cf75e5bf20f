"""Words of strangers made safe to show in Slack.

In: text as an article prints it. Out: text that Slack shows as those words and nothing else: no
mention, no link, no formatting, no second line. An article is written by whoever wishes to be
read, and its sentence lands in a channel where a link or an @channel from us is trusted.

Slack's own rules (docs.slack.dev, "Formatting message text"): `&`, `<` and `>` written as entities
are shown as themselves, and every mention and every link begins with `<`. The rest has no escape in
Slack's markup, so it is swapped for a look-alike: the exact words stay in the alert on its topic.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

ELLIPSIS = "…"

LONGEST_URL = 1_000
"""Slack cuts a text at 3,000 characters, and half a link is worse than none; real ones are far shorter."""

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_LOOK_ALIKES = str.maketrans({
    "@": "\uff20",  # fullwidth: a bare @channel is a mention wherever a client or setting links names
    "*": "\u2217",  # asterisk operator: bold
    "_": "\u02cd",  # low macron: italics
    "~": "\u223c",  # tilde operator: strike-through
    "`": "\u02cb",  # grave accent: code
})
_EMOJI_CODE = re.compile(r":(?=[a-z0-9+_'-]+:)", re.IGNORECASE)
_RATIO = "\u2236"
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co"})
"""Unicode's controls, formats (all bidi and zero-width characters), surrogates and private use."""

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")
_URL_CHARACTERS = "%/:=&?#+!$,;'()*[]@._~-"
"""RFC 3986's reserved and unreserved marks; `<`, `>`, `|`, quotes and spaces get percent-encoded."""


def plain(text: str) -> str:
    """The text on one line, without control, bidi, zero-width and other characters that cannot be seen."""
    kept = (
        " " if character.isspace() else character
        for character in text
        if character.isspace() or unicodedata.category(character) not in _DROPPED
    )
    return " ".join("".join(kept).split())


def literal(text: str, limit: int) -> str:
    """The text for a place where Slack reads markup: shown to the letter (or its look-alike).

    limit: the longest result in characters, entities counted in full and characters beyond the
    basic plane as two, as Slack may count them; a longer text is cut and ends with an ellipsis.
    """
    swapped = _EMOJI_CODE.sub(_RATIO, plain(text)).translate(_LOOK_ALIKES)
    pieces: list[str] = []
    used, room_for_ellipsis = 0, 0
    for character in swapped:
        piece = _ENTITIES.get(character, character)
        used += len(piece) + (ord(piece[0]) > 0xFFFF)
        if used > limit:
            return "".join(pieces[:room_for_ellipsis]).rstrip() + ELLIPSIS
        pieces.append(piece)
        if used <= limit - len(ELLIPSIS):
            room_for_ellipsis = len(pieces)
    return "".join(pieces)


def link(url: str | None) -> str | None:
    """A link whose words name the host that it leads to, or None where no honest link can be made.

    Only http and https; no user names, which pose as hosts; international hosts in their ASCII
    form, since a look-alike letter is another host.
    """
    if url is None or len(url) > LONGEST_URL or url != plain(url):
        return None
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not _HOST.fullmatch(host):
        return None
    authority = parts.netloc.lower().replace(parts.hostname or "", host)
    if not re.fullmatch(r"[a-z0-9._:-]+", authority):
        return None
    target = quote(parts._replace(netloc=authority).geturl(), safe=_URL_CHARACTERS)
    if len(target) > LONGEST_URL:
        return None
    return f"<{target.replace('&', '&amp;')}|Read it at {host}>"
