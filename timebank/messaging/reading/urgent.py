"""Words of danger. They outrank every other reading; where in doubt, raise the alarm."""

import re

_PERSON = (
    r"(?:he|she|they|son|daughter|husband|wife|carer|partner|grandson|granddaughter|nephew|niece|brother|"
    r"sister|man|woman|lad|bloke|somebody|someone|neighbour|lodger|boyfriend|girlfriend|keeps)"
)
_THING = (
    r"(?:trees?|branch(?:es)?|shel(?:f|ves)|picture|curtains?|rail|pole|fence|panels?|gate|lamp|light"
    r"|bulb|tiles?|"
    r"apples|leaves|prices?|snow|button|shed|wall|gutter|sign|aerial|clock|door|hem|blind|trellis|line)"
)
_THE_SICK = r"(?:me|him|her|mum|dad|my \w+|\w+)"
_BODY = (
    r"(?:feet|foot|shoes?|knees?|back|hips?|legs?|corns?|bunions?|tooth|teeth|joints|arthritis|shoulder"
    r"|neck)"
)

# Said every day without any danger; taken out before the words below are looked for.
_IDIOMS = re.compile(
    "|".join(
        (
            r"\bdying (?:for (?!help|air|breath)|to (?:see|know|meet|hear|try|get|go|have|tell))",
            rf"\b(?:{_BODY}|suspense|heat|stairs|boredom|garden|ironing|prices?|bills?|this|it|waiting)"
            r"(?:s| is| are)?(?: absolutely| really| just)? killing me\b",
            r"\bfire (?:away|alarms?|guard|place|works?|side|station|door|wood|drill|extinguisher"
            r"|screen)\b",
            r"\b(?:smoke|fire) (?:alarm|detector)s?\b",
            r"\blike a house on fire\b",
            r"\bfireworks?\b",
            r"\bf[ae]ll(?:en|s)?(?: right| straight| fast)? (?:behind|out(?! of)|in love|through|for"
            r"|asleep|short|flat|"
            r"apart|off the (?:wall|shelf|hook|back of a lorry)|on deaf)\b",
            rf"\b{_THING}(?:s| has| have| had)?(?: just| all| right)? (?:fell|fallen|collapsed|blown)\b",
            rf"\bfallen {_THING}\b",
            r"\b(?:since|after|before|from|until) (?:i had )?(?:my|her|his|the|a|that)(?: last)? (?:fall"
            r"|stroke|heart attack)\b",
            r"\bin case (?:i|he|she) falls?\b",
            r"\b(?:fall|stroke|heart attack|fell)\b(?= (?:last (?:year|month|summer|winter|spring|autumn)|"
            r"(?:\w+ )?(?:years|months) (?:ago|back)|in (?:january|february|march|april|may|june|july"
            r"|august)))",
            r"\b(?:who|that|someone|somebody|else)(?:s| has| have)?(?: also)?(?: had"
            r"| having)? a (?:stroke|heart attack)\b",
            r"\bpassed out (?:the |some |my )?(?:leaflets|cards|cakes?|tea|flyers|posters)\b",
            r"\b(?:cat|dog|budgie|bird|kitten|puppy)s?(?: \w+)? (?:has|have|hasnt|havent|wont|not|is|gone"
            r"|went)(?: been| gone)?"
            r" (?:eaten|eat|eating|missing|lost)\b",
            r"\bgasping for (?:a |some )?(?:cup|cuppa|tea|coffee|drink|brew|pint)\b",
            r"\bbleed(?:ing)? (?:the |a |my )?radiators?\b",
            r"\bnot (?:an |a )?emergency\b|\bno emergency\b|\bemergency (?:contact|number|plan|light|cord"
            r"|exit)s?\b",
            r"\bheart attack of a\b|\b(?:nearly|almost) (?:had a heart attack|died) (?:laughing|when)\b",
            r"\bfalse alarm\b",
            r"^is (?:this|it) (?:a )?(?:scam|fraud|real)\b",
            r"\blost (?:without|for words)\b",
        )
    )
)

_SIGNS: tuple[tuple[str, str], ...] = (
    (
        "suicide",
        r"\bwant(?:ed|ing)? to die\b|\bwish i (?:was|were) dead\b|\b(?:kill|killing|harm"
        r"|harming) my ?self\b|\bsuicid"
        r"|\bend (?:it all|my life|it now)\b|\bbetter off (?:dead|without me)\b|\btake my (?:own )?life\b"
        r"|\bdont want to (?:be here|live|go on|wake up|carry on|be alive)\b|\bcant (?:go on|carry on"
        r"|face another)\b"
        r"|\bno (?:point|reason)(?: in)?(?: me)? (?:going on|living|being here|to live|carrying on"
        r"|to go on)\b"
        r"|\b(?:nothing|no reason|nowt)(?: left)? to live for\b|\bhad enough of (?:life|living|it all"
        r"|everything)\b"
        r"|\bnot worth living\b|\bself harm|\bfinish it all\b|\bin despair\b|\bcant (?:cope|take it"
        r"|bear it)\b"
        r"|\bwant it (?:all )?to (?:end|be over)\b|\b(?:saying goodbye|goodbye) (?:to )?(?:all|everyone"
        r"|cruel)\b",
    ),
    (
        "overdose",
        r"\boverdos|\btoo many (?:of )?(?:my |her |his |the )?(?:\w+ )?(?:tablets|pills|paracetamol"
        r"|painkillers|capsules)\b"
        r"|\b(?:took|taken|swallowed|had) (?:all|double|twice|a whole|the whole|the lot)\b.{0,30}"
        r"\b(?:tablets|pills|dose|medicine|packet|paracetamol|bottle)\b|\bdouble dose\b|\b(?:drunk|drank"
        r"|swallowed) bleach\b"
        r"|\btaken (?:my |her |his )?(?:tablets|pills|medicine) twice\b",
    ),
    (
        "medical",
        r"\bchest (?:pains?|hurts|is hurting|feels? (?:very |really )?tight|is (?:very |really )?tight)\b"
        r"|\bpains? (?:in|across) (?:my|his|her|the) (?:chest|heart)\b|\btight(?:ness)?(?: in (?:my|his"
        r"|her))? chest\b"
        r"|\bheart attack\b|\b(?:cant|hardly|barely|struggling to|trouble|difficulty|hard to"
        r"|unable to) breath"
        r"|\bcant (?:get|catch) (?:my|his|her|any) breath\b|\b(?:not|isnt|stopped) breathing\b"
        r"|\bgasping for (?:breath|air)\b"
        rf"|\b(?:wont|not|doesnt|isnt) wak(?:e|ing)\b|\bcant wake {_THE_SICK}|\bunconscious|\bunresponsive"
        r"|\b(?:isnt|not|wont|stopped) respond(?:ing)?\b|\bpassed out\b|\bblacked out\b|\bfaint(?:ed"
        r"|ing)?\b"
        r"|\b(?:a|having|another|mini) stroke\b|\bface (?:has |is |s )?(?:all )?(?:dropp|droop)|\bslurr"
        r"|\bcant (?:move|feel) (?:my|his|her) (?:arms?|legs?|side|face)\b|\bgone numb\b"
        r"|\bbleeding (?:a lot|badly|heavily|everywhere|and|from|wont|is)\b|\bwont stop bleeding\b"
        r"|\bbleeding$"
        r"|\b(?:im|hes|shes|is|am|keeps) bleeding\b|\b(?:blood (?:everywhere|all over|pouring|coming))\b"
        r"|\bcoughing (?:up )?blood\b"
        r"|\bchoking\b|\b(?:is|hes|shes|im|just|having|had) (?:having |had )?a (?:fit|seizure)\b(?! of)"
        r"|\bseizure"
        r"|\b(?:hes|shes|is) fitting$|\banaphyla|\ballergic reaction\b"
        r"|\b(?:think|just|have|ive)(?: ive| i have| shes| hes| i)? broken? (?:my|his|her|a) "
        r"(?:hip|leg|arm|wrist|ankle|rib|bone)\b|\b(?:scalded|burnt|burned|electrocuted) (?:my|him|her)"
        r"|\b(?:need|call|ring|get|send|phone|want)(?: me| for)? (?:an |the |a )?(?:ambulance|999"
        r"|doctor (?:quick|now|urgent)|paramedics?)"
        r"|\bdial 999\b|\btaken (?:bad|ill|poorly|a turn)\b|\b(?:funny|bad) turn\b"
        r"|\b(?:feel|feeling|is|am|im|hes|shes) (?:very|really|so|terribly) (?:ill|unwell|poorly|sick)\b"
        r"|\bin agony\b|\b(?:terrible|severe|awful|excruciating|dreadful|unbearable) pains?\b"
        r"|\b(?:badly|really) (?:hurt|injured)\b|\b(?:ive|have|has|im|hes|shes) (?:hurt myself|injured)\b"
        r"|\bhurt my ?self\b"
        r"|\b(?:run|ran|running) out of (?:my |her |his )?(?:insulin|oxygen|inhalers?|heart tablets)\b"
        r"|\bhypo\b"
        r"|\b(?:coll?apsed)\b|\b(?:knocked|hit) (?:my|his|her) head\b|\bdying\b|\bsepsis\b",
    ),
    (
        "gas_fire",
        r"\bsmell(?:s|ing)?(?: of| like| some)?(?: \w+){0,2} (?:gas|burning|smoke)\b|\b(?:stinks?"
        r"|reeks?) of (?:gas|burning|smoke)\b"
        r"|\bgas (?:\w+ ){0,3}(?:leak|leaking|leaks|escaping|left on|hissing)\b"
        r"|\bleak(?:ing)? (?:of )?gas\b|\bgas leak"
        r"|\b(?:on|caught|catching|set) fire\b|\b(?:theres|there is|got) a fire\b|^fire\b|\bfire (?:in"
        r"|at) (?:the|my|our|next|number)\b"
        r"|\bfire$|\bflames\b|\bsmoke (?:is |s )?(?:coming|everywhere|pouring|in|filling|all)\b"
        r"|\bpan (?:is |s )?alight\b"
        r"|\bcarbon monoxide\b|\bco alarm\b|\b(?:burning|electrical) smell\b|\bsparks? (?:coming|flying"
        r"|from)\b|\bsparking\b"
        r"|\bhouse is flooding\b|\bwater (?:is )?(?:pouring|coming) through (?:the )?(?:ceiling|roof)\b",
    ),
    (
        "fall",
        r"\b(?:fell|fallen)\b|\b(?:had|have|having|took|taken|has had)(?: just)?(?: had)? (?:a"
        r"|another) (?:\w+ )?(?:fall|tumble)\b"
        r"|\bfalling over\b|\bcant get (?:back )?up\b(?! (?:there|to|the|a|into|on|in|high|them|that"
        r"|those|ladders?|early|before))"
        r"|\bcant get (?:off|up off|up from) the (?:floor|ground)\b|\b(?:im|is|am|hes|shes|stuck|lying"
        r"|been|laid) on the (?:floor|ground)\b"
        r"|\b(?:i|ive|she|hes|shes|he|have|has) (?:just )?(?:slipped|tripped) (?:over|on|in|and|down"
        r"|up)\b|\btook a tumble\b"
        r"|\b(?:had|having|have) a fall\b",
    ),
    (
        "abuse",
        rf"\b{_PERSON}(?: \w+){{0,2}} (?:hits?|hitting|beats?|beating|slapp?(?:ed|s)|punch(?:ed|es)"
        rf"|push(?:ed|es)|shov(?:ed|es)"
        r"|kick(?:ed|s)|hurts?|hurting|threaten(?:ed|s|ing)?|locks?|locked|attack(?:ed|s|ing)?|touch(?:ed"
        r"|es)|grab(?:bed|s)|bull(?:y|ies)) me\b"
        r"|\b(?:hitting|beating|threatening|attacking|bullying) me\b"
        r"|\b(?:takes?|taking|took|steals?|stealing|stole|nick(?:s|ed)|keeps) (?:all )?my (?:pension"
        r"|money|purse|bank card|card|benefits)\b"
        r"|\b(?:frightened|scared|afraid|terrified) of (?:him|her|them|my (?:son|daughter|husband|wife"
        r"|carer|partner|\w+son))\b"
        r"|\b(?:im|i am|so|really|very) (?:frightened|terrified|scared)\b(?! of (?:heights|spiders|mice"
        r"|falling|the dentist|dogs))"
        r"|\bwont let me (?:out|leave|eat|see|go|use|have)\b|\blocked me (?:in|out)\b|\b(?:being|been|is"
        r"|was) abus|\bmugged\b"
        r"|\b(?:burgled|burglars?|intruder|broken into|breaking in|break in)\b|\b(?:someone|somebody"
        r"|man)(?: is|s)? in (?:my|the) house\b"
        r"|\bcall the police\b|\bdomestic violence\b",
    ),
    (
        "scam",
        r"\b(?:man|men|woman|women|lads?|blokes?|somebody|someone|people|strangers?|roofers?|builders?"
        r"|chaps?|fella|police)\b"
        r".{0,40}\bat (?:the|my)(?: front| back)? door\b|\bat (?:the"
        r"|my)(?: front)? door\b.{0,60}\b(?:bank|cash|pay|money|card|roof)\b"
        r"|\b(?:says?|saying|claims?|reckons?|pretending|said)\b.{0,20}\b(?:from|is|hes|shes|theyre"
        r"|be)(?: from)? (?:the |my )?"
        r"(?:bank|police|microsoft|hmrc|amazon|water board|gas board|bt)\b"
        r"|\b(?:gave|given|give|told|sent|transferred|handed|paid)\b.{0,30}\b(?:pin|bank card"
        r"|bank details|card details|account number"
        r"|my details|password|sort code|my savings|gift cards?)\b"
        r"|\b(?:ask(?:ed|ing|s)?|wants?|wanting)(?: \w+){0,3} (?:my|for my|for the)(?: bank"
        r"| card)? (?:pin|card|bank|password|details|account)\b"
        r"|\bscam(?:med|mers?)?\b|\bconned\b|\bcon ?m[ae]n\b|\bfraud",
    ),
    (
        "cold",
        r"\b(?:no|without|without any) heating\b|\bheating(?:s| is| has)? ?(?:been |gone |all )?(?:off"
        r"|broken|broke|gone|not working|packed up"
        r"|bust|wont|isnt working|not on|stopped|conked)\b|\bboiler(?:s| is| has)? ?(?:been )?(?:broken"
        r"|broke|gone|packed|not working|conked|bust|out)\b"
        r"|\b(?:im|i am|shes|hes|were|sat here|we are) (?:frozen|freezing|so cold|perished)\b"
        r"|\bfreezing (?:in here|in the (?:house|flat)|in my)\b"
        r"|\bcant (?:get|keep) warm\b|\bcant feel my (?:hands|feet|fingers|toes)\b|\bhypothermi|\b(?:no"
        r"|without) (?:electric|electricity|power|leccy)\b"
        r"|\b(?:electric|electricity|power|leccy)(?:s| is| has)? ?(?:off|gone|cut off|run out)\b"
        r"|\bpower cut\b|\bcant afford (?:the )?(?:heating|to heat|to put)\b"
        r"|\bmeter(?:s| has)? run out\b",
    ),
    (
        "no_food",
        r"\b(?:no|any|without) food\b(?! bank)|\bnothing (?:to eat|(?:left )?in the (?:house|cupboards?"
        r"|fridge|larder))\b"
        r"|\b(?:havent|not|hasnt|aint) (?:\w+ )?eaten\b|\bstarving\b(?! for)|\brun out of food\b"
        r"|\bcant afford (?:food|to eat)\b"
        r"|\b(?:no|without) (?:running |drinking )?water\b|\bcupboards?(?: is| are|s)? (?:bare|empty)\b"
        r"|\bgoing hungry\b",
    ),
    (
        "lost",
        r"\b(?:im|i am|hes|shes|is|got) lost\b(?! (?:the|my|a|your|her|his|it))|\bdont know where i am\b"
        r"|\bdont know how to get (?:home|back)\b"
        r"|\bcant find my way\b|\b(?:gone|went|is|has been) missing\b(?! (?:a|the|you))|\bwandered off\b"
        r"|\b(?:hasnt|not|didnt|never) come home\b"
        r"|\blocked (?:my ?self )?out\b",
    ),
    (
        "unclear",
        r"\bsos\b|\bmayday\b|\b(?:its|this is|is) an emergency\b|^emergency\b|\bemergency$|\bin (?:real "
        r"|great )?danger\b"
        r"|\bcome (?:quick|quickly|now|at once)\b|\bplease hurry\b|\bhelp help\b|\bsend help\b"
        r"|\bneed (?:urgent|immediate) help\b",
    ),
)
_DANGERS = tuple((subtype, re.compile(pattern)) for subtype, pattern in _SIGNS)

_WELFARE = re.compile(
    r"\b(?:wont|not|isnt|doesnt|hasnt|didnt|wasnt) (?:answer|answering|answered|opening|open|picking up)\b"
    r"(?: (?:the|her|his|my|their))? ?(?:door|phone|telephone|bell|knock|calls?)?"
    r"|\bno (?:answer|reply|sign) (?:from|of) (?:my neighbour|next door|mum|dad|mrs|mr)\b"
    r"|\b(?:worried|concerned|anxious|frightened) (?:about|for) (?:her|him|my (?:neighbour|mum|dad|friend"
    r"|mother|father|sister|brother"
    r"|husband|wife|aunt|uncle)|a neighbour|the (?:old|lady|man|woman)|mrs|mr|someone|somebody|an old"
    r"|next door)\b"
    r"|\b(?:havent|not|nobody has|no one has|hasnt been) seen\b.{0,30}\b(?:for|in|since|days|week)\b"
    r"|\bcurtains (?:are |have been )?(?:still |not been )?(?:drawn|closed|shut)\b|\bmilk(?:s"
    r"| is)? still (?:out|on)\b"
)
_CRY = re.compile(
    r"^(?:oh |god |please |can (?:some(?:one|body)|you|any(?:one|body)) |could (?:some(?:one|body)|you) "
    r"|will (?:you|someone) )*"
    r"help(?: me| us)+(?: (?:please|now|quick|quickly|someone|god))*$|^please help(?: (?:please|quick"
    r"|now))*$|^help (?:quick|now|quickly)$"
)


def danger(plain_text: str, words: str, *, at_a_door: bool = False) -> str:
    """The subtype of danger that a plain text speaks of, or "". `words` is the same without punctuation.

    `at_a_door`: the sender is a helper with a visit, for whom "no answer" has its own path.
    """
    kept = _IDIOMS.sub(" ~ ", words)
    for subtype, sign in _DANGERS:
        if sign.search(kept):
            return subtype
    if not at_a_door and _WELFARE.search(kept):
        return "welfare_concern"
    return "unclear" if _CRY.search(words) else ""
