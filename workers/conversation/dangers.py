"""Words of danger: 999 at once, whoever it is and whatever the hour, and on top of the desk."""

from workers.conversation.talk import Talk


async def urgent(talk: Talk) -> None:
    """Say to ring 999, also to somebody who stopped texts or whom we do not know. No machine closes it."""
    await talk.say_even_if_stopped("emergency_999")
    await talk.lay("emergency")
