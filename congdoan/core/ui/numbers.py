"""A number typed as people here write it."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django import forms

_THOUSANDS: Final = re.compile(r"-?\d{1,3}(\.\d{3})+")


class VnDecimalField(forms.Field):
    """A number as people here write it: 1.234,5; the product's own 1234.5 is taken too."""

    def to_python(self, value: Any) -> Decimal | None:
        text = str(value or "").strip().replace(" ", "")
        if not text:
            return None
        if "," in text:
            text = text.replace(".", "").replace(",", ".")
        elif _THOUSANDS.fullmatch(text):
            text = text.replace(".", "")
        try:
            number = Decimal(text)
        except InvalidOperation as error:
            raise forms.ValidationError(f"“{value}” không phải là số. Nhập lại, ví dụ 21 hoặc 12,5.") from error
        if not number.is_finite() or abs(number) >= Decimal(10) ** 15:
            raise forms.ValidationError(f"Số “{value}” quá lớn. Nhập lại.")
        return number.quantize(Decimal("0.01"))
