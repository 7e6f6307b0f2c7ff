"""Addresses of the pages about the site itself; while DEBUG is on, of the gallery of components too."""

from django.conf import settings
from django.urls import path

from . import views, views_gallery

urlpatterns = [
    path("about/", views.about, name="about"),
    path("glossary/", views.glossary, name="glossary"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
]

if settings.DEBUG:
    urlpatterns += [
        path("_gallery/", views_gallery.gallery, name="gallery"),
        path("_gallery/form/", views_gallery.form_page, name="gallery_form"),
    ]
