"""Posts signed webhooks as Twilio does: 5 s to connect, 15 s in all, once more when nobody was there."""

import asyncio
import uuid
from urllib.parse import urldefrag

import httpx
from twilio.request_validator import RequestValidator

CONNECT_SECONDS = 5.0
TOTAL_SECONDS = 15.0


class Postman:
    """Carries webhooks to our side and says how they were received."""

    def __init__(self, auth_token: str, retry_seconds: float) -> None:
        self._validator = RequestValidator(auth_token)
        self._retry_seconds = retry_seconds
        self._client = httpx.AsyncClient(
            timeout=httpx.Timeout(TOTAL_SECONDS, connect=CONNECT_SECONDS), trust_env=False
        )

    async def post(self, address: str, fields: dict[str, str]) -> str:
        """Post one form; return the status code as text, or what went wrong. Our faults never raise."""
        url = urldefrag(address).url
        headers = {
            "X-Twilio-Signature": self._validator.compute_signature(url, fields),
            "I-Twilio-Idempotency-Token": str(uuid.uuid4()),
            "User-Agent": "TwilioProxy/1.1",
            "Accept": "*/*",
        }
        try:
            try:
                return await self._once(url, fields, headers)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                await asyncio.sleep(self._retry_seconds)
                return await self._once(url, fields, headers)
        except (httpx.ConnectError, httpx.ConnectTimeout):
            return "nobody there"
        except (httpx.TimeoutException, TimeoutError):
            return "no answer in time"
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return f"broken answer ({type(error).__name__})"

    async def _once(self, url: str, fields: dict[str, str], headers: dict[str, str]) -> str:
        async with asyncio.timeout(TOTAL_SECONDS):
            answer = await self._client.post(url, data=fields, headers=headers)
        return str(answer.status_code)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()
