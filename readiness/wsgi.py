"""The entry point of web servers. Refuses to serve over a published version that changed."""

from __future__ import annotations

import logging
import os

from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "readiness.settings")

application = get_wsgi_application()

from readiness.publications import refuse_changes  # noqa: E402 - tables can be read only once the apps are ready

try:
    refuse_changes()
except DatabaseError as away:  # a database that comes back later is no reason to stay away
    logging.getLogger(__name__).warning("Published versions were not compared: %s", away)
