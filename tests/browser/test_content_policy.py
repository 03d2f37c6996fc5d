"""A page that broke the content policy would be noticed by every test that opens it in a browser."""

import pytest

from tests.browser.people import DESK, Office

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    "breach",
    [
        "document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">x</p>')",
        "document.body.insertAdjacentHTML('beforeend', '<img src=\"https://evil.example/a.png\">')",
        "document.head.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))",
        "setTimeout('window.ran = 1')",
    ],
)
def test_a_breach_of_the_content_policy_is_a_fault_of_the_page(office: Office, breach: str) -> None:
    with office.visitor("visitor", DESK) as visitor:
        visitor.page.goto(f"{office.base}/tai-khoan/dang-nhap/")
        visitor.page.evaluate(f"() => {{ try {{ {breach} }} catch {{}} }}")
        visitor.page.wait_for_timeout(50)
        assert visitor.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in problem or "content policy" in problem for problem in office.problems)
