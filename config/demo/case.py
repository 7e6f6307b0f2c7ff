"""The case while it is played: who is there, and short names for what they do, all by the product's own verbs."""

from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone

from cycle.models import Cycle, Participant
from feedback.finishing import finish_stage
from feedback.models import Answer, Contribution
from involvement import challenging
from involvement.models import Agreement, Readiness
from involvement.signing import sign, sign_on_paper

from .looking_back import look_back
from .readiness import readiness_of
from .terms import TERMS

# Who signs for whom; the lunch club's chair signs on paper, and its convenor puts it in.
SIGNERS = {
    "commissioners": "ann",
    "cabinet": "cara",
    "voice": "bea",
    "carers": "rhys",
    "kitchen": "dai",
    "supplier": "pat",
}

ANSWERED_IN = 6  # days, in the story


@dataclass
class Case:
    """people: Person by short name. parties: Participant by short name."""

    people: SimpleNamespace
    cycle: Cycle
    parties: dict[str, Participant] = field(default_factory=dict)

    def stage(self, kind):
        """The stage of this kind as it stands."""
        stage = self.cycle.stages.get(kind_slug=kind)
        stage.cycle = self.cycle
        return stage

    def agreement(self, stage):
        """The agreement of the stage's current round that was proposed last."""
        return stage.current_round.agreements.get(state=Agreement.State.PROPOSED)

    def day(self, days):
        """The date so many days from today; before today when negative."""
        return timezone.localdate() + timedelta(days=days)

    def begin(self, kind, reason, came_from=""):
        """Begin a round of a stage, coming from another, and write down how ready it is. Returns the Stage."""
        stage, ann = self.stage(kind), self.people.ann
        new = stage.begin(ann, reason, came_from=self.stage(came_from) if came_from else None)
        Readiness.write(stage, ann, **readiness_of(kind, new.number))
        return stage

    def propose(self, stage, words, **terms):
        """Draft an agreement, name its parties, and propose it. Returns the Agreement.

        words: its text, by field. terms: for each party by short name what differs from its usual terms.
        """
        ann = self.people.ann
        agreement = Agreement.draft(stage, ann)
        agreement.write(ann, agreement.revision, **words)
        for key, own in terms.items():
            agreement.name_party(ann, self.parties[key], **TERMS[key] | own)
        agreement.propose(ann)
        return agreement

    def sign(self, agreement, *keys, reserving=""):
        """Let these parties sign; with `reserving` they all sign with this reservation."""
        position = "reserve" if reserving else "agree"
        for key in keys:
            party = agreement.parties.get(participant=self.parties[key])
            if key == "lunch":
                sign_on_paper(party, self.people.colin, self.people.nesta, position, reserving, read_back=True)
            else:
                sign(party, getattr(self.people, SIGNERS[key]), position, reserving)
        agreement.stage.refresh_from_db(fields=["state", "round_number"])

    def put(self, stage, by="ann", into="", **said):
        """Record something in a stage. into: the slug of the list, the stage's principal one by default. Returns it."""
        model = stage.kind.record_named(into) if into else stage.kind.record
        return model.add(getattr(self.people, by), stage, **said)

    def found(self, kind, into, start):
        """The record in this list of the stage of this kind whose title starts so."""
        stage = self.stage(kind)
        return stage.kind.record_named(into).objects.get(stage=stage, title__startswith=start)

    def revise(self, record, reason, by="ann", **said):
        """Change a record. Returns the Event."""
        record.stage.cycle = self.cycle
        return record.revise(getattr(self.people, by), record.version, reason, **said)

    def say(self, stage, party, by, sort, text, **said):
        """Somebody says something in a stage, or puts in what another said. Returns the Contribution.

        said: as `Contribution.give` takes it; `given_by` by short name.
        """
        if "given_by" in said:
            said["given_by"] = getattr(self.people, said["given_by"])
        return Contribution.give(stage, getattr(self.people, by), self.parties[party], sort=sort, text=text, **said)

    def answer(self, contribution, text, *, by="ann", changed=None, because="", later_by=None):
        """Answer by what changed (a record or an event), why nothing did, or by when it is looked at. Returns it."""
        outcome = "changed" if changed else "no change" if because else "later"
        event = changed.history().last() if hasattr(changed, "history") else changed
        answer = Answer.give(
            contribution, getattr(self.people, by), outcome, text,
            because=because, later_by=later_by, changed_event=event,
        )  # fmt: skip
        answer.at = min(answer.at, answer.at + (contribution.given_on - self.day(0)) + timedelta(days=ANSWERED_IN))
        answer.save(update_fields=["at"])  # the case is of some years ago, and so is this answer
        return answer

    def pass_to(self, contribution, text, *, to, expect, by="ann"):
        """Answer that it is not ours: to whom it was passed, and what to expect. Returns the Answer."""
        return Answer.give(contribution, getattr(self.people, by), "passed on", text, passed_to=to, expect=expect)

    def refuse(self, question, text, *, because, by="ann"):
        """Say that a question is not answered, and why. Returns the Answer."""
        return Answer.give(question, getattr(self.people, by), "refused", text, because=because)

    def judge(self, answer, by, missing=""):
        """Say that it answers, or with `missing` what it lacks."""
        answer.judge(getattr(self.people, by), "does not" if missing else "answers", missing)

    def challenge(self, record, party, by, words):
        """Somebody says that what is kept back ought to be shown. Returns the Challenge."""
        record.stage.cycle = self.cycle
        return challenging.challenge(record, getattr(self.people, by), self.parties[party], words)

    def reply(self, challenge, outcome, words, by="ann", review_on=None):
        """An officer replies to a challenge, and the line moves with it."""
        challenging.reply(challenge, getattr(self.people, by), outcome, words, review_on=review_on)

    def finish(self, stage, reason=""):
        """Look back on a stage and finish it; `reason` is what people read when somebody still waits."""
        look_back(self, stage)
        finish_stage(stage, self.people.ann, reason)
