"""What may be printed without giving anybody away. Pure.

Nobody may learn from a report that some number of people is exactly 1, 2, 3 or
4. Three ways there are closed:

- a count of 1 to 4, and a share of which the part, the rest or the whole is
  1 to 4, are withheld;
- two figures that count nearly the same people (members and active members)
  may not differ by 1 to 4: the later of the two gives way;
- a share that must hide its n for that reason is given in whole percents, and
  only if at least two different n could have given the same. Otherwise one
  could try every n and keep the one that fits.

The rules hold against a reader who knows them: what is withheld, and how much
is rounded, depends only on what would have been printed. The profile is "counts
of 1 to 4 suppressed" after the adult social care survey's (domain brief, B-4).
Two reports for different periods can still be compared; see the decision page.
"""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from timebank.reporting.values import Amount, Count, Measure, Released, Share

LARGEST_SMALL = 4
_TENTHS, _WHOLES = Decimal("0.1"), Decimal("1")
WITHHELD = Released(value=None, n=None, missing=None, suppressed=True)


def release(measures: Mapping[str, Measure], near: Mapping[str, Sequence[str]]) -> dict[str, Released]:
    """What may be printed of each measure; `near` names earlier ones that count nearly the same people."""
    released: dict[str, Released] = {}
    for name, measure in measures.items():
        seen = [released[other].n for other in near.get(name, ()) if other in released]
        released[name] = _release(measure, [number for number in seen if number is not None])
    return released


def is_small(number: int) -> bool:
    """Whether a number of people is one that may not be known."""
    return 1 <= number <= LARGEST_SMALL


def percent(part: int, whole: int, step: Decimal = _TENTHS) -> Decimal:
    """`part` of `whole` in percent, to the nearest `step`, halves up."""
    return (Decimal(100 * part) / whole).quantize(step, ROUND_HALF_UP)


def _release(measure: Measure, seen: Sequence[int]) -> Released:
    if isinstance(measure, Count):
        return _count(measure, seen)
    if isinstance(measure, Share):
        return _share(measure, seen)
    return _amount(measure)


def _count(count: Count, seen: Sequence[int]) -> Released:
    if is_small(count.number) or _is_near(count.number, seen):
        return WITHHELD
    return Released(Decimal(count.number), count.number, 0, suppressed=False)


def _share(share: Share, seen: Sequence[int]) -> Released:
    if share.whole == 0:
        return Released(None, 0, _printable(share.missing), suppressed=False)
    if not _is_lawful(share.part, share.whole):
        return WITHHELD
    if not _is_near(share.whole, seen):
        return Released(percent(share.part, share.whole), share.whole, _missing(share), suppressed=False)
    rough = percent(share.part, share.whole, _WHOLES)
    if not _keeps_n(rough, seen):
        return WITHHELD
    return Released(rough, None, None, suppressed=False)


def _amount(amount: Amount) -> Released:
    if amount.tells_of_one and is_small(amount.n):
        return WITHHELD
    return Released(amount.value, _printable(amount.n), _printable(amount.missing), suppressed=False)


def _printable(number: int) -> int | None:
    return None if is_small(number) else number


def _missing(share: Share) -> int | None:
    known_others = share.whole - share.part - share.missing
    if share.missing_is_within and is_small(known_others):
        return None
    return _printable(share.missing)


def _is_near(number: int, seen: Sequence[int]) -> bool:
    return any(is_small(abs(number - other)) for other in seen)


def _is_lawful(part: int, whole: int) -> bool:
    """Whether a share shows no small number of people: not the part, not the rest, not the whole."""
    return not (is_small(part) or is_small(whole - part) or is_small(whole))


def _keeps_n(rough: Decimal, seen: Sequence[int]) -> bool:
    """Whether a whole percent, printed without its n, leaves two n open on every side where it may lie."""
    for other in seen:
        below = range(max(other - LARGEST_SMALL, 1), other)
        above = range(other + 1, other + LARGEST_SMALL + 1)
        for side in (below, above):
            if sum(_could_give(whole, rough) for whole in side) == 1:
                return False
    return True


def _could_give(whole: int, rough: Decimal) -> bool:
    """Whether some lawful part of `whole` is `rough` percent of it, to the nearest whole percent."""
    about = int(rough * whole / 100)
    nearby = range(max(about - whole // 100 - 1, 0), min(about + whole // 100 + 2, whole) + 1)
    return any(_is_lawful(part, whole) and percent(part, whole, _WHOLES) == rough for part in nearby)
