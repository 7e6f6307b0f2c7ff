"""Addresses of the pages about groups, and of the advice on a text; a group's own page is in cycle/urls.py."""

from django.urls import path

from .views import advice, groups

urlpatterns = [
    path("advice/", advice.advice, name="advice"),
    path("groups/", groups.groups, name="groups"),
    path("groups/new/", groups.group_new, name="group_new"),
    path("groups/<int:pk>/signing/", groups.group_signing, name="group_signing"),
]
