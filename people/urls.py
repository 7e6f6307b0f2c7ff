"""Addresses of groups, of work in the background, of what is written to people, and of the advice on a text."""

from django.urls import path

from .views import advice, groups, jobs, needs, own, own_data, post

MEMBER = "groups/<int:pk>/members/<int:membership>/needs/"

urlpatterns = [
    path("advice/", advice.advice, name="advice"),
    path("you/", own.own, name="own"),
    path("you/needs/", needs.needs, name="own_needs"),
    path("you/needs/edit/", needs.needs_edit, name="own_needs_edit"),
    path("you/needs/review/", needs.needs_review, name="own_needs_review"),
    path("you/needs/withdrawal/", needs.needs_withdrawal, name="own_needs_withdrawal"),
    path("you/needs/end/", needs.needs_end, name="own_needs_end"),
    path("you/needs/<int:need>/sharing/", needs.need_sharing, name="own_need_sharing"),
    path(MEMBER, needs.needs, name="member_needs"),
    path(f"{MEMBER}edit/", needs.needs_edit, name="member_needs_edit"),
    path(f"{MEMBER}review/", needs.needs_review, name="member_needs_review"),
    path(f"{MEMBER}end/", needs.needs_end, name="member_needs_end"),
    path(f"{MEMBER}<int:need>/sharing/", needs.need_sharing, name="member_need_sharing"),
    path("you/data/", own_data.own_data, name="own_data"),
    path("you/data/file/", own_data.own_data_file, name="own_data_file"),
    path("post/", post.post, name="post"),
    path("post/stop/<str:token>/", post.post_stop, name="post_stop"),
    path("groups/", groups.groups, name="groups"),
    path("groups/new/", groups.group_new, name="group_new"),
    path("groups/<int:pk>/edit/", groups.group_edit, name="group_edit"),
    path("groups/<int:pk>/members/<int:membership>/mandate/", groups.member_mandate, name="member_mandate"),
    path("groups/<int:pk>/signing/", groups.group_signing, name="group_signing"),
    path("background/", jobs.jobs, name="jobs"),
    path("background/<int:pk>/", jobs.job, name="job"),
    path("background/<int:pk>/stopping/", jobs.job_stopping, name="job_stopping"),
    path("background/<int:pk>/again/", jobs.job_again, name="job_again"),
    path("background/<int:pk>/seen/", jobs.job_seen, name="job_seen"),
]
