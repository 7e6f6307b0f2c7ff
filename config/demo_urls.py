"""Addresses of the demonstration; `config/urls.py` takes them in only while DEMO is on."""

from django.urls import path

from . import views_demo

urlpatterns = [path("demo/<int:pk>/", views_demo.sign_in, name="demo_sign_in")]
