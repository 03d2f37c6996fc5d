"""What may stand in a corrected field."""

from django.core.exceptions import ValidationError

from congdoan.accounts.models import User
from congdoan.core.errors import Invalid
from congdoan.core.text import normalise
from congdoan.privacy.models import Datum


def check_value(datum: Datum, right: str) -> str:
    """The value as it will be kept. Raises Invalid when the account's field does not take it."""
    value = normalise(right).strip()
    if not value:
        raise Invalid("Ghi nội dung đúng.", field="right")
    if datum is Datum.OTHER:
        return value
    try:
        User._meta.get_field(datum.value).clean(value, None)  # type: ignore[union-attr]
    except ValidationError as error:
        raise Invalid(" ".join(error.messages), field="right") from error
    return value
