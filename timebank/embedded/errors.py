"""What can go wrong with the local servers, each in one sentence for the person at the keyboard."""


class EmbeddedError(Exception):
    """The local servers cannot be had; the text is one plain sentence that says why and what to do."""
