"""Monitoring and evaluation of user involvement: outcomes, visits by users, influence and power (R59-R63)."""

from django.utils.translation import gettext_lazy as _

from ...kind import Kind, some_record
from .finding import VisitFinding
from .gaps import findings_to_close, outcomes_in_one_sides_words
from .glances import influence_at_a_glance, outcomes_at_a_glance, power_notes_at_a_glance, visits_at_a_glance
from .influence import Influence
from .measure import Measure
from .power import PowerNote
from .reading import Reading
from .visit import Visit
from .ways import ways_to_look_back

__all__ = ["KIND", "Influence", "Measure", "PowerNote", "Reading", "Visit", "VisitFinding"]

KIND = Kind(
    slug="monitoring",
    name=_("Monitoring and evaluation of user involvement"),
    place=12,
    prompt=_("What has become better for you, and what has not?"),
    records=(Measure, Reading, Visit, VisitFinding, Influence, PowerNote),
    work=_("What is watched, and what is found"),
    ways=(ways_to_look_back,),
    glances=(outcomes_at_a_glance, visits_at_a_glance),
    unready_to_finish=(some_record,),
    gaps=(findings_to_close, outcomes_in_one_sides_words),
    on_involvement=(influence_at_a_glance, power_notes_at_a_glance),
)
