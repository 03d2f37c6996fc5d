"""Links in mails by which a person stops them without signing in. The signed link alone is the permission."""

import re
from urllib.parse import urljoin

from django.conf import settings
from django.core import signing
from django.urls import reverse

from congdoan.core.errors import NotFound

_SALT = "worklist.unsubscribe"


def absolute(path: str) -> str:
    """The full address of a page, for mails."""
    return urljoin(settings.BASE_URL, path)


def unsubscribe_url(user_id: int) -> str:
    return absolute(reverse("worklist:unsubscribe", args=[signing.dumps(user_id, salt=_SALT)]))


def stop_address(text: str) -> str:
    """The last such link in a mail's text, the one at its foot; what concerns the security of an account has none."""
    before = absolute(reverse("worklist:unsubscribe", args=["-"])).removesuffix("-/")
    found = re.findall(rf"{re.escape(before)}[\w:.-]+/", text)
    return str(found[-1]) if found else ""


def user_of(token: str) -> int:
    """The id of the person who got the link; raises NotFound when the link was changed or cut short."""
    try:
        return int(signing.loads(token, salt=_SALT))
    except signing.BadSignature:
        raise NotFound("Đường dẫn trong thư không đúng hoặc bị cắt mất một phần. Mở lại từ thư.") from None
