"""A story's chapters in sentences: who did it, for whom, by which channel."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from timebank import hours, moments
from timebank.listings import tasks
from timebank.members.stories import Chapter
from web import words

CHANNELS = {
    "web": "on the web",
    "text": "by text",
    "phone": "by telephone",
    "desk": "at the desk",
    "night": "",
    "import": "from a list",
}
Facts = Mapping[str, object]


def who(chapter: Chapter) -> str:
    """As in "Priya Raman, for Margaret Okafor, by telephone"."""
    if chapter.who is None:
        return "By itself" if chapter.channel == "night" else "Nobody signed in"
    parts = [chapter.who]
    if chapter.for_whom:
        parts.append(f"for {chapter.for_whom}")
    if CHANNELS[chapter.channel]:
        parts.append(CHANNELS[chapter.channel])
    return ", ".join(parts)


def what(chapter: Chapter) -> str:
    """What was done, as a sentence."""
    told = _ACTS.get(chapter.act)
    return told(chapter.facts) if told else chapter.act.replace(".", ": ").replace("_", " ").capitalize()


def _said(said: str) -> Callable[[Facts], str]:
    return lambda _: said


def _with(said: str, fact: str) -> Callable[[Facts], str]:
    return lambda facts: f"{said}: {facts[fact]}" if facts.get(fact) else said


def _minutes(said: str) -> Callable[[Facts], str]:
    def told(facts: Facts) -> str:
        minutes = facts.get("minutes")
        return f"{said}: {hours.words(minutes)}" if isinstance(minutes, int) else said

    return told


def _asked(facts: Facts) -> str:
    minutes = facts.get("minutes")
    return (
        f"Asked for help, for about {hours.words(minutes)}" if isinstance(minutes, int) else "Asked for help"
    )


def _helpers(facts: Facts) -> str:
    named = facts.get("helpers")
    return f"Asked {', '.join(map(str, named))}" if isinstance(named, list) else "Asked neighbours"


def _moved(facts: Facts) -> str:
    written = facts.get("starts_at")
    when = moments.full(datetime.fromisoformat(written)) if isinstance(written, str) else "another time"
    return f"Changed to {when}"


def _credited(facts: Facts) -> str:
    from_pot = facts.get("from_pot")
    beyond = f", {hours.words(from_pot)} of it from the pot" if isinstance(from_pot, int) and from_pot else ""
    return _minutes("Confirmed")(facts) + beyond


def _check(facts: Facts) -> str:
    ends = facts.get("expires_on")
    until = f", good until {words.day(date.fromisoformat(ends))}" if isinstance(ends, str) else ""
    return f"Check recorded: {facts.get('kind')}{until}"


def _plain(name: str) -> str:
    """A kind of help by its label, the name of a field without its underscores."""
    labels = {task.slug: task.label for task in tasks.all_tasks()}
    return labels.get(name, name.replace("_", " "))


def _listed(said: str, fact: str) -> Callable[[Facts], str]:
    def told(facts: Facts) -> str:
        found = facts.get(fact)
        listed = ", ".join(_plain(str(one)) for one in found) if isinstance(found, list) else ""
        return f"{said}: {listed}" if listed else said

    return told


_ACTS: dict[str, Callable[[Facts], str]] = {
    "exchange.asked": _asked,
    "exchange.ask_neighbours": _helpers,
    "exchange.accept": _with("Said yes", "helper"),
    "exchange.offer": _with("Said yes, to be approved", "helper"),
    "exchange.approve": _with("Approved", "helper"),
    "exchange.refuse": _with("Would rather have somebody else than", "helper"),
    "exchange.declined_by_helper": _with("Said no", "helper"),
    "exchange.withdraw": _with("Cannot come after all", "helper"),
    "exchange.put_off": _moved,
    "exchange.finish": _said("The visit is over"),
    "exchange.say": _minutes("Said how long it was"),
    "exchange.agree": _credited,
    "exchange.differ": _minutes("Said another time"),
    "exchange.still_differ": _minutes("Still says another time"),
    "exchange.stand": _credited,
    "exchange.decide": _credited,
    "exchange.did_not_happen": _said("Decided that it did not happen"),
    "exchange.nobody_came": _said("Said that nobody came"),
    "exchange.nobody_in": _said("Said that nobody was in"),
    "exchange.undo": _with("Took the confirmation back", "reason"),
    "exchange.cancel": _with("Called it off", "reason"),
    "exchange.decline": _with("Declined the request", "reason"),
    "exchange.lapse": _said("Its time came and nobody was found"),
    "exchange.running_late": _with("Running late", "words"),
    "joined": _said("Joined"),
    "left": _said("Left"),
    "signed_in": _said("Signed in"),
    "code_read_out": _said("A sign-in code was read out"),
    "check_recorded": _check,
    "offered": _listed("Offers", "tasks"),
    "withdrew_offer": _listed("No longer offers", "tasks"),
    "free_times": _said("Said when they are free"),
    "wrote": _said("Wrote a text"),
    "person_changed": _listed("Record changed", "fields"),
}
