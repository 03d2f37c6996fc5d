"""Templates obey the content policy: nothing inline, in any package."""

import re
from pathlib import Path

import pytest
from django.template import Engine

import congdoan

ROOT = Path(congdoan.__file__).parent
PAGES = [page for page in sorted(ROOT.glob("*/templates/**/*.html")) if "mail" not in page.parts]
KIT = sorted((ROOT / "core" / "templates" / "core").rglob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_template_has_nothing_inline(page):
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*(\bsrc=|application/json))", text), "inline script"
    assert not re.search(r"<style\b|\sstyle=", text), "inline style"
    assert not re.search(r"""\son[a-z]+=["']""", text), "inline handler"
    assert not re.search(r'href="javascript:|hx-on|hx-vals=.js:', text), "script in an attribute"


@pytest.mark.parametrize("page", KIT, ids=lambda page: page.name)
def test_a_template_of_the_kit_compiles(page):
    name = str(page.relative_to(ROOT / "core" / "templates"))
    assert Engine.get_default().get_template(name)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_icon_that_a_template_names_is_in_the_sprite(page):
    sprite = (ROOT / "core" / "static" / "vendor" / "icons" / "sprite.svg").read_text(encoding="utf-8")
    known = set(re.findall(r'<symbol id="([^"]+)"', sprite))
    named = set(re.findall(r'{% icon "([^"]+)"', page.read_text(encoding="utf-8")))
    assert named <= known
