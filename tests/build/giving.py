"""What is done with what was said: files, drafts, corrections, hidden parts, looking first."""

import uuid
import zipfile
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from feedback import changing, moderating
from feedback.files import attach
from people.files import checked
from people.models import Draft

ODT = "application/vnd.oasis.opendocument.text"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
WAV = (
    b"RIFF\x24\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x40\x1f\x00\x00\x80\x3e\x00\x00\x02\x00\x10\x00data"
)


def photo(size=(40, 30), sort="JPEG", place=True, behind=b""):
    """The bytes of a picture that says where and by which camera it was taken, with something hung on behind it."""
    made, exif = BytesIO(), Image.Exif()
    if place:
        exif[0x010F] = "SecretCamera"
        exif[0x010E] = "SecretPlace 51.6 N"
    Image.new("RGB", size, "teal").save(made, sort, exif=exif)
    return made.getvalue() + behind


def package(parts, mimetype=ODT):
    """The bytes of an ODT text with these parts, as a dict of name -> text."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr(zipfile.ZipInfo("mimetype"), mimetype)
        for name, text in {"content.xml": "<office/>", **parts}.items():
            opened.writestr(name, text)
    return made.getvalue()


def sent(content, name="photo.jpg"):
    """A file as a browser sends it, under whatever name."""
    return SimpleUploadedFile(name, content)


def attachment(person, contribution=None, token=None, content=None, description="The meal on its plate"):
    """A file that this person has attached to what they write; with a contribution, one that went out with it."""
    made = attach(person, token or uuid.uuid4(), checked(sent(content or photo())), description)
    if contribution:
        type(made).objects.filter(pk=made.pk).update(contribution=contribution)
        made.refresh_from_db()
    return made


def half_written(person, stage, text="Not yet sent."):
    """A draft of this person for something to say in this stage."""
    path = f"{stage.get_absolute_url()}contributions/new/"
    token = uuid.uuid4()
    return Draft.keep(person, token, path, f"Say something: {stage}", text, f"text={text}&token={token}")


def corrected(contribution, by=None, text="It comes late.", because="I was wrong."):
    """The contribution after a correction by its giver."""
    by = by or contribution.given_by
    return changing.correct(contribution, by, text, because, contribution.wordings.count())


def withdrawn(contribution, by=None, reason=""):
    """The contribution after its giver has withdrawn it."""
    return changing.withdraw(contribution, by or contribution.given_by, reason)


def hidden(contribution, words, by, reason="a name"):
    """A hidden part of a contribution."""
    return moderating.hide(contribution, by, words, reason)


def looked_at_first(stage, by, because="There were insults."):
    """From now on what is said in this stage is held."""
    return moderating.look_first(stage, by, because)
