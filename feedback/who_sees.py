"""What a writer is shown before they send it: their answers in words, and who will see their words and their name."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cycle.openness import Openness


def facts_of(form):
    """What was answered, as (label, value in words) pairs; the text and who may read it are told elsewhere."""
    questions = [*form.parts["alone"], *form.parts["together"]]
    return [(bound.field.label, _in_words(bound.field, form.cleaned_data[bound.name])) for bound in questions
            if bound.name != "text" and form.cleaned_data.get(bound.name) not in (None, "")]  # fmt: skip


def _in_words(field, value):
    choices = getattr(field, "choices", None)
    if choices is not None and isinstance(value, str):
        return str(dict(choices).get(value, value))
    return date_format(value, "j F Y") if hasattr(value, "year") else str(value)


def who_sees(stage, writer, form):
    """Sentences that tell who will read the words, and who will see whose name they are."""
    said = form.cleaned_data
    return [WORDS_READ[said["openness"]](), *_name_seen(stage, writer, said)]


WORDS_READ = {
    Openness.PUBLIC: lambda: _("Everyone can read these words, here and in the printed report."),
    Openness.INVOLVED: lambda: _("Only those who take part in this cycle can read these words."),
    Openness.WITHHELD: lambda: _("Only those who run or decide this cycle for the authority can read these words."),
}


def _name_seen(stage, writer, said):
    """Who sees the name: by the same rule as `Contribution.name_for`, in the order in which a writer asks."""
    party = said["participant"]
    is_own = "channel" not in said
    giver = writer if is_own else said.get("given_by")
    if giver is None:
        return [_("No name goes with it. Everybody reads “%(somebody)s”.") % {"somebody": party.somebody}]
    names = {"name": giver.name, "somebody": party.somebody, "party": party.name}
    if said["is_unnamed"]:
        return _unnamed(said, names, is_own)
    told = [_("Everybody who takes part in this cycle sees the name %(name)s. Others read “%(somebody)s”.") % names]
    if said["openness"] == Openness.WITHHELD:
        told = [
            _("They see the name %(name)s with it.") % names,
            _("Others who take part can see in the ledger that something was said, and by whom. They cannot read it."),
        ]
    return told


def _unnamed(said, names, is_own):
    if said["openness"] == Openness.WITHHELD:
        told = _("Nobody sees the name %(name)s with it. They read “%(somebody)s”.")
    else:
        told = _("Only the convenor of %(party)s sees the name %(name)s. Everybody else reads “%(somebody)s”.")
    entered = [] if is_own else [_("You know it, because you put it in.")]
    caution = _("What you write may still tell who you are, like a street or an illness. Read it once more.")
    return [told % names, *entered, caution]
