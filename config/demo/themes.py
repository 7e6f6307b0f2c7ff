"""What people said sorted into themes: by what stands in it, one by one, and two that turned out to be one."""

from feedback import sorting
from feedback.asking import Asking
from feedback.models import Theme

CONSULTATION = (
    ("hot", "Hot or frozen", "Whether a meal comes hot or frozen, and who can heat it.", "frozen"),
    ("film", "Opening it", "Film, labels and lids, and hands and eyes that cannot manage them.", "film"),
    ("visit", "Somebody who looks in", "The knock on the door, and who sees that somebody is well.", "door -letter"),
    ("price", "What it costs", "The price for people, and who can pay it.", "pay"),
    ("time", "Being asked in time", "Letters, dates, and whether people could take part at all.", "letter"),
)
NEEDS = (
    ("visit", "Somebody who looks in", "The knock on the door, and who sees that somebody is well.", "driver"),
    ("food", "Food that fits", "Soft food, and what people can chew.", "chew"),
    ("family", "Families and neighbours", "What the meal means for those who help.", "mother"),
    ("safe", "Safe at the stove", "Heating a meal without a burn.", "microwave"),
)


def of_the_consultation(case):
    """Five themes of the paper forms, calls and letters; opening it belongs to hot or frozen after all."""
    stage, ann, owen = case.stage("testing"), case.people.ann, case.people.owen
    made = _themes(case, stage, CONSULTATION)
    home = _find(stage, ann, "going into a home").first()
    if home:
        sorting.choose(home, owen, [made["visit"], made["price"]])
    act = sorting.merge(made["film"], owen, made["hot"])
    sorting.undo(act, ann)
    made["film"].refresh_from_db()
    made["film"].change(ann, made["film"].version, parent=made["hot"])


def of_the_needs(case):
    """Four themes of both rounds of needs."""
    stage = case.stage("needs")
    made = _themes(case, stage, NEEDS)
    knock = _find(stage, case.people.ann, "knock").first()
    if knock:
        knock.stage, knock.cycle = stage, stage.cycle
        sorting.choose(knock, case.people.ann, [made["visit"]])


def _themes(case, stage, frame):
    """Make the themes of a stage and put in each what its words find."""
    ann, made = case.people.ann, {}
    for place, (key, name, about, words) in enumerate(frame, 1):
        made[key] = Theme.make(stage, ann, name, about, place=place)
        sorting.put(stage, ann, made[key], _find(stage, ann, words))
    return made


def _find(stage, reader, words):
    return Asking(words=words).rows(stage, reader)
