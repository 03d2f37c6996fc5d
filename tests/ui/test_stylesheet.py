"""The stylesheet keeps its promises: contrast, hex colours that old browsers know, classes of our own."""

import re
from pathlib import Path

import pytest

import congdoan

FOLDER = Path(congdoan.__file__).parent / "core" / "static" / "congdoan"
SHEETS = sorted(FOLDER.glob("*.css"))
TOKENS = dict(re.findall(r"--cd-([a-z0-9-]+): (#[0-9A-Fa-f]{6})", (FOLDER / "tokens.css").read_text(encoding="utf-8")))
GUIDE = {
    "brand": "#0F4C8A",
    "brand-tint": "#EAF1F9",
    "ink": "#19222E",
    "ink-2": "#46525F",
    "ink-3": "#5D6977",
    "line": "#E0E4E9",
    "field": "#7F8A97",
    "wash": "#F4F6F8",
    "late": "#B3261E",
    "late-tint": "#FDECEB",
    "soon": "#865300",
    "soon-tint": "#FFF3D9",
    "done": "#17703C",
    "done-tint": "#E4F3E9",
}
GROUNDS = {
    "white": "ink ink-2 ink-3 brand late soon done",
    "wash": "ink ink-2 ink-3 brand",
    "brand": "white",
    "late": "white",
    "brand-tint": "brand ink-2",
    "picked": "ink-3",
    "chip": "ink-2",
    "run": "ink-2",
    "late-tint": "late late-dark",
    "soon-tint": "soon soon-dark",
    "soon-fill": "soon-dark",
    "done-tint": "done done-dark",
    "done-fill": "done-dark",
}
TEXT_PAIRS = [(text, ground) for ground, texts in GROUNDS.items() for text in texts.split()]


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(TOKENS[one]), luminance(TOKENS[other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_colours_are_those_of_the_guide():
    assert {name: TOKENS[name].upper() for name in GUIDE} == GUIDE


@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_is_readable_on_its_ground(text, ground):
    assert contrast(text, ground) >= 4.5


def test_borders_of_inputs_are_seen():
    assert contrast("field", "white") >= 3


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_uses_nothing_that_old_browsers_lack(sheet):
    assert not re.search(r"oklch|color-mix|light-dark|@layer|@container", sheet.read_text(encoding="utf-8"))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_classes_are_our_own(sheet):
    text = re.sub(r"/\*.*?\*/|url\([^)]*\)|\d\.\d", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    foreign = {name for name in re.findall(r"\.([a-zA-Z][\w-]*)", text) if not name.startswith(("cd-", "htmx-"))}
    assert not foreign


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_file_that_a_sheet_names_exists(sheet):
    for name in re.findall(r'url\("([^"#]+)"\)', sheet.read_text(encoding="utf-8")):
        assert (FOLDER / name).exists(), name


def test_every_sheet_and_script_is_loaded_by_a_template():
    pages = Path(congdoan.__file__).parent.glob("*/templates/**/*.html")
    loaded = {
        name for page in pages for name in re.findall(r"""['"]congdoan/([^'"]+)""", page.read_text(encoding="utf-8"))
    }
    assert {sheet.name for sheet in SHEETS} | {f"js/{script.name}" for script in (FOLDER / "js").glob("*.js")} <= loaded
