"""Implementation: who answers for it, what arrives beside what was decided, and the front line's way back (R57, R58).

An addition to the figure; the source describes it in its fifth chapter.
"""

from django.utils.translation import gettext_lazy as _

from ...kind import Kind, some_record
from .front_line import FrontLineReport
from .gaps import reports_to_answer, roles_without_a_name
from .glances import decided_and_arrived, front_line, who_answers_for_it
from .milestone import Milestone
from .owner import Owner
from .sign_up import SignUp

KIND = Kind(
    slug="implementation",
    name=_("Implementation"),
    place=11,
    prompt=_("Is what arrives what was decided?"),
    records=(Milestone, Owner, SignUp, FrontLineReport),
    addition=True,
    work=_("Bringing it about"),
    glances=(who_answers_for_it, decided_and_arrived, front_line),
    unready_to_finish=(some_record,),
    gaps=(roles_without_a_name, reports_to_answer),
)
