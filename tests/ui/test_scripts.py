"""What the kit's scripts do in a real browser, on pages made of the kit's own templates."""

import mimetypes
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from django import forms
from django.template import Context, Template
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

import congdoan
from congdoan.core.ui.widgets import DropZone, MultipleCombobox

pytestmark = pytest.mark.browser
STATIC = Path(congdoan.__file__).parent / "core" / "static"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'"
OPTIONS = '{% include "core/_options.html" %}'


class PlanForm(forms.Form):
    title = forms.CharField(label="Tên kế hoạch", required=False)
    units = forms.MultipleChoiceField(label="Phối hợp", required=False, widget=MultipleCombobox("/goi-y/"))
    paper = forms.FileField(label="Tệp", required=False, widget=DropZone(limit=1000))


class Site:
    """Answers the browser: one page, suggestions of units, static files; keeps what was sent."""

    def __init__(self, body: str, **context: object) -> None:
        self.sent: list[str] = []
        self.answer = (200, '<p id="part">Đã nhận</p>')
        self.leads_to = ""
        page = '{% extends "core/base.html" %}{% load ui %}{% block title %}Thử{% endblock %}{% block body %}'
        self.page = Template(page + f'<main id="main">{body}</main>{{% endblock %}}').render(Context(context))

    def serve(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.path.startswith("/static/"):
            file = STATIC / unquote(address.path.removeprefix("/static/"))
            route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0])
        elif address.path == "/goi-y/":
            words = parse_qs(address.query).get("q", [""])[0]
            known = [{"value": 7, "label": "Ban Tài chính"}, {"value": 8, "label": "Ban Tổ chức"}]
            html = Template(OPTIONS).render(Context({"options": known if words == "ban" else []}))
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        elif route.request.method == "POST":
            self.sent.append(route.request.post_data or "")
            status, html = self.answer
            if status:
                headers = {"HX-Redirect": self.leads_to} if self.leads_to else {}
                route.fulfill(status=status, body=html, headers={"Content-Type": "text/html; charset=utf-8", **headers})
            else:
                route.abort()
        else:
            route.fulfill(
                body=self.page if address.path == "/" else "",
                content_type="text/html; charset=utf-8",
                headers={"Content-Security-Policy": POLICY},
            )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as player:
        yield player.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    page.complaints = []  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.complaints.append(str(error)))  # type: ignore[attr-defined]
    page.on("console", lambda said: "Content Security" in said.text and page.complaints.append(said.text))  # type: ignore[attr-defined]
    yield page
    assert page.complaints == []  # type: ignore[attr-defined]
    context.close()


def opened(page: Page, body: str, **context: object) -> Site:
    site = Site(body, **context)
    page.route("**/*", site.serve)
    page.goto("http://congdoan.test/")
    return site


HTMX_FORM = (
    '<form hx-post="/luu/" hx-target="#part" data-draft-key="k"><input name="note" aria-label="Ghi chú">'
    '<button>Gửi</button><span data-draft-note></span></form><p id="part"></p>'
)


def test_a_slash_goes_to_search_but_not_while_typing(page):
    opened(page, '<input data-search aria-label="Tìm"><input aria-label="Khác">')
    page.keyboard.press("/")
    expect(page.get_by_label("Tìm")).to_be_focused()
    page.get_by_label("Khác").fill("")
    page.get_by_label("Khác").press("/")
    expect(page.get_by_label("Khác")).to_have_value("/")


def test_what_cannot_be_undone_is_asked_first_with_the_verb_as_the_button(page):
    site = opened(
        page,
        '<form method="post" action="/ban-hanh/"><button data-confirm="Ban hành kế hoạch?"'
        ' data-confirm-text="Số đã cấp không dùng lại được." data-confirm-verb="Ban hành"'
        ' name="do" value="issue">Ban hành kế hoạch</button></form>',
    )
    page.get_by_role("button", name="Ban hành kế hoạch").click()
    asked = page.get_by_role("dialog", name="Ban hành kế hoạch?")
    expect(asked).to_contain_text("Số đã cấp không dùng lại được.")
    asked.get_by_role("button", name="Để sau").click()
    assert site.sent == []
    page.get_by_role("button", name="Ban hành kế hoạch").click()
    asked.get_by_role("button", name="Ban hành", exact=True).click()
    page.wait_for_url("**/ban-hanh/")
    assert site.sent == ["do=issue"]


def test_it_is_asked_also_while_the_other_scripts_are_on_their_way(page):
    site = Site(
        '<form method="post" action="/xoa/">'
        '<button data-confirm="Xóa?" data-confirm-verb="Xóa ngay">Xóa</button></form>'
        '<form hx-post="/luu/"><button>Lưu</button></form>'
    )
    page.route("**/*", site.serve)
    held: list[Route] = []
    page.route("**/*.js", lambda route: route.fallback() if "dialogs" in route.request.url else held.append(route))
    page.goto("http://congdoan.test/", wait_until="commit")
    page.get_by_role("button", name="Lưu").click()
    page.get_by_role("button", name="Xóa").click()
    expect(page.get_by_role("dialog", name="Xóa?")).to_be_visible()
    assert held
    assert site.sent == []
    page.get_by_role("button", name="Xóa ngay").click()
    page.wait_for_url("**/xoa/", wait_until="commit")
    assert len(site.sent) == 1


def test_an_htmx_request_is_asked_too(page):
    site = opened(
        page,
        '<button hx-post="/xoa/" hx-target="#part" data-confirm="Thu hồi?"'
        ' data-confirm-verb="Thu hồi ngay">Thu hồi</button><p id="part"></p>',
    )
    page.get_by_role("button", name="Thu hồi").click()
    page.get_by_role("button", name="Thu hồi ngay").click()
    expect(page.locator("#part")).to_have_text("Đã nhận")
    assert len(site.sent) == 1


def test_a_conflict_is_told_in_place_and_the_text_stays(page):
    site = opened(page, HTMX_FORM)
    said = Template('{% include "core/_error.html" %}').render(
        Context({"message": "Phạm Thị Tuyết Nhung đã trình văn bản này lúc 10:41.", "status": 409})
    )
    site.answer = (409, said)
    page.get_by_label("Ghi chú").fill("Đã làm xong")
    page.get_by_role("button", name="Gửi").click()
    expect(page.get_by_role("alert")).to_contain_text("Tuyết Nhung đã trình văn bản này")
    expect(page.get_by_label("Ghi chú")).to_have_value("Đã làm xong")
    page.get_by_role("button", name="Đóng thông báo").click()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_lost_network_keeps_the_text_and_offers_to_send_again(page):
    site = opened(page, HTMX_FORM)
    site.answer = (0, "")
    page.get_by_label("Ghi chú").fill("Đã làm xong")
    page.get_by_role("button", name="Gửi", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Chưa gửi được vì mất mạng. Nội dung vẫn còn trên trang.")
    site.answer = (200, '<p id="part">Đã nhận</p>')
    page.get_by_role("button", name="Gửi lại").click()
    expect(page.locator("#part")).to_have_text("Đã nhận")
    assert len(site.sent) == 2


def test_typed_text_comes_back_after_the_page_is_left_and_goes_once_it_is_sent(page):
    opened(page, HTMX_FORM)
    page.get_by_label("Ghi chú").fill("Đang viết dở")
    expect(page.locator("[data-draft-note]")).to_contain_text("Đã giữ lúc")
    page.reload()
    expect(page.get_by_label("Ghi chú")).to_have_value("Đang viết dở")
    page.get_by_role("button", name="Gửi").click()
    expect(page.locator("#part")).to_have_text("Đã nhận")
    assert page.evaluate("localStorage.length") == 0


def test_typed_text_is_kept_when_the_server_refuses_it(page):
    site = opened(page, HTMX_FORM)
    site.answer = (422, '<p id="part">Nhập việc đã làm.</p>')
    page.get_by_label("Ghi chú").fill("Đang viết dở")
    page.get_by_role("button", name="Gửi").click()
    expect(page.locator("#part")).to_have_text("Nhập việc đã làm.")
    page.reload()
    expect(page.get_by_label("Ghi chú")).to_have_value("Đang viết dở")


def test_sent_text_is_forgotten_when_the_answer_leads_to_another_page(page):
    site = opened(page, HTMX_FORM)
    site.answer, site.leads_to = (204, ""), "/viec/"
    page.get_by_label("Ghi chú").fill("Đã viết xong")
    page.get_by_role("button", name="Gửi").click()
    page.wait_for_url("**/viec/")
    assert page.evaluate("localStorage.length") == 0


def test_who_goes_back_from_an_error_has_every_word_again_also_where_the_browser_keeps_none(page):
    site = opened(
        page,
        '<form method="post" action="/luu/" autocomplete="off"><input name="phone" aria-label="Số">'
        '<input type="checkbox" name="sure" aria-label="Đúng"><button>Gửi</button></form>',
    )
    site.answer = (500, Template('{% include "core/error.html" %}').render(Context({"message": "Lỗi"})))
    page.get_by_label("Số").fill("0275385")
    page.get_by_label("Đúng").check()
    page.get_by_role("button", name="Gửi").click()
    page.get_by_role("button", name="Quay lại trang trước").click()
    expect(page.get_by_label("Số")).to_have_value("0275385")
    expect(page.get_by_label("Đúng")).to_be_checked()
    site.answer = (200, site.page)
    page.get_by_role("button", name="Gửi").click()
    page.wait_for_url("**/luu/")
    expect(page.get_by_label("Số")).to_have_value("")
    assert page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('congdoan'))") == []


def test_a_draft_outlives_a_page_that_says_what_went_wrong_and_goes_once_it_was_taken(page):
    form = (
        '<form method="post" action="/luu/" data-draft-key="k"><input name="note" aria-label="Ghi chú">'
        "<button>Gửi</button></form>"
    )
    site = opened(page, form)
    site.answer = (500, Template('{% include "core/error.html" %}').render(Context({"message": "Lỗi"})))
    page.get_by_label("Ghi chú").fill("Đang viết dở")
    page.get_by_role("button", name="Gửi").click()
    expect(page.get_by_role("alert")).to_have_text("Lỗi")
    page.goto("http://congdoan.test/")
    expect(page.get_by_label("Ghi chú")).to_have_value("Đang viết dở")
    site.answer = (200, site.page)
    page.get_by_role("button", name="Gửi").click()
    page.wait_for_url("**/luu/")
    expect(page.get_by_label("Ghi chú")).to_have_value("")
    assert page.evaluate("localStorage.length") == 0


def test_units_are_found_by_typing_and_chosen_with_the_keyboard(page):
    site = opened(page, '<form method="post" action="/luu/">{{ form }}<button>Gửi</button></form>', form=PlanForm())
    units = page.get_by_role("combobox")
    units.press_sequentially("ban")
    expect(page.get_by_role("option")).to_have_count(2)
    units.press("ArrowDown")
    units.press("Enter")
    expect(page.locator("[data-token]")).to_contain_text("Ban Tổ chức")
    units.press_sequentially("ban")
    expect(page.get_by_role("option")).to_have_text("Ban Tài chính")
    units.press("Enter")
    units.press("Backspace")
    page.get_by_role("button", name="Gửi").click()
    page.wait_for_url("**/luu/")
    assert 'name="units"\r\n\r\n8' in site.sent[0] or "units=8" in site.sent[0]
    assert "units=7" not in site.sent[0]


def test_a_file_is_named_with_its_size_and_a_large_one_is_refused(page):
    opened(page, "<form>{{ form }}</form>", form=PlanForm())
    drop = page.locator("input[type=file]")
    drop.set_input_files({"name": "nho.pdf", "mimeType": "application/pdf", "buffer": b"x" * 900})
    expect(page.locator(".cd-drop-list")).to_contain_text("nho.pdf · 1 KB")
    drop.set_input_files({"name": "lon.pdf", "mimeType": "application/pdf", "buffer": b"x" * 2000})
    expect(page.locator(".cd-drop-list")).to_contain_text("Chọn tệp nhỏ hơn")
    assert not drop.evaluate("field => field.checkValidity()")
    page.get_by_role("button", name="Bỏ tệp").click()
    assert drop.evaluate("field => field.files.length") == 0


def test_a_pasted_picture_is_taken(page):
    opened(page, "<form>{{ form }}</form>", form=PlanForm())
    page.get_by_label("Tên kế hoạch").evaluate(
        "node => { const data = new DataTransfer(); data.items.add(new File(['x'], 'anh.png', {type: 'image/png'}));"
        " node.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }"
    )
    expect(page.locator(".cd-drop-list")).to_contain_text("anh.png")


def test_picked_rows_show_the_bulk_bar(page):
    rows = "".join(
        f'<tr data-row><td><input type="checkbox" data-pick aria-label="Chọn {n}"></td></tr>' for n in (1, 2, 3)
    )
    opened(
        page,
        '<div data-list><div class="cd-bulk" data-bulk hidden>'
        '<input type="checkbox" data-pick-all aria-label="Chọn cả trang">'
        '<span data-bulk-count></span><button type="button" data-bulk-clear>Bỏ chọn</button></div>'
        f'<table class="cd-table"><tbody>{rows}</tbody></table></div>',
    )
    page.get_by_label("Chọn 1").check()
    page.get_by_label("Chọn 2").check()
    expect(page.locator("[data-bulk]")).to_contain_text("Đã chọn 2")
    page.get_by_label("Chọn cả trang").check()
    expect(page.get_by_label("Chọn 3")).to_be_checked()
    page.get_by_role("button", name="Bỏ chọn").click()
    expect(page.locator("[data-bulk]")).to_be_hidden()


def test_a_key_presses_the_button_that_names_it(page):
    opened(
        page,
        '<p id="said"></p><button type="button" data-key="F8" data-open="there">Đến chỗ tiếp theo</button>'
        '<dialog id="there">Chỗ 2</dialog>',
    )
    page.keyboard.press("F8")
    expect(page.get_by_role("dialog")).to_have_text("Chỗ 2")


def test_a_password_can_be_shown(page):
    opened(
        page,
        '<div class="cd-inside"><input type="password" aria-label="Mật khẩu">'
        '<button type="button" data-reveal>Hiện</button></div>',
    )
    page.get_by_role("button", name="Hiện").click()
    expect(page.get_by_label("Mật khẩu")).to_have_attribute("type", "text")
    expect(page.get_by_role("button", name="Ẩn")).to_be_visible()


def test_a_field_that_the_server_switched_off_stays_off_and_a_sent_form_is_sent_once(page):
    field = '<input name="a" aria-label="Số" value="34" disabled>'
    site = opened(page, f'<form method="post" action="/luu/">{field}<button>Gửi</button></form>')
    expect(page.get_by_label("Số")).to_be_disabled()
    site.answer = (204, "")
    page.get_by_role("button", name="Gửi").click()
    expect(page.get_by_role("button", name="Gửi")).to_be_disabled()
    assert len(site.sent) == 1


def test_the_navigation_folds_into_a_button_on_narrow_screens(page):
    page.set_viewport_size({"width": 900, "height": 700})
    opened(page, '{% include "core/_top.html" %}{% include "core/_nav.html" %}', navigation=[])
    navigation = page.get_by_role("navigation", name="Các mục")
    expect(navigation).to_be_hidden()
    page.get_by_role("button", name="Mục").click()
    expect(navigation).to_be_visible()
    page.keyboard.press("Escape")
    expect(navigation).to_be_hidden()
