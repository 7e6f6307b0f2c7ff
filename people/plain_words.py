"""Words that councils use and people at home do not, each with plain ones in their place.

The list is ours, and about English. What the glossary explains ("commission", "convenor", "procurement") is not in it:
such a word has no plain one that says the same.
"""

import re
from dataclasses import dataclass

PLAIN = {
    "ascertain": "find out",
    "beneficiary": "the person it is for",
    "best practice": "what works well",
    "capacity building": "training and help",
    "client group": "the people who use it",
    "co-design": "plan together",
    "collaborative": "together",
    "commence": "begin",
    "commensurate": "fitting",
    "cohort": "group",
    "deliverable": "what will be done",
    "demographic": "the people who live here",
    "direction of travel": "where this is going",
    "disseminate": "send round",
    "domiciliary care": "care at home",
    "efficiency saving": "cut, or cheaper way",
    "empower": "give power to",
    "endeavour": "try",
    "engagement": "talking with people",
    "envisage": "expect",
    "evidence-based": "tried and shown to work",
    "facilitate": "help",
    "fit for purpose": "good enough",
    "going forward": "from now on",
    "governance": "who decides, and how",
    "hard to reach": "people we have not reached",
    "holistic": "whole",
    "implement": "carry out",
    "in accordance with": "as, or by",
    "in order to": "to",
    "in relation to": "about",
    "in respect of": "about",
    "inclusive": "for everybody",
    "infrastructure": "what it stands on",
    "key driver": "main reason",
    "leverage": "use",
    "mainstreaming": "making it usual",
    "methodology": "way",
    "mitigate": "make less bad",
    "modality": "way",
    "multi-agency": "several bodies together",
    "operationalise": "put to work",
    "optimise": "make the best of",
    "outcome": "what changes for people",
    "overarching": "main",
    "paradigm": "way of thinking",
    "partnership working": "working together",
    "pathway": "way through the service",
    "personalisation": "fitting it to each person",
    "prior to": "before",
    "proactive": "before it is needed",
    "provision": "services, or help",
    "rationalise": "cut, or make simpler",
    "reconfigure": "change",
    "resource": "money, people or time",
    "robust": "strong",
    "roll out": "bring in",
    "scoping": "first look",
    "service delivery": "what the service does",
    "signpost": "show the way",
    "silo": "working apart",
    "stakeholder": "the people concerned",
    "streamline": "make simpler",
    "subsequent": "later",
    "sustainable": "able to last",
    "synergy": "gain from working together",
    "terminate": "end",
    "third sector": "charities and groups",
    "transformation": "big change",
    "utilise": "use",
    "wraparound": "all-round",
}


@dataclass(frozen=True)
class Jargon:
    """A council word as somebody wrote it, and what can stand in its place."""

    word: str
    plain: str


def _forms(word):
    """The word as a pattern that also finds it with the usual endings, and with any spaces or hyphens between."""
    stem = re.escape(word.removesuffix("e")) if word.endswith("e") else re.escape(word)
    endings = "(?:e|es|ed|ing)" if word.endswith("e") else "(?:s|es|ed|ing)?"
    if word.endswith("y"):
        stem, endings = re.escape(word[:-1]), "(?:y|ys|ies)"
    return re.sub(r"(\\ |\\-)", r"[\\s-]+", stem) + endings


# The longer of two comes first, so that "service delivery" is not read as something shorter.
_ENTRIES = sorted(PLAIN, key=len, reverse=True)
_ANY = re.compile(r"\b(?:" + "|".join(f"({_forms(word)})" for word in _ENTRIES) + r")\b", re.IGNORECASE)


def jargon_in(text):
    """The list of Jargon in a text, in the order in which it comes, each word once."""
    found = {}
    for match in _ANY.finditer(text):
        entry = _ENTRIES[match.lastindex - 1]
        found.setdefault(entry, Jargon(" ".join(match[0].split()), PLAIN[entry]))
    return list(found.values())
