"""Addresses of groups, of work in the background, of what is written to people, and of the advice on a text."""

from django.urls import path

from .views import advice, groups, jobs, own, own_data, post

urlpatterns = [
    path("advice/", advice.advice, name="advice"),
    path("you/", own.own, name="own"),
    path("you/data/", own_data.own_data, name="own_data"),
    path("you/data/file/", own_data.own_data_file, name="own_data_file"),
    path("post/", post.post, name="post"),
    path("post/stop/<str:token>/", post.post_stop, name="post_stop"),
    path("groups/", groups.groups, name="groups"),
    path("groups/new/", groups.group_new, name="group_new"),
    path("groups/<int:pk>/signing/", groups.group_signing, name="group_signing"),
    path("background/", jobs.jobs, name="jobs"),
    path("background/<int:pk>/", jobs.job, name="job"),
    path("background/<int:pk>/stopping/", jobs.job_stopping, name="job_stopping"),
    path("background/<int:pk>/again/", jobs.job_again, name="job_again"),
    path("background/<int:pk>/seen/", jobs.job_seen, name="job_seen"),
]
