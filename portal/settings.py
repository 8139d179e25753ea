"""Settings of the portal; what an operator may set is listed in docs/operators.md."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.conf.locale import LANG_INFO

from portal.environment import (
    contact,
    database,
    env,
    month_day,
    networks,
    refuse,
    secret_key,
    switch,
    whole_number,
)
from portal.wording import is_reviewed

BASE_DIR = Path(__file__).resolve().parent.parent

DEBUG = switch("DEBUG", default=False)
SECRET_KEY = secret_key(debug=DEBUG)
ALLOWED_HOSTS = env.list(
    "ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"] if DEBUG else []
)
SITE_URL = env.str("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
if not SITE_URL.startswith(("http://", "https://")):
    refuse("SITE_URL", SITE_URL, "Use an address that begins with https://.")
SECURITY_CONTACT = contact("SECURITY_CONTACT", f"{SITE_URL}/corrections/new/")
REPORT_DAYS_AFTER_SIGNING = whole_number("REPORT_DAYS_AFTER_SIGNING", 15, least=1)
# While templates are worked on, an answer is made anew each time.
KEPT_BYTES = whole_number("KEPT_MEGABYTES", 0 if DEBUG else 64) * 1024 * 1024
PLAN_DUE = month_day("PLAN_DUE", "11-15")
TRUSTED_PROXIES = networks("TRUSTED_PROXIES")
CONTACT_DAYS = whole_number("CONTACT_DAYS", 90, least=1)

INSTALLED_APPS = [
    "portal",
    "intake",
    "summits",
    "provinces",
    "sources",
    "publication",
    "import_export",
    "simple_history",
    "rest_framework",
    "drf_spectacular",
    "django_filters",
    "csp",
    "portal.apps.LoginsConfig",
    "portal.apps.StaffSiteConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.kept.middleware.Kept",
    "portal.synthetic.synthetic_header",
    "portal.middleware.security_policy",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.middleware.language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
    "portal.middleware.PlainWords",
]

ROOT_URLCONF = "portal.urls"
DEFAULT_EXCEPTION_REPORTER = "portal.reporter.PlainReporter"
WSGI_APPLICATION = "portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = {"default": database("DATABASE_URL", f"sqlite:///{BASE_DIR}/db.sqlite3")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Writers take their turn (IMMEDIATE), readers never wait (WAL), and what was
    # saved survives a power cut (synchronous=FULL).
    DATABASES["default"]["CONN_MAX_AGE"] = None
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=134217728;"
        ),
    }
else:
    DATABASES["default"] |= {
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"pool": {"timeout": 5}, "application_name": "portal"},
    }

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 1
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_HTTP_RESPONSE_CODE = 429
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "portal.senders.address_of"

# Django knows no Lao; the entry is what its language tools ask for.
LANG_INFO["lo"] = {
    "bidi": False,
    "code": "lo",
    "name": "Lao",
    "name_local": "ພາສາລາວ",
}
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("lo", "ພາສາລາວ"), ("en", "English")]
# The list of Lao wording; until a native reader has marked all of it, Lao pages say so.
LAO_WORDING = BASE_DIR / "docs" / "lao.md"
LAO_IS_REVIEWED = is_reviewed(LAO_WORDING)
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "packages"]
FORMAT_MODULE_PATH = ["portal.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True
# Of what templates print: 1.234, in English 1,234. Years are printed as they are.
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(BASE_DIR / "media"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# Under development files are served from where they lie; nothing is collected.
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = DEBUG
# The desk sends all of an article at once: some twenty fields for each of 1,000 facts.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20000
# Above the 5 MB that an import accepts, so that its own sentence is what staff read.
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_FAILURE_VIEW = "portal.faults.forged"
CSRF_COOKIE_SAMESITE = SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
if SITE_URL.startswith("https://"):
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS = [SITE_URL]

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": [
        "rest_framework.renderers.JSONRenderer",
        "portal.api.tables.CsvRenderer",
        "portal.api.tables.XlsxRenderer",
    ],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "portal.api.tables.FormatNegotiation",
    # OPTIONS is refused: the schema says more.
    "DEFAULT_METADATA_CLASS": None,
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "portal.api.schema.DescribedSchema",
    "DEFAULT_FILTER_BACKENDS": ["portal.api.filtering.StrictFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "portal.api.paging.KeysetPagination",
    "EXCEPTION_HANDLER": "portal.api.problems.problem_response",
    "UNAUTHENTICATED_USER": None,
    "PAGE_SIZE": 50,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Summit records of Vietnamese and Lao provinces",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    # Without the library's own hook: it moves lists of values out into components
    # and then cannot tell the many kinds of `kind` apart.
    "POSTPROCESSING_HOOKS": ["portal.api.schema.add_problems"],
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
}

SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True
IMPORT_EXPORT_USE_TRANSACTIONS = True
IMPORT_EXPORT_SKIP_ADMIN_LOG = False
IMPORT_EXPORT_IMPORT_PERMISSION_CODE = "change"
IMPORT_EXPORT_EXPORT_PERMISSION_CODE = "view"
# The portal's own check of files escapes formulas on the way out and back in.
IMPORT_EXPORT_ESCAPE_FORMULAE_ON_EXPORT = False

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
