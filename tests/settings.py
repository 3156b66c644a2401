"""The product's settings on a developer's terms, made fast and quiet for the suite."""

import os

os.environ.setdefault("DJANGO_ENV", "dev")

from readiness.settings import *  # noqa: F403

DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = True  # finders serve the files: nothing has to be collected first
WHITENOISE_USE_FINDERS = True
