"""Guards in the database: they stand below, in `people/triggers.py`, because groups have some too."""

from people.triggers import MESSAGE, Guard, declared, install, lifted, missing, remove

__all__ = ["MESSAGE", "Guard", "declared", "install", "lifted", "missing", "remove"]
