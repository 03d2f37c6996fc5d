"""Who signs in. What a person may do comes from posts (`organisation`), never from here."""

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models

from congdoan.core.audit.tracking import audited
from congdoan.core.models.base import AuditedModel
from congdoan.core.text import fold, normalise, sort_key


class UserManager(BaseUserManager["User"]):
    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        """A new account; without a password nobody can sign in to it until an invitation is taken up."""
        user = self.model(username=normalise(username).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


@audited
class User(AuditedModel, AbstractBaseUser):
    """An account of one person. `sort_key` and `folded` are derived from the name on each save."""

    username = models.CharField(
        "tên đăng nhập",
        max_length=60,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": "Tên đăng nhập này đã có người dùng."},
    )
    full_name = models.CharField("họ và tên", max_length=120)
    email = models.EmailField("thư điện tử", blank=True)
    phone = models.CharField("điện thoại", max_length=20, blank=True)
    is_active = models.BooleanField("đang dùng", default=True)
    date_joined = models.DateTimeField("ngày tạo", auto_now_add=True)
    sort_key = models.CharField(max_length=400, editable=False)
    folded = models.CharField(max_length=240, editable=False)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]
    objects = UserManager()

    class Meta:
        verbose_name = "tài khoản"
        indexes = [
            models.Index(fields=["sort_key"]),
            models.Index(fields=["folded"], opclasses=["text_pattern_ops"], name="accounts_user_folded"),
        ]

    def __str__(self) -> str:
        return self.full_name or self.username

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.derive()
        if kwargs.get("update_fields") and "full_name" in kwargs["update_fields"]:
            kwargs["update_fields"] = {*kwargs["update_fields"], "sort_key", "folded"}
        super().save(*args, **kwargs)

    def derive(self) -> None:
        """Set what follows from the name: order and the words by which the person is found."""
        self.full_name = normalise(self.full_name)
        self.sort_key, self.folded = sort_key(self.full_name or self.username), fold(self.full_name)

    @property
    def created_at(self) -> datetime:
        """When the account was opened, under the name that histories ask for."""
        return self.date_joined

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        """Middle and given name, as colleagues say it: "Ngọc Hân"."""
        return " ".join(self.full_name.split(" ")[-2:])


class KnownDevice(models.Model):
    """A browser from which the person has signed in, known by what it keeps in a cookie; here only its digest."""

    user = models.ForeignKey(User, models.CASCADE, related_name="known_devices")
    digest = models.CharField(max_length=64)
    words = models.CharField("trình duyệt", max_length=80)
    address = models.CharField("địa chỉ mạng", max_length=45)
    first_seen_at = models.DateTimeField(auto_now_add=True)
    last_seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "digest"], name="accounts_device_once")]

    def __str__(self) -> str:
        return self.words
