"""What neighbours here do not do: recognised in somebody's own words, so that a person can ring them. Pure.

Personal care, giving medicines, gas, electrical work and lifting people are for those who are trained and
insured for it. The same words are often harmless ("window washing", "feed the cat", "a shower rail"), so a
rule asks for the one who would be washed, fed or lifted, or for the work that would be done.
"""

import re

_PERSON = (
    r"(?:me|him|her|them|us|myself|himself|herself|mum|mam|mom|dad|nan|nana|gran|grandma|grandad|granddad"
    r"|(?:my|our|his|her|the|an?) (?:\w+ )?(?:husband|wife|partner|mum|mam|mother|dad|father|nan|nana|gran"
    r"|grandma|grandad|granddad|grandmother|grandfather|sister|brother|son|daughter|aunt|auntie|uncle|friend"
    r"|neighbour|lady|gentleman|man|woman|person|patient|client|resident))"
)
# "Her" may own what follows ("wash her car"), so after a person the thought must end or turn elsewhere.
_ENDS = (
    r"(?=$| (?:and|or|in|on|at|as|by|to|before|after|every|each|please|from|into|out|off|when|while|with|for"
    r"|because|properly|twice|once|daily|today|tomorrow|tonight|thanks|his|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day)\b)"
)
_FIXTURES = (
    r"(?! (?:mat|seat|rails?|board|curtain|heads?|door|taps?|panel|screen|tray|room|fitt\w+|install\w*|fix\w*"
    r"|mend\w*|that|to be|clean\w*|seal\w*|plug|stool|chair|towels?|unit|handle|grab)\b)"
)
_HOUSEWORK = r"(?! and (?:iron|dry|hang|fold|set|polish|hoover|put)\b)"
_REPAIR = (
    r"(?:fix|repair|mend|install|fit|connect|disconnect|service|light|relight|replace|move|check|sort|change"
    r"|do|wire|add|put in|look at)(?:t?ing|ed|s|ting)?"
)
_MEDICINE = (
    r"(?:medications?|medicines?|meds|tablets|pills|insulin|injections?|eye ?drops|inhalers?|morphine)"
)
_BED_OR_BATH = r"(?:the |her |his |my |their |a )?(?:bed|bath|bathtub|shower|chair|wheelchair|commode)"

_PERSONAL_CARE = (
    r"personal care|toileting|bed ?bath\w*|strip wash\w*|peg feed\w*|tube feed\w*|toe ?nails?",
    rf"(?:wash|bath|bathe|shower|dress|undress|feed|shave|toilet|spoon feed|clean)(?:ing)? {_PERSON}{_ENDS}",
    rf"help(?:ing)? (?:{_PERSON} )?(?:to |with )?(?:get |getting )?(?:wash|bath|bathe|shower|dress|undress"
    rf"|washed|dressed|undressed|bathed|washing|bathing|dressing|undressing|toilet){_HOUSEWORK}{_ENDS}",
    rf"(?:get|getting) (?:{_PERSON} )?(?:washed|dressed|undressed|showered|bathed)",
    rf"(?:wash\w*|bath\w*|shower\w*) and (?:dress\w+|undress\w+|toilet\w*){_ENDS}",
    rf"help(?:ing)? {_PERSON} (?:to )?(?:eat|swallow)(?! out\b)",
    rf"(?:he|she|they|{_PERSON}) needs? (?:feeding|washing|dressing|undressing|bathing|changing)",
    rf"(?:give|giving|help|helping|i need|i want|(?:he|she|{_PERSON}) (?:needs|wants)) "
    rf"(?:{_PERSON} )?(?:to have |have |with )?(?:a|her|his|my) (?:bath|shower|wash){_FIXTURES}{_ENDS}",
    rf"(?:give|giving) {_PERSON} (?:a|her|his|their) (?:bath|shower|wash|shave){_FIXTURES}",
    rf"(?:wash|washing) (?:my|his|her|their|mums|dads|nans) (?:hair|back|feet|face){_ENDS}",
    rf"(?:help|take|taking|get|getting|put|putting|with) (?:{_PERSON} )?(?:going |go |get |getting )?"
    r"(?:to|on|onto|off|on and off|using|use) the (?:toilet|loo|lavatory|commode)",
    r"(?:empty|emptying|clean out) (?:the |her |his |my |a )?(?:commode|catheter|stoma|bed ?pan)\w*",
    r"chang(?:e|ing) (?:the |her |his |my |a |mums |dads )?(?:\w+ )?(?:pads?|nappy|nappies|catheter|stoma)\b",
)
_MEDICINES = (
    rf"(?:giv(?:e|es|ing)|administer\w*|inject\w*|prompt\w*|put(?:ting)? in|apply(?:ing)?) "
    rf"(?:(?!lift\b|collect|pick|fetch)\w+ ){{0,3}}{_MEDICINE}\b",
    rf"(?:help|helping|remind|reminding|make sure|see that|watch|watching) (?:\w+ ){{0,4}}"
    rf"(?:take|takes|taking|with) (?:the |my |his |her |their |mums |dads )?{_MEDICINE}\b"
    r"(?! (?:back|to the)\b)",
    r"inject(?:ing)? (?:me|him|her|them|insulin|myself)",
    r"(?:eye ?|ear ?)?drops in (?:my|his|her|their|mums|dads|the) (?:eye|ear)s?",
    r"(?:wound|ulcer|bandage)s? (?:care|dress\w*|chang\w*)",
    r"(?:chang(?:e|ing)|dress(?:ing)?) (?:the |a |her |his |my )?(?:\w+ )?(?:wounds?|bandages?|ulcers?"
    r"|dressings?)\b(?! (?:gown|table|room))",
)
_PEOPLE_LIFTED = (
    r"hoist(?:ing)?(?: |$)(?:me|him|her|mum|dad|my|into|out|from|for|$)",
    rf"(?:lift|move|carry|transfer|turn|roll|get|help|put)(?:ing|ting)? {_PERSON} (?:up |over |down )?"
    rf"(?:in|into|out of|in and out of|from|off|onto|on to) {_BED_OR_BATH}\b(?! (?:store|shop|centre))",
    rf"(?:lift|turn|carry)(?:ing)? {_PERSON} (?:up|down|upstairs|downstairs|over|off the floor)\b",
    rf"(?:lift|pick|help|get)(?:ing|ting)? {_PERSON} (?:up )?(?:off|from) the floor",
    r"(?:moving and handling|manual handling|lifting people|bed to (?:chair|wheelchair|commode))",
)
_GAS = (
    r"gas (?:leak\w*|safety|work|repairs?|engineer(?:ing)? work)",
    r"smell\w* (?:of )?gas",
    rf"{_REPAIR} (?:(?!bill|meter)\w+ ){{0,3}}(?:gas\b(?! (?:bill|meter|man|men|card|key|company|form|account"
    r"|supplier|engineer))|boiler\b|central heating boiler\b)",
    r"(?:gas (?:cooker|fire|hob|oven|boiler|pipe|heater|supply)|boiler)(?: \w+){0,3} "
    r"(?:leak\w*|broke\w*|not work\w*|wont (?:light|work|start)|repair\w*|fitted"
    r"|install\w*|servic\w*|fix\w*|mend\w*|gone (?:off|out|wrong))",
)
_ELECTRICAL = (
    r"re ?wir(?:e|es|ed|ing)\b",
    r"electrical (?:work|repairs?|jobs?|faults?|wiring|problem)",
    r"(?:faulty|house|old|dodgy|bad|new|the) wiring\b",
    rf"{_REPAIR} (?:\w+ ){{0,3}}(?:electrics|wiring|fuse ?box|fuse ?board|consumer unit|(?:plug |wall |power "
    r"|double |electric )?sockets?(?! set)|light (?:fittings?|switch\w*)|ceiling light"
    r"|electric (?:shower|cooker|oven|heater))\b",
    r"(?:sockets?|light switch|fuse ?box|electrics)(?: \w+){0,4} (?:sparks?|sparking|broke\w*|not work\w*"
    r"|faulty|gone|dead|loose)",
)

_NOT_DONE = (
    ("moving or lifting a person", _PEOPLE_LIFTED),
    ("personal care", _PERSONAL_CARE),
    ("giving medicines", _MEDICINES),
    ("gas", _GAS),
    ("electrical work", _ELECTRICAL),
)
_RULES = tuple((kind, re.compile("|".join(rf"\b(?:{rule})" for rule in rules))) for kind, rules in _NOT_DONE)
MOST_READ_LENGTH = 1000


def out_of_scope(words: str) -> str | None:
    """What was asked for that is not offered ("personal care", "gas" …, to follow "help with"), or None."""
    spoken = _spoken(words[:MOST_READ_LENGTH])
    return next((kind for kind, rule in _RULES if rule.search(spoken)), None)


def _spoken(words: str) -> str:
    """Small letters and single spaces; apostrophes closed up ("mum's" is "mums"), all other marks a space."""
    closed = re.sub(r"['’ʼ`]", "", words.casefold())
    return " ".join(re.sub(r"[^\w]+|_", " ", closed).split())
