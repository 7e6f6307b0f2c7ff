"""The thirteen kinds of stage, one file each. Adding a kind is adding its file: nothing names one."""

import importlib
import pkgutil

_rooms = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]

KINDS = {kind.slug: kind for kind in sorted((room.KIND for room in _rooms), key=lambda kind: kind.place)}
