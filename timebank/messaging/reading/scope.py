"""What neighbours do not do: personal care, medicines, gas, electrics, heights, money. An organiser looks."""

import re

_PERSON = (
    r"(?:me|him|her|us|mum|dad|mother|father|husband|wife|(?:my|her|his) (?:\w+ )?(?:mum|dad|mother"
    r"|father|husband|wife|aunt|uncle|nan|gran|brother|sister|self)|myself)"
)
_BEYOND = re.compile(
    "|".join(
        (
            rf"\b(?:wash|bath|bathe|shower|dress|undress|toilet|change|feed|shave|lift"
            rf"|hoist) {_PERSON}\b(?! (?:a |the |to |home|up to|hair))",
            r"\b(?:in|into|out of|with)(?: and out of)? (?:the|my|a) (?:bath|shower)\b|\bbathing\b"
            r"|\bshowering\b|\bhelp (?:me )?(?:to )?(?:wash|bath|dress|shower)\b(?! up)",
            r"\b(?:incontinen|commode|catheter|stoma|colostomy|bed ?pan|bed ?bath|personal care"
            r"|wet (?:the|my) bed)",
            r"\b(?:getting|get) (?:\w+ ){0,2}(?:dressed|undressed|on the toilet|off the toilet|into bed"
            r"|out of bed)\b",
            rf"\b(?:give|giving|administer|take|taking|sort out|fill)\b (?:{_PERSON} )?(?:\w+ )?(?:his "
            rf"|her |my |the )?(?:tablets|pills|insulin|medication|medicine|meds|injections?"
            rf"|eye drops)\b(?! to)",
            r"\binjections?\b|\binsulin\b|\bjabs?\b|\bdressings? (?:chang|need|want)|\bchange (?:my |the "
            r"|a )?(?:\w+ )?(?:dressing|bandage)|\bwound\b",
            r"\b(?:cut|clip|trim|do) (?:my |his |her )?toe ?nails\b|\bblood (?:test|pressure|sugar)\b",
            r"\bboiler\b|\bgas (?:fire|cooker|hob|oven|boiler|pipe|appliance|supply|safe)|\b(?:fit"
            r"|connect|mend|fix|repair|service)\b.{0,20}\bgas\b",
            r"\brewir|\b(?:new |light |plug |wall |a |the )sockets?\b|\bfuse ?box|\bwiring\b"
            r"|\belectrician\b|\belectrics\b|\bconsumer unit\b|\b(?:wire|wiring|fit"
            r"|install) .{0,20}\b(?:light|shower|cooker|switch|fan)\b",
            r"\bgutter|\bon the roof\b|\broof\b.{0,20}\b(?:tile|leak|fix|mend|slate)|\bchimney\b"
            r"|\bfell(?:ing)? (?:a|the) tree\b|\bchain ?saw\b|\bplumber\b",
            r"\blend me\b|\bborrow (?:some |any )?(?:money|\d+|£)|\b(?:my|use my) (?:pin|bank card)\b"
            r"|\bcash ?point\b.{0,20}\bfor me\b|\bdraw (?:out )?my (?:money|pension)\b",
            r"\bbaby ?sit|\bchild ?mind|\b(?:mind|look after|watch) (?:the|my) (?:kids|children|baby"
            r"|grandchildren|grandson|granddaughter|grandkids)\b",
        )
    )
)


def beyond(words: str) -> bool:
    """Whether plain words ask for something that the timebank does not do by itself."""
    return bool(_BEYOND.search(words))
