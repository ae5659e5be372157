"""STOP and START. A whole message, or a plain wish to have no more texts; never a word in a sentence."""

import re

_STOP_WORDS = re.compile(
    r"(?:please )?(?:stop|stopall|unsubscribe|end|quit|revoke|optout|opt out)"
    r"(?: (?:it|now|all|this|these|please|thanks|thank you|me|texts?|messages?))*"
)
_STOP_WISH = re.compile(
    r"\b(?:stop|quit) (?:texting|messaging|contacting|bothering|sending|with)\b"
    r"|\b(?:dont|do not|never)(?: ever)? (?:text|message|contact|send)(?: \w+)? (?:me|us|any|texts"
    r"|messages)\b"
    r"|\b(?:dont|do not) (?:text|message|contact) (?:me|us)\b"
    r"|\bno more (?:texts|messages)\b|\bstop (?:these|the|your|all|all these|all the) (?:texts|messages)\b"
    r"|\btake (?:me|my number|us) off\b|\bremove (?:me|my number|us)\b|\bunsubscribe me\b|\bopt me out\b"
    r"|\bdont want (?:any|any more|these|your|to get|to receive)(?: \w+){0,3} (?:texts|messages)\b"
)
_NOT_A_WISH = re.compile(
    r"\b(?:dont|never|please dont|didnt|not) (?:ever )?stop\b|\bwhy did you stop\b"
    r"|\bhow (?:do|can|would) (?:i|you|we) (?:stop|quit)\b"
)
_ONLY_SOMETIMES = re.compile(
    r"\b(?:after|before|at night|until|till|when|while|if|unless|tomorrow|today|tonight|this week"
    r"|sundays?|so (?:late|early))\b"
)
_STILL_OPEN = re.compile(
    r"\b(?:ring|call|phone|email|write to) me\b|\b(?:ring|call|phone) (?:instead|please)\b"
)
_FOR_GOOD = re.compile(r"\b(?:any ?more|again|ever|for good|at all)\b")

_START_WORDS = re.compile(
    r"(?:please )?(?:start|unstop|opt in|optin|resume|start again)(?: (?:please|again|texts|now))*"
)
_START_WISH = re.compile(
    r"\bstart (?:again|texting|messaging|sending)\b|\b(?:text|message) me again\b|\bput me back on\b"
    r"|\bwant (?:the|your) (?:texts|messages) (?:back|again)\b"
)


def wants_stop(words: str) -> bool:
    """Whether plain words, without punctuation, ask for no more texts at all."""
    if _STOP_WORDS.fullmatch(words):
        return True
    if not _STOP_WISH.search(words) or half_a_stop(words):
        return False
    return not _NOT_A_WISH.search(words)


def half_a_stop(words: str) -> bool:
    """A wish about when or how to be reached, which a person must read: "stop texting me at night"."""
    if not _STOP_WISH.search(words) or _NOT_A_WISH.search(words):
        return False
    elsewhere = bool(_STILL_OPEN.search(words)) and not _FOR_GOOD.search(words)
    return elsewhere or bool(_ONLY_SOMETIMES.search(words))


def wants_start(words: str, *, opted_out: bool) -> bool:
    """Whether the words ask for texts again; softer wording counts only where they were stopped."""
    return bool(_START_WORDS.fullmatch(words)) or (opted_out and bool(_START_WISH.search(words)))
