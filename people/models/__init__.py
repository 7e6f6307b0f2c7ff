"""Who is there: people, organisations, groups and who belongs to which."""

from .directorate import Directorate
from .draft import Draft
from .group import Group, SigningRule
from .job import Job
from .mail import Mail
from .membership import Membership
from .organisation import Organisation
from .own_file import OwnFile
from .person import Person
from .printed_code import PrintedCode
from .tick import Tick

__all__ = [
    "Directorate",
    "Draft",
    "Group",
    "Job",
    "Mail",
    "Membership",
    "Organisation",
    "OwnFile",
    "Person",
    "PrintedCode",
    "SigningRule",
    "Tick",
]
