"""Where it is really settled who gets how much (R42)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...models.record import Record


class Forum(Record):
    """A meeting or a body in which money is given out: who sits in it, when, and what users may do there (R42)."""

    class UsersMay(models.TextChoices):
        DECIDE = "decide", _("Users decide with the others")
        SPEAK = "speak", _("Users may speak")
        LISTEN = "listen", _("Users may come and listen")
        READ = "read", _("Users may read its papers")
        NOTHING = "nothing", _("Users have no part in it")

    SLUG = "forums"
    ADD = _("Add a place where money is decided")
    ABOUT = _("Where the money is really given out, which is not always where it is voted on.")
    PROMPT = _("Where do you think the money is really decided?")
    OWN_FIELDS = ("settles", "who_sits", "meets", "users_may", "gives_out")
    FIGURE = "users_may"
    LISTED = ("settles", "who_sits", "meets")
    SETTLES = ("settles",)

    PERSONAL = {"who_sits": Class.NAMED}
    PERSONAL_OF = {"who_sits": None}

    settles = models.TextField(_("what it settles"))
    who_sits = models.CharField(_("who sits in it"), max_length=240)
    meets = models.CharField(_("when it meets"), max_length=160)
    users_may = models.CharField(_("what users may do there"), max_length=8, choices=UsersMay)
    gives_out = models.ManyToManyField(
        "cycle.BudgetLine", blank=True, related_name="forums", verbose_name=_("budget lines that it settles")
    )

    class Meta(Record.Meta):
        verbose_name = _("place where money is decided")
        verbose_name_plural = _("where money is decided")
