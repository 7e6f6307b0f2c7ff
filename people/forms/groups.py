"""The forms of a user group: starting its page, and who belongs to it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Group, Membership, SigningRule
from .base import Form, ModelForm
from .fields import YesNoField


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
