"""The HTTP client we give the Twilio SDK.

The SDK's own asynchronous client ignores its timeout and can post a text again
after a 5xx, which is how people get the same text three times. This one keeps
every timeout, posts exactly once, follows no redirect and reads no proxy from
the environment. With `base_url` it speaks to another host than Twilio's: the
pretend phone network.
"""

import logging
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import httpx
from twilio.http import AsyncHttpClient
from twilio.http.response import Response

CONNECT_SECONDS = 5.0
TOTAL_SECONDS = 15.0


class HttpxClient(AsyncHttpClient):
    """Carries the SDK's requests over httpx. Transport errors come through as httpx raised them."""

    def __init__(self, base_url: str | None = None, total_seconds: float = TOTAL_SECONDS) -> None:
        # The SDK logs whole addresses, and a list address holds a telephone number: its logger stays shut.
        silent = logging.Logger("twilio.unused", level=logging.CRITICAL + 1)
        super().__init__(silent, is_async=True, timeout=total_seconds)
        self._base = urlsplit(base_url) if base_url else None
        connect = min(CONNECT_SECONDS, total_seconds)
        self._client = httpx.AsyncClient(
            timeout=httpx.Timeout(total_seconds, connect=connect), trust_env=False, follow_redirects=False
        )

    def request(
        self,
        method: str,
        uri: str,
        params: dict[str, object] | None = None,
        data: dict[str, object] | None = None,
        headers: dict[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,
        allow_redirects: bool = False,
    ) -> Any:
        """Make one request, once. The SDK awaits it (its two base classes disagree on the type)."""
        return self._once(method, uri, params, data, headers, auth, timeout)

    async def _once(
        self,
        method: str,
        uri: str,
        params: dict[str, object] | None,
        data: dict[str, object] | None,
        headers: dict[str, str] | None,
        auth: tuple[str, str] | None,
        wanted_seconds: float | None,
    ) -> Response:
        answer = await self._client.request(
            method,
            self._address(uri),
            params=None if params is None else httpx.QueryParams(_text(params)),
            data=_text(data) if data else None,
            headers=headers,
            auth=auth,
            timeout=httpx.USE_CLIENT_DEFAULT if wanted_seconds is None else wanted_seconds,
        )
        return Response(answer.status_code, answer.text, answer.headers)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    def _address(self, uri: str) -> str:
        if self._base is None:
            return uri
        parts = urlsplit(uri)
        return urlunsplit(parts._replace(scheme=self._base.scheme, netloc=self._base.netloc))


def _text(values: dict[str, object]) -> dict[str, str | list[str]]:
    """Form values as text; a list becomes a repeated field."""
    return {
        name: [str(each) for each in value] if isinstance(value, list) else str(value)
        for name, value in values.items()
    }
