"""Who judges what in one tender, and what of it is sealed from whom; as many queries at any number of rows (R56)."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

NOT_OPENED = _("The bids are not opened yet.")
SEALED = _("The scores are sealed until all of the panel have handed in. That goes for officers too.")
NOT_FOR_YOU = _("What each member gave is read by the panel and by officers. Others read what came of it.")


@dataclass
class Scoring:
    """One tender with its criteria, bids and panel, and what these have declared and scored.

    members: all, also those who left. The dicts hold the latest row by the keys of what it is about.
    """

    tender: object
    criteria: list
    bids: list
    members: list
    _declared: dict = field(default_factory=dict)
    _given: dict = field(default_factory=dict)
    _came_to: dict = field(default_factory=dict)

    @property
    def active(self):
        """The members who have not left."""
        return [each for each in self.members if not each.has_left]

    @property
    def standing_bids(self):
        """The bids that are still in."""
        return [each for each in self.bids if each.stands]

    @property
    def scored_criteria(self):
        """The criteria that people score."""
        return [each for each in self.criteria if each.is_scored]

    def member(self, pk):
        """The PanelMember with this key."""
        return next(each for each in self.members if each.pk == pk)

    def member_of(self, person):
        """The PanelMember that this person is, or None."""
        key = getattr(person, "pk", None)
        return next((each for each in self.active if each.person_id == key), None) if key else None

    def puts_in_for(self, member, person):
        """Whether this person puts in what a member without e-mail says: the convenor of those whom they sit for."""
        standing = self.tender.stage.cycle.standing_of(person)
        return member.person.email is None and member.participant_id in standing.keeps

    # what is declared

    def declaration(self, member, bid):
        """The latest Declaration of a member about a bid, or None."""
        return self._declared.get((member.pk, bid.pk))

    @property
    def latest(self):
        """The latest Declaration of each member who has not left about each bid."""
        found = [(self.declaration(member, bid), member, bid) for member in self.active for bid in self.bids]
        for there, member, bid in found:
            if there:
                there.member, there.bid = member, bid
        return [there for there, _member, _bid in found if there]

    def is_withdrawn(self, member, bid):
        """Whether the member takes no part in judging this bid."""
        return member.has_left or self.keeps_out(member.person_id, bid)

    def keeps_out(self, person_id, bid):
        """Whether it was ever decided that this person takes no part in judging this bid, on whichever place."""
        places = [each for each in self.members if each.person_id == person_id]
        return any((there := self.declaration(each, bid)) and there.is_withdrawal for each in places)

    def undeclared(self, member):
        """The bids that are in and of which the member has not said whether there are ties."""
        open_ones = [bid for bid in self.standing_bids if not self.is_withdrawn(member, bid)]
        return [bid for bid in open_ones if self.declaration(member, bid) is None]

    def pending(self, member):
        """The bids to which the member declared a tie about which nobody decided."""
        return [bid for bid in self.standing_bids if (there := self.declaration(member, bid)) and there.waits]

    def may_judge(self, member, bid):
        """Whether the member has declared, and nothing keeps them from judging this bid."""
        there = self.declaration(member, bid)
        return bool(there) and not there.waits and not self.is_withdrawn(member, bid)

    # what is scored

    def score(self, member, bid, criterion):
        """The PanelScore of a member, or None."""
        return self._given.get((member.pk, bid.pk, criterion.pk))

    def moderated(self, bid, criterion):
        """The Moderated that counts, or None."""
        return self._came_to.get((bid.pk, criterion.pk))

    def present_at(self, there):
        """The members who were there when the panel came to a score."""
        keys = {each.pk for each in there.present.all()}
        return [each for each in self.members if each.pk in keys]

    def duties(self, member):
        """The (bid, criterion) pairs that a member has to score."""
        criteria = [each for each in self.scored_criteria if member.is_of_users or not each.is_of_users]
        bids = [each for each in self.standing_bids if not self.is_withdrawn(member, each)]
        return [(bid, criterion) for bid in bids for criterion in criteria]

    @property
    def missing(self):
        """The members who have something to score and have not handed in."""
        return [each for each in self.active if not each.handed_in_at and self.duties(each)]

    @property
    def is_sealed(self):
        """Whether nobody may read the scores of others yet, also no officer."""
        return not self.tender.is_opened or bool(self.missing)

    @property
    def shows_prices(self):
        """Whether those who may read the offers may read their prices too."""
        with_it = self.tender.price_opens == self.tender.PriceOpens.WITH_IT
        return self.tender.is_opened and (with_it or not self.is_sealed)

    def counted(self, bid, criterion):
        """(member, PanelScore) of the scores that count: handed in, by a member who may judge this bid."""
        return [(member, there) for member, there in self._all(bid, criterion) if self.may_judge(member, bid)]

    def left_out(self, bid, criterion):
        """(member, PanelScore) of the scores that were given and do not count, because the member withdrew."""
        return [(member, there) for member, there in self._all(bid, criterion) if not self.may_judge(member, bid)]

    def _all(self, bid, criterion):
        found = [(member, self.score(member, bid, criterion)) for member in self.members]
        return [(member, there) for member, there in found if there is not None and there.locked_at]

    @property
    def is_moderated(self):
        """Whether the panel has come to a score for every bid by every criterion that people score."""
        return all(self.moderated(bid, criterion) for bid in self.standing_bids for criterion in self.scored_criteria)


def scoring_of(tender):
    """The Scoring of a tender; seven queries."""
    criteria = list(tender.criteria.order_by("pk"))
    bids = list(tender.bids.select_related("offer", "withheld_by").order_by("pk"))
    members = list(tender.members.select_related("person", "participant"))
    for each in (*criteria, *bids):
        each.tender, each.stage = tender, tender.stage
    for each in members:
        each.tender = tender
    found = Scoring(tender, criteria, bids, members)
    declared = _rows(members, "declarations")
    given = _rows(members, "scores")
    came_to = _rows(bids, "moderated")
    found._declared = {(row.member_id, row.bid_id): row for row in declared}
    found._given = {(row.member_id, row.bid_id, row.criterion_id): row for row in given}
    found._came_to = {(row.bid_id, row.criterion_id): row for row in came_to}
    return found


def _rows(owners, name):
    """All rows that these of one model have under a reverse name, oldest first; one query."""
    if not owners:
        return []
    relation = type(owners[0])._meta.get_field(name)
    column = relation.field.name
    rows = relation.related_model.objects.filter(**{f"{column}__in": owners})
    if name == "moderated":
        return list(rows.order_by("number").prefetch_related("present"))
    return list(rows.order_by("pk"))


def why_no_results(found, person):
    """Why this person cannot read what each member gave, as a sentence; empty when they can."""
    standing = found.tender.stage.cycle.standing_of(person)
    if not standing.runs and found.member_of(person) is None:
        return NOT_FOR_YOU
    if not found.tender.is_opened:
        return NOT_OPENED
    return SEALED if found.is_sealed else ""
