"""What the tests of pages share: reading as somebody, sending forms as a browser does, and counting queries."""

from datetime import date, datetime
from decimal import Decimal

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.build import record_values


def signed_in(person=None):
    """A browser in which this person is signed in; nobody, without one."""
    client = Client()
    if person:
        client.force_login(person)
    return client


def as_typed(values):
    """Values of a record as a browser sends them: dates in three boxes, numbers as text, None as nothing."""
    sent = {}
    for name, value in values.items():
        if isinstance(value, date):
            sent |= {f"{name}_day": value.day, f"{name}_month": value.month, f"{name}_year": value.year}
            sent |= {f"{name}_time": f"{value:%H:%M}"} if isinstance(value, datetime) else {}
        elif isinstance(value, Decimal):
            sent[name] = f"{value:,}"
        else:
            sent[name] = "" if value is None else value
    return sent


def record_typed(model, **over):
    """What a browser sends for a valid record of this model."""
    return as_typed(record_values(model, **over))


def list_url(stage, name="records"):
    """The address of the list of the stage's principal records, or with `record_new` of the form."""
    return reverse(name, args=[stage.cycle.slug, stage.kind_slug, stage.kind.record.SLUG])


def edit_url(record):
    return f"{record.get_absolute_url()}edit/"


def confirmed(client, url, form):
    """Send the form, and when a preview comes send it again with what the preview carries."""
    answer = client.post(url, form)
    if answer.status_code == 302:
        return answer
    assert answer.templates[0].name == "feedback/before_saving.html", answer.status_code
    return client.post(url, kept(answer), follow=True)


def kept(answer):
    """Everything that the page before saving carries, as a browser sends it back."""
    sent = {}
    for name, value in answer.context["kept"]:
        sent.setdefault(name, []).append(value)
    return sent | {"shown": answer.context["touched"].digest}


def words(response):
    """The text of the answer."""
    return response.content.decode()


def said(response):
    """The messages that the answer shows."""
    return [str(message) for message in response.context["messages"]]


def queries(client, url):
    """How many queries a page takes, once everything that lives longer than a request is there."""
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(url).status_code == 200
    return len(asked)
