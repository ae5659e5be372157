"""The house rules, held by tests, and the tests of the test house itself.

Files are about one idea and stay short; a function fits on a screen; every
package begins with a charter in prose; nothing in the tree can be rung by a
stranger or downloaded from an address written into it.  What imports what is
checked beside this, by import-linter.
"""
