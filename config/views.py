"""The pages that tell about the site itself."""

from django.conf import settings
from django.shortcuts import render

from people.policy import open_to
from people.privacy.told import TOLD

from .glossary import ENTRIES


@open_to("anyone")
def about(request):
    """Say what this is, for somebody who has just come."""
    return render(request, "pages/about.html")


@open_to("anyone")
def glossary(request):
    """Say what each of our words means."""
    entries = sorted(ENTRIES, key=lambda entry: str(entry.word).casefold())
    return render(request, "pages/glossary.html", {"entries": entries})


@open_to("anyone")
def accessibility(request):
    """Say how usable the site is, what was tested, and what was not."""
    return render(request, "pages/accessibility.html", {"contact": contact()})


@open_to("anyone")
def privacy(request):
    """Say what is kept about people, why, and who sees it."""
    rows = [(told, None) for told in TOLD]
    return render(request, "pages/privacy.html", {"contact": contact(), "rows": rows})


def contact():
    """Whom to write to about the site; the name may be empty."""
    return {"name": settings.CONTACT_NAME, "email": settings.CONTACT_EMAIL}
