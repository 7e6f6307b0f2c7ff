"""What is asked for equality, and the answers that one can choose: dated lists with their source.

A list that is replaced keeps its dates; an answer says from which version it was chosen, and so does each count.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NOT_SAID = ("not-said", _("I would rather not say"))
FROM = date(2026, 11, 1)
OURS = _("Our own short list. Look up the list that your authority uses.")


@dataclass(frozen=True)
class Question:
    """One question with its answers as (code, words). version: of the list; valid_to: None while it is asked."""

    slug: str
    words: str | Promise
    hint: str | Promise
    answers: tuple
    source: str | Promise
    version: str
    valid_from: date = FROM
    valid_to: date | None = None

    @property
    def choices(self):
        """The answers that can be chosen, and at the end that one would rather not say."""
        return [*self.answers, NOT_SAID]

    @property
    def codes(self):
        return [code for code, _words in self.choices]


ETHNICITY = (
    ("white-british", _("White: English, Welsh, Scottish, Northern Irish or British")),
    ("white-irish", _("White: Irish")),
    ("white-gypsy", _("White: Gypsy or Irish Traveller")),
    ("white-roma", _("White: Roma")),
    ("white-other", _("White: another background")),
    ("mixed-caribbean", _("Mixed: White and Black Caribbean")),
    ("mixed-african", _("Mixed: White and Black African")),
    ("mixed-asian", _("Mixed: White and Asian")),
    ("mixed-other", _("Mixed: another background")),
    ("asian-indian", _("Asian: Indian")),
    ("asian-pakistani", _("Asian: Pakistani")),
    ("asian-bangladeshi", _("Asian: Bangladeshi")),
    ("asian-chinese", _("Asian: Chinese")),
    ("asian-other", _("Asian: another background")),
    ("black-african", _("Black: African")),
    ("black-caribbean", _("Black: Caribbean")),
    ("black-other", _("Black: another background")),
    ("other-arab", _("Other: Arab")),
    ("other", _("Another ethnic group")),
)
BELIEFS = (
    ("none", _("No religion")), ("buddhist", _("Buddhist")), ("christian", _("Christian")), ("hindu", _("Hindu")),
    ("jewish", _("Jewish")), ("muslim", _("Muslim")), ("sikh", _("Sikh")), ("other", _("Another religion")),
)  # fmt: skip
CENSUS = _("The list of the census of 2021 in England and Wales, from memory. A new standard is being made.")
NO_DIAGNOSIS = _("We ask for no illness and no diagnosis.")

QUESTIONS = (
    Question(
        "age", _("How old are you?"), "",
        (("under-18", _("Under 18")), ("18-24", "18–24"), ("25-44", "25–44"), ("45-64", "45–64"), ("65-84", "65–84"),
         ("85", _("85 or older"))),
        OURS, "2026",
    ),
    Question(
        "disability", _("Does something that lasts make daily life harder for you?"), NO_DIAGNOSIS,
        (("a-lot", _("Yes, a lot")), ("a-little", _("Yes, a little")), ("no", _("No"))),
        _("After the question of the census of 2021, from memory."), "2021",
    ),
    Question("ethnicity", _("What is your ethnic group?"), "", ETHNICITY, CENSUS, "2021"),
    Question("religion", _("What is your religion?"), "", BELIEFS, CENSUS, "2021"),
    Question("sex", _("What is your sex?"), "", (("female", _("Female")), ("male", _("Male"))), CENSUS, "2021"),
    Question(
        "orientation", _("Which of these describes you best?"), "",
        (("straight", _("Straight")), ("gay", _("Gay or lesbian")), ("bi", _("Bisexual")), ("other", _("Another"))),
        CENSUS, "2021",
    ),
    Question(
        "carer", _("Do you look after somebody without being paid?"), _("For example a husband, a mother or a child."),
        (("yes", _("Yes")), ("no", _("No"))), OURS, "2026",
    ),
)  # fmt: skip


def questions_on(day):
    """The Questions that are asked on this day."""
    return [each for each in QUESTIONS if each.valid_from <= day and (each.valid_to is None or day <= each.valid_to)]


def question_of(slug, version):
    """The Question with this slug in this version of its list, or None."""
    return next((each for each in QUESTIONS if (each.slug, each.version) == (slug, version)), None)


@dataclass(frozen=True)
class ConsentText:
    """What one agrees to when one answers; version: which text, valid_from: since when it is asked."""

    version: int
    valid_from: date
    words: str | Promise


CONSENTS = (
    ConsentText(
        1, FROM,
        _(
            "I agree that my answers are kept apart from my name, and counted with those of others. "
            "They decide nothing about me. I can take them back on any day, and they are deleted at once."
        ),
    ),
)  # fmt: skip


def consent_on(day):
    """The ConsentText that is asked for on this day: the newest that holds."""
    return [text for text in CONSENTS if text.valid_from <= day or text is CONSENTS[0]][-1]
