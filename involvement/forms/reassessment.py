"""Saying what becomes of a stage after a change of control."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cycle.models import Survival
from cycle.models.reassessment import SAY_WHY
from people.forms import Form

Outcome = Survival.Outcome
LONGEST = 2000


class JudgementForm(Form):
    """What becomes of one stage. `seen` is the stamp of the judgement that the writer started from, 0 for none."""

    mark_optional = False
    outcome = forms.ChoiceField(label=_("Does it survive?"), choices=Outcome.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Why?"),
        help_text=_("Everybody who may read about the change reads this. Say what it means for those who take part."),
        max_length=LONGEST,
        widget=forms.Textarea,
    )
    said_by = forms.CharField(
        label=_("Who said so, with what authority?"),
        help_text=_("For example: “The new cabinet, at its meeting on 14 May.”"),
        max_length=240,
    )
    reason = forms.CharField(
        label=_("Why do you judge it in another way now?"),
        help_text=_("What was said first stays in the list of all that happened."),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**62)
    option_hints = {
        "outcome": {
            Outcome.HOLDS: _("The agreement keeps its words. Those who signed can sign the same version again."),
            Outcome.CHANGES: _("You write a new version of the agreement, and it is signed anew."),
            Outcome.ENDS: _("Nothing ends by itself. You finish the stage with its reason, or agree anew."),
        }
    }

    def __init__(self, *args, survival, said_last="", **kwargs):
        initial = {name: getattr(survival, name) for name in Survival.JUDGEMENT} | {"seen": survival.stamp}
        initial["said_by"] = survival.said_by or said_last
        super().__init__(*args, initial=initial, **kwargs)
        self.stamp = survival.stamp
        if not survival.is_judged:
            del self.fields["reason"]

    def clean(self):
        """Another judgement needs its reason; whoever has not seen the one that stands is shown it first."""
        said = super().clean()
        if self.stamp and said.get("seen") == self.stamp and not said.get("reason") and "reason" not in self.errors:
            self.add_error("reason", SAY_WHY)
        return said
