"""Takes the pictures of the guides from a running office with the demo: python tools/screenshots.py [http://127.0.0.1:8000]

Needs Chromium at /usr/bin/chromium and the demo's password, in CONGDOAN_DEMO_PASSWORD or the data folder.
"""

import os
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from congdoan.demo.password import demo_password

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congdoan.config.settings")  # says where the data folder is
PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
DESK, PHONE = (1366, 768), (390, 844)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

SHOTS: list[tuple[str, str, tuple[int, int], list[str]]] = [
    # picture, user, size, what to open: an address, then links by their words
    ("desk", "chanhvp", DESK, ["/"]),
    ("desk-phone", "coso", PHONE, ["/"]),
    ("upload", "chuyenvien", DESK, ["/ke-hoach/doc/"]),
    ("review", "chuyenvien", DESK, ["/ke-hoach/?nhom=ban-nhap", "a.cd-cell-title", "main a.cd-button-main"]),
    ("plan", "chutich", DESK, ["/ke-hoach/", "a.cd-cell-title"]),
    ("follow-up", "chutich", DESK, ["/ke-hoach/", "a.cd-cell-title", "a:has-text('Theo dõi')"]),
    (
        *("own-plans", "chutich", DESK),
        ["/ke-hoach/", "a.cd-cell-title", "a:has-text('Theo dõi')", "main a:has-text('Kế hoạch đơn vị')"],
    ),
    ("own-work", "batri", DESK, ["/", ".cd-row-title:has-text('Hệ thống hóa')"]),
    ("task", "batri", DESK, ["/", ".cd-row-title:has-text('Hệ thống hóa')"]),
    ("task-phone", "batri", PHONE, ["/", ".cd-row-title:has-text('Hệ thống hóa')"]),
    ("report", "batri.cv", DESK, ["/bao-cao/", "tr:has-text('Còn') a.cd-cell-title"]),
    ("composed", "chutich", DESK, ["/bao-cao/yeu-cau/", "a.cd-cell-title"]),
    ("target", "chanhvp", DESK, ["/ke-hoach/", "a.cd-cell-title", "a:has-text('Chỉ tiêu')", "a.cd-cell-title"]),
    ("tree", "chutich", DESK, ["/ke-hoach/3/cay/"]),
    ("inspection-programme", "ubkt", DESK, ["/kiem-tra/chuong-trinh/", "a.cd-cell-title"]),
    ("inspection", "ubkt", DESK, ["/kiem-tra/?trang_thai=closed", "a.cd-cell-title"]),
    ("inspected-phone", "mocaybac", PHONE, ["/kiem-tra/", "a.cd-cell-title"]),
    ("steering", "chutich", DESK, ["/dieu-hanh/"]),
    ("heat-map", "chutich", DESK, ["/dieu-hanh/ban-do/"]),
    ("burn-up", "chutich", DESK, ["/dieu-hanh/tien-do/"]),
    ("briefing", "chutich", DESK, ["/dieu-hanh/giao-ban/"]),
    ("answers", "chutich", DESK, ["/hoi-dap/vuong-mac/"]),
    ("unit", "truongban", DESK, ["/don-vi/"]),
    ("duties", "truongban", DESK, ["/phan-cong/"]),
    ("papers", "vanthu", DESK, ["/van-ban/"]),
    ("corrections", "admin", DESK, ["/he-thong/ban-doc/"]),
]


def sign_in(browser: Browser, base: str, user: str, size: tuple[int, int]) -> Page:
    page = browser.new_context(viewport={"width": size[0], "height": size[1]}).new_page()
    page.goto(f"{base}/tai-khoan/dang-nhap/")
    page.fill("input[name=login]", user)
    page.fill("input[name=password]", demo_password())
    page.press("input[name=password]", "Enter")
    page.wait_for_load_state()
    return page


def main(base: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for name, user, size, (address, *links) in SHOTS:
            page = sign_in(browser, base, user, size)
            page.goto(base + address)
            for link in links:
                page.locator(link).first.click()
                page.wait_for_load_state()
            page.wait_for_timeout(500)
            page.screenshot(path=PICTURES / f"{name}.png")
            page.context.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
