"""Kinds of fields that calls send, beside those of the validating library."""

from decimal import Decimal
from typing import Annotated, Final

from ninja import Field, Header
from pydantic import AwareDatetime

LONGEST_TEXT: Final = 20_000
NO_NUL: Final = r"^[^\x00]*$"
Text = Annotated[str, Field(max_length=LONGEST_TEXT, pattern=NO_NUL)]
Figure = Annotated[Decimal, Field(max_digits=18, decimal_places=2)]
Moment = AwareDatetime
Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        min_length=8,
        max_length=200,
        pattern=r"^[\x21-\x7E]+$",
        description="Khóa do bên gọi đặt, riêng cho mỗi lần gửi; gửi lại cùng khóa không làm lại lần nữa",
    ),
]
Match = Annotated[
    str | None,
    Header(
        alias="If-Match",
        pattern=r"^[\x20-\x7E]*$",
        description="ETag của lần đọc gần nhất; đã khác thì trả 412 kèm dữ liệu đang có",
    ),
]
