"""The JSON API, under /api/v1.

An operation is described once, as data (`operations.py`): its path, who may
call it, what it takes, what it answers, which problems it may have. The routes
and the OpenAPI document are both made from that description, so they cannot
disagree. `keys` is the guard of those that a council calls. Whatever goes wrong
is answered with a problem document (RFC 9457); the refusals that an operation
does not answer itself get theirs from `web/failures.py`.
"""
