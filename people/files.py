"""Looking at a file before it is kept: what it really is, and nothing in it that nobody expects (promise 29).

What a sender calls a file is never asked. A photo is drawn anew, so that nothing but its picture is kept: no place, no
day, no name of a camera, and nothing that was hung on behind it.
"""

import re
import warnings
import zipfile
from dataclasses import dataclass
from io import BytesIO

import filetype
from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

from .refusal import Refused

LARGEST = 10 * 1024 * 1024
MOST_PIXELS = 50_000_000  # a phone's photo has 12 to 50 million
LONGEST_SIDE = 2400  # pixels that are kept
UNPACKED = 100 * 1024 * 1024  # how much a text may become when it is opened
MOST_PARTS = 2000

TOO_LARGE = _("This file is larger than 10 MB. Choose a smaller one.")
EMPTY = _("This file is empty.")
NOT_TAKEN = _("This sort of file is not taken. Choose a photo (JPEG or PNG), a PDF, a Word or ODT text, or a sound.")
BROKEN = _("This file cannot be read. It may be broken.")
TOO_MANY_PIXELS = _("This picture is too large. Make it smaller, and choose it again.")
DANGEROUS = _(
    "There is something in this file that could do harm, so it is not taken. Save it as a plain PDF or as a photo."
)
PHOTOS = ("jpg", "png")

# What filetype calls each of the sorts that are taken -> our ending.
ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/x-wav": "wav",
    "audio/wav": "wav",
    "audio/mp4": "m4a",
    "audio/x-m4a": "m4a",
}
MARKUP = re.compile(rb"<\s*(?:!doctype|html|body|script|iframe|\?php)", re.IGNORECASE)
ACTIVE_PDF = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFile|RichMedia|XFA|SubmitForm|ImportData)\b")
ACTIVE_PARTS = re.compile(
    r"vbaproject|vbadata|activex|/embeddings/|^basic/|^scripts/|^object|\.(?:exe|js|vbs|bat|dll)$"
)
WANTED_PART = {"docx": "word/document.xml", "odt": "content.xml"}


def files():
    """Where they are kept: outside everything that is served by its address alone."""
    return FileSystemStorage(location=settings.FILES_DIR, base_url=None, file_permissions_mode=0o600)


def random_path(folder, ending):
    """A path that says nothing; what the sender called a file is never asked."""
    key = get_random_string(32, "abcdefghijklmnopqrstuvwxyz0123456789")
    return f"{folder}/{key[:2]}/{key}.{ending}"


@dataclass(frozen=True)
class Checked:
    """What may be kept of a file: its bytes, and the ending that says what it is."""

    content: bytes
    ending: str

    @property
    def is_photo(self):
        return self.ending in PHOTOS


def checked(file):
    """The Checked of an uploaded file. Raises Refused with a sentence."""
    if file.size > LARGEST:
        raise Refused(TOO_LARGE)
    content = file.read(LARGEST + 1)
    if not content:
        raise Refused(EMPTY)
    guess = filetype.guess(content)
    ending = ENDINGS.get(guess.mime) if guess else None
    if ending is None:
        raise Refused(NOT_TAKEN)
    return Checked(CLEANED[ending](content, ending), ending)


def _photo(content, ending):
    """The picture alone, turned the right way up, no larger than a screen needs."""
    sort = {"jpg": "JPEG", "png": "PNG"}[ending]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(content), formats=[sort])
            if picture.width * picture.height > MOST_PIXELS:
                raise Refused(TOO_MANY_PIXELS)
            picture = ImageOps.exif_transpose(picture)
            picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            has_holes = sort == "PNG" and picture.has_transparency_data
            plain = picture.convert("RGBA" if has_holes else "RGB")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise Refused(TOO_MANY_PIXELS) from bomb
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, IndexError, TypeError) as fault:
        raise Refused(BROKEN) from fault
    drawn = Image.new(plain.mode, plain.size)
    drawn.paste(plain)
    made = BytesIO()
    drawn.save(made, sort, **({"quality": 85} if sort == "JPEG" else {"optimize": True}))
    return made.getvalue()


def _pdf(content, ending):
    """A PDF from its first byte to its last, and nothing in it that runs."""
    if not content.startswith(b"%PDF-") or b"%%EOF" not in content[-1024:]:
        raise Refused(BROKEN)
    if ACTIVE_PDF.search(content) or MARKUP.search(content[:1024]) or zipfile.is_zipfile(BytesIO(content)):
        raise Refused(DANGEROUS)
    return content


def _text(content, ending):
    """A Word or ODT text without macros, that stays as small as it looks."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
            names = [part.filename for part in parts]
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > UNPACKED:
                raise Refused(DANGEROUS)
            if any(_leads_out(name) or ACTIVE_PARTS.search(name.lower()) for name in names):
                raise Refused(DANGEROUS)
            if WANTED_PART[ending] not in names or len(set(names)) != len(names):
                raise Refused(BROKEN)
            if package.comment or parts[0].header_offset:
                raise Refused(DANGEROUS)
            _open_all(package, parts)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as fault:
        raise Refused(BROKEN) from fault
    return content


def _open_all(package, parts):
    """Read each part in small pieces, so that one that lies about its size is found out before it fills the memory."""
    left = UNPACKED
    for part in parts:
        with package.open(part) as opened:
            while piece := opened.read(64 * 1024):
                left -= len(piece)
                if left < 0:
                    raise Refused(DANGEROUS)


def _leads_out(name):
    return name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or ":" in name or "\x00" in name


def _sound(content, ending):
    """A sound, and no page or package that only begins like one."""
    if MARKUP.search(content) or zipfile.is_zipfile(BytesIO(content)) or b"%PDF-" in content[:1024]:
        raise Refused(DANGEROUS)
    return content


CLEANED = {
    "jpg": _photo, "png": _photo, "pdf": _pdf, "docx": _text, "odt": _text,
    "mp3": _sound, "ogg": _sound, "wav": _sound, "m4a": _sound,
}  # fmt: skip
