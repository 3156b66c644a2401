"""Staff of the platform. Sellers have no account."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A member of staff. Ours from the first day, so that it can grow without a migration of Django's own."""
