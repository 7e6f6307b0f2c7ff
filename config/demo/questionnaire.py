"""The council's online questionnaire of the consultation: its answers come in as the file that the survey tool gave."""

from feedback.moving import bringing
from people.jobs import Silent

FILE = """Respondent ID;Submitted;Your name;Type;What do you want to tell us?
Q-0114;07/12/2022 19:20;Gwen Llwyd;Concern;My father forgets to eat. The driver reminds him. A frozen box will not.
Q-0131;11/12/2022 08:02;Tomos Fry;Idea;Let people choose hot on weekdays and frozen at the weekend.
Q-0178;20/12/2022 21:47;Eira Penrhyn;Concern;Five weeks over Christmas is a bad time to ask people anything.
Q-0203;04/01/2023 12:10;Ifor Sbec;View;Fifty pence is fair if the food stays as good as it is.
"""
COLUMNS = {
    "text": "#What do you want to tell us?", "sort": "#Type", "given_on": "#Submitted", "day_first": True,
    "channel": "=online", "reference": "#Respondent ID", "openness": "public",
    "values": {"sort": {"concern": "concern", "idea": "idea", "view": "view"}},
}  # fmt: skip
ANSWERS = {
    "Q-0114": "The look-in stays for everybody, with hot meals and with frozen ones. It stands in the option.",
    "Q-0131": "The option lets people mix both, week by week.",
    "Q-0178": "You are right. The cabinet had set its date. We posted paper forms, and rang people who asked for it.",
    "Q-0203": "Thank you. The menu does not change.",
}
BECAUSE = "The option that is put to the cabinet says so already, or the date cannot be moved any more."


def play(case, stage):
    """Owen brings the file in; the names in it are left out. Ann answers each row."""
    owen = case.people.owen
    made = bringing.take_up(stage, owen, "questionnaire-december.csv", FILE.encode("utf-8-sig"))
    bringing.say_columns(made, owen, COLUMNS | {"participant": f"={case.parties['voice'].pk}"})
    bringing.bring_in(Silent(), made.pk, made.revision, owen.pk)
    for row in made.contributions.order_by("pk"):
        row.stage, row.cycle = stage, case.cycle
        case.answer(row, ANSWERS[row.reference], because=BECAUSE)
