"""How a panel judges: who sits on it, ties and what is decided, scores given alone, and what they came to."""

import pytest
from django.db import IntegrityError, transaction

from cycle.kinds.procurement import declaration, moderated, offer, panel, panel_score
from cycle.kinds.procurement.panel_score import PanelScore
from cycle.kinds.procurement.scoring import scoring_of, why_no_results
from people.refusal import Refused
from tests import build
from tests.build import procuring

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return build.cast()


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "procurement")


def test_only_who_belongs_to_the_party_sits_on_the_panel_for_it(cast, stage):
    made = procuring.tender(stage)
    with pytest.raises(Refused, match="does not belong"):
        procuring.on_panel(made, cast.zoe)
    member = procuring.on_panel(made, cast.bea)
    assert (member.side, str(member)) == ("users", "Bea")
    with pytest.raises(Refused, match="sits on the panel already"):
        procuring.on_panel(made, cast.bea)


@pytest.mark.req("R56")
def test_who_has_not_declared_cannot_score(cast, stage):
    made = procuring.opened_tender(stage, cast)
    bea = scoring_of(made).member_of(cast.bea)
    assert panel_score.why_cannot_score(scoring_of(made), bea, cast.bea) == panel_score.DECLARE_FIRST
    procuring.declared(made, cast.bea)
    assert panel_score.why_cannot_score(scoring_of(made), bea, cast.bea) == ""


@pytest.mark.req("R56")
def test_a_tie_waits_for_an_officer_who_is_not_the_one_it_is_about(cast, stage):
    made = procuring.opened_tender(stage, cast)
    procuring.declared(made, cast.ola)
    told = procuring.tie(made, cast.ola, "Acme")
    ola = scoring_of(made).member_of(cast.ola)
    assert "An officer has to decide first" in panel_score.why_cannot_score(scoring_of(made), ola, cast.ola)
    with pytest.raises(Refused, match=r"Another officer has to decide it."):
        declaration.decide(told, cast.ola, "stays", "It is long ago.")
    with pytest.raises(Refused, match="Say what is done about it"):
        declaration.decide(told, cast.ann, "withdraws", " ")
    declaration.decide(told, cast.ann, "withdraws", "She does not judge this one.")
    found = scoring_of(made)
    assert {bid.bidder for bid, _criterion in found.duties(found.member_of(cast.ola))} == {"Beta"}
    assert offer.why_cannot_read(found, procuring.of_bidder(found, "Acme"), cast.ola) == offer.WITHDRAWN
    with pytest.raises(Refused, match=r"That stands."):
        procuring.declared(made, cast.ola)


def test_a_declaration_is_never_changed_and_a_later_one_counts(cast, stage):
    made = procuring.opened_tender(stage, cast)
    procuring.declared(made, cast.bea)
    procuring.tie(made, cast.bea, "Acme", "perceived", "We met once.")
    found = scoring_of(made)
    assert found.declaration(found.member_of(cast.bea), procuring.of_bidder(found, "Acme")).sort == "perceived"
    rows = declaration.Declaration.objects
    assert rows.count() == 3
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.filter(sort="perceived").update(words="We never met.")
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.all()._raw_delete("default")


@pytest.mark.req("R56")
def test_what_is_known_of_ties_is_found_by_name_whatever_the_legal_form(cast, stage):
    made = procuring.asking(stage)
    for name in ("SAMPLE CATERERS LTD.", "Meals Voice", "Acme"):
        procuring.bid(made, name)
    type(cast.provider).objects.filter(pk=cast.provider.pk).update(name="Sample Caterers Limited")
    pat = procuring.on_panel(made, cast.pat, cast.providers)
    bea = procuring.on_panel(made, cast.bea)
    bids = list(made.bids.order_by("pk"))
    assert declaration.links_of(pat, bids) == {bids[0].pk: "Sample Caterers Limited"}
    assert declaration.links_of(bea, bids) == {bids[1].pk: "Meals Voice"}


@pytest.mark.req("R54", "R56")
def test_scores_are_sealed_for_all_until_everybody_has_handed_in(cast, stage):
    made = procuring.opened_tender(stage, cast)
    procuring.declared(made)
    procuring.handed_in(made, cast.bea, cast.mia)
    for person in (cast.ann, cast.ola, cast.bea):
        assert str(why_no_results(scoring_of(made), person)).startswith("The scores are sealed")
    procuring.handed_in(made, cast.ola)
    assert why_no_results(scoring_of(made), cast.ann) == ""
    assert why_no_results(scoring_of(made), cast.cove) != ""


def test_locked_scores_can_neither_be_changed_nor_taken_away(cast, stage):
    made = procuring.opened_tender(stage, cast)
    procuring.declared(made)
    procuring.handed_in(made, cast.bea)
    for wrong in ({"score": 0}, {"why": "Other."}, {"locked_at": None}, {"member": scoring_of(made).active[-1]}):
        with pytest.raises(IntegrityError), transaction.atomic():
            PanelScore.objects.update(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        PanelScore.objects.all()._raw_delete("default")
    with pytest.raises(Refused, match=r"These scores are handed in."):
        procuring.handed_in(made, cast.bea)


def test_scores_are_handed_in_whole_and_on_the_scale_of_each_criterion(cast, stage):
    made = procuring.opened_tender(stage, cast)
    procuring.declared(made)
    found = scoring_of(made)
    bea = found.member_of(cast.bea)
    (first, *others) = found.duties(bea)
    with pytest.raises(Refused, match="3 are missing"):
        panel_score.score(bea, cast.bea, {first: (4, "So.")}, hand_in=True)
    taste = next(pair for pair in others if pair[1].title == "Taste")
    with pytest.raises(Refused, match=r"Give a whole number from 0 to 5 for “Taste” of Acme."):
        panel_score.score(bea, cast.bea, {taste: (6, "More.")})
    assert PanelScore.objects.count() == 0


@pytest.mark.req("R54")
def test_what_is_for_users_alone_is_neither_scored_nor_talked_over_by_others(cast, stage):
    made = procuring.opened_tender(stage, cast)
    procuring.declared(made)
    found = scoring_of(made)
    ola = found.member_of(cast.ola)
    assert {criterion.title for _bid, criterion in found.duties(ola)} == {"Quality"}
    procuring.handed_in(made)
    found = scoring_of(made)
    acme, taste = found.bids[0], next(each for each in found.criteria if each.is_of_users)
    users = [each for each in found.active if each.is_of_users]
    with pytest.raises(Refused, match=r"One of them writes down what they came to."):
        moderated.moderate(acme, taste, cast.ann, 4, "", users, 0)
    with pytest.raises(Refused, match=r"Leave the others out."):
        moderated.moderate(acme, taste, cast.bea, 4, "", found.active, 0)
    assert moderated.moderate(acme, taste, cast.bea, 4, "", users, 0).score == 4


def test_a_moderated_score_needs_a_reason_where_it_is_not_the_average_or_nobody_gave_it(cast, stage):
    made = procuring.opened_tender(stage, cast)
    procuring.declared(made)
    procuring.handed_in(made, cast.bea, score=2)
    procuring.handed_in(made, cast.mia, score=4)
    procuring.handed_in(made, cast.ola, score=3)
    found = scoring_of(made)
    acme, beta = found.bids
    quality, taste, _price = found.criteria
    users = [each for each in found.active if each.is_of_users]
    assert moderated.why_reason_is_needed(found, acme, quality, 3) == ""  # the average of 2, 4 and 3, and given
    assert moderated.why_reason_is_needed(found, acme, quality, 4) != ""  # given, and not the average
    assert moderated.why_reason_is_needed(found, acme, taste, 3) != ""  # the average of 2 and 4, which nobody gave
    with pytest.raises(Refused, match="Say why"):
        moderated.moderate(beta, taste, cast.bea, 3, " ", users, 0)


def test_two_who_write_down_at_once_do_not_both_win_and_nothing_is_overwritten(cast, stage):
    made = procuring.assessed(stage, cast)
    found = scoring_of(made)
    acme, quality = found.bids[0], found.criteria[0]
    with pytest.raises(Refused, match="Somebody else wrote down another score"):
        moderated.moderate(acme, quality, cast.bea, 5, "We think again.", found.active, 0)
    moderated.moderate(acme, quality, cast.bea, 5, "We think again.", found.active, 1)
    assert scoring_of(made).moderated(acme, quality).score == 5
    assert acme.moderated.filter(criterion=quality).count() == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        acme.moderated.update(score=1)


@pytest.mark.req("R56")
def test_what_somebody_gave_who_withdrew_is_shown_and_left_out(cast, stage):
    made = procuring.opened_tender(stage, cast)
    procuring.declared(made)
    procuring.handed_in(made)
    told = procuring.tie(made, cast.mia, "Acme")
    declaration.decide(told, cast.ann, "withdraws", "She does not judge this one.")
    found = scoring_of(made)
    acme, beta = found.bids
    quality = found.criteria[0]
    assert [str(member) for member, _score in found.counted(acme, quality)] == ["Bea", "Ola"]
    assert [str(member) for member, _score in found.left_out(acme, quality)] == ["Mia"]
    panel.leave(found.member_of(cast.bea), cast.ann, "She moved away.")
    assert [str(member) for member, _score in scoring_of(made).counted(beta, quality)] == ["Mia", "Ola"]


@pytest.mark.req("R54")
def test_a_convenor_puts_in_for_a_member_without_email_and_for_nobody_else(cast, stage):
    quiet = build.person("Quiet", None)
    build.member(quiet, cast.meals_voice)
    cast.afresh()
    stage = cast.stage("procurement")
    made = procuring.asking(stage)
    procuring.bid(made, "Acme")
    member = procuring.on_panel(made, quiet)
    other = procuring.on_panel(made, cast.bea)
    made.open(cast.ann)
    found = scoring_of(made)
    declaration.declare(member, cast.cove, dict.fromkeys(found.bids, ("none", "")))
    with pytest.raises(Refused, match=r"Each member of the panel declares for themselves."):
        declaration.declare(other, cast.cove, dict.fromkeys(found.bids, ("none", "")))
    assert panel_score.why_cannot_score(scoring_of(made), scoring_of(made).member(member.pk), cast.cove) == ""
    assert panel_score.why_cannot_score(scoring_of(made), scoring_of(made).member(member.pk), cast.ann) != ""


@pytest.mark.req("R56")
def test_who_withdrew_from_a_bid_stays_out_of_it_after_leaving_and_coming_back(cast, stage):
    made = procuring.opened_tender(stage, cast)
    told = procuring.tie(made, cast.ola, "Acme")
    declaration.decide(told, cast.ann, "withdraws", "She does not judge this one.")
    panel.leave(scoring_of(made).member_of(cast.ola), cast.ann, "She has no time.")
    found = scoring_of(made)
    acme = procuring.of_bidder(found, "Acme")
    assert offer.why_cannot_read(found, acme, cast.ola) == offer.WITHDRAWN
    again = procuring.on_panel(made, cast.ola, cast.commissioners)
    found = scoring_of(made)
    assert {bid.bidder for bid, _criterion in found.duties(found.member(again.pk))} == {"Beta"}
    with pytest.raises(Refused, match="That stands"):
        declaration.declare(again, cast.ola, {procuring.of_bidder(found, "Acme"): ("none", "")})
