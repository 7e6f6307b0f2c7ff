"""Stretches of the way that several journeys share, each walked by a `Visitor`."""

from django.utils import timezone
from django.utils.formats import date_format

from cycle.due import add_working_days

CYCLE = "Community meals"
VOICE, TEAM = "Meals Voice", "Commissioning team"

WORDS = {
    "What this stage is for": "To find out what people need from meals at home.",
    "What you can change": "What is on the plate, and when it comes.",
    "What is fixed": "The money for this year.",
    "Why it is fixed": "The council set its budget in March, by law.",
    "What this stage is not": "It is not a vote on closing the service.",
    "Who decides in the end": "The cabinet, after it has read every answer.",
}
TERMS = {
    "Role": "Says what it is like to live with the service",
    "May": "See every line of the budget.",
    "May not": "Be named as having set the total.",
    "Speaks for": "38 people who get meals at home",
}


def told_day(day):
    """A date as pages say it."""
    return date_format(day, "j F Y")


def today():
    return told_day(timezone.localdate())


def answer_day(days=15):
    """The day by which an answer to something said today is due, as pages say it."""
    return told_day(add_working_days(timezone.localdate(), days))


def goes_to(visitor, stage, *rooms):
    """From the first page to a stage, and on to one of its rooms."""
    visitor.page.goto("/")
    visitor.follows(CYCLE, stage, *rooms)


def begins(visitor, stage, reason="It is time to begin."):
    """Begin the first round of a stage, for a reason."""
    goes_to(visitor, stage)
    visitor.presses("Begin this stage")
    visitor.writes("Why is it begun now?", reason)
    visitor.presses("Begin")
    visitor.is_told(f"“{stage}” has begun.")


READY = {
    "Are there people who use the service who want to take part, and can?": "Yes",
    "Do the commissioners have the time, the money and the skill for it?": "Yes",
    "Are both sides used to working together?": "Yes",
    "Are the money and the decisions open to those who take part?": "Yes",
}


def is_ready(visitor, answers=READY, **words):
    """Write down how ready a stage is, from the stage's page."""
    visitor.presses("Write down how ready you are")
    for question, answer in answers.items():
        visitor.chooses(question, answer)
    for label, said in words.items():
        visitor.writes(label, said)
    visitor.presses("Write it down")
    visitor.is_told("It is written down how ready this stage is.")


def drafts(visitor, words=WORDS):
    """Write the words of a stage's agreement, from the stage's page."""
    visitor.presses("Draft the agreement")
    for label, said in words.items():
        visitor.writes(label, said)
    visitor.presses("Save the draft")
    visitor.is_told("The words of the draft are saved.")


def names(visitor, party, level="Influences", **terms):
    """Name a party of the draft with its terms, from the stage's page."""
    visitor.follows(f"Add it, with its terms: {party}")
    for label, said in (TERMS | terms).items():
        visitor.writes(label, said)
    visitor.chooses("Level of influence", level)
    visitor.chooses("Does it have to sign before the stage opens?", "Yes")
    visitor.presses("Save the terms")
    visitor.is_told(f"The terms of {party} are saved.")


def answers(visitor, position, words=""):
    """Answer an agreement, from the stage's page; `position` is the button there."""
    visitor.presses(position)
    if words:
        visitor.writes("In your own words", words)
    visitor.presses("Send our answer to version 1")


def says(visitor, sort, words, **others):
    """Say something in a stage, from the list of what people said there."""
    visitor.presses("Say something")
    visitor.chooses("What is it?", sort)
    visitor.writes("What do you want to say?", words)
    for label, said in others.items():
        visitor.writes(label, said)
    visitor.presses("Check what you wrote")
    visitor.presses("Send it")
    visitor.is_told(f"Thank you. It is written down, and you get an answer by {answer_day()}.")


def opens(visitor, words):
    """Go on from a list of what people said to the one with these words."""
    visitor.goes_by(visitor.page.get_by_role("article").filter(has_text=words).get_by_role("link").first)


def changes_amount(visitor, line, amount, reason):
    """Change the money of a budget line, from the first page on."""
    goes_to(visitor, "Overall budget", "The money", "Budget lines", line)
    visitor.presses("Change this")
    visitor.writes("Amount", amount)
    visitor.writes("Why do you change it?", reason)
    visitor.presses("Save the change")
    visitor.presses("Save it and tell them")
