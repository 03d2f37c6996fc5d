"""The address of the mail server says whether the line is encrypted; what is not understood stops the start."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from congdoan.config.mail import mail_settings


@pytest.mark.parametrize(
    ("url", "port", "tls", "ssl"),
    [
        ("smtp+tls://van.phong:m%40t@mail.vn", 587, True, False),
        ("smtp+ssl://van.phong:m%40t@mail.vn", 465, False, True),
        ("smtp://van.phong:m%40t@mail.vn:2525", 2525, False, False),
    ],
)
def test_the_scheme_says_how_the_line_is_encrypted(url: str, port: int, tls: bool, ssl: bool) -> None:
    read = mail_settings(url)
    assert (read["EMAIL_HOST"], read["EMAIL_PORT"]) == ("mail.vn", port)
    assert (read["EMAIL_USE_TLS"], read["EMAIL_USE_SSL"]) == (tls, ssl)
    assert (read["EMAIL_HOST_USER"], read["EMAIL_HOST_PASSWORD"]) == ("van.phong", "m@t")


@pytest.mark.parametrize("url", ["mail.vn", "smtps://mail.vn", "http://mail.vn", "smtp+tls://", "smtp://mail.vn?tls=1"])
def test_an_address_that_is_not_understood_is_refused(url: str) -> None:
    with pytest.raises(ImproperlyConfigured):
        mail_settings(url)
