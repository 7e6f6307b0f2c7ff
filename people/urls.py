"""Addresses of groups, of what is written to people, of the advice on a text; a group's own page: cycle/urls.py."""

from django.urls import path

from .views import advice, groups, post

urlpatterns = [
    path("advice/", advice.advice, name="advice"),
    path("post/", post.post, name="post"),
    path("post/stop/<str:token>/", post.post_stop, name="post_stop"),
    path("groups/", groups.groups, name="groups"),
    path("groups/new/", groups.group_new, name="group_new"),
    path("groups/<int:pk>/signing/", groups.group_signing, name="group_signing"),
]
