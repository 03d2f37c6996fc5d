"""Plain texts that are empty, endless, binary, or repeat what grammar rules look for."""

from __future__ import annotations

from tests.reading.hostile.making import PLAN, Files, noise

_MB = 2**20


def _repeated(text: str, length: int = 400_000) -> bytes:
    return (PLAN + text * (length // len(text))).encode()


_ENDLESS = {
    "dieu": "điều ",
    "so": "1.1.",
    "trich": "“",
    "gach": "- ",
    "ngoac": "(",
    "giao": "Giao ",
    "phay": "a, và ",
    "quy": "quý ",
    "ngay": "ngày 1/1/",
    "can-cu": "Căn cứ Nghị quyết số ",
    "muc": "mục 1.1, ",
    "la-ma": "I. ",
    "o-bang": "| ",
    "cham": "...",
    "trang": " .",
    "phu-luc": "Phụ lục ",
    "gach-cheo": "1/2/3/",
    "chu-tri": "chủ trì, ",
}

FILES: Files = {
    "empty.txt": lambda: b"",
    "one-byte.txt": lambda: b"\xff",
    "only-mark.txt": lambda: b"\xef\xbb\xbf",
    "spaces.txt": lambda: b" \t\r\n" * 1000,
    "invisible.txt": lambda: "\u200b\u200e\ufeff".encode() * 5000,
    "zeros.txt": lambda: b"\0" * 100_000,
    "plan-with-zeros.txt": lambda: PLAN.encode().replace(b" ", b" \0"),
    "odd-utf16.txt": lambda: PLAN.encode("utf-16")[:-1],
    "lone-surrogates.txt": lambda: b"\xff\xfe" + b"\x00\xd8" * 5000,
    "wrong-utf8.txt": lambda: PLAN.encode() + b"\xc3\x28\xa0\xa1\xe2\x28" * 3000,
    "noise.txt": lambda: noise(200_000),
    "noise-in-latin.txt": lambda: bytes(32 + byte % 200 for byte in noise(300_000)),
    "controls.txt": lambda: PLAN.encode() + bytes(range(1, 32)) * 3000,
    "marks-only.txt": lambda: ("a" + "\u0301\u0316" * 200_000).encode(),
    "right-to-left.txt": lambda: (PLAN + "\u202e\u2066" * 50_000).encode(),
    "one-line-of-50-mb.txt": lambda: b"ke hoach " * (50 * _MB // 9),
    "one-word-of-20-mb.txt": lambda: b"a" * (20 * _MB),
    "empty-lines-of-50-mb.txt": lambda: PLAN.encode() + b"\n" * (50 * _MB),
    "million-short-lines.txt": lambda: PLAN.encode() + b"- a\n" * 1_000_000,
    "hundred-thousand-sections.txt": lambda: "".join(f"{at}. Làm việc {at};\n" for at in range(100_000)).encode(),
    **{f"endless-{name}.txt": lambda text=text: _repeated(text) for name, text in _ENDLESS.items()},  # type: ignore[misc]
}
