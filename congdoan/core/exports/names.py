"""Names of exported files: "Nhiem-vu-15-03-2023.xlsx"."""

import re
import unicodedata
from datetime import date


def file_name(name: str, on: date, suffix: str) -> str:
    """Latin letters only: mail programs and old archives spoil others."""
    latin = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    words = re.findall(r"[A-Za-z0-9]+", latin.encode("ascii", "ignore").decode())
    return f"{'-'.join(words) or 'Danh-sach'}-{on:%d-%m-%Y}.{suffix}"
