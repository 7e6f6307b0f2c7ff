"""What people did with their own words, and officers with a hidden part, in the stage that is open today."""

import uuid
from urllib.parse import urlencode

from feedback import changing, moderating
from people.models import Draft


def play(case):
    """One contribution about a record is corrected, one is withdrawn, a part of one is hidden, one is half-written."""
    stage = case.stage("monitoring")
    _about_the_knock(case, stage)
    _withdrawn(case, stage)
    _a_name_is_hidden(case, stage)
    _half_written(case, stage)


def _about_the_knock(case, stage):
    look_in = stage.kind.record.objects.in_stage(stage).get(title__startswith="Somebody knocks")
    said = case.say(
        stage, "voice", "bea", "view",
        "We rang our members about the knock on the door. Most say that it is there.",
        about=look_in, voice="mandate", gathered="calls", gathered_on=case.day(-8), how_known="We rang all our members",
        how_many=31, how_many_answered=24, dissent="Three say that it is too short.",
        limits="We did not reach seven. Two of them are in hospital.", given_on=case.day(-7),
    )  # fmt: skip
    said = changing.correct(
        said, case.people.bea, "We rang our members about the knock on the door. 21 of 24 say that it is there.",
        "I had left out the number.", 0,
    )  # fmt: skip
    answer = case.answer(
        said, "Thank you. Your count stands beside ours from now on.", because="Nothing else has to change for that."
    )  # fmt: skip
    case.judge(answer, "bea")


def _withdrawn(case, stage):
    said = case.say(
        stage, "carers", "rhys", "concern", "The meals are always late.", given_on=case.day(-6),
    )  # fmt: skip
    changing.withdraw(said, case.people.rhys, "I mixed it up with another service.")


def _a_name_is_hidden(case, stage):
    said = case.say(
        stage, "voice", "mia", "experience",
        "The driver, Aled Pretend, carries the meal to my table. He does not have to, and I am glad of it.",
        given_on=case.day(-5),
    )  # fmt: skip
    moderating.hide(said, case.people.owen, "Aled Pretend", "a driver’s name")
    said.refresh_from_db()
    case.answer(said, "We told him. He was glad, too.", by="owen", because="It is good as it is.")


def _half_written(case, stage):
    token, text = uuid.uuid4(), "On Sundays I would like to choose between two meals, because"
    Draft.keep(
        case.people.mia, token, f"{stage.get_absolute_url()}contributions/new/", f"Say something: {stage}", text,
        urlencode({"sort": "idea", "text": text, "voice": "own", "openness": "public", "token": token}),
    )  # fmt: skip
