import pytest
from django.test import Client

from tests.world import Federation


@pytest.mark.parametrize(
    ("address", "label"), [("/don-vi/", "Đơn vị"), ("/nguoi-dung/", "Người dùng"), ("/he-thong/vai-tro/", "Hệ thống")]
)
def test_one_entry_of_the_navigation_is_marked(
    client: Client, federation: Federation, address: str, label: str
) -> None:
    client.force_login(federation["admin"])
    page = client.get(address, follow=True)
    assert [item.label for item in page.context["navigation"] if item.active] == [label]
