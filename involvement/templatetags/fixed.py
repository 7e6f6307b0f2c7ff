"""What stands behind "what is fixed, and why", where an agreement is drafted and where it is read (R11)."""

from django import template

from cycle.fixing import fixed_by

register = template.Library()


@register.inclusion_tag("involvement/parts/fixed.html")
def what_fixes(stage, person, is_drafting=False):
    """The pressures, rules and money that fix something in this stage, as far as this person may read them."""
    return {"rows": fixed_by(stage, person), "is_drafting": is_drafting}
