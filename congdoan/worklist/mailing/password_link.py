"""Puts the link that sets a password into its mail, at the moment of sending."""

from congdoan.accounts.invitation import LINK_HERE, invitation_link
from congdoan.worklist.models import OutgoingMail


def with_password_link(mail: OutgoingMail) -> str:
    """The text with a link that is good from now on.

    Raises ValueError for whoever may not have one any more: the mail may have waited for days.
    """
    user = mail.user
    if user is None or not user.is_active:
        raise ValueError("Tài khoản đang khóa: không gửi liên kết đặt mật khẩu.")
    if user.email != mail.to:
        raise ValueError("Người nhận đã đổi địa chỉ thư: không gửi liên kết đặt mật khẩu tới địa chỉ cũ.")
    return mail.text.replace(LINK_HERE, invitation_link(user))
