import pytest
from django.core.cache import cache
from django.test import Client

from congdoan.accounts.models import User
from tests.world import Federation


@pytest.fixture
def officer(federation: Federation) -> User:
    """The grassroots officer at An Thủy, with a phone number."""
    person = federation["coso"]
    person.phone = "0909 111 222"
    person.save(update_fields=["phone"])
    return person


@pytest.fixture
def chief(federation: Federation) -> User:
    """The leader of the district above, who manages people there."""
    return federation["batri"]


@pytest.fixture
def own_web(officer: User) -> Client:
    """Signed in by the form, so that the session is one of the person's own list."""
    cache.clear()
    web = Client()
    web.post("/tai-khoan/dang-nhap/", {"login": officer.username, "password": "mat-khau-dai-2023"})
    return web


@pytest.fixture
def chief_web(chief: User) -> Client:
    web = Client()
    web.force_login(chief)
    return web
