"""Tests of reading: a table of texts written by hand, and properties that hold of any text at all."""
