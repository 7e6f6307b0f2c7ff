"""Addresses that several pages about contributions lead to."""

from django.urls import reverse


def contributions_url(stage):
    """The list of what was said in a stage."""
    return reverse("contributions", args=[stage.cycle.slug, stage.kind_slug])
