"""The task list loads whole, and its slugs are stable."""

import pytest

from timebank import errors
from timebank.listings import tasks


def test_the_list_has_51_kinds_each_once() -> None:
    slugs = [task.slug for task in tasks.all_tasks()]
    assert len(slugs) == len(set(slugs)) == 51
    assert slugs[0] == "shopping"
    assert slugs[-1] == "swap_goods_repair"


def test_a_kind_is_found_by_its_slug() -> None:
    lift = tasks.get("lift")
    assert (lift.label, lift.setting, lift.check) == ("A lift", "vehicle", "enhanced")
    assert lift.examples == ("to the hospital", "to church", "to see my sister and back")
    assert not lift.paid_by_pot


def test_helping_the_timebank_itself_is_paid_by_the_pot() -> None:
    paid = {task.slug for task in tasks.all_tasks() if task.paid_by_pot}
    assert paid == {"event_help", "lunch_club", "leafleting", "admin_help"}


def test_no_kind_of_that_name_is_refused() -> None:
    with pytest.raises(errors.NotFound):
        tasks.get("rewiring")
