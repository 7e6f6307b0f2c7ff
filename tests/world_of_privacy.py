"""The file of all that is kept about one person: made for Mia, so that it is searched for what is closed to her."""

from people.jobs import Silent
from people.privacy.taking_out import make_own_file


def fill(world):
    """Mia has her file. Call it last: it holds everything that the world has of her."""
    make_own_file(Silent(), world.cast.mia.pk)
