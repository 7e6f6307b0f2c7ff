"""The addresses of what is kept about oneself: a part of what all nets walk over."""

from .addresses_of_talk import row


def addresses_of_privacy(world):
    """What is kept about the reader, the file of it, and being forgotten; only Mia has a file."""
    yield row("own_data")
    yield row("own_data_file", form={})
    yield row("own_forgetting", form={"words": "take", "sure": "on"})
