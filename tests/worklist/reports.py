"""Delivery reports as mail servers write them (RFC 3464)."""

POSTFIX = """\
Return-Path: <>
From: MAILER-DAEMON@mx.example.vn (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: congdoan@example.vn
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--B
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.vn
Arrival-Date: Wed, 15 Mar 2023 08:00:00 +0700 (+07)

Final-Recipient: rfc822; batri@example.vn
Original-Recipient: rfc822;batri@example.vn
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {words}

--B
Content-Description: Undelivered Message
Content-Type: {original}

Message-ID: {message_id}
Subject: =?utf-8?b?Vmnhu4djIG3hu5tp?=
From: congdoan@example.vn

{rest}
--B--
"""


def report(
    message_id: str,
    *,
    action: str = "failed",
    status: str = "5.1.1",
    words: str = "550 5.1.1 <batri@example.vn>: Recipient address rejected: User unknown",
    original: str = "message/rfc822",
    rest: str = "Text.",
) -> bytes:
    return POSTFIX.format(
        message_id=message_id, action=action, status=status, words=words, original=original, rest=rest
    ).encode()
