"""Whatever is sent, a person gets a sentence and never a 500 (promises 25 and 28), on the engine in use."""

from urllib.parse import quote

from django.db import transaction
from django.test import Client, TestCase
from django.urls import resolve

from . import world as worlds
from .addresses import Undone, all_addresses
from .forms_on_pages import forms_of

HOSTILE = {
    "nul": "a\x00b",
    "half a pair": "a\ud800b",
    "huge number": "1" + "0" * 30,
    "not a number": "NaN",
    "infinite": "1e999999",
    "negative": "-1",
    "past sixty-four bits": str(2**63),
    "long": "x" * 300_000,
    "nothing": "",
    "spaces": " \u00a0\u200b\t ",
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>\"'>",
    "right to left": "\u202e\u0627\u0644\u0633\u0644\u0627\u0645 \U0001f6b2",
    "template": "{{ 7|add:7 }}{% include 'x' %}%s%(name)s{0}",
    "odd digits": "\u0665\u00b2",
}
READERS = ("ann", "bea", "cove")
QUERIES = ("after=%00", "after=9" + "9" * 40, "after=-1", "after=%ED%A0%80", "after=x&sort=y&party=z&answered=%00")


class TestBadInput(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.world = worlds.make()
        cls.addresses = all_addresses(cls.world)

    def setUp(self):
        self.posts = 0

    def post(self, client, path, values):
        """The status of a form sent as raw bytes, so that nothing on this side refuses them first."""
        body = "&".join(
            f"{quote(name)}={quote(value.encode(errors='surrogatepass'))}" for name, value in values.items()
        )
        self.posts += 1
        try:
            with transaction.atomic():
                status = client.post(path, body, content_type="application/x-www-form-urlencoded").status_code
                raise Undone
        except Undone:
            return status

    def attack(self, client, path, form):
        """Send each hostile text in all fields at once, and in each field alone among good ones; the bad answers."""
        bad = []
        for what, text in HOSTILE.items():
            everywhere = dict.fromkeys(form.values, text)
            if (status := self.post(client, path, everywhere)) >= 500:
                bad.append((path, what, status))
        good = {name: value or next(iter(form.choices.get(name, ())), "5") for name, value in form.values.items()}
        for name in form.values:
            if (status := self.post(client, path, {**good, name: HOSTILE["huge number"]})) >= 500:
                bad.append((path, name, status))
        return bad

    def test_no_form_answers_500_whatever_is_typed(self):
        """One form of each sort: an address of this name with these fields."""
        bad, forms = [], set()
        for name in READERS:
            client = Client(raise_request_exception=False)
            client.force_login(self.world.reader(name))
            for address in self.addresses:
                if address.path.split("?")[0].endswith(".pdf"):  # it takes a second and holds no form
                    continue
                answer = client.get(address.path)
                if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
                    continue
                for form in forms_of(answer.content.decode()):
                    if form.method != "post":
                        continue
                    path = form.action or address.path
                    if "csrfmiddlewaretoken" not in form.values:
                        bad.append((path, name, "a browser could not send this form: it carries no token"))
                    sort = (resolve(path.split("?")[0]).url_name, *form.values)
                    if sort not in forms and "sign-" not in path:
                        forms.add(sort)
                        bad += self.attack(client, path, form)
        print(f"\n{len(forms)} forms, {self.posts} posts")
        assert len(forms) > 30
        assert bad == []

    def test_no_address_answers_500_whatever_is_asked_of_it(self):
        client, bad = Client(raise_request_exception=False), []
        client.force_login(self.world.reader("ann"))
        one_of_each = {address.name: address for address in self.addresses}
        for address in one_of_each.values():
            for query in QUERIES:
                if (status := client.get(address.path.split("?")[0] + "?" + query).status_code) >= 500:
                    bad.append((address.path, query, status))
        assert bad == []
