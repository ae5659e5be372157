"""The friendly groups hold every kind of help once."""

from timebank.listings import groups, tasks


def test_every_kind_stands_in_one_group() -> None:
    grouped = [task for group in groups.all_groups() for task in group.tasks]
    assert sorted(task.slug for task in grouped) == sorted(task.slug for task in tasks.all_tasks())


def test_what_is_asked_most_is_not_said_twice() -> None:
    rest = {task.slug for group in groups.the_rest() for task in group.tasks}
    often = {task.slug for task in groups.often_asked()}
    assert not rest & often
    assert rest | often == {task.slug for task in tasks.all_tasks()}
