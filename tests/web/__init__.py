"""Pages: what a visitor sees, with and without JavaScript, and what the kit promises.

`pages.PAGES` lists every page and who may see it; test_in_chromium.py opens each of
them in a real browser with axe-core. Whoever adds a page adds it to the list.
"""
