"""The form fields of Twilio's two webhooks, in full. Pure."""

from datetime import datetime

from web.handsets import segments
from web.handsets.message import API_VERSION, Message

_PLACES = ("City", "State", "Zip", "Country")


def inbound(message: Message, account_sid: str) -> dict[str, str]:
    """What is posted when a telephone sends a text; place names are blank outside the United States."""
    return {
        "ToCountry": "GB",
        **{f"To{place}": "" for place in _PLACES[:3]},
        "FromCountry": "GB",
        **{f"From{place}": "" for place in _PLACES[:3]},
        "SmsMessageSid": message.sid,
        "SmsSid": message.sid,
        "MessageSid": message.sid,
        "SmsStatus": "received",
        "NumMedia": "0",
        "NumSegments": str(segments.count(message.body)),
        "AccountSid": account_sid,
        "From": message.sender,
        "To": message.to,
        "Body": message.body,
        "ApiVersion": API_VERSION,
    }


def status(
    message: Message, account_sid: str, state: str, error_code: int | None, at: datetime
) -> dict[str, str]:
    """What is posted when a message takes a step."""
    fields = {
        "SmsSid": message.sid,
        "SmsStatus": state,
        "MessageSid": message.sid,
        "MessageStatus": state,
        "AccountSid": account_sid,
        "From": message.sender,
        "To": message.to,
        "ApiVersion": API_VERSION,
    }
    if message.service_sid:
        fields["MessagingServiceSid"] = message.service_sid
    if error_code is not None:
        fields["ErrorCode"] = str(error_code)
    if state == "delivered":
        fields["RawDlrDoneDate"] = at.strftime("%y%m%d%H%M")
    return fields
