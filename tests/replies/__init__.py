"""Tests of the conversation: a text goes in, use cases move, and an answer comes out."""
