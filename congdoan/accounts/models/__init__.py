from congdoan.accounts.models.token import AnsweredCall, ApiToken, TokenUse
from congdoan.accounts.models.user import KnownDevice, User, UserManager

__all__ = ["AnsweredCall", "ApiToken", "KnownDevice", "TokenUse", "User", "UserManager"]
