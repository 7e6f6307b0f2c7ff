"""The thirteen kinds of stage, a file or a package each. Adding a kind is adding its file: nothing names one."""

import importlib
import pkgutil

_rooms = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]

KINDS = {kind.slug: kind for kind in sorted((room.KIND for room in _rooms), key=lambda kind: kind.place)}


def addresses_of_kinds():
    """The addresses inside a stage that only one kind has: the `URLS` of the `pages` of each room that has pages.

    They are found late, because pages know the models and the models know the kinds.
    """
    found = []
    for room in _rooms:
        if any(each.name == "pages" for each in pkgutil.iter_modules(getattr(room, "__path__", ()))):
            found += importlib.import_module(f"{room.__name__}.pages").URLS
    return found
