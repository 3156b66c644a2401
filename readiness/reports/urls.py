"""Addresses of the staff pages, under /staff/."""

from __future__ import annotations

from django.urls import path

from readiness.reports.login import StaffLogin, StaffLogout
from readiness.reports.views import overview

app_name = "reports"
urlpatterns = [
    path("", overview, name="overview"),
    path("login/", StaffLogin.as_view(), name="login"),
    path("logout/", StaffLogout.as_view(), name="logout"),
]
