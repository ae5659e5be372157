"""How a command says that it cannot do what was asked."""


class CommandError(Exception):
    """The text is one plain sentence for the person at the keyboard; the command ends with 1."""
