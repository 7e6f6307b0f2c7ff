"""What our words mean here: one meaning for each, in plain words (R84). The glossary page is made from this list."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Entry:
    """A word, its address on the page, and what it means on this site."""

    slug: str
    word: str | Promise
    meaning: str | Promise


ENTRIES = [
    Entry("access-need", _("Access need"), _("Something you need so that you can take part. A ramp is one. So is large print, or a break.")),
    Entry("agreement", _("Agreement"), _("One page that says what a stage is for, what can change, what cannot and why, and who may do what. People sign it before work starts.")),
    Entry("answer", _("Answer"), _("What the council says back to something that you said: it changed something, it did not and why, or it will answer on a later day.")),
    Entry("ballot", _("Ballot"), _("What one person says when things are put in order. Nobody else reads it. All ballots are counted together at the end.")),
    Entry("barrier", _("Barrier"), _("Something that makes it hard to take part.")),
    Entry("call-in", _("Call-in"), _("Other councillors stop a decision for a while and look at it again. It may then stand, go back to be decided again, or fall.")),
    Entry("challenge", _("Challenge"), _("Saying that something ought to be shown that is kept back. An officer has to reply by a day, and say why.")),
    Entry("change-of-control", _("Change of control"), _("Somebody else runs the council from now on. Every stage is then looked at again: does it go on, and how?")),
    Entry("common-view", _("Common view"), _("What those in a debate could agree on. Who does not agree says so, and that stays.")),
    Entry("commissioner", _("Commissioner"), _("A person who plans and buys services for the council or the health service.")),
    Entry("commissioning", _("Commissioning"), _("Finding out what people need, choosing how to meet it, paying for it, and checking that it works.")),
    Entry("constituency", _("Constituency"), _("The people that a group speaks for.")),
    Entry("contribution", _("Contribution"), _("Something that you say: what you lived through, a view, an idea, a question, a worry or an objection.")),
    Entry("convenor", _("Convenor"), _("The person who brings a group together and keeps it going.")),
    Entry("criterion", _("Criterion"), _("Something that matters when options are compared, like the price. There can be several: then they are called criteria.")),
    Entry("dashboard", _("Dashboard"), _("A page of figures about a cycle. Each number leads to the list of what it counts.")),
    Entry("debate", _("Debate"), _("People who see something differently say so first, and ask each other why. Only then do they look for a common view.")),
    Entry("cycle", _("Cycle"), _("All the stages of choosing and checking one service, from the first talk to the review. Then it starts again.")),
    Entry("decision", _("Decision"), _("A choice that is made by those who have the power to make it. We write down who made it, and why.")),
    Entry("decommissioning", _("Decommissioning"), _("Stopping a service.")),
    Entry("decline", _("Decline"), _("To say no to an agreement. It is kept, with your reasons.")),
    Entry("easy-read", _("Easy Read"), _("Short sentences with one idea each, in large letters, with pictures. Somebody has written them; no machine has.")),
    Entry("exercise", _("Exercise"), _("Asking people to put some things in order. Service users are counted on one side, and professionals on the other.")),
    Entry("hand-over", _("Hand-over"), _("What somebody writes down of a stage for the person who goes on: what came of it, why, and what is still open. That person says when they have read it.")),
    Entry("host", _("Host"), _("An organisation that gives a group a home: it may hold its money, pay its convenor or lend it a room.")),
    Entry("influence", _("Influence"), _("A level of influence. What you say can change what is decided. Others decide, and tell you why.")),
    Entry("inform", _("Inform"), _("A level of influence. You tell those who decide what they need to know. They decide.")),
    Entry("key-decision", _("Key decision"), _("A decision that costs or saves much, or that touches many people. People have to be told of it some weeks before.")),
    Entry("ledger", _("Ledger"), _("The list of everything that happened in a cycle: who, what, when and why. The site lets nobody change it. If somebody did so behind its back, a check would show it.")),
    Entry("information-line", _("Information line"), _("The line between what everybody can read in a cycle and what is kept back. Its page shows where it runs, and how it has moved.")),
    Entry("lesson", _("Lesson"), _("Something learned in one cycle, written so that strangers can use it in another.")),
    Entry("level-of-influence", _("Level of influence"), _("How much power somebody has over a decision. We use four: inform, influence, share in, own.")),
    Entry("mandate", _("Mandate"), _("The right to speak for a group, because its members gave it to you.")),
    Entry("material", _("Material change"), _("A change so big that what was agreed has to be looked at again.")),
    Entry("monitoring", _("Monitoring"), _("Checking, as time goes on, whether a service does what it should.")),
    Entry("notice", _("Notice"), _("A few lines on your first page. They say what has changed, and why it matters to you. It goes when you say that you have read it.")),
    Entry("officer", _("Officer"), _("Somebody who works for the council on a cycle.")),
    Entry("override", _("Override"), _("Going on with a stage although there is no agreement. It needs a reason. The pages and the report of the stage show it.")),
    Entry("own", _("Own"), _("A level of influence. You make the decision, and you answer for it. Nobody should be put down for this who has not said yes.")),
    Entry("party", _("Party"), _("A group, a team or a person that is named in an agreement.")),
    Entry("pilot", _("Pilot"), _("Trying something out for a while with a few people, before it is done for all.")),
    Entry("pressure", _("Pressure"), _("Something from outside that limits what can be done: a new law, a cut, a rise in prices.")),
    Entry("priority", _("Priority"), _("What is to come first.")),
    Entry("procurement", _("Procurement"), _("Choosing who will give the service, and making a contract with them.")),
    Entry("professional", _("Professional"), _("Here: somebody who plans a service, decides on it, brings it or works in it.")),
    Entry("promise", _("Promise"), _("Something that somebody with a seat said they would do, by a day. Everybody sees whether it was kept. Those to whom it was promised say so too.")),
    Entry("provider", _("Provider"), _("An organisation that gives a service, or would like to.")),
    Entry("readiness", _("Readiness"), _("What is there and what is not before a stage is agreed: people who want to take part, time, money, and how open things are.")),
    Entry("reservation", _("Reservation"), _("Signing, but saying what you do not agree with. It is kept and printed with the agreement.")),
    Entry("review", _("Review"), _("Looking back together: what went well, what did not, and what to do better.")),
    Entry("round", _("Round"), _("One time through a stage. A stage can be opened again; that is its next round.")),
    Entry("score", _("Score"), _("A number from 0 to 10 that says how good an option is in one thing that matters.")),
    Entry("seat", _("Seat"), _("What somebody does in a cycle for the council, such as leading it, and from when to when.")),
    Entry("service-user", _("Service user"), _("Somebody who uses a service, has used it, or may need it.")),
    Entry("share-in", _("Share in"), _("A level of influence. You decide together with others.")),
    Entry("stage", _("Stage"), _("One part of a cycle, such as finding out what people need. More than one stage can be open at a time.")),
    Entry("stance", _("Stance"), _("What the council says about how open it is in a stage. People who take part say whether that is so. Their names are not kept with it.")),
    Entry("theme", _("Theme"), _("A name for what several people speak about. The officers sort what people say into themes. You can say that they got it wrong.")),
    Entry("walk-through", _("Walk-through"), _("Going through something step by step, to see what would work and what would not.")),
    Entry("weight", _("Weight"), _("How much something counts when options are compared. What has twice the weight counts twice as much.")),
    Entry("what-if", _("What-if option"), _("What is done if things come otherwise, and what shows that it is time for it.")),
    Entry("withheld", _("Withheld"), _("Not shown to everybody. We say what sort of thing it is, why, who decided so, and when that is looked at again. If you take part and think that it should be shown, you can say so, and you get a reply.")),
]  # fmt: skip
