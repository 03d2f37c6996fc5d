"""Reads EMAIL_URL: which mail server, and whether the line to it is encrypted."""

from typing import Any, Final
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_PORTS: Final = {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}


def mail_settings(url: str) -> dict[str, Any]:
    """Django's EMAIL_* settings. `smtp+tls` asks for STARTTLS, `smtp+ssl` is encrypted from the beginning."""
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname or parts.query:
        raise ImproperlyConfigured("EMAIL_URL viết như smtp+tls://user:password@host:587; hoặc smtp://, smtp+ssl://")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or _PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtp+ssl",
    }
