"""Addresses of the pages about groups; a group's own page is in cycle/urls.py."""

from django.urls import path

from .views import groups

urlpatterns = [
    path("groups/", groups.groups, name="groups"),
    path("groups/new/", groups.group_new, name="group_new"),
    path("groups/<int:pk>/members/new/", groups.member_new, name="member_new"),
    path("groups/<int:pk>/members/<int:membership>/end/", groups.member_end, name="member_end"),
]
