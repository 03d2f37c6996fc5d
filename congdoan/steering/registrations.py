"""What steering gives to the lower floors: its place in the navigation, and the weekly mail to leaders."""

from congdoan.core.navigation import NavigationEntry, entries
from congdoan.core.web import signed_in
from congdoan.organisation.rights import may_anywhere
from congdoan.steering.queries.scope import RIGHT
from congdoan.steering.services.weekly import WEEKLY, pictures_of
from congdoan.worklist.mailing.pictures import mail_pictures
from congdoan.worklist.notice_kinds import NoticeKind, notice_kinds


def register() -> None:
    entries.register(
        "steering",
        NavigationEntry(
            "Điều hành",
            "activity",
            "steering:state",
            order=22,
            allowed=lambda request: may_anywhere(signed_in(request), RIGHT),
        ),
    )
    notice_kinds.register(WEEKLY, NoticeKind("Thư điều hành đầu tuần, gửi lãnh đạo đơn vị"))
    mail_pictures.register("steering", pictures_of)
