"""Hidden values that say what the writer had seen when they began."""


def catch_up(form, **values):
    """Put these into the hidden fields of a form that came too late, so that the next try is about what stands now."""
    form.data = form.data.copy()
    for name, value in values.items():
        form.data[form.add_prefix(name)] = str(value)
