"""People at their browsers: each has a window, and every page that they pass is looked over."""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

from tests.world import Federation

DESK, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
PASSWORD = "mat-khau-dai-2023"
PICTURES = os.environ.get("CONGDOAN_TEST_PICTURES", "")
"""A folder for a picture of every page that is looked over, at both sizes; none are taken when it is not set."""

_BREACHES = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`content policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ""}`));
"""
"""Told beside the browser's own words, which are not the same in every version."""
_PARTS = """() => {
  const given = (part) => [...part.attributes].map((one) => one.name).sort();
  const name = (part) => part.tagName + "." + part.getAttribute("class") + given(part)
    + (part.childElementCount ? "" : Boolean(part.textContent.trim()));
  const parts = [...document.querySelectorAll("*")];
  const within = parts.map((part) => (part.parentElement ? name(part.parentElement) : "") + ">" + name(part));
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => heading.tagName);
  return [...new Set(within)].sort().join() + headings;
}"""
"""What a page is made of: each kind of element in its kind of parent, once, and the order of its headings."""
_LEFT_BEHIND = "net::ERR_ABORTED"
"""Said of a request whose page was left before the answer came: no fault."""


_examined: set[tuple[int, str]] = set()
"""Width and parts of the pages that axe has seen in this process: it takes seconds and would find the same again."""


class Person:
    """Somebody signed in at a window of one size."""

    def __init__(self, browser: Browser, base: str, username: str, size: dict[str, int], problems: list[str]) -> None:
        self.base, self.username, self.size, self.problems = base, username, size, problems
        touch = size == PHONE
        context: Any = {"viewport": size, "has_touch": touch, "locale": "vi-VN", "reduced_motion": "reduce"}
        self.page: Page = browser.new_context(**context).new_page()
        self.page.set_default_timeout(60_000)
        self.page.add_init_script(_BREACHES)
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self._wrong(f"script: {error}"))
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._answered)

    def sign_in(self) -> None:
        self.open("/tai-khoan/dang-nhap/")
        self.page.fill("input[name=login]", self.username)
        self.page.fill("input[name=password]", PASSWORD)
        self.page.press("input[name=password]", "Enter")
        self.page.wait_for_url(f"{self.base}/")
        self.look_over()

    def open(self, address: str) -> None:
        self.go(address)
        self.look_over()

    def go(self, address: str) -> None:
        """Open a page that is looked over elsewhere."""
        self.page.goto(self.base + address)

    def click(self, role: Any, name: str) -> None:
        """Press the first button, link or tab that is visible and called so."""
        self.page.get_by_role(role, name=name).locator("visible=true").first.click()

    def sees(self, words: str) -> None:
        self.page.get_by_text(words).locator("visible=true").first.wait_for()

    @property
    def address(self) -> str:
        """The page that is open, without its questions."""
        return self.page.url.removeprefix(self.base).partition("?")[0]

    def look_over(self) -> None:
        """Axe finds nothing, one h1, nothing wider than the window: at the person's own size and at the other one."""
        self.page.wait_for_load_state()
        self.page.locator(".htmx-request").first.wait_for(state="detached")
        for size in (DESK, PHONE) if self.size == PHONE else (PHONE, DESK):
            self.page.set_viewport_size(size)  # type: ignore[arg-type]
            self._look_over(size)

    def _look_over(self, size: dict[str, int]) -> None:
        if headings := self.page.locator("h1").count() - 1:
            self._wrong(f"{headings + 1} h1")
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        if wide > size["width"]:
            self._wrong(f"{wide} px wide at {size['width']}")
        if (made_of := (size["width"], self.page.evaluate(_PARTS))) not in _examined:
            _examined.add(made_of)
            self._examine(size)
        if PICTURES:
            name = re.sub(r"\W+", "-", self.page.url.removeprefix(self.base)).strip("-") or "desk"
            path = Path(PICTURES) / f"{self.username}-{name}-{size['width']}.png"
            self.page.screenshot(path=path, caret="initial")  # hiding it would leave style attributes on the page

    def _examine(self, size: dict[str, int]) -> None:
        self.page.evaluate(AXE_SCRIPT)
        for found in self.page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]:
            nodes = [f"{json.dumps(node['target'])} {node['html'][:160]}" for node in found["nodes"][:4]]
            self._wrong("\n    ".join([f"axe at {size['width']}, {found['id']}: {found['help']}", *nodes]))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._wrong(f"console: {message.text}")

    def _failed(self, request: Request) -> None:
        if request.failure != _LEFT_BEHIND:
            self._wrong(f"failed: {request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self._wrong(f"{response.status}: {response.url}")

    def _wrong(self, what: str) -> None:
        self.problems.append(f"{self.username} {self.page.url.removeprefix(self.base)}: {what}")


class Office:
    """The federation's people before their browsers, on one running office."""

    def __init__(self, browser: Browser, base: str, federation: Federation) -> None:
        self.browser, self.base, self.federation = browser, base, federation
        self.problems: list[str] = []

    @contextmanager
    def visitor(self, name: str, size: dict[str, int], *, session: str = "") -> Iterator[Person]:
        """Somebody at a window of their own, which closes at the end; with `session`, signed in already."""
        person = Person(self.browser, self.base, name, size, self.problems)
        if session:
            person.page.context.add_cookies([{"name": "sessionid", "value": session, "url": self.base}])
        yield person
        person.page.context.close()

    @contextmanager
    def person(self, username: str, size: dict[str, int]) -> Iterator[Person]:
        """The person, signed in through the real page."""
        with self.visitor(username, size) as person:
            person.sign_in()
            yield person
