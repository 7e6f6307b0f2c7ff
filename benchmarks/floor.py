"""The floor: what plain Django needs for a list of 25 rows with two joins and a count, and to write one row."""

from django.http import HttpResponse, HttpResponseRedirect
from django.template import engines
from django.urls import include, path

from feedback.models import Contribution
from people.models import Organisation
from people.policy import open_to

TEMPLATE = """{% extends "base.html" %}{% block main %}<h1>{{ total }}</h1><ul>{% for row in rows %}<li>
<a href="/{{ row.pk }}/">{{ row.text|truncatewords:14 }}</a> {{ row.participant.name }}
{{ row.stage.kind_slug }} {{ row.due_on|date:"j F Y" }}</li>{% endfor %}</ul>{% endblock %}"""


@open_to("signed in")
def floor(request):
    """A list as plain as it can be."""
    rows = Contribution.objects.select_related("participant", "stage").order_by("-pk")
    template = engines["django"].from_string(TEMPLATE)
    page = {"rows": rows[:25], "total": rows[:1001].count()}
    return HttpResponse(template.render(page, request))


@open_to("signed in")
def floor_row(request):
    """A form as plain as it can be: one row is written."""
    Organisation.objects.create(name=request.POST["token"], sort="other")
    return HttpResponseRedirect("/floor/")


urlpatterns = [path("floor/", floor, name="floor"), path("floor/row/", floor_row), path("", include("config.urls"))]
