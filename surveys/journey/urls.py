"""Addresses of the seller's way through the questionnaire. No code and no row number ever stands in one."""

from __future__ import annotations

from django.urls import path

from surveys.journey.views.check import check
from surveys.journey.views.link import keep, open_link
from surveys.journey.views.notice import notice
from surveys.journey.views.page import page
from surveys.journey.views.save import save
from surveys.journey.views.start import begin, clear, start

app_name = "journey"
urlpatterns = [
    path("", start, name="start"),
    path("begin/", begin, name="begin"),
    path("questions/<slug:page_id>/", page, name="page"),
    path("save/", save, name="save"),
    path("check/", check, name="check"),
    path("keep/", keep, name="keep"),
    path("r/", open_link, name="open_link"),
    path("notice/", notice, name="notice"),
    path("clear/", clear, name="clear"),
]
