"""Whether a text asks for help at all."""

import re

_CUE = re.compile(
    r"\b(?:need|needs|needing|needed|want|wants|wanted|wanting|require|(?:can|could|would|will"
    r"|might) (?:some ?one|any ?one|anybody|somebody|you|i have|we have|a|one of)|"
    r"could do with|i could do|would like|id like|like (?:some|a|to|someone)|looking for|please"
    r"|wonder(?:ing)?|is there (?:some|any)one|"
    r"is any(?:one|body)|any ?(?:one|body) (?:free|available|to|who|able|around|that)|some ?(?:one"
    r"|body) to|help|hand|"
    r"cant|unable|lost|gone|broken|stuck|wont|puncture|piling|overgrown|keeps|beyond me|run out"
    r"|too (?:high|heavy|much|long|far)|"
    r"dying for|behind with|can i|fancy|miss|lonely|love (?:a|to|some)|cheer me|which|how do i|who can)\b"
)
_ASKS_FOR_HELP = re.compile(
    r"\b(?:need|want|like|could do with|after|looking for)(?: \w+){0,2} (?:help|a hand|assistance"
    r"|favour)\b|\b(?:can|could) (?:some ?one|any ?one|somebody|anybody|you)(?: \w+)? help\b"
)


def cue(words: str) -> bool:
    """Whether the words ask or want, rather than tell."""
    return bool(_CUE.search(words))


def asks_for_help(words: str) -> bool:
    """Whether they ask for help without saying what with."""
    return bool(_ASKS_FOR_HELP.search(words))
