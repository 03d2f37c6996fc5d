"""Vendored parts are complete, have a licence, and point nowhere else."""

import re
from pathlib import Path

import congdoan
from congdoan.core.ui import icons
from congdoan.core.ui.states import STATES

VENDOR = Path(congdoan.__file__).parent / "core" / "static" / "vendor"
TEXTS = [path for path in VENDOR.rglob("*") if path.suffix in {".css", ".js"}]


def test_every_vendored_package_has_a_version_and_a_licence():
    rows = re.findall(
        r"^\| (\S+) \| ([\d.]+) \| (\S+) \| .+ \|$", (VENDOR / "LICENSES.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert {name for name, _, _ in rows} >= {
        "@tabler/core",
        "@tabler/icons",
        "htmx.org",
        "@fontsource/be-vietnam-pro",
        "@fontsource/inter",
    }
    assert {licence for _, _, licence in rows} <= {"MIT", "0BSD", "OFL-1.1", "Apache-2.0"}


def test_every_icon_is_in_the_sprite_and_nothing_else():
    sprite = (VENDOR / "icons" / "sprite.svg").read_text(encoding="utf-8")
    assert set(re.findall(r'<symbol id="([^"]+)"', sprite)) == icons.names()


def test_every_state_has_its_glyph():
    assert {state.glyph for state in STATES.values()} <= icons.names()


def test_no_vendored_file_points_to_a_map_or_another_host():
    for path in TEXTS:
        text = path.read_text(encoding="utf-8")
        assert "sourceMappingURL" not in text, path.name
        assert not re.search(r"url\([\"']?https?:", text), path.name
