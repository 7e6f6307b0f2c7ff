"""Who is there: people, organisations, groups and who belongs to which."""

from .access_need import AccessNeed, Circle, NeedConsent, SaidHow
from .directorate import Directorate
from .draft import Draft
from .group import Group
from .group_about import Experience, MoneyOpenTo, SigningRule
from .group_edition import GroupEdition
from .job import Job
from .mail import Mail
from .mandate import Mandate
from .membership import Membership
from .needs_sheet import NeedsSheet
from .organisation import Organisation
from .own_file import OwnFile
from .person import Person
from .printed_code import PrintedCode
from .tick import Tick

__all__ = [
    "AccessNeed",
    "Circle",
    "Directorate",
    "Draft",
    "Experience",
    "Group",
    "GroupEdition",
    "Job",
    "Mail",
    "Mandate",
    "Membership",
    "MoneyOpenTo",
    "NeedConsent",
    "NeedsSheet",
    "Organisation",
    "OwnFile",
    "Person",
    "PrintedCode",
    "SaidHow",
    "SigningRule",
    "Tick",
]
