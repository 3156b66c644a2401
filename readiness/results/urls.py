"""Addresses of a seller's result. An attempt is counted from 1 for each seller; it opens nothing without the code."""

from __future__ import annotations

from django.urls import path

from readiness.results.views import my_data
from readiness.results.views.opening import opened
from readiness.results.views.result import result
from readiness.results.views.submit import submit

app_name = "results"
urlpatterns = [
    path("submit/", submit, name="submit"),
    path("result/", result, name="result"),
    path("result/<int:attempt>/", result, name="attempt"),
    path("my-answers.json", my_data.as_json, name="my_data_json"),
    path("my-answers.csv", my_data.as_csv, name="my_data_csv"),
    path("come-back.ics", my_data.come_back, name="come_back"),
    path("delete/", my_data.delete, name="delete"),
    path("tutorials/<slug:tutorial>/opened/", opened, name="opened"),
]
