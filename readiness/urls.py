"""Every address of the site."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("surveys.journey.urls")),
    path("", include("readiness.results.urls")),
    path("", include("readiness.method.urls")),
    path("staff/", include("readiness.reports.urls")),
]

handler400 = "readiness.errors.bad_request"
handler403 = "readiness.errors.forbidden"
handler404 = "readiness.errors.not_found"
handler500 = "readiness.errors.server_error"
