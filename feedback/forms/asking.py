"""The form in which a reader chooses what a list of contributions shows."""

from dataclasses import asdict

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cycle.models import Seat
from people.forms import Form

from ..asking import Asking
from ..models import Contribution, Theme

ALL = ("", _("All"))
ANSWERED = [("no", _("Wait for an answer")), ("late", _("Wait, and are overdue")), ("yes", _("Answered"))]
HELD = ("held", _("Wait to be looked at"))
JUDGE = ("judge", _("Answered, and I have not said if it answers me"))
JUDGE_OR_ASK = ("judge", _("Answered, and I still say or ask whether it is an answer"))
FIRST = ("words", "sort", "party", "theme", "answered")  # the others stand folded up below them


def _choice(label, choices=()):
    return forms.ChoiceField(label=label, required=False, choices=[ALL, *choices])


class AskingForm(Form):
    """What is asked for, as `asking` has it. Its choices are what this reader may know of in this stage."""

    mark_optional = False
    words = forms.CharField(label=_("Words"), required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    sort = _choice(_("What it is"), Contribution.Sort.choices)
    party = _choice(_("Who said it"))
    theme = _choice(_("Theme"))
    answered = _choice(_("Answer"), ANSWERED)
    voice = _choice(_("Whose view it is"), Contribution.Voice.choices)
    channel = _choice(_("How it was said"), Contribution.Channel.choices)
    openness = _choice(_("Who may read it"))
    owner = _choice(_("Who is to answer"))
    round = _choice(_("Round"))
    dissent = _choice(_("Some think otherwise"), [("yes", _("Only where that is so"))])
    since = forms.DateField(label=_("Said on this day or later"), required=False)
    until = forms.DateField(label=_("Said on this day or earlier"), required=False)

    def __init__(self, asking: Asking, stage, reader):
        super().__init__(initial=asdict(asking))
        self.asking, standing = asking, stage.cycle.standing_of(reader)
        parties = [(str(pk), name) for pk, name in stage.cycle.participants.values_list("pk", "name")]
        themes = [(str(each.pk), each.name) for each in themes_to_ask_for(stage, reader)]
        unsorted = [("none", _("In none yet"))] if standing.runs and themes else []
        levels = [each for each in Contribution.READERS if each[0] in standing.reads]
        numbers = stage.rounds.values_list("pk", "number") if stage.round_number > 1 or asking.round else ()
        rounds = [(str(pk), number) for pk, number in numbers]
        self._offer("party", parties)
        self._offer("theme", themes + unsorted)
        self._offer("openness", levels if len(levels) > 1 else [])
        self._offer("round", rounds if len(rounds) > 1 else [])
        self._offer("owner", _officers(stage.cycle) if standing.runs else [])
        if reader.is_authenticated:
            held = [HELD] if standing.runs else []
            self.fields["answered"].choices = [ALL, *ANSWERED, *held, JUDGE_OR_ASK if standing.keeps else JUDGE]
        for name in ("since", "until"):
            self.fields[name].widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def _offer(self, name, choices):
        """Offer these answers; a question without any is not asked, unless an address has answered it."""
        if choices:
            self.fields[name].choices = [ALL, *choices]
        elif not getattr(self.asking, name):
            del self.fields[name]

    @property
    def first(self):
        """The questions that stand open."""
        return [self[name] for name in FIRST if name in self.fields]

    @property
    def further(self):
        """The questions that stand folded up."""
        return [self[name] for name in self.fields if name not in FIRST]

    @property
    def is_further_asked(self):
        """Whether one of those is answered, so that they stand open."""
        return any(getattr(self.asking, each.name) for each in self.further)

    @property
    def chosen(self):
        """Each part that is asked for: its label, what was chosen in words, and the query of the list without it."""
        return [
            {"label": self.fields[name].label, "words": self._in_words(name, value),
             "query": self.asking.without(name).to_query()}
            for name, value in self.asking.given.items() if name in self.fields
        ]  # fmt: skip

    def _in_words(self, name, value):
        if name in ("since", "until"):
            return date_format(getattr(self.asking, name), "j F Y")
        choices = {str(key): words for key, words in getattr(self.fields[name], "choices", ())}
        return choices.get(value, value if name == "words" else _("one that is not here"))


def themes_to_ask_for(stage, reader):
    """The themes of a stage that this reader may know of, each after the one that it stands under."""
    found = list(Theme.objects.in_stage(stage).visible_to(reader, stage.cycle).exclude(state=Theme.State.MERGED))
    top = [theme for theme in found if theme.parent_id not in {each.pk for each in found}]
    return [each for theme in top for each in (theme, *(low for low in found if low.parent_id == theme.pk))]


def _officers(cycle):
    seats = Seat.objects.filter(cycle=cycle, role__in=Seat.RUNNERS).order_by("person__name")
    return list({str(pk): name for pk, name in seats.values_list("person_id", "person__name")}.items())
