"""Slack's lasting refusals, and what a person can do about each.

In: an error code of Slack's and the HTTP status. Out: a SlackRefused whose last words are the remedy.
Codes from Slack's pages on chat.postMessage and on incoming webhooks (docs.slack.dev).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from schemas.errors import TallywireError

About = Literal["settings", "message"]


class SlackRefused(TallywireError):
    """Slack will not take this message, however often it is sent.

    about: `settings` when every message will fare the same until someone acts, `message` when only
    this one is at fault. code: Slack's word for it, or null; status: of HTTP. Holds no secret.
    """

    def __init__(self, about: About, code: str | None, status: int, remedy: str) -> None:
        super().__init__(about, code, status, remedy)
        self.about = about
        self.code = code
        self.status = status
        self.remedy = remedy

    def __str__(self) -> str:
        said = f"{self.code}, HTTP {self.status}" if self.code else f"HTTP {self.status}"
        return f"Slack refused the message ({said}); {self.remedy}"


@dataclass(frozen=True, slots=True)
class _Row:
    codes: tuple[str, ...]
    about: About
    remedy: str


_ROWS = (
    _Row(
        ("invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired",
         "not_allowed_token_type", "org_login_required"),
        "settings", "put the token of an installed app, beginning with xoxb-, in TALLYWIRE_SLACK_BOT_TOKEN",
    ),
    _Row(
        ("missing_scope", "no_permission"),
        "settings", "give the app the scope chat:write and install it again",
    ),
    _Row(
        ("no_service", "no_service_id", "no_active_hooks", "no_team", "invalid_token"),
        "settings", "make a new incoming webhook and put its URL in TALLYWIRE_SLACK_WEBHOOK_URL",
    ),
    _Row(
        ("channel_not_found", "not_in_channel"),
        "settings", "invite the app to the channel, and give the channel's id in TALLYWIRE_SLACK_CHANNEL "
        "(with a webhook, make a new one for a channel that exists)",
    ),
    _Row(
        ("is_archived", "channel_is_archived"),
        "settings", "take the channel out of the archive, or choose another one",
    ),
    _Row(
        ("restricted_action", "action_prohibited", "posting_to_general_channel_denied", "access_denied",
         "ekm_access_denied", "team_disabled", "team_access_not_granted", "accesslimited"),
        "settings", "ask an administrator of the workspace to let the app post there",
    ),
    _Row(
        ("invalid_blocks", "invalid_blocks_format", "invalid_payload", "invalid_arguments", "msg_too_long",
         "msg_blocks_too_long", "no_text", "invalid_json", "json_not_object", "invalid_charset"),
        "message", "the alert stands on the alerts topic; please report it with its id, for we are at fault",
    ),
)
_BY_CODE = {code: row for row in _ROWS for code in row.codes}
_UNKNOWN = "look the code up in Slack's documentation, and check the settings TALLYWIRE_SLACK_*"


def refusal(code: str | None, status: int) -> SlackRefused:
    """The error for a code. One that is not known counts as the settings' fault, except on a 400."""
    row = _BY_CODE.get(code or "")
    if row:
        return SlackRefused(row.about, code, status, row.remedy)
    return SlackRefused("message" if status == 400 else "settings", code, status, _UNKNOWN)
