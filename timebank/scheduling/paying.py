"""The credits of a visit: paid once, in full to the helper, and taken back by reversal."""

from timebank import hours, identity
from timebank.desk import items
from timebank.ledger import accounts, transfers
from timebank.scheduling import telling
from timebank.scheduling.scene import Scene


async def pay(scene: Scene, minutes: int) -> int:
    """Settle the hold and pay the helper; answers how many minutes the community pot paid.

    The transfer's id follows from the exchange and its round, so that confirming twice pays once.
    """
    row = scene.row
    if scene.helper is None:
        raise AssertionError("only a visit with a helper is paid")
    pot = await accounts.pot(row.timebank_id)
    member = await accounts.of(row.timebank_id, accounts.MEMBER, row.member_id)
    helper = await accounts.of(row.timebank_id, accounts.MEMBER, scene.helper.id)
    row.transfer_id = identity.derived(row.id, "paid", row.round)
    return await transfers.settle(
        transfers.Payment(
            id=row.transfer_id,
            timebank_id=row.timebank_id,
            kind="for_timebank" if row.paid_by_pot else "exchange",
            hold_id=row.hold_id,
            payer=pot.id if row.paid_by_pot else member.id,
            payee=helper.id,
            pot=pot.id,
            minutes=minutes,
            happened_at=row.starts_at,
            memo=scene.what,
            subject_id=row.id,
        )
    )


async def take_back(scene: Scene, reason: str) -> None:
    """Reverse what was paid; the next confirmation, if any, is a new round with a new transfer."""
    row = scene.row
    if row.transfer_id is None:
        raise AssertionError("a confirmed visit was paid")
    reversal = identity.derived(row.transfer_id, "reversed")
    await transfers.reverse(row.timebank_id, row.transfer_id, reversal, reason)
    row.transfer_id, row.hold_id, row.round = None, None, row.round + 1
    row.confirmed_minutes, row.confirmed_at = None, None
    row.member_minutes, row.helper_minutes = None, None


async def tell_both(scene: Scene, minutes: int) -> None:
    """Each hears what was credited and how their own account stands."""
    if scene.helper is None:
        return
    owners = [scene.member.id, scene.helper.id]
    stand = await accounts.balances(scene.row.timebank_id, owners)
    once = f"paid-{scene.row.round}"
    for person, wording in ((scene.member, "confirmed_member"), (scene.helper, "confirmed_helper")):
        balance = hours.balance_words(stand[person.id])
        words = f"{scene.what}: {hours.words(minutes)} confirmed; {balance}."
        confirmed = hours.words(minutes)
        await telling.tell(scene, person, wording, words, once=once, minutes=confirmed, balance=balance)


async def ask_to_ring(scene: Scene) -> None:
    """The member's credits did not reach: an organiser rings, as a friend and not as a bank."""
    words = (
        f"Please ring {scene.member.name}: their last visit went beyond their hours, and the community"
        " pot helped. Is there something they would enjoy giving?"
    )
    await items.lay(
        scene.row.timebank_id,
        "please_ring",
        f"hours/{scene.member.id}",
        words,
        person_id=scene.member.id,
    )
