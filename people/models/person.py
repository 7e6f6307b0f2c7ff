"""The person: the one who signs in, or who takes part on paper."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string, salted_hmac
from django.utils.translation import gettext_lazy as _

from ..personal import Class


def new_seed():
    """A fresh random seed; changing it signs the person out everywhere."""
    return get_random_string(32)


class PersonManager(BaseUserManager):
    def create_user(self, email=None, name="", **others):
        """A new person; an address is kept in lower case and empty means none. Returns the saved Person."""
        email = self.normalize_email(email).lower() if email else None
        return self.create(email=email or None, name=name, **others)

    def at_address(self, email):
        """The person with this e-mail address, or None."""
        return self.filter(email__iexact=email).first()

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class Person(AbstractBaseUser):
    """Somebody who takes part. Nobody has a password: one signs in with an e-mailed code, or takes part on paper."""

    password = None

    class Post(models.TextChoices):
        AT_ONCE = "at once", _("An answer at once, and everything else once a day")
        DAILY = "daily", _("Everything once a day")
        NEVER = "never", _("Nothing")

    PERSONAL = {"name": Class.REACH, "email": Class.REACH, "post": Class.SENT, "session_seed": Class.SIGN_IN}

    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"), unique=True, null=True, blank=True)
    is_active = models.BooleanField(_("may sign in"), default=True)
    post = models.CharField(_("what we write to you"), max_length=8, choices=Post, default=Post.AT_ONCE)
    session_seed = models.CharField(max_length=32, default=new_seed, editable=False)
    joined_at = models.DateTimeField(auto_now_add=True)
    forgotten_number = models.PositiveIntegerField(unique=True, null=True, blank=True, editable=False)
    forgotten_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = PersonManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ("name",)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ("name", "pk")
        constraints = [
            models.CheckConstraint(condition=~models.Q(email=""), name="people_person_email_is_absent_not_empty"),
            models.CheckConstraint(
                condition=models.Q(post__in=["at once", "daily", "never"]), name="people_person_post_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(forgotten_at=None, forgotten_number=None)
                | models.Q(forgotten_at__isnull=False, forgotten_number__isnull=False, email=None, is_active=False),
                name="people_person_forgotten_is_whole_or_absent",
            ),
        ]

    def __str__(self):
        return self.name

    def get_session_auth_hash(self):
        """What a session is tied to in place of a password: it changes when all sessions must end."""
        return self._session_hash()

    def get_session_auth_fallback_hash(self):
        """None: a session made under an older SECRET_KEY has to sign in again."""
        return iter(())

    def has_usable_password(self):
        return False

    def set_unusable_password(self):
        """Nothing to do: there is no password to make unusable."""

    def set_password(self, raw_password):
        """Nothing to do: a password is never kept."""

    def check_password(self, raw_password):
        return False

    def choose_post(self, post):
        """Choose what is written to this person by e-mail; post: one of Post."""
        self.post = post
        self.save(update_fields=["post"])

    def sign_out_everywhere(self):
        """End every session of this person at the next request."""
        self.session_seed = new_seed()
        self.save(update_fields=["session_seed"])

    @property
    def is_forgotten(self):
        """Whether nothing but a number stands for this person any more."""
        return self.forgotten_at is not None

    def forget(self, as_officer=False):
        """Keep no name and no address from now on, only "Member 7" or "Officer 7", whose number stays. Returns it.

        What else is kept about this person is taken out above (feedback/privacy/).
        """
        highest = type(self).objects.aggregate(highest=models.Max("forgotten_number"))["highest"] or 0
        self.forgotten_number, self.forgotten_at = highest + 1, timezone.now()
        name = _("Officer %(number)d") if as_officer else _("Member %(number)d")
        self.name, self.email = str(name) % {"number": self.forgotten_number}, None
        self.is_active, self.post, self.session_seed, self.last_login = False, self.Post.NEVER, new_seed(), None
        self.save()
        return self.name

    def _session_hash(self):
        return salted_hmac("people.Person.session", self.session_seed, algorithm="sha256").hexdigest()
