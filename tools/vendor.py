"""Fetches the pinned browser parts from npm into `congdoan/core/static/vendor`, with their licences.

Run `python tools/vendor.py` after changing a version or the list of icons; the result is committed, so that neither
the server nor a developer needs Node. Needs `npm` on the path.
"""

import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from congdoan.core.ui import icons  # noqa: E402

VENDOR = ROOT / "congdoan" / "core" / "static" / "vendor"
VERSIONS = {
    "@tabler/core": "1.6.1",
    "@tabler/icons": "3.51.0",
    "htmx.org": "2.0.11",
    "@fontsource/be-vietnam-pro": "5.3.0",
    "@fontsource/inter": "5.3.0",
    "@fontsource/tinos": "5.3.0",
}
USE = {
    "@tabler/core": "base styles",
    "@tabler/icons": "the icons named in `congdoan/core/ui/icons.py`, in one sprite",
    "htmx.org": "parts of a page renewed in place",
    "@fontsource/be-vietnam-pro": "letters",
    "@fontsource/inter": "digits of equal width",
    "@fontsource/tinos": "words of papers",
}
FONTS = {
    "@fontsource/be-vietnam-pro": (("vietnamese", "latin", "latin-ext"), ("400-normal", "500-normal", "600-normal")),
    "@fontsource/inter": (("latin",), ("400-normal", "500-normal", "600-normal")),
    "@fontsource/tinos": (("vietnamese", "latin"), ("400-normal", "400-italic", "700-normal")),
}
SOURCE_MAP = re.compile(r"\n?(/\*|//)# sourceMappingURL=\S+( ?\*/)?\s*$")


def fetch(folder: Path) -> dict[str, Path]:
    """Packages of VERSIONS unpacked under `folder`, by name."""
    found = {}
    for name, version in VERSIONS.items():
        packed = subprocess.run(
            ["npm", "pack", "--silent", f"{name}@{version}"], cwd=folder, check=True, capture_output=True, text=True
        ).stdout.split()[-1]
        target = folder / packed.removesuffix(".tgz")
        with tarfile.open(folder / packed) as archive:
            archive.extractall(target, filter="data")
        found[name] = target / "package"
    return found


def copy_text(source: Path, target: Path) -> None:
    """A style sheet or script without the pointer to a map that is not copied."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(SOURCE_MAP.sub("\n", source.read_text(encoding="utf-8")), encoding="utf-8")


def copy_fonts(packages: dict[str, Path], target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for name, (subsets, styles) in FONTS.items():
        for subset in subsets:
            for style in styles:
                shutil.copy(packages[name] / "files" / f"{name.split('/')[1]}-{subset}-{style}.woff2", target)


def symbol(name: str, drawing: str, *, filled: bool = False) -> str:
    paint = ' fill="currentColor" stroke="none"' if filled else ""
    return f'<symbol id="{name}" viewBox="0 0 24 24"><g{paint}>{drawing}</g></symbol>'


def drawing_of(svg: str) -> str:
    """What stands inside the root element, without the empty background square."""
    inside = svg[svg.index(">") + 1 : svg.rindex("</svg>")]
    return re.sub(r"\s+", " ", re.sub(r'<path stroke="none" d="M0 0h24v24H0z"[^>]*>', "", inside)).strip()


def build_sprite(package: Path, target: Path) -> None:
    symbols = {name: symbol(name, drawing) for name, drawing in icons.OWN.items()}
    for name, source in icons.sources().items():
        svg = (package / "icons" / f"{source}.svg").read_text(encoding="utf-8")
        symbols[name] = symbol(name, drawing_of(svg), filled=source.startswith("filled/"))
    target.parent.mkdir(parents=True, exist_ok=True)
    body = "\n".join(symbols[name] for name in sorted(symbols))
    target.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">\n{body}\n</svg>\n', encoding="utf-8")


def write_licences(packages: dict[str, Path], target: Path) -> None:
    lines = ["# Browser parts from npm", "", "| package | version | licence | used for |", "| --- | --- | --- | --- |"]
    texts = []
    for name, package in packages.items():
        facts = json.loads((package / "package.json").read_text(encoding="utf-8"))
        lines.append(f"| {name} | {facts['version']} | {facts['license']} | {USE[name]} |")
        licence = package / "LICENSE"
        if licence.exists():
            texts += ["", f"## {name}", "", "```text", licence.read_text(encoding="utf-8").strip(), "```"]
    target.write_text("\n".join(lines + texts) + "\n", encoding="utf-8")


def main() -> None:
    shutil.rmtree(VENDOR, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        packages = fetch(Path(folder))
        copy_text(packages["@tabler/core"] / "dist/css/tabler.min.css", VENDOR / "tabler/tabler.min.css")
        copy_text(packages["htmx.org"] / "dist/htmx.min.js", VENDOR / "htmx/htmx.min.js")
        copy_fonts(packages, VENDOR / "fonts")
        build_sprite(packages["@tabler/icons"], VENDOR / "icons/sprite.svg")
        write_licences(packages, VENDOR / "LICENSES.md")


if __name__ == "__main__":
    main()
