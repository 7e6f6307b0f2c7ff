"""What the page of a group says about it: the same in the group as it is today and in each earlier edition (R67)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SigningRule(models.TextChoices):
    """Whose signature counts as the group's: the group's own rule, which nobody else sets (R9)."""

    ONE = "one", _("Any one person who may sign for it")
    TWO = "two", _("Two people who may sign for it")
    CHAIR = "chair", _("Its chair")


class Experience(models.TextChoices):
    """How used a group is to this sort of work."""

    NEW = "new", _("New to it: it has not been asked before")
    SOME = "some", _("Has been asked now and then")
    USED = "used", _("Has worked with those who plan services for years")
    LEADS = "leads", _("Leads such work itself, and shows others how")


class MoneyOpenTo(models.TextChoices):
    """Who reads about the group's money: the group's own choice (R75)."""

    MEMBERS = "members", _("Its members, and the officers whom it works with")
    SUMS = "sums", _("Everyone reads the sums")
    ALL = "all", _("Everyone reads the sums and what was paid")


class GroupAbout(models.Model):
    """Whom a group speaks for, who runs it, what services it is about, how used it is to this, and how it meets.

    A model that stands on it adds `name` and `host`.
    """

    WRITTEN = (
        "name", "constituency", "is_user_controlled", "sector", "experience", "done_before", "meets_when",
        "meets_where", "joining", "host",
    )  # fmt: skip

    constituency = models.CharField(_("who the group speaks for"), max_length=240)
    is_user_controlled = models.BooleanField(_("run by users themselves"), default=True)
    sector = models.CharField(_("what services it is about"), max_length=80, blank=True)
    experience = models.CharField(_("how used it is to this work"), max_length=5, choices=Experience, blank=True)
    done_before = models.TextField(_("what it has done so far"), blank=True)
    meets_when = models.CharField(_("when it meets"), max_length=160, blank=True)
    meets_where = models.CharField(_("where it meets, or how"), max_length=240, blank=True)
    joining = models.TextField(_("how somebody new can come"), blank=True)
    signing_rule = models.CharField(
        _("who signs for the group"), max_length=6, choices=SigningRule, default=SigningRule.ONE
    )

    money_open_to = models.CharField(
        _("who reads about its money"), max_length=7, choices=MoneyOpenTo, default=MoneyOpenTo.MEMBERS
    )

    class Meta:
        abstract = True
