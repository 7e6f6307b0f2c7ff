"""What an answer means for the register of promises (R78)."""

from collections import defaultdict

from django.utils.translation import gettext_lazy as _

from .promise import Promise, authority_of

ENDING = ("changed", "no change")  # what else may become of a contribution leaves its promise open
ANSWERS = _("Answers what people say in this cycle.")
ANSWERED_LATE = _("The answer came after the day that was promised.")


def follow(answer, event, by):
    """ "Later" is a promise, and what comes after it says what came of it. Called in the transaction of the answer.

    event: the one that the answer wrote. A second "later" moves the day of the first; another answer keeps it, or,
    when its day had passed, keeps it in part.
    """
    said = answer.contribution
    earlier = Promise.objects.open_of(said).first()
    if earlier is None:
        if answer.outcome == "later":
            _promise(answer, said, by)
        return
    earlier.stage, earlier.cycle = said.stage, said.cycle
    if answer.outcome == "later":
        if earlier.due_on != answer.later_by:
            earlier.postpone(by, answer.later_by, answer.text)
        return
    if answer.outcome not in ENDING:
        return
    late = {"because": str(ANSWERED_LATE)} if earlier.is_late else {}
    earlier.conclude(by, "partly" if late else "kept", answer.text, evidence=event, **late)


def follow_many(answers, by):
    """The same for one answer that was given to many at once: "later" is one promise to all with the same readers.

    answers: a list of Answer with their contributions. What had a promise of its own goes on with that.
    """
    own = Promise.objects.with_one_of([each.contribution_id for each in answers])
    rest = defaultdict(list)
    for answer in answers:
        said = answer.contribution
        if said.pk in own:
            follow(answer, said.cycle.events.of(said).last(), by)
        elif answer.outcome == "later":
            rest[said.openness].append(said)
    for openness, contributions in rest.items():
        stage, said = contributions[0].stage, answers[0]
        Promise.make(
            stage, by, what=said.text, ground=Promise.Ground.SEAT, authority=authority_of(stage, by) or str(ANSWERS),
            due_on=said.later_by, contributions=contributions, openness=openness,
        )  # fmt: skip


def _promise(answer, said, by):
    """The promise of an answer, to the one who is answered, with the readers of what they said."""
    new = Promise.add_row(
        said.stage, by, what=answer.text, ground=Promise.Ground.SEAT, due_on=answer.later_by, owner=by,
        authority=authority_of(said.stage, by) or str(ANSWERS), openness=said.openness, answer=answer,
    )  # fmt: skip
    new.contributions.add(said)
