"""What an event tells beside the fields of its row, in words."""

from django.utils.translation import gettext_lazy as _

# What an event tells beside the fields of a row: said once here, for every history.
LABELS = {
    "words": _("In their words"),
    "outcome": _("What came of it"),
    "verdict_words": _("In their words"),
    "because": _("Why"),
    "later_by": _("By when it is looked at"),
    "changed_event": _("What changed"),
    "passed_to": _("Who has it now"),
    "expect": _("What to expect from them"),
    "second_reader": _("Who read it before it was sent"),
    "answered_by": _("Who answers it"),
    "brought_how": _("How it was brought back"),
    "came_from": _("From which stage one came"),
    "joined": _("Put together with"),
    "under": _("Stands under"),
    "carried_out_by": _("Who carries it out"),
    "promised_to": _("To whom it is promised"),
    "things": _("What is put in order"),
    "ballots_of_users": _("Ballots of users"),
    "ballots_of_professionals": _("Ballots of professionals"),
    "ballots_printed": _("How many were made"),
    "seen_in": _("Where it can be seen"),
    "scores_given": _("How many scores were given or changed"),
    "put_in": _("How it was put in"),
    "interest": _("What they gain or lose by it"),
    "says": _("Did it make a difference?"),
    "stands_in": _("Where the promise stands"),
    "taken_into": _("Which stage takes it up"),
    "panel_member": _("Who sits on the panel"),
    "bids_opened": _("How many were opened"),
    "offer_times": _("How often it was put in"),
    "lines_emptied": _("From how many lines the words were taken"),
}
NOT_TOLD = {"state", "position", "channel", "verdict", "line", "line_because"}
