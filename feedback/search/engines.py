"""One question in the language of each database: SQLite's FTS5 and PostgreSQL's tsquery.

Every word is quoted and holds letters and digits only, so neither language can be spoken by whoever types.
"""

from .asked import Asked

SAID = "{text dissent how_known answers}"


def everywhere():
    """The word that the index has for every contribution."""
    return "qzall"


def in_stage(pk):
    """The word that the index has for the contributions of one stage."""
    return f"qzs{pk}"


def from_party(pk):
    """The word that the index has for the contributions of one participant."""
    return f"qzp{pk}"


def for_sqlite(asked: Asked, places=()):
    """The question for FTS5. places: words of the index that all must stand in the row."""
    inner = " AND ".join(f'"{place}"' for place in places or (everywhere(),))
    query = f"{{place}} : ({inner})"
    if asked.wanted:
        query = f"({query}) AND ({SAID} : ({' AND '.join(_fts5(term) for term in asked.wanted)}))"
    if asked.unwanted:
        query = f"({query}) NOT ({SAID} : ({' OR '.join(_fts5(term) for term in asked.unwanted)}))"
    return query


def _fts5(term):
    return f'"{" ".join(term.words)}"' + ("*" if term.begins else "")


def for_postgresql(asked: Asked, places=()):
    """The question for to_tsquery. places: words of the index that all must stand in the row."""
    parts = [f"'{place}'" for place in places or (everywhere(),)]
    parts += [_tsquery(term) for term in asked.wanted]
    parts += [f"!({_tsquery(term)})" for term in asked.unwanted]
    return " & ".join(parts)


def _tsquery(term):
    words = [f"'{word}'" for word in term.words]
    if term.begins:
        words[-1] += ":*"
    return f"({' <-> '.join(words)})"
