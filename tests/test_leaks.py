"""What is closed to a reader reaches them on no page, in no file (promise 4): each canary is sought everywhere."""

import io
import re
import subprocess
import zipfile

from django.test import Client, TestCase

from . import world as worlds
from .addresses import all_addresses, asked

CANARY = re.compile(rb"canary\d{3}[a-z_]+")


def text_of(response):
    """What a response says: its body and headers, of a PDF its text and metadata, of a workbook all that is inside."""
    body = response.body
    said = body + str(dict(response.headers)).encode()
    if body[:5] == b"%PDF-":
        for command in (["pdftotext", "-", "-"], ["pdfinfo", "-"]):
            # A line's end in the middle of a word is the page's, not the word's.
            said += subprocess.run(command, input=body, capture_output=True, check=True).stdout.replace(b"\n", b"")
    if body[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            said += b"".join(parts.read(name) for name in parts.namelist())
    return said


class TestLeaks(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.world = worlds.make()
        cls.addresses = all_addresses(cls.world)

    def sightings(self, name):
        """The canaries that this reader came across: word -> names of the URLs where."""
        client, found = Client(), {}
        if person := self.world.reader(name):
            client.force_login(person)
        for address in self.addresses:
            for response in (asked(client, address, "GET"), asked(client, address, "POST")):
                for word in set(CANARY.findall(text_of(response))):
                    found.setdefault(word.decode().removesuffix("x"), set()).add(address.name)
        return found

    def test_nobody_reads_what_is_closed_to_them_and_everybody_else_does(self):
        leaks, unseen = [], []
        for name in worlds.READERS:
            found = self.sightings(name)
            for word, readers in self.world.canaries.items():
                where = found.get(word, set()) - self.world.open_at[word]
                if name not in readers and where:
                    leaks.append((name, word, sorted(where)))
                if name in readers and not found.get(word):
                    unseen.append((name, word))
        print(f"\n{len(self.world.canaries)} canaries, {len(worlds.READERS)} readers, {len(self.addresses)} addresses")
        assert leaks == []
        assert unseen == []
