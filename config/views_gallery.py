"""Every component with made-up content, to look at while working on the pages; only while DEBUG is on."""

from datetime import UTC, date, datetime

from django import forms
from django.contrib import messages
from django.shortcuts import render

from cycle.ring import Node, draw
from people.forms import DateField, DateTimeField, Form, MoneyField, WholeNumberField, YesNoField
from people.policy import open_to

STATES = ["not_yet", "preparing", "agreeing", "open", "changed", "declined", "finished"]


class SampleForm(Form):
    """One of each sort of question."""

    title = forms.CharField(max_length=80, label="Title", help_text="A few words that say what it is about.")
    address = forms.EmailField(label="E-mail address", required=False)
    words = forms.CharField(max_length=200, label="What happened?", widget=forms.Textarea)
    amount = MoneyField(label="How much money is there?", help_text="For the whole year.")
    people = WholeNumberField(label="How many people came?", max_value=500)
    day = DateField(label="When does it start?", help_text="For example, 27 3 2027.")
    meeting = DateTimeField(label="When do you meet?", required=False)
    sort = forms.ChoiceField(
        label="What sort of thing is it?",
        choices=[("view", "A view"), ("idea", "An idea"), ("question", "A question")],
        widget=forms.RadioSelect,
    )
    needs = forms.MultipleChoiceField(
        label="What helps you to take part?",
        required=False,
        choices=[("print", "Large print"), ("loop", "A hearing loop"), ("lift", "A lift")],
        widget=forms.CheckboxSelectMultiple,
    )
    group = forms.ChoiceField(label="For whom do you speak?", choices=[("", "Choose"), ("1", "Meals Voice")])
    paid = YesNoField(label="Do you want to be paid for this?")
    agree = forms.BooleanField(label="I have read what is fixed", help_text="It is on the page before this one.")
    key = forms.CharField(widget=forms.HiddenInput, required=False, initial="kept")
    option_hints = {"sort": {"idea": "Something that could be done in another way."}}


class SampleFilters(Form):
    """Two questions about what to show."""

    mark_optional = False
    kind = forms.ChoiceField(label="Sort", required=False, choices=[("", "All"), ("q", "Questions")])
    text = forms.CharField(label="With these words", required=False)


WRONG = {
    "title": "x" * 90,
    "address": "nobody",
    "words": "",
    "amount": "lots",
    "people": "1e9",
    "day_day": "31",
    "day_month": "2",
    "day_year": "2026",
    "meeting_day": "3",
    "meeting_month": "may",
}

NODES = [
    Node("Agree a framework for user involvement", "finished", "Agreed", url="#1", addition=True),
    Node("Operating context", "open", "Open", "2 new pressures", "#2"),
    Node("Needs assessment", "open", "Open", "41 heard, 6 unanswered", "#3"),
    Node("Overall budget ££££", "changed", "Changed", "cut on 12 May, agree again", "#4"),
    Node("Agree strategic framework", "agreeing", "Agreeing", "waits for Meals Voice and for two more groups", "#5"),
    Node("Agree priorities", "preparing", "Preparing", url="#6"),
    Node("Test and refine", "not_yet", "Not yet", url="#7"),
    Node("Decision", "not_yet", "Not yet", url="#8"),
    Node("Commission", "declined", "Declined", "Meals Voice said no", "#9"),
    Node("Procurement", "not_yet", "Not yet", url="#10"),
    Node("Implementation", "not_yet", "Not yet", url="#11", addition=True),
    Node("Monitoring and evaluation of user involvement", "changed", "Changed", "cut on 12 May, agree again", "#12"),
    Node("Review", "not_yet", "Not yet", url="#13"),
]
FEEDS = [(1, 4), (2, 4), (3, 4), (11, 4), (12, 4), (11, 2), (11, 5)]


def samples():
    """What the components are shown with."""
    moment = datetime(2027, 5, 12, 15, 40, tzinfo=UTC)
    return {
        "states": STATES,
        "crumbs": [{"name": "Your page", "url": "#a"}, {"name": "Community meals", "url": "#b"}],
        "waiting": [
            {
                "sentence": "Read what changed in the budget, and sign again or say why not",
                "url": "#w1",
                "due": date(2027, 5, 26),
                "why": "You sign for Meals Voice.",
            },
            {"sentence": "Say if this answer answers you: “Hot meals stay for those who have them”", "url": "#w2"},
        ],
        "facts": [
            ("Purpose", "To know what money there is before anyone compares options."),
            ("What you can change", "How the money is shared between hot meals, frozen meals and welfare visits."),
            ("What is fixed, and why", "The total.\nCabinet sets it once a year, by law, for all services together."),
            ("Left out", ""),
        ],
        "stub": {
            "noun": "budget line",
            "because": "The price is still being talked about with two firms.",
            "by": "Rosa Lind, lead officer",
            "review_on": date(2027, 6, 30),
            "challenge_url": "#c",
        },
        "changes": [
            {
                "label": "What you can change",
                "before": "We may choose between four options, all of which the budget can pay for.",
                "now": "We may choose between three options. Keeping the service as it is cannot be paid for.",
            },
            {"label": "Money for the year", "before": "£840,000", "now": "£720,000"},
        ],
        "rooms": [
            {"name": "What we agreed", "url": "#r1", "current": True},
            {"name": "The budget", "url": "#r2"},
            {"name": "What people said", "url": "#r3", "count": 12},
            {"name": "Report", "url": "#r4"},
        ],
        "events": [
            {
                "who": "Rosa Lind",
                "at": moment,
                "what": "changed the money for the year from £840,000 to £720,000",
                "reason": "The autumn statement left a gap.",
                "material": True,
                "url": "#e1",
            },
            {"who": "Ann Okafor, for Meals Voice", "at": moment, "what": "signed the agreement"},
        ],
        "parties": [
            {
                "name": "Meals Voice",
                "role": "Informs",
                "may": "See every line; ask; propose how to share it",
                "may_not": "Be named as having set the total",
                "speaks_for": "38 members, asked by phone",
                "asked": "Two meetings",
                "signed": "Version 1, with a reservation.",
                "unsigned": "Not yet version 2",
            },
            {
                "name": "Commissioning team",
                "role": "Advises",
                "may": "Move up to £10,000 between lines",
                "may_not": "Change the total",
                "speaks_for": "Adult services",
                "signed": "Version 2, 13 May",
            },
        ],
        "override": {
            "reason": "The grant ends before the group can meet.",
            "by": "Rosa Lind",
            "at": date(2027, 5, 3),
            "url": "#o",
        },
        "ring": draw(NODES, FEEDS, "Short breaks for families with disabled children"),
        "middle": ["5 of 13 stages under way", "6 people wait for an answer"],
        "pressures": [
            {"place": "top-left", "title": "From government", "rows": [{"name": "Autumn statement", "url": "#p1"}]},
            {
                "place": "top-right",
                "title": "From here",
                "rows": [{"name": "Budget gap", "url": "#p2"}, {"name": "Fewer users since 2020", "url": "#p3"}],
            },
            {
                "place": "bottom-left",
                "title": "Changing circumstances",
                "rows": [{"name": "Food prices", "url": "#p4"}],
            },
            {"place": "bottom-right", "title": "If things go wrong", "rows": []},
        ],
        "filters": SampleFilters(),
    }


@open_to("anyone")
def gallery(request):
    """Show every component."""
    messages.success(request, "You have signed for Meals Voice.")
    messages.warning(request, "Somebody else was quicker.")
    return render(request, "gallery/components.html", samples())


@open_to("anyone")
def form_page(request):
    """Show every sort of question: empty, or with errors when asked by ?wrong."""
    form = SampleForm(WRONG) if "wrong" in request.GET else SampleForm()
    if form.is_bound:
        form.add_error(None, "These two answers do not fit together.")
    context = {"form": form, "title": "Tell us what happened", "submit": "Save and go on", "cancel_url": "/"}
    return render(request, "forms/page.html", {**context, "lede": "Nothing is sent before you have seen it once more."})
