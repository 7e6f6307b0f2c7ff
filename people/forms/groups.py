"""The forms of a user group: starting its page, and who belongs to it."""

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..group_words import in_words, label_of
from ..models import Experience, Group, Membership, Organisation, SigningRule
from ..models.group_about import GroupAbout
from .base import Form, ModelForm
from .dates import DateField
from .fields import WholeNumberField, YesNoField

LONGEST = 2000
RUN_BY = (("", _("All")), ("users", _("Users themselves")), ("others", _("Others, for users")))


class GroupForm(ModelForm):
    """What a group is, and the convenor who keeps its page."""

    is_user_controlled = YesNoField(label=_("Do users themselves run the group?"))
    convenor_name = forms.CharField(
        label=_("The convenor’s name"),
        max_length=120,
        help_text=_("The convenor supports the group and says here who belongs to it."),
    )
    convenor_email = forms.EmailField(label=_("The convenor’s e-mail address"))

    class Meta(ModelForm.Meta):
        model = Group
        fields = ("name", "constituency", "is_user_controlled", "host")
        labels = {"host": _("Which organisation hosts it?"), "constituency": _("Who does the group speak for?")}
        help_texts = {
            "constituency": _("Like “People who get meals at home in the valley”."),
            "host": _("The body that lends the group a room, a worker or money, if there is one."),
        }


class RegisterFilters(Form):
    """Which groups the register shows: by words, by who runs them, and by what services they are about."""

    words = forms.CharField(label=_("Words"), max_length=100, required=False)
    run_by = forms.ChoiceField(label=_("Who runs it"), choices=RUN_BY, required=False)
    sector = forms.ChoiceField(label=_("What services"), required=False)

    mark_optional = False

    def __init__(self, *args, sectors, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sector"].choices = [("", _("All")), *((each, each) for each in sectors)]

    @property
    def chosen(self):
        """What was chosen, as `matching` takes it; what cannot be taken is left out."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class AboutForm(ModelForm):
    """All that the page of a group says. version: the one that was read."""

    is_user_controlled = YesNoField(label=_("Do users themselves run the group?"))
    experience = forms.ChoiceField(
        label=_("How used is the group to this work?"), choices=Experience.choices, widget=forms.RadioSelect,
        required=False,
    )  # fmt: skip
    new_host = forms.CharField(
        label=_("Or the name of a host that is not in the list"), max_length=160, required=False
    )  # fmt: skip
    version = WholeNumberField(widget=forms.HiddenInput)

    field_order = (*GroupAbout.WRITTEN, "new_host", "version")

    class Meta(ModelForm.Meta):
        model = Group
        fields = GroupAbout.WRITTEN
        labels = {
            "constituency": _("Who does the group speak for?"),
            "sector": _("What services is it about?"),
            "done_before": _("What has it done so far?"),
            "meets_when": _("When does it meet?"),
            "meets_where": _("Where does it meet, or how?"),
            "joining": _("How can somebody new come?"),
            "host": _("Which organisation hosts it?"),
        }
        help_texts = {
            "constituency": _("Like “People who get meals at home in the valley”."),
            "sector": _("In two or three words, like “Adult social care”."),
            "done_before": _("Like “It wrote a guide to good meetings, and helped to choose two new nurses.”"),
            "meets_when": _("Like “On the first Tuesday of the month, at 2pm”."),
            "meets_where": _("Like “In the chapel hall, with a ramp and a loop”, or “by phone”."),
            "joining": _("Say whom to ask and how. Everybody who is signed in can read it, so give no private number."),
            "host": _("The body that lends the group a room, a worker or money, if there is one."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("done_before", "joining"):
            self.fields[name].max_length = LONGEST
            self.fields[name].validators.append(MaxLengthValidator(LONGEST))

    def clean(self):
        """One host at the most: one from the list, or one that is named."""
        said = super().clean()
        if said.get("host") and said.get("new_host"):
            self.add_error("new_host", _("Choose one from the list, or give the name of another: one of the two."))
        return said

    @property
    def said(self):
        """What the page is to say from now on, as `Group.rewrite` takes it, with the host that was named."""
        said = {name: self.cleaned_data[name] for name in GroupAbout.WRITTEN}
        if name := self.cleaned_data["new_host"]:
            said["host"] = Organisation.objects.named(name)
        return said

    def beside(self, current):
        """(label, what is saved now, what was typed) of each field that differs; the form goes on from there."""
        typed = Group(**{name: self.cleaned_data[name] for name in GroupAbout.WRITTEN})
        rows = [
            (label_of(name), in_words(current, name), in_words(typed, name))
            for name in GroupAbout.WRITTEN
            if in_words(current, name) != in_words(typed, name)
        ]
        self.data = self.data.copy()
        self.data["version"] = str(current.version)
        return rows


class SigningRuleForm(Form):
    """Whose signature counts as the group's."""

    rule = forms.ChoiceField(
        label=_("Whose signature counts as the group’s?"), choices=SigningRule.choices, widget=forms.RadioSelect
    )
    option_hints = {
        "rule": {
            SigningRule.ONE: _("The chair or a representative, whoever comes first."),
            SigningRule.TWO: _("An agreement waits until two of them have signed."),
            SigningRule.CHAIR: _("Representatives speak for the group, and only the chair signs."),
        }
    }


class MemberForm(Form):
    """Somebody who belongs to a group; without an address they take part on paper."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("Leave it empty for somebody who takes part on paper."),
    )
    role = forms.ChoiceField(
        label=_("What is their part in the group?"),
        choices=[(role, Membership.Role(role).label) for role in Membership.GROUP_ROLES],
        initial=Membership.Role.MEMBER,
        widget=forms.RadioSelect,
    )
    until_date = DateField(
        label=_("Until which day?"),
        required=False,
        help_text=_("Leave it empty when no last day is set. Like 31 12 2028."),
    )


class MandateForm(Form):
    """What somebody who speaks for the group may do for it."""

    words = forms.CharField(
        label=_("What may they say and sign for the group?"),
        help_text=_("Like “May agree to menus and times. Asks the group first about money.”"),
        max_length=LONGEST,
        widget=forms.Textarea,
    )
    given_by = forms.CharField(
        label=_("Who gave them that?"),
        max_length=160,
        help_text=_("Like “The meeting of all members, 14 of 19 for it”."),
    )
    given_on = DateField(label=_("On which day?"), latest=timezone.localdate)
