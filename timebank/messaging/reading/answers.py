"""Yes and no. A yes is never read where there is a condition, a question or a doubt."""

import re
from dataclasses import dataclass

_LEAD = r"(?:(?:oh|ah|well|hi|hello|hiya|thanks|thank you|great|lovely|ok|\d{2,4}) )*"
_YES_START = re.compile(
    _LEAD
    + r"(?:y|yes|yess+|yep|yup|yeah|yea|yeh|ya|aye|certainly|of course|course|definitely|absolutely|agreed|"
    r"count me in|go on then|go ahead|deffo|yes\d+|y\d+)\b"
)
# These begin many things that are no answer ("I can see the bus"), so nothing but such words may follow.
_MILD_YES = re.compile(
    _LEAD
    + r"(?:ok|okay|okey|okey dokey|sure|fine|perfect|correct|right|great|lovely|brilliant|smashing|grand|"
    r"spot on|no problem|happy to|id be (?:happy|glad|delighted)|glad to|will do|can do|i can|i will|"
    r"ill (?:do|be|go|come|take)|"
    r"id (?:love|like) to|thats (?:right|fine|ok|lovely|great|correct|perfect|good|it|me)|"
    r"sounds (?:good|great|fine|lovely)|that (?:is|would be|will be|sounds|suits)|suits me|works for me|"
    r"im (?:free|happy|in))\b"
)
_MILD_WORDS = """
a absolutely afternoon all am an and at be bother brilliant by can cant cheers come correct course
day dear definitely delighted do evening fine for forward free fri friday glad go good grand great
half happy he help her him i id ill im in is it just kind look looking love lovely me mon monday
morning much nice no noon not oclock of ok okay on past perfect please pm problem quarter right sat
saturday see she smashing so soon spot sounds suits sun sunday sure ta take thank thanks that thats the
them then there thing this thu thurs thursday time to today tomorrow too trouble tue tues tuesday us
very wait we wed wednesday weds well why will with works worries would x xx xxx yes you
"""
_MILD = frozenset(_MILD_WORDS.split())
_LONGEST_YES = 20
_NO_START = re.compile(
    r"(?:(?:oh|ah|hi|hello|hiya|im|so|really|very|sorry|afraid|i|am|no|dear|love) )*"
    r"(?:n|no|nope|nah|naw|no\d+|not|cant|couldnt|wont|unable|unfortunately|not this time|afraid not"
    r"|sorry|never|"
    r"(?:im )?(?:busy|away|working))\b"
)
_UNABLE = re.compile(
    r"\b(?:cant|couldnt|wont be able|unable|not able|not free|busy|not available|not this time|afraid not|"
    r"no can do|have to say no|away|on holiday|rather not)\b"
)
_DOUBT = re.compile(
    r"\?|\b(?:is|are|was|does|did|can|could|will|would|should|shall|has|may|am)"
    r" (?:she|he|they|you|i|we|there)\b"
    r"|\b(?:do|have) (?:i|you|we|they)\b|\b(?:is|was|does|can|could|will|would|should) (?:it|this) |\bwhats\b"
    r"|\b(?:if|but|unless|maybe|perhaps|might|may|depends?|depending|not sure|unsure|dont know|dunno"
    r"|think so|i think|should be|"
    r"probably|prob|possibly|possible|hopefully|hope|only|except|as long as|so long as|provided|providing"
    r"|instead|rather|"
    r"would prefer|prefer|let me (?:check|see|ask|think)|let you know|get back|have to (?:ask|check|see)"
    r"|need to (?:ask|check|know|see)|"
    r"ill (?:ask|check|see|try|let)|try(?: to)?|either|could (?:we|you|she|he|it|i|do)|can (?:we|you|she"
    r"|he|it)|"
    r"would (?:it|you|she|he)|what (?:time|is|if|about)|who|where|how|which|wait|hang on|later|earlier"
    r"|different|another|other|"
    r"until|after that|wondering|wonder|when|whether|or|suppose|supposed|kind of|sort of|in theory|pencil"
    r"|almost|nearly|later on)\b"
)
_CANT_IN_YES = re.compile(
    r"\b(?:not|cant|couldnt|wont|dont|isnt|doesnt|didnt|havent|wasnt|never|no longer)\b"
)
_HARMLESS = re.compile(
    r"\b(?:no (?:problem|worries|trouble|bother|probs)|not a problem|why not|cant wait|dont worry"
    r"|wont be late)\b"
)
_YES_LATER = re.compile(r"\b(?:yes|yep|yeah|yup|ok|okay)\b")
_THUMB_UP = re.compile("[👍👌✅🆗]")
_THUMB_DOWN = re.compile("[👎❌🚫]")


@dataclass(frozen=True, slots=True)
class Answer:
    """`said` is "yes", "no", "unsure" (an answer with a condition, question or doubt) or "" (no answer)."""

    said: str
    reason: str = ""


def read(plain_text: str, words: str, raw: str, known: frozenset[str] = frozenset()) -> Answer:
    """What a text answers. `plain_text` keeps its question marks, `words` do not; `raw` keeps its emoji.

    `known` are words that may stand beside a mild yes: first names of those whom it could be about.
    """
    if not words:
        return _sign(raw)
    harmless = _HARMLESS.sub("ok", words)
    yes = _is_yes(harmless, known)
    no = bool(_NO_START.match(harmless)) or (not yes and bool(_UNABLE.search(harmless)))
    doubt = _DOUBT.search(plain_text)
    if yes:
        if doubt:
            return Answer("unsure", f"a yes with '{doubt.group()}'")
        if _CANT_IN_YES.search(harmless) or re.search(r"\bno\b", harmless):
            return Answer("unsure", "yes and no in one text")
        return Answer("yes")
    if no:
        return _no(plain_text, harmless)
    return Answer("unsure", f"'{doubt.group()}'") if doubt and len(words.split()) <= 14 else Answer("")


def _is_yes(words: str, known: frozenset[str]) -> bool:
    said = words.split()
    if _YES_START.match(words):
        return len(said) <= _LONGEST_YES
    return bool(_MILD_YES.match(words)) and all(w in _MILD or w in known or w.isdecimal() for w in said)


def _no(plain_text: str, words: str) -> Answer:
    if _YES_LATER.search(words) or "?" in plain_text:
        return Answer("unsure", "no and yes in one text, or a question")
    if re.match(
        r"(?:not|im not|i am not) (?:sure|certain|yet|long|bad)|^no idea|^(?:dont"
        r"|not) know",
        words,
    ):
        return Answer("unsure", "not sure")
    return Answer("no")


def _sign(raw: str) -> Answer:
    if _THUMB_DOWN.search(raw):
        return Answer("no")
    if _THUMB_UP.search(raw):
        return Answer("unsure", "thumb and question mark") if "?" in raw else Answer("yes")
    return Answer("")
