"""The carrier's own keywords, which it obeys before our side has read the text. Pure.

A keyword counts only as the whole message, in any case. CANCEL is among them: a member who texts it to drop a
visit is cut off from all texts. YES opts back in only someone who had opted out; from anyone else it is an
ordinary text. The words of the canned replies are the network's, not the timebank's.
"""

from dataclasses import dataclass

STOPPING = frozenset({"STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"})
STARTING = frozenset({"START", "YES", "UNSTOP"})
ASKING = frozenset({"HELP", "INFO"})


@dataclass(frozen=True, slots=True)
class Effect:
    """What the carrier does: a new opt-out state (None: unchanged) and its canned reply (None: silence)."""

    stopped: bool | None = None
    reply: str | None = None


_STOPPED = Effect(
    stopped=True,
    reply="You have successfully been unsubscribed. You will not receive any more messages from this number. "
    "Reply START to resubscribe.",
)
_STARTED = Effect(
    stopped=False,
    reply="You have successfully been re-subscribed to messages from this number. "
    "Reply HELP for help. Reply STOP to unsubscribe.",
)
_ASKED = Effect(reply="Reply STOP to unsubscribe. Message and data rates may apply.")


def effect(body: str, opted_out: bool) -> Effect:
    """What one inbound text does at the carrier, given whether this number had opted out."""
    word = body.strip().upper()
    if word in STOPPING and not opted_out:
        return _STOPPED
    if word in STARTING and opted_out:
        return _STARTED
    if word in ASKING:
        return _ASKED
    return Effect()
