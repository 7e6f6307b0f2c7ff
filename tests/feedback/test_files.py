"""What is attached: what it really is decides, nothing dangerous is kept, and each download is asked about again."""

import struct
import uuid
import zlib
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from feedback.files import TOO_MANY, attach
from feedback.models import Attachment, Contribution
from people.files import BROKEN, DANGEROUS, EMPTY, NOT_TAKEN, TOO_LARGE, TOO_MANY_PIXELS, checked
from people.refusal import Refused
from tests import build
from tests.build import giving
from tests.cycle.pages import signed_in, words
from tests.feedback.pages import about, contribution_typed, url


def png_bomb():
    """A file of a few bytes that says it is a picture of 40,000 times 40,000 pixels."""

    def chunk(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\x00" * 1000)) + chunk(b"IEND", b"")


HOSTILE = {
    "nothing": (b"", EMPTY),
    "page": (b"<!doctype html><script>alert(1)</script>", NOT_TAKEN),
    "drawing": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", NOT_TAKEN),
    "program": (b"MZ" + b"\x00" * 300, NOT_TAKEN),
    "gif and script": (b"GIF89a/*" + b"\x00" * 20 + b"*/=1;alert(1)", NOT_TAKEN),
    "plain zip": (b"PK\x03\x04" + b"\x00" * 60, NOT_TAKEN),
    "pdf that is cut": (b"%PDF-1.4 nothing more", BROKEN),
    "pdf with a script": (giving.PDF.replace(b"/Catalog", b"/Catalog/OpenAction<</S/JavaScript/JS(x)>>"), DANGEROUS),
    "pdf that starts something": (giving.PDF.replace(b"/Catalog", b"/Catalog/AA<</O<</S/Launch>>>>"), DANGEROUS),
    "pdf with a page in it": (giving.PDF.replace(b"1 0 obj", b"<html><script>alert(1)</script>"), DANGEROUS),
    "pdf and zip": (giving.PDF[:-6] + giving.package({}) + b"%%EOF\n", DANGEROUS),
    "text with macros": (giving.package({"Basic/Standard/Module1.xml": "x"}), DANGEROUS),
    "text that leads out": (giving.package({"../../etc/passwd": "x"}), DANGEROUS),
    "text from the root": (giving.package({"/etc/passwd": "x"}), DANGEROUS),
    "text from a drive": (giving.package({"C:\\windows\\x": "x"}), DANGEROUS),
    "text that is a bomb": (giving.package({"big.xml": "0" * (101 * 1024 * 1024)}), DANGEROUS),
    "text with a script before it": (b"<script>1</script>" + giving.package({}), NOT_TAKEN),
    "sound with a page in it": (giving.WAV + b"<script>alert(1)</script>", DANGEROUS),
    "sound and zip": (giving.WAV + giving.package({}), DANGEROUS),
    "picture that is cut": (giving.photo()[:200], BROKEN),
    "picture that is a bomb": (png_bomb(), TOO_MANY_PIXELS),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_could_do_harm_is_not_taken_whatever_it_is_called(what):
    content, sentence = HOSTILE[what]
    for name in ("photo.jpg", "../../settings.py", "a.pdf\x00.exe", "C:\\x.odt"):
        with pytest.raises(Refused) as refused:
            checked(giving.sent(content, name))
        assert refused.value.sentence == sentence


def test_what_is_too_large_is_not_even_read():
    with pytest.raises(Refused) as refused:
        checked(giving.sent(b"0" * (10 * 1024 * 1024 + 1)))
    assert refused.value.sentence == TOO_LARGE


@pytest.mark.parametrize(
    ("content", "ending"),
    [(giving.photo(), "jpg"), (giving.photo(sort="PNG"), "png"), (giving.PDF, "pdf"), (giving.WAV, "wav"),
     (giving.package({}), "odt")],
)  # fmt: skip
def test_photos_texts_and_sounds_are_taken_by_what_they_are(content, ending):
    assert checked(giving.sent(content, "whatever.exe")).ending == ending


def test_of_a_photo_only_the_picture_is_kept():
    kept = checked(giving.sent(giving.photo(behind=b"<script>alert(1)</script>PK\x05\x06" + b"\x00" * 18))).content
    assert (b"Secret" in kept, b"script" in kept, b"Exif" in kept, b"PK\x05\x06" in kept) == (False,) * 4
    assert dict(Image.open(BytesIO(kept)).getexif()) == {}
    noted, made = PngImagePlugin.PngInfo(), BytesIO()
    noted.add_text("Comment", "my address")
    Image.new("RGB", (9, 9)).save(made, "PNG", pnginfo=noted)
    assert b"my address" not in checked(giving.sent(made.getvalue())).content


def test_a_large_photo_becomes_no_larger_than_a_screen_needs():
    kept = checked(giving.sent(giving.photo(size=(3000, 1500)))).content
    assert Image.open(BytesIO(kept)).size == (2400, 1200)


# --- With a contribution ----------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_photo_needs_words_and_a_sixth_file_is_too_many(people):
    token, found = uuid.uuid4(), checked(giving.sent(giving.photo()))
    with pytest.raises(Refused):
        attach(people.mia, token, found, " ")
    for _number in range(5):
        attach(people.mia, token, found, "A plate")
    with pytest.raises(Refused) as refused:
        attach(people.mia, token, found, "A plate")
    assert refused.value.sentence == TOO_MANY


@pytest.mark.django_db
def test_its_name_on_the_disk_says_nothing_and_leads_nowhere(people, settings):
    made = giving.attachment(people.mia)
    assert made.file.name.startswith("attachments/")
    assert made.file.path.startswith(str(settings.FILES_DIR))
    assert str(settings.FILES_DIR).startswith(str(settings.STATIC_ROOT)) is False


@pytest.mark.django_db
@pytest.mark.req("R70")
def test_a_member_attaches_a_photo_takes_it_away_and_sends_another(people, needs, django_capture_on_commit_callbacks):
    browser, address, typed = signed_in(people.mia), url(needs, "contribution_new"), contribution_typed()
    del typed["send"]
    undescribed = browser.post(address, typed | {"attach": "1", "file": giving.sent(giving.photo())})
    assert (undescribed.status_code, "Say what is to be seen" in words(undescribed)) == (422, True)
    described = {"attach": "1", "described": "The grey meal"}
    page = words(browser.post(address, typed | described | {"file": giving.sent(giving.photo())}, follow=True))
    assert ("The grey meal" in page, "The meals come cold." in page) == (True, True)
    first = Attachment.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        browser.post(address, typed | {"remove": str(first.pk)})
    assert (Attachment.objects.count(), first.file.storage.exists(first.file.name)) == (0, False)
    last = {"check": "1", "described": "The cold meal", "file": giving.sent(giving.photo())}
    assert "The cold meal" in words(browser.post(address, typed | last))
    sent = browser.post(address, typed | {"send": "1"}, follow=True)
    assert "The cold meal" in words(sent)
    assert Contribution.objects.get().attachments.count() == 1


@pytest.mark.django_db
def test_each_download_asks_again_who_may_read_and_nothing_is_shown_inside_a_page(people, needs):
    said = build.contribution(needs, people.mia, openness="involved")
    made = giving.attachment(people.mia, said, content=giving.package({}), description="A letter")
    statuses = {who: signed_in(getattr(people, who, None)).get(made.get_absolute_url()).status_code
                for who in ("nobody", "zoe", "mia", "bea", "ann")}  # fmt: skip
    assert statuses == {"nobody": 404, "zoe": 404, "mia": 200, "bea": 200, "ann": 200}
    got = signed_in(people.bea).get(made.get_absolute_url())
    assert got["Content-Disposition"].startswith("attachment;")
    assert (got["X-Content-Type-Options"], got["Content-Security-Policy"]) == ("nosniff", "sandbox; default-src 'none'")
    assert got["Cache-Control"] == "private, no-store"
    giving.withdrawn(said)
    assert [signed_in(who).get(made.get_absolute_url()).status_code for who in (people.bea, people.mia)] == [404, 200]
    assert "A letter" not in words(signed_in(people.bea).get(about(said)))


@pytest.mark.django_db
def test_what_is_attached_to_something_half_written_is_its_writers_alone(people, needs):
    made = giving.attachment(people.mia)
    people_ = (None, people.cove, people.ann, people.mia)
    assert [signed_in(who).get(made.get_absolute_url()).status_code for who in people_] == [404, 404, 404, 200]
    other = contribution_typed(token=str(made.token))
    signed_in(people.bea).post(url(needs, "contribution_new"), other)
    assert Contribution.objects.get().attachments.count() == 0
