"""Yes and no. A yes is never read where there is a condition, a question or a doubt."""

import re
from dataclasses import dataclass

_YES_START = re.compile(
    r"(?:(?:oh|ah|well|hi|hello|hiya|thanks|thank you|great|lovely|ok) )*"
    r"(?:y|yes|yess+|yep|yup|yeah|yea|yeh|ya|aye|ok|okay|okey|okey dokey|sure|certainly|of course|course"
    r"|definitely|"
    r"absolutely|fine|perfect|agreed|correct|right|great|lovely|brilliant|smashing|grand|deffo|no problem"
    r"|go on then|go ahead|"
    r"happy to|id be (?:happy|glad|delighted)|glad to|count me in|will do|can do|i can|i will|ill (?:do"
    r"|be|go|come|take)|"
    r"id (?:love|like) to|id be happy|thats (?:right|fine|ok|lovely|great|correct|perfect|good|it|me)"
    r"|sounds (?:good|great|fine|lovely)|"
    r"that (?:is|would be|will be|sounds|suits)|suits me|works for me|im (?:free|happy|in)|yes\d+|y\d+)\b"
)
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
    r"\?|\b(?:if|but|unless|maybe|perhaps|might|may|depends?|depending|not sure|unsure|dont know|dunno"
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


def read(plain_text: str, words: str, raw: str) -> Answer:
    """What a text answers. `plain_text` keeps its question marks, `words` do not; `raw` keeps its emoji."""
    if not words:
        return _sign(raw)
    harmless = _HARMLESS.sub("ok", words)
    yes = bool(_YES_START.match(harmless))
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
