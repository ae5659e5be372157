"""What neighbours do not do is recognised, and what only sounds like it is let through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timebank.listings import scope, tasks

NOT_DONE = {
    "personal care": [
        "I need help with personal care",
        "Could someone help me wash in the mornings",
        "help washing and dressing my husband",
        "bathing my mum twice a week",
        "Can someone give him a bath?",
        "needs feeding my mother cannot hold a spoon, she needs feeding",
        "someone to feed my husband at lunch",
        "feeding dad",
        "help getting dressed",
        "help her get dressed on Mondays",
        "take mum to the toilet",
        "help me to the loo at night",
        "empty his commode",
        "changing her pads",
        "cut my toenails",
        "wash my hair please",
        "help with toileting",
        "help my wife to eat",
        "I want a shower and cannot manage alone",
        "undress him before bed",
    ],
    "giving medicines": [
        "give my husband his tablets at 8",
        "giving medication",
        "someone to administer insulin",
        "inject me every morning",
        "put in my eye drops",
        "eye drops in my eyes",
        "remind mum to take her tablets",
        "help with my medication",
        "change the dressing on my leg, I mean change a wound dressing",
        "Give injections",
    ],
    "gas": [
        "fix my gas cooker",
        "there is a gas leak",
        "the boiler is not working",
        "service the boiler",
        "connect a gas hob",
        "I can smell gas",
    ],
    "electrical work": [
        "rewiring the kitchen",
        "re-wire a lamp",
        "electrical work",
        "fit a new plug socket",
        "look at the fuse box",
        "the socket in the hall is sparking",
        "install a light fitting",
    ],
    "moving or lifting a person": [
        "lift my husband out of bed",
        "help me out of the bath",
        "getting mum into bed",
        "moving him from bed to chair",
        "carry me downstairs",
        "hoisting my wife",
        "pick her up off the floor",
    ],
}

FINE = [
    "window washing",
    "feed the cat",
    "feed my neighbour's cat",
    "feed her cat while she is away",
    "dress making",
    "dressmaking lessons",
    "take up a dress",
    "my dressing gown needs a button",
    "move the dressing table",
    "wash her car",
    "wash my husband's car",
    "help me wash the windows",
    "help me wash up",
    "help with the washing",
    "help me wash and iron the curtains",
    "the dog needs a bath",
    "I need a shower rail fixed",
    "a bath mat from the shop",
    "fix a shelf in the toilet",
    "toilet rolls from the shop",
    "mend the toilet seat",
    "collect my tablets from the chemist",
    "pick up a prescription",
    "the tablet is stuck",
    "help with my tablet",
    "a lift to the hospital for my injection",
    "give me a lift to the doctor",
    "can you lift me to the hospital on Friday",
    "lift a box down from the loft",
    "help me move the bed",
    "turn the mattress",
    "read my gas meter",
    "help with the gas bill",
    "wait in for the gas man",
    "wait in for the electrician",
    "change a lightbulb",
    "change a plug",
    "the smoke alarm battery",
    "an electric blanket from the shop",
    "a radio that will not turn on",
    "Could someone change a lightbulb",
    "cooking a hot meal for me and my husband",
    "dress the Christmas tree",
    "salad dressing",
    "look at the light bulb in the hall",
    "put my tablets app on the phone",
    "sit with my husband while I shower the dog",
]


@pytest.mark.parametrize(("kind", "words"), [(kind, words) for kind in NOT_DONE for words in NOT_DONE[kind]])
def test_what_needs_training_is_not_offered(kind: str, words: str) -> None:
    assert scope.out_of_scope(words) == kind


@pytest.mark.parametrize("words", FINE)
def test_harmless_words_are_let_through(words: str) -> None:
    assert scope.out_of_scope(words) is None


@pytest.mark.parametrize("task", tasks.all_tasks(), ids=lambda task: task.slug)
def test_every_example_of_the_task_list_is_offered(task: tasks.Task) -> None:
    assert [words for words in (task.label, *task.examples) if scope.out_of_scope(words)] == []


def test_capitals_apostrophes_and_marks_do_not_matter() -> None:
    assert scope.out_of_scope("  PERSONAL-care!! ") == "personal care"
    assert scope.out_of_scope("wash mum’s hair") == scope.out_of_scope("wash mums hair") == "personal care"


@given(st.text(max_size=300))
def test_any_words_at_all_have_an_answer(words: str) -> None:
    assert scope.out_of_scope(words) in {None, *NOT_DONE}
