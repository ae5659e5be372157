"""Texts that are about something else: thanks, an echo from a phone, a wrong number, a complaint, a joke."""

import re

_REACTION = re.compile(
    r"^(?:liked|loved|laughed at|emphasi[sz]ed|disliked|questioned|reacted \S+ to"
    r"|removed a \w+ from)\s+[\"“']",
    re.I,
)
_AUTO_REPLY = re.compile(
    r"\b(?:auto(?:matic|mated)?[ -]?(?:reply|response)|out of office|im driving|i am driving"
    r"|cant talk right now|sent from my car|"
    r"do not disturb|ill (?:call|ring|text|get) (?:you )?back (?:to you )?later)\b"
)
_ASIDES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "ring_me",
            r"^(?:please )?(?:(?:can|could|will|would) )?(?:you |someone |somebody )?(?:please )?"
            r"(?:ring|call|phone) (?:me|us)(?: back| up| later| today| tomorrow| please| when you can)*$",
        ),
        (
            "wrong_number",
            r"\bwrong (?:number|person)\b|\b(?:no one|nobody) (?:here )?(?:called|of that name"
            r"|by that name)\b|\bnot (?:my|her|his|this) (?:number|phone)\b|\bi dont know (?:any|a) \w+$",
        ),
        (
            "change_number",
            r"\b(?:new|changed|change|different)(?: my)? (?:\w+ )?(?:number|phone|mobile)\b"
            r"|\bmy number (?:is|has|will)\b",
        ),
        (
            "contact_request",
            r"\b(?:whats|what is|have|give me|need|get|tell me|send me)\b.{0,25}\b(?:phone |telephone "
            r"|mobile )?(?:number|address|surname)\b",
        ),
        (
            "complaint",
            r"\b(?:complain|complaint|rude|disgusted|disgrace|appalling|not happy|unhappy with|let down"
            r"|damaged|broke my|smashed|terrible service|overcharg)",
        ),
        (
            "spam",
            r"\b(?:you have won|youve won|congratulations|click (?:here|http|the link)|prize|crypto"
            r"|bitcoin|loan|claim your|refund is waiting)\b|\bhttps?:",
        ),
        (
            "false_alarm",
            r"\bfalse alarm\b|\b(?:ignore|disregard) (?:that|my last|the last|me|previous)\b|\bsent (?:by"
            r"|in) (?:mistake|error)\b|\bpocket dial",
        ),
        (
            "offer_help",
            r"\b(?:i|id|we) (?:could|can|would like to|like to|want to|am happy to|be happy to"
            r"|dont mind)\b(?: \w+){0,4} (?:for (?:people|someone|others|anyone|somebody)|volunteer"
            r"|helping (?:out|others|people)|to offer|if (?:its )?useful|if youre short)\b|\boffer (?:my"
            r"|to|some)\b|\bvolunteer\b",
        ),
    )
)
_THANKS = re.compile(
    r"\b(?:thanks|thank you|thankyou|ta|cheers|much appreciated|grateful|bless you|many thanks"
    r"|thanks a lot|diolch|youre (?:a star|an angel|very kind)|so kind|very kind)\b"
)
_BALANCE = re.compile(
    r"^(?:my )?balance\b|\b(?:my|what(?:s| is)(?: my| the)?|check(?: my)?) balance\b|\bhow (?:many"
    r"|much) (?:hours?|credits?|time|minutes?|time credits?)\b.{0,30}\b(?:have|left|got|do i|owe|owed|my)\b"
    r"|\b(?:my|any) (?:time )?credits?\b|\bhow many (?:hours|credits)$|\bhours (?:have i|do i have"
    r"|left)\b|\bhow much time (?:have|do) i\b"
)
_VISITS = re.compile(
    r"\bmy (?:next )?visits?\b|\b(?:who|when)(?:s| is| are)? (?:coming|visiting|my|the|next|they coming"
    r"|he coming|she coming)\b|\bwhos coming\b"
    r"|\bwhat have i got (?:on|this|next|coming|booked)\b|\bwhat(?:s| is) (?:booked|on for me|arranged"
    r"|next)\b|\b(?:is|are) (?:anyone|anybody|someone|somebody|they|she|he) (?:still )?coming\b"
    r"|^visits?$|\bany visits\b|\bwhen am i\b|\bwhat time (?:is|are|am|does|will)\b.{0,20}\b(?:coming"
    r"|visit|due|come)\b"
)
_HELP = re.compile(
    r"(?:help|info|menu|instructions|commands|options|hi|hello)|(?:who|what) (?:is|are) (?:this"
    r"|you)(?: please| number)?|whos this(?: please)?|who are you|what (?:is|does) this (?:number|for|do)?"
    r"|what can (?:you|i|it) (?:do|ask|text|say).*|how (?:do|can|would) i (?:stop|start)\b.*"
    r"|how (?:does|do) (?:this|it|i use this) ?(?:work"
    r"|service)?.*|what do (?:i|you) do.*|whats this(?: number| about| for)?"
)


def echo(raw: str) -> bool:
    """Whether a phone sent it by itself to tell of a tap on one of our texts."""
    return bool(_REACTION.match(raw.strip()))


def auto_reply(words: str) -> bool:
    """Whether a machine answered."""
    return bool(_AUTO_REPLY.search(words))


def aside(words: str) -> str:
    """The subtype of a text that asks for no use case but for a person's eyes, or ""."""
    return next((name for name, pattern in _ASIDES if pattern.search(words)), "")


def thanks(words: str) -> bool:
    """Whether it says thank you."""
    return bool(_THANKS.search(words))


def asks_balance(words: str) -> bool:
    """Whether it asks how much time is there to spend."""
    return bool(_BALANCE.search(words))


def asks_visits(words: str) -> bool:
    """Whether it asks what is arranged."""
    return bool(_VISITS.search(words))


def asks_how(words: str) -> bool:
    """Whether it asks what this is and how it works; whole messages only."""
    return bool(_HELP.fullmatch(words))
