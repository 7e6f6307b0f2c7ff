"""The demonstration: a real case played through the verbs that the pages call, and the people one can be in it."""
