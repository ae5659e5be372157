"""Whole exchanges, page and text message in one story; each ends with the books, the texts and the report."""
