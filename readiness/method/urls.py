"""Addresses of the method: the newest model without a version, and every published model with one."""

from __future__ import annotations

from django.urls import path

from readiness.method import views

app_name = "method"
urlpatterns = [
    path("method/", views.page, name="page"),
    path("method/model.json", views.model_json, name="model"),
    path("method/example.json", views.example_json, name="example"),
    path("method/recompute.py", views.recompute_script, name="recompute"),
    path("method/<str:version>/", views.page, name="page"),
    path("method/<str:version>/model.json", views.model_json, name="model"),
    path("method/<str:version>/example.json", views.example_json, name="example"),
]
