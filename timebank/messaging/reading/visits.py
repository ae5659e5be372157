"""What is said of a visit: late, nobody came, nobody in, called off, done."""

import re

_LATE = re.compile(
    r"\b(?:running|bit|little|be|im|am|going to be|gonna be|mins?|minutes|hour) (?:\w+ ){0,2}late\b"
    r"|\blate sorry\b|\brunning behind\b|^late\b|\blate today\b"
    r"|\b(?:bus|train|tram|traffic)\b.{0,20}\b(?:late|delayed|cancelled|stuck)\b|\bstuck (?:in|on|at"
    r"|behind)\b|\b(?:held up|delayed|on my way)\b"
    r"|\bmissed (?:the|my) (?:bus|train)\b|\bbe there (?:in|about|by|at|soon)\b|\bwith you in\b"
)
_LATE_MINUTES = re.compile(r"\b(\d{1,3}) ?(?:mins?|minutes|m)\b")
_NOBODY_CAME = re.compile(
    r"\b(?:nobody|no one|noone|nobodys|no body) (?:has |have |ever )?(?:came|come|turned up|arrived|here"
    r"|showed|shown|appeared|been)\b"
    r"|\b(?:never|not|didnt|hasnt|havent|has not|still not|nt) (?:\w+ )?(?:turn(?:ed)? up|show(?:ed"
    r"|n)? up|come|came|arrived?|been|here|appeared)\b(?! (?:in|home))"
    r"|\b(?:still|been) waiting\b|\bwhere (?:is|are) (?:she|he|they|my helper|the helper)\b"
    r"|\bno sign of\b|\bno show\b"
    r"|\bwaited (?:and waited|all|ages|in|an)\b"
)
_NOBODY_IN = re.compile(
    r"\bno ?(?:answer|reply)\b|\b(?:nobody|no one|noone|nobodys) (?:is )?(?:in|home|at home|answering"
    r"|there)\b"
    r"|\b(?:isnt|not|wasnt|doesnt seem) (?:to be )?(?:in|at home|answering|there|home)\b"
    r"|\bcant get (?:an |any )?answer\b"
    r"|\b(?:not|wont|isnt|doesnt|hasnt) answer(?:ing|ed)?\b|\bknocked\b.{0,30}\b(?:no|nobody|nothing)\b"
)
_CANCEL = re.compile(
    r"^(?:please )?cancel(?: (?:it|that|please|today|visit|\d+))*$|\b(?:please |to |must |can (?:you|i) "
    r"|want to |like to |need to |have to )cancel\b"
    r"|\bcancel (?:my|the|todays|tomorrows|this|that|it|all|\w+days?)\b|\bcall(?:ing)? (?:it"
    r"|the visit) off\b"
    r"|\b(?:dont|no longer|wont) need (?:anyone|anybody|any ?more|him|her|it|them|you|the|a|my|help)\b"
    r"|\bnot needed\b|\b(?:stop|drop) (?:the|my|this|todays|tomorrows) visit\b|\bno need (?:to|for)\b"
    r"|\bcant (?:make it|come|do (?:it|today|tomorrow|this|the)|get there|manage (?:it|today|tomorrow))\b"
    r"|\b(?:wont|not) be (?:able to )?(?:com(?:e|ing)|make it|there)\b"
    r"|\bnot (?:going to|able to) (?:make it|come|manage)\b|\bleave it (?:for now|this time|today)\b"
    r"|\bforget (?:about )?(?:it|the visit)\b"
)
_DONE = re.compile(
    r"^(?:all |its |yes (?:all )?|thats )?(?:done|finished|complete|completed|sorted)\b|\b(?:all|its"
    r"|visit|job|jobs|thats) (?:is )?(?:all )?(?:done|finished|completed|sorted)\b"
    r"|\b(?:it )?took (?:me |us |about |just |only |around )*(?:an?|\d+|half|three|a)\b|^did \w+"
    r"|\b(?:i|we|she|he|they) (?:did|was t?here|were t?here|stayed|spent)\b|\bwas there\b"
    r"|\b(?:done|finished)\b.{0,25}\b(?:\d+|hours?|mins?|minutes)\b|\b(?:have|ive|just) (?:\w+ )?(?:done"
    r"|finished)\b"
)
_NOT_DONE = re.compile(
    r"\b(?:not|isnt|hasnt|havent|wasnt|never|didnt|nt)(?: been)?(?: \w+)? (?:done|finished|completed"
    r"|do it|go)\b|\bnot (?:yet|done)\b"
)
_CHANGE = re.compile(
    r"\b(?:make it (?:a |at |for |on |to )?(?:\d|half|quarter|noon|mon|tue|wed|thu|fri|sat|sun|tomorrow"
    r"|another|later|earlier|next)|move it|change (?:it|the (?:time|day))|another (?:day|time)"
    r"|different (?:day|time)|rearrange|reschedule|earlier|later"
    r"|instead|put (?:it )?(?:off|back)|postpone|swap)\b"
)


def late(words: str) -> bool:
    """Whether the sender says that they are late."""
    return bool(_LATE.search(words))


def late_minutes(words: str) -> int | None:
    """By how many minutes, where said."""
    found = _LATE_MINUTES.search(words)
    return int(found.group(1)) if found else None


def nobody_came(words: str) -> bool:
    """Whether a member says that the helper has not come."""
    return bool(_NOBODY_CAME.search(words))


def nobody_in(words: str) -> bool:
    """Whether a helper says that nobody opens."""
    return bool(_NOBODY_IN.search(words))


def cancels(words: str) -> bool:
    """Whether a visit is called off, by either side; not where another time is asked for."""
    return bool(_CANCEL.search(words)) and not changes(words)


def changes(words: str) -> bool:
    """Whether another time or day is wished for."""
    return bool(_CHANGE.search(words))


def done(words: str) -> bool:
    """Whether the sender says that a visit is finished."""
    return bool(_DONE.search(words)) and not _NOT_DONE.search(words)


def not_done(words: str) -> bool:
    """Whether the sender says that it is not finished or was not done."""
    return bool(_NOT_DONE.search(words))
