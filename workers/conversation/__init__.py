"""What is said back to a text, one intent a file.

`workers.replies` reads a text and hands a `Talk` to the handler of its
intent; the handler calls the use case and says what was done and how to undo
it. Only use cases decide anything: a handler knows words, not rules. Whatever
is not understood goes to the desk with the words kept, and is never guessed.
"""
