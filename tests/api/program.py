"""A program that calls with a token."""

from typing import Any

from django.test import Client

from congdoan.accounts.models import User
from congdoan.organisation.api.scopes import SCOPES, scopes_for
from congdoan.organisation.services.tokens import NewToken, make_token


class Program:
    """Of one person, with all the rights that a token of theirs may have unless told otherwise."""

    def __init__(self, user: User, *scopes: str, unit_id: int | None = None) -> None:
        allowed = [action for action, _ in scopes_for(user)]
        self.made: NewToken = make_token(
            by=user,
            name="Bảng điều hành",
            scopes=scopes or [s for s in SCOPES if s in allowed],
            days=30,
            unit_id=unit_id,
        )
        self.client = Client()

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(self._address(path), headers=self._headers(headers))

    def post(self, path: str, body: Any, *, key: str = "khoa-0001", **headers: str) -> Any:
        sent = self._headers({"Idempotency-Key": key, **headers})
        return self.client.post(self._address(path), body, content_type="application/json", headers=sent)

    def items(self, path: str) -> list[dict[str, Any]]:
        answer = self.get(path)
        assert answer.status_code == 200, answer.content.decode()
        found: list[dict[str, Any]] = answer.json()["items"]
        return found

    def _headers(self, more: dict[str, str]) -> dict[str, str]:
        named = {name.replace("_", "-"): value for name, value in more.items()}
        return {"Authorization": f"Bearer {self.made.text}", **named}

    @staticmethod
    def _address(path: str) -> str:
        return path if path.startswith("/") else f"/api/v1/{path}"
