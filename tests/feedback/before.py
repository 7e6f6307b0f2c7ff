"""What the tests of saving with a preview share."""

from datetime import date

from tests.cycle.pages import as_typed, confirmed, edit_url, kept, record_typed

WHY = "The settlement is smaller."
HELD = {"openness": "withheld", "withheld_because": "A tender is running.", "review_on": date(2030, 1, 4)}


def changed(made, **over):
    """What a browser sends to change a record: everything that stands there, with some of it different."""
    model = type(made)
    made.refresh_from_db()
    names = [name for name in model.form_fields() if not model._meta.get_field(name).many_to_many]
    values = {name: getattr(made, name) for name in names if not model._meta.get_field(name).many_to_one}
    values |= {f"{name}": getattr(made, f"{name}_id") for name in names if model._meta.get_field(name).many_to_one}
    return as_typed(values | {"version": made.version, "reason": WHY} | over)


def previewed(client, url, form):
    """The Touched that is shown before this form is saved; None when it is saved at once."""
    return client.post(url, form).context["touched"]


__all__ = ["HELD", "WHY", "changed", "confirmed", "edit_url", "kept", "previewed", "record_typed"]
