"""Review: users and commissioners look back together; what got in the way leads to actions, and to a lesson."""

from datetime import date

WHY_NOW = "We look back while people still remember how it was."
WORDS = {
    "purpose": "We look back together: what helped people to be heard, and what got in the way.",
    "open_to_change": "What we look at, whom we ask, and what is carried into the next cycle.",
    "fixed": "What was decided stays decided.",
    "fixed_because": "A review that opened all again would keep people from saying what they think.",
    "is_not": "It is not a search for who is to blame.",
    "who_decides": "Users and commissioners write it together. Where they differ, both views stand in it.",
    "answer_days": 15,
}
CABINET = {
    "role": "Says what helped it to decide, and what it missed",
    "level": "influence",
    "may": "Say what it needed to know, and when.",
    "may_not": "Take out what others found.",
}


def play(case):
    """Signed by all, written together, and open still: two actions, two lessons, and what a member adds herself."""
    stage = case.begin("review", WHY_NOW, came_from="monitoring")
    share = {"level": "share"}
    agreement = case.propose(stage, WORDS, commissioners=share, voice=share, lunch=share, carers=share, cabinet=CABINET)
    case.sign(agreement, "commissioners", "voice", "lunch", "carers", "cabinet")
    late = case.found("review", "findings", "Five weeks over Christmas")
    shaped = case.found("review", "findings", "It was shaped before we were asked")
    money = case.found("review", "findings", "The sum came late")
    _found_by_a_member(case, stage)
    _actions(case, stage, late, shaped, money)
    _lessons(case, stage, late, shaped)


def _found_by_a_member(case, stage):
    case.put(
        stage, by="mia", into="findings", title="My question was answered on the same day",
        summary="I asked how long frozen meals keep. Owen rang me before tea.", sort="helped",
        about=[case.stage("testing")], found_by=[case.parties["voice"]],
        users_see="When an answer comes fast, you ask again.",
    )  # fmt: skip


def _actions(case, stage, late, shaped, money):
    case.put(
        stage, into="actions", title="Fix the dates of a consultation with the groups",
        summary="The groups hear the dates before the cabinet does, and can say that they do not fit.",
        findings=[late, shaped], owner="Ann Example-Lead", due_on=case.day(60),
    )  # fmt: skip
    case.put(
        stage, into="actions", title="Say early what the money may be, as a range",
        summary="A range that can be wrong is better than no number at all.",
        findings=[money], owner="Owen Sample-Officer", due_on=date(2023, 11, 30), standing="done",
        came_of_it="Since autumn 2023 each budget line has a lowest and a highest sum until it is firm.",
    )  # fmt: skip


def _lessons(case, stage, late, shaped):
    agreed = [case.parties[key] for key in ("voice", "lunch", "commissioners")]
    case.put(
        stage, into="lessons", title="Ask people outside the holidays, and before the choice is made",
        summary="People need time, and they need to know that it can still change something.",
        conditions="The dates followed the council's budget. Most people who get meals fill in forms on paper, with "
        "help. Helpers are away at Christmas, and letters are slow.",
        ingredients="Dates that the groups agree to. Eight weeks outside the holidays. Helpers who are paid for it. "
        "A cabinet that names no favourite before it has read what people said.",
        not_to_copy="Do not copy the eight weeks. Ask your groups what they need.",
        findings=[late, shaped], agreed_by=agreed,
    )  # fmt: skip
    case.put(
        stage, into="lessons", title="Let users try the real thing before you buy it",
        summary="A tray that looks good on paper can be one that nobody can open.",
        conditions="The meals were few and cheap to try. The firms were glad to bring samples.",
        ingredients="A room with a kitchen. Users with stiff hands on the panel. Marks of their own that count.",
        findings=[case.found("review", "findings", "Two users on the panel")], agreed_by=agreed,
    )  # fmt: skip
