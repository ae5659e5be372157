"""The ground, tried for real: settings, the local servers, the command line and what it runs.

Servers are started, killed and started again in folders of the test; nothing here replaces a part by a
pretence. Small programs that the tests run as processes of their own stand beside them (`user`, `family`,
`supervised`).
"""
