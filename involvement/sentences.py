"""What the agreement pages say when something has been done."""

from django.utils.translation import gettext_lazy as _

DRAFT_MADE = _("You can write the draft now. Only the officers of this cycle see it.")
WORDS_SAVED = _("The words of the draft are saved.")
PARTY_SAVED = _("The terms of %(party)s are saved.")
WELCOMED = _("%(party)s can sign now. The others are shown that it is new, and say whether they still agree.")
PARTY_REMOVED = _("%(party)s is no longer in the draft.")
PROPOSED = _("Version %(version)d is proposed. Its words stand from now on, and its parties can answer it.")
OVERRIDDEN = _("The stage is open without an agreement. Your reason stands on every page and report of this round.")
SIGNED = {
    "agree": _("You have signed for %(party)s."),
    "reserve": _("You have signed for %(party)s, with your reservation."),
    "decline": _("You have said no for %(party)s. Your words are kept."),
}
PUT_IN = {
    "agree": _("The signature of %(who)s for %(party)s is put in."),
    "reserve": _("The signature of %(who)s for %(party)s is put in, with the reservation."),
    "decline": _("It is put in that %(who)s said no for %(party)s."),
}
OPENED = _("That was the last signature that was missing: the stage is open now.")
STATED = _("It is written down for all to read.")
