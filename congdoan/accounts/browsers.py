"""Names a browser from the line by which it introduces itself, as a person would: "Chrome trên Windows"."""

import re
from typing import Final

_BROWSERS: Final = (  # the first that fits: most pretend to be those after them
    ("Cốc Cốc", r"coc_coc"),
    ("Edge", r"Edg(e|A|iOS)?/"),
    ("Opera", r"OPR/|Opera"),
    ("Samsung Internet", r"SamsungBrowser"),
    ("Zalo", r"Zalo"),
    ("Firefox", r"Firefox/|FxiOS"),
    ("Chrome", r"Chrome/|CriOS"),
    ("Safari", r"Safari/"),
)
_SYSTEMS: Final = (
    ("Android", r"Android"),
    ("iPhone", r"iPhone"),
    ("iPad", r"iPad"),
    ("Windows", r"Windows"),
    ("macOS", r"Macintosh"),
    ("ChromeOS", r"CrOS"),
    ("Linux", r"Linux"),
)


def browser_words(user_agent: str) -> str:
    """ "Trình duyệt khác" when it is none that we know."""
    browser = _first(_BROWSERS, user_agent) or "Trình duyệt khác"
    system = _first(_SYSTEMS, user_agent)
    return f"{browser} trên {system}" if system else browser


def _first(names: tuple[tuple[str, str], ...], text: str) -> str:
    return next((name for name, pattern in names if re.search(pattern, text)), "")
