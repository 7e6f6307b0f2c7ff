"""Who is there: people, organisations, groups and who belongs to which."""

from .draft import Draft
from .group import Group, SigningRule
from .mail import Mail
from .membership import Membership
from .organisation import Organisation
from .person import Person
from .printed_code import PrintedCode

__all__ = [
    "Draft",
    "Group",
    "Mail",
    "Membership",
    "Organisation",
    "Person",
    "PrintedCode",
    "SigningRule",
]
