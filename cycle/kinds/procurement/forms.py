"""Forms of a tender: who sits on the panel, ties, scores, what the panel came to, and what a bidder offers."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms import DateField, Form, MoneyField, WholeNumberField

from .declaration import Declaration

LONGEST = 4000
CHOOSE = _("Choose somebody from the list.")


class SupportForm(Form):
    """Training and technical help of a member of the panel."""

    training_offered_on = DateField(label=_("Training was offered on"), required=False)
    training_taken_on = DateField(label=_("Training was taken on"), required=False)
    help_named = forms.CharField(
        label=_("Technical help: who explains what?"), required=False, max_length=LONGEST,
        help_text=_("Help makes it clear. It does not make it so simple that nothing is left to judge."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class MemberForm(SupportForm):
    """Somebody who is named for the panel, and for whom they sit. places: a list of (participant, person)."""

    who = forms.ChoiceField(label=_("Who, and for whom?"), error_messages={"invalid_choice": CHOOSE})
    field_order = ("who",)

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = {f"{party.pk}-{person.pk}": (party, person) for party, person in places}
        groups = {}
        for key, (party, person) in self.places.items():
            groups.setdefault(str(party), []).append((key, person.name))
        self.fields["who"].choices = [("", _("Choose")), *groups.items()]

    @property
    def said(self):
        """What was typed, as `panel.name_member` takes it, with the participant and the person first."""
        party, person = self.places[self.cleaned_data["who"]]
        return {"participant": party, "person": person} | {
            name: self.cleaned_data[name] for name in SupportForm.base_fields
        }


class BecauseForm(Form):
    """Why something ends."""

    reason = forms.CharField(label=_("Why?"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, label=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = label or self.fields["reason"].label


class TiesForm(Form):
    """For each bidder whether there are ties, and which. links: bid pk -> name of a body that was found to match."""

    mark_optional = False

    def __init__(self, *args, bids, found, links, **kwargs):
        """found: dict of bid pk -> the Declaration that there is."""
        super().__init__(*args, **kwargs)
        self.bids = bids
        for bid in bids:
            there = found.get(bid.pk)
            ask, words = f"ties_{bid.pk}", f"words_{bid.pk}"
            self.fields[ask] = forms.ChoiceField(
                label=_("What ties do you have to %(bidder)s?") % {"bidder": bid.bidder},
                choices=Declaration.Sort.choices, widget=forms.RadioSelect, initial=there.sort if there else None,
                help_text=_hint(links.get(bid.pk)),
            )  # fmt: skip
            self.fields[words] = forms.CharField(
                label=_("Which ties to %(bidder)s?") % {"bidder": bid.bidder}, required=False, max_length=LONGEST,
                initial=there.words if there else "", help_text=_("Leave it open if you have none."),
                widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip

    @property
    def said(self):
        """What was typed, as `declaration.declare` takes it."""
        return {bid: (self.cleaned_data[f"ties_{bid.pk}"], self.cleaned_data[f"words_{bid.pk}"]) for bid in self.bids}


def _hint(name):
    if not name:
        return ""
    return _("Here it is known that you, or those for whom you sit, belong to “%(name)s”. Say what that means.") % {
        "name": name
    }


class TieDecisionForm(Form):
    """What is decided about a tie, and what is done."""

    LEAVES = "leaves"

    decision = forms.ChoiceField(
        label=_("What is decided?"), widget=forms.RadioSelect,
        choices=[*Declaration.Decision.choices, (LEAVES, _("They leave the panel"))],
    )  # fmt: skip
    done = forms.CharField(
        label=_("What is done about it, and why is that enough?"), max_length=LONGEST,
        help_text=_("Those who take part in the cycle read this."), widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


@dataclass(frozen=True)
class BidPart:
    """The questions about one bid: bound fields in pairs of score and reason."""

    bid: object
    pairs: list


class ScoreSheetForm(Form):
    """A number and a reason for each bid and criterion that one member has to score; saved open, or handed in."""

    mark_optional = False

    def __init__(self, *args, duties, scores, **kwargs):
        """duties: (bid, criterion) pairs. scores: dict of these pairs -> the PanelScore that there is, or None."""
        super().__init__(*args, **kwargs)
        self.duties = duties
        for bid, criterion in duties:
            there = scores[bid, criterion]
            wrong = _("Give a whole number from 0 to %(top)d. It is about “%(criterion)s” of %(bidder)s.") % {
                "top": criterion.top, "criterion": criterion, "bidder": bid.bidder,
            }  # fmt: skip
            self.fields[_name("score", bid, criterion)] = WholeNumberField(
                label=_("%(criterion)s, from 0 to %(top)d") % {"criterion": criterion, "top": criterion.top},
                max_value=criterion.top, required=False, initial=there.score if there else None,
                widget=forms.TextInput(
                    attrs={"inputmode": "numeric", "class": "govuk-input--width-3", "autocomplete": "off"}
                ),
                error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong),
            )  # fmt: skip
            self.fields[_name("why", bid, criterion)] = forms.CharField(
                label=_("Why: %(criterion)s") % {"criterion": criterion}, required=False, max_length=LONGEST,
                initial=there.why if there else "", widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip

    @property
    def parts(self):
        """A BidPart for each bid."""
        bids = list(dict.fromkeys(bid for bid, _criterion in self.duties))
        return [BidPart(bid, [self._pair(*pair) for pair in self.duties if pair[0] == bid]) for bid in bids]

    def _pair(self, bid, criterion):
        return self[_name("score", bid, criterion)], self[_name("why", bid, criterion)]

    @property
    def said(self):
        """What was typed, as `panel_score.score` takes it."""
        return {
            pair: (self.cleaned_data[_name("score", *pair)], self.cleaned_data[_name("why", *pair)])
            for pair in self.duties
        }


def _name(what, bid, criterion):
    return f"{what}_{bid.pk}_{criterion.pk}"


class ModerationForm(Form):
    """What the panel came to. members: the PanelMembers who may have been there; top: of the scale."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=32_000)
    why = forms.CharField(
        label=_("Why?"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It is needed where it is not the average, or nobody gave it. The bidder reads it."),
    )  # fmt: skip
    present = forms.MultipleChoiceField(label=_("Who was there?"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, members, top, **kwargs):
        super().__init__(*args, **kwargs)
        self.members = {str(each.pk): each for each in members}
        self.fields["score"] = WholeNumberField(
            label=_("Which score did you come to? From 0 to %(top)d") % {"top": top}, max_value=top,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3"}),
        )  # fmt: skip
        self.order_fields(["score", "why", "present"])
        self.fields["present"].choices = [(key, str(each)) for key, each in self.members.items()]

    @property
    def who_was_there(self):
        """The PanelMembers who were there."""
        return [self.members[key] for key in self.cleaned_data["present"]]


class OfferForm(Form):
    """What a bidder offers. It is never filled in with what is there: nobody reads that before the opening."""

    technical = forms.CharField(
        label=_("What is offered, and how it would be done"), required=False, max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )  # fmt: skip
    price = MoneyField(label=_("Price"), required=False)
    commercial = forms.CharField(
        label=_("Terms of business"), required=False, max_length=100_000, widget=forms.Textarea(attrs={"rows": 4})
    )
