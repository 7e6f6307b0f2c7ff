"""How the needs of those who are asked to a meeting are seen to."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from people.forms import Form

from ..needs import stamp_of


class SeeToForm(Form):
    """One text for each sort of need at a meeting. needs: its NeedAts; saved: what stands now, after a conflict."""

    stamp = forms.CharField(widget=forms.HiddenInput, max_length=16, required=False)

    mark_optional = False

    def __init__(self, *args, needs, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["stamp"].initial = stamp_of(needs)
        for need in needs:
            self.fields[need.sort] = forms.CharField(
                label=_in_words(need), max_length=240, required=False, help_text="; ".join(need.own_words),
                initial=need.seen_to.how if need.seen_to else "",
            )  # fmt: skip

    @property
    def how(self):
        """What was typed, by the slug of the sort."""
        return {name: value for name, value in self.cleaned_data.items() if name != "stamp"}

    def beside(self, needs):
        """Say at each need what is saved now; the form goes on from there."""
        for need in needs:
            if need.sort in self.fields:
                now = need.seen_to.how if need.seen_to else _("nothing")
                self.fields[need.sort].help_text = _("Saved now: %(words)s") % {"words": now}
        self._bound_fields_cache.clear()
        self.data = self.data.copy()
        self.data["stamp"] = stamp_of(needs)


def _in_words(need):
    people = ngettext("%(count)d person", "%(count)d people", need.number) % {"count": need.number}
    return _("%(need)s, for %(people)s. How is it seen to?") % {"need": need.label, "people": people}
