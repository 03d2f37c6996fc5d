"""Settings, from the environment. Every switch an operator may turn is read here and nowhere else."""

from pathlib import Path
from typing import Any

import django_stubs_ext
from environs import Env

from congdoan.config.data_folder import data_folder, secret_key
from congdoan.config.limits import read_limits
from congdoan.config.mail import mail_settings
from congdoan.config.storage import file_storage

django_stubs_ext.monkeypatch()  # forms and views name the type they are for
env = Env()

DATA = data_folder()
DEBUG: bool = env.bool("CONGDOAN_DEBUG", False)
SECRET_KEY: str = env.str("CONGDOAN_SECRET_KEY", "") or secret_key(DATA)
SECRET_KEY_FALLBACKS: list[str] = env.list("CONGDOAN_EARLIER_SECRET_KEYS", [])
ALLOWED_HOSTS: list[str] = env.list("CONGDOAN_HOSTS", ["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CONGDOAN_ORIGINS", [])
BASE_URL: str = env.str("CONGDOAN_BASE_URL", "http://127.0.0.1:8000")
BEHIND_TLS: bool = env.bool("CONGDOAN_TLS", False)

INSTALLED_APPS = [
    "congdoan.core",
    "congdoan.accounts",
    "congdoan.organisation",
    "congdoan.duties",
    "congdoan.worklist",
    "congdoan.reporting",
    "congdoan.privacy",
    "congdoan.documents",
    "congdoan.plans",
    "congdoan.oversight",
    "congdoan.steering",
    "congdoan.desk",
    "congdoan.demo",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
    "django_tables2",
    "django_filters",
    "procrastinate.contrib.django",
    "pgtrigger",
    "pghistory",
]

MIDDLEWARE = [
    "congdoan.core.middleware.request_number.request_number",
    "congdoan.core.middleware.security_headers.security_headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "congdoan.core.seeing.middleware.seen",
    "congdoan.core.middleware.only_readable.OnlyReadable",
    "congdoan.organisation.api.bearer.without_cookies",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "congdoan.accounts.middleware.session_rules",
    "congdoan.organisation.api.bearer.bearer",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "congdoan.core.audit.middleware.AuditMiddleware",
    "congdoan.core.middleware.domain_errors.DomainErrors",
    "congdoan.accounts.second_factor.SecondFactorFirst",
    "congdoan.core.middleware.within_limits.WithinLimits",
]

ROOT_URLCONF = "congdoan.config.urls"
WSGI_APPLICATION = "congdoan.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "congdoan.core.ui.forms.Renderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "congdoan.core.context.frame",
                "congdoan.organisation.current.desk_of",
                "congdoan.desk.navigation.unread",
            ],
        },
    },
]

DATABASES = {
    "default": {
        **env.dj_db_url("DATABASE_URL", "postgres://postgres@/congdoan", conn_max_age=0),
        "ENGINE": "congdoan.core.postgres.backend",
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": False,
    }
}
OWNER_DATABASE: dict[str, Any] = dict(env.dj_db_url("CONGDOAN_OWNER_URL")) if env.str("CONGDOAN_OWNER_URL", "") else {}
EMBEDDED_POSTGRES = not env.str("DATABASE_URL", "")
POSTGRES_FOLDER = DATA
POSTGRES_PARAMETERS: dict[str, str] = {}

LOG: str = env.str("CONGDOAN_LOG", "line")  # "json": one object a line, also one for each request
_LOG_LEVEL = "INFO" if LOG == "json" else "WARNING"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"()": "congdoan.core.seeing.logs.Line"},
        "json": {"()": "congdoan.core.seeing.logs.JsonLine"},
    },
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "json" if LOG == "json" else "line"}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
    "loggers": {
        "congdoan": {"level": _LOG_LEVEL},
        "django": {"handlers": [], "level": "WARNING"},
        "django.request": {"level": "ERROR"},
        "psycopg.pool": {"level": "ERROR"},
    },
}

METRICS_TOKEN: str = env.str("CONGDOAN_METRICS_TOKEN", "")
CLOCK_KEPT_SECONDS = 5.0  # for so long a process does not ask again which day it is for business
PAGE_TIMES_EVERY = 30.0  # seconds between two times that a process writes down how long its pages took
SLOW_PAGE_MS = 500
PREPARED_ARE_CHECKED = False  # whether each question that is kept is put together anew and compared

CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "core_cache"}}

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
DATE_FORMAT = "d/m/Y"

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": file_storage(env),
    "staticfiles": {"BACKEND": "congdoan.core.ui.static_files.StaticFiles"},
}
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
LIMITS = read_limits(env.dict("CONGDOAN_LIMITS", {}))
UPLOAD_LIMIT: int = env.int("CONGDOAN_UPLOAD_LIMIT_MB", 50) * 1024 * 1024

# Seals of the audit (`congdoan verify`)
SEAL_KEY: str = env.str("CONGDOAN_SEAL_KEY", "")
SEAL_EARLIER_KEYS: list[str] = env.list("CONGDOAN_SEAL_EARLIER_KEYS", [])
SEAL_LOG = Path(env.str("CONGDOAN_SEAL_LOG", str(DATA / "seals.log")))
ROOTS_MAIL: str = env.str("CONGDOAN_ROOTS_MAIL", "")

# Backups (core/backup)
BACKUP_FOLDER: str = env.str("CONGDOAN_BACKUP_FOLDER", "")
BACKUP_HOUR: int = env.int("CONGDOAN_BACKUP_HOUR", 2)
BACKUP_KEEP: list[int] = env.list("CONGDOAN_BACKUP_KEEP", [7, 4, 12], subcast=int)  # so many days, weeks, months
BACKUP_KEYS: list[str] = env.list("CONGDOAN_BACKUP_KEYS", [])
BACKUP_PASSPHRASE: str = env.str("CONGDOAN_BACKUP_PASSPHRASE", "")
BACKUP_PASSPHRASE_FILE: str = env.str("CONGDOAN_BACKUP_PASSPHRASE_FILE", "")
# End of backups

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS: list[dict[str, object]] = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "full_name", "email", "phone")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "congdoan.accounts.signin.passwords.NoCommonWords"},
]
if breached := env.str("CONGDOAN_BREACHED_PASSWORDS", ""):  # a file, one a line, plain or .gz
    AUTH_PASSWORD_VALIDATORS.append(
        {
            "NAME": "django.contrib.auth.password_validation.CommonPasswordValidator",
            "OPTIONS": {"password_list_path": breached},
        }
    )
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
SESSION_ENGINE = "congdoan.accounts.sessions"
SESSION_COOKIE_NAME = "__Host-sessionid" if BEHIND_TLS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if BEHIND_TLS else "csrftoken"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 7 * 24 * 3600  # of those who asked to be remembered
SESSION_EXPIRE_AT_BROWSER_CLOSE = True  # of all others
SESSION_IDLE_MINUTES: int = env.int("CONGDOAN_SESSION_IDLE_MINUTES", 120)
SESSION_HOURS: int = env.int("CONGDOAN_SESSION_HOURS", 12)
CSRF_FAILURE_VIEW = "congdoan.core.views.failures.old_page"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie of its own
SECURE_HSTS_SECONDS = 31536000 if BEHIND_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = BEHIND_TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
X_FRAME_OPTIONS = "DENY"

# Sign-in (django-allauth)
ACCOUNT_ADAPTER = "congdoan.accounts.signin.adapters.AccountAdapter"
ACCOUNT_USER_DISPLAY = "congdoan.accounts.signin.adapters.display"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_UNIQUE_EMAIL = False
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600  # seconds
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "60/m/ip,5/5m/key,8/30m/key,12/6h/key"}
ACCOUNT_FORMS = {
    "login": "congdoan.accounts.signin.forms.SignInForm",
    "reset_password": "congdoan.accounts.signin.forms.ForgottenPasswordForm",
    "reset_password_from_key": "congdoan.accounts.signin.forms.NewPasswordForm",
    "change_password": "congdoan.accounts.signin.forms.OtherPasswordForm",
    "reauthenticate": "congdoan.accounts.signin.forms.PasswordAgainForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT: int = env.int("CONGDOAN_PROXIES", 0)
MFA_ADAPTER = "congdoan.accounts.signin.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not BEHIND_TLS
MFA_FORMS = {
    "authenticate": "congdoan.accounts.signin.forms.CodeForm",
    "reauthenticate": "congdoan.accounts.signin.forms.CodeAgainForm",
    "activate_totp": "congdoan.accounts.signin.forms.ActivateAppForm",
    "add_webauthn": "congdoan.accounts.signin.key_forms.AddKeyForm",
    "edit_webauthn": "congdoan.accounts.signin.key_forms.RenameKeyForm",
    "login_webauthn": "congdoan.accounts.signin.key_forms.KeySignInForm",
    "authenticate_webauthn": "congdoan.accounts.signin.key_forms.KeyAsSecondStepForm",
    "reauthenticate_webauthn": "congdoan.accounts.signin.key_forms.KeyAgainForm",
}
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
USERSESSIONS_TRACK_ACTIVITY = False
USERSESSIONS_ADAPTER = "congdoan.accounts.signin.adapters.SessionsAdapter"
PASSWORD_RESET_TIMEOUT = 7 * 24 * 3600
SOCIALACCOUNT_ADAPTER = "congdoan.accounts.signin.adapters.SocialAccountAdapter"
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_LOGIN_ON_GET = True
OIDC_NAME: str = env.str("CONGDOAN_OIDC_NAME", "Đăng nhập một lần")
OIDC_ISSUER: str = env.str("CONGDOAN_OIDC_ISSUER", "").rstrip("/")
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "sso",
                "name": OIDC_NAME,
                "client_id": env.str("CONGDOAN_OIDC_CLIENT_ID", ""),
                "secret": env.str("CONGDOAN_OIDC_CLIENT_SECRET", ""),
                "settings": {"server_url": OIDC_ISSUER},
            }
        ]
        if OIDC_ISSUER
        else [],
    }
}
# End of sign-in

EMAIL_URL: str = env.str("EMAIL_URL", "")
MAIL_FROM: str = env.str("CONGDOAN_MAIL_FROM", "congdoan@localhost")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = MAIL_FROM
MAIL_RETURN: str = env.str("CONGDOAN_MAIL_RETURN", MAIL_FROM)  # where servers send back what they cannot deliver
MAIL_SENDERS: int = env.int("CONGDOAN_MAIL_SENDERS", 4)  # connections to the mail server at once
if EMAIL_URL:
    vars().update(mail_settings(EMAIL_URL))
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA / "mail"

PUSH_KEY: str = env.str("CONGDOAN_PUSH_KEY", "")  # signs notices to devices; the same on all machines
WEBHOOK_PRIVATE: bool = env.bool("CONGDOAN_WEBHOOK_PRIVATE", False)  # also http, and addresses of our own network

DJANGO_TABLES2_TEMPLATE = "core/_table.html"
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_IMPORT_PATHS = ["congdoan.core.verify.job", "congdoan.core.exports.jobs"]
PROCRASTINATE_ON_APP_READY = "congdoan.core.jobs.on_app_ready"
PGHISTORY_DEFAULT_TRACKERS = None
