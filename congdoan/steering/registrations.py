"""What steering gives to the lower floors: its place in the navigation, and the weekly mail to leaders."""

from congdoan.core.navigation import NavigationEntry, entries
from congdoan.core.web import signed_in
from congdoan.organisation.rights import may_anywhere
from congdoan.steering.queries.scope import RIGHT


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
