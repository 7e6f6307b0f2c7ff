"""The pages of what is paid, for a claimant, a convenor and an officer (R76)."""

import csv
import io
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from feedback.waiting import waiting_for
from involvement.models import Claim, OfferAnswer, Rates, Receipt
from involvement.paying import deciding
from tests import build
from tests.build.giving import photo
from tests.build.payments import fresh
from tests.cycle.pages import queries, signed_in, words
from tests.pdf.structure import text_of

pytestmark = [pytest.mark.django_db, pytest.mark.req("R76")]


@pytest.fixture
def cast():
    """The cast, with a stage in which people talk."""
    made = build.cast()
    build.begin(made.stage("needs"))
    return made


@pytest.fixture
def offer(cast):
    """A meeting of today that is paid."""
    return build.meeting_offer(cast.stage("needs"), meals="back", meals_most=Decimal(8))


def day(name):
    today = timezone.localdate()
    return {f"{name}_day": today.day, f"{name}_month": today.month, f"{name}_year": today.year}


def waits(person, cast):
    cast.afresh()
    return [each.sentence for each in waiting_for(person, [cast.cycle])]


def test_the_form_of_rates_shows_what_others_pay_as_not_confirmed(cast):
    said = words(signed_in(cast.ann).get(reverse("rates_new", args=[cast.cycle.slug])))
    assert "NICE" in said
    assert "Not confirmed." in said
    assert "£75" in said


def test_an_officer_sets_rates_by_the_form(cast):
    typed = {
        "short_hours": "4", "fee_short": "75", "pay_within_days": "14", "adviser": "Advice", "adviser_how": "Ring",
        "employed": "No fee.", "source": "Our policy", "reason": "So that all know.", **day("valid_from"),
    }  # fmt: skip
    answer = signed_in(cast.ann).post(reverse("rates_new", args=[cast.cycle.slug]), typed)
    assert answer.status_code == 302
    assert Rates.objects.on(cast.cycle).fee_short == Decimal(75)


def test_the_meeting_tells_what_is_paid_before_anybody_says_yes(cast, offer):
    said = words(signed_in(cast.mia).get(offer.session.get_absolute_url()))
    assert "£75" in said
    assert "A fee may change your benefits. Ask before you say yes." in said
    assert "Valley Advice" in words(signed_in(cast.mia).get(offer.get_absolute_url()))


def test_a_public_meeting_tells_strangers_nothing_of_pay(cast, offer):
    offer.session.write(cast.ann, 1, openness="public")
    said = words(signed_in().get(offer.session.get_absolute_url()))
    assert "What is paid" not in said


def test_one_takes_a_fee_only_with_the_note_read(cast, offer):
    client = signed_in(cast.mia)
    answer = client.post(offer.get_absolute_url(), {"says": "fee"})
    assert answer.status_code == 422
    assert "Read the note on benefits, and tick the box." in words(answer)
    assert client.post(offer.get_absolute_url(), {"says": "fee", "has_read": "on"}).status_code == 302
    assert OfferAnswer.objects.get().says == "fee"


def test_a_claim_is_sent_with_a_photo_of_the_receipt(cast, offer):
    typed = {"takes_fee": "no", "travel": "4.20", "travel_words": "Bus 4", "miles": "10", "meals": "6",
             "receipt": SimpleUploadedFile("IMG.jpg", photo())}  # fmt: skip
    answer = signed_in(cast.mia).post(offer.address("claim_new"), typed)
    claim = Claim.objects.get()
    assert answer.url == claim.get_absolute_url()
    assert {line.sort: line.amount for line in claim.lines.all()} == {
        "travel": Decimal("4.20"), "miles": Decimal("4.50"), "meals": Decimal(6),
    }  # fmt: skip
    got = signed_in(cast.mia).get(Receipt.objects.get().get_absolute_url())
    assert (got["Content-Disposition"].split(";")[0], got["X-Content-Type-Options"]) == ("attachment", "nosniff")
    assert b"SecretCamera" not in got.content


def test_what_is_no_picture_is_not_taken_and_the_form_stands_as_typed(cast, offer):
    typed = {"takes_fee": "no", "travel": "4.20", "receipt": SimpleUploadedFile("r.jpg", b"MZ not a picture")}
    answer = signed_in(cast.mia).post(offer.address("claim_new"), typed)
    assert answer.status_code == 422
    assert 'value="4.20"' in answer.content.decode()
    assert not Claim.objects.exists()


def test_a_convenor_puts_in_a_paper_claim_from_the_day_she_got_it(cast, offer):
    typed = {"person": cast.mia.pk, "takes_fee": "yes", "has_read": "on", **day("given_on")}
    assert signed_in(cast.cove).post(f"{offer.address('claim_new')}?for=others", typed).status_code == 302
    assert Claim.objects.get().entered_by == cast.cove
    printed = signed_in(cast.cove).get(offer.address("claim_paper"))
    assert printed["Content-Type"] == "application/pdf"


def test_an_officer_decides_by_the_form_and_the_claimant_reads_why(cast, offer):
    claim = build.claimed(offer, cast.mia)
    typed = {f"line_{line.pk}": str(line.amount) for line in claim.lines.all()}
    typed[f"line_{claim.lines.get(sort='travel').pk}"] = "2"
    client, url = signed_in(cast.ann), claim.address("claim_decision")
    assert client.post(url, typed).status_code == 422
    assert client.post(url, typed | {"words": "The bus is £2."}).status_code == 302
    said = words(signed_in(cast.mia).get(claim.get_absolute_url()))
    assert "Yes to a part, not paid yet" in said
    assert "The bus is £2." in said


def test_a_question_is_answered_by_putting_the_claim_right(cast, offer):
    claim = build.claimed(offer, cast.mia)
    deciding.ask(claim, cast.ann, "Which bus?")
    assert "Answer a question about your claim: " + str(offer) in waits(cast.mia, cast)
    client, url = signed_in(cast.mia), claim.address("claim_edit")
    assert "Which bus?" in words(client.get(url))
    typed = {"takes_fee": "yes", "has_read": "on", "travel": "4.20", "words": "Bus 4.", "version": "2"}
    assert client.post(url, typed).status_code == 302
    assert (fresh(claim).state, fresh(claim).total()) == ("sent", Decimal("79.20"))


def test_the_second_of_two_who_correct_gets_both_texts(cast, offer):
    claim = build.claimed(offer, cast.mia)
    typed = {"takes_fee": "no", "travel": "9", "version": "1"}
    url = claim.address("claim_edit")
    assert signed_in(cast.mia).post(url, typed).status_code == 302
    answer = signed_in(cast.mia).post(url, typed | {"travel": "7"})
    assert answer.status_code == 409
    assert "Bus, train or taxi: £9" in words(answer)
    assert 'value="7"' in answer.content.decode()


def test_a_list_for_the_pay_office_is_taken_out_without_a_formula_or_a_bank_account(cast, offer):
    type(cast.mia).objects.filter(pk=cast.mia.pk).update(name="=cmd()")
    build.decided(build.claimed(offer, cast.mia))
    client = signed_in(cast.ann)
    made = client.post(reverse("payroll_new", args=[cast.cycle.slug]), follow=True)
    assert "List 1 for the pay office" in words(made)
    file = client.get(reverse("payroll_file", args=[cast.cycle.slug, 1]))
    (row,) = csv.DictReader(io.StringIO(file.getvalue().decode("utf-8-sig")))
    assert (row["name"], row["fee"], row["costs"], row["total"]) == ("'=cmd()", "75.00", "4.20", "79.20")
    assert [name for name in row if "bank" in name or "account" in name] == []


def test_many_are_written_down_as_paid_at_once(cast, offer):
    claims = [build.decided(build.claimed(offer, person)) for person in (cast.mia, cast.bea)]
    typed = {"claims": [claim.pk for claim in claims], "paid_how": "By bank", **day("paid_on")}
    answer = signed_in(cast.ann).post(reverse("claims_paid", args=[cast.cycle.slug]), typed)
    assert answer.status_code == 302
    assert [fresh(claim).state for claim in claims] == ["paid", "paid"]
    assert "Paid" in words(signed_in(cast.mia).get(reverse("own_claims")))


def test_late_claims_wait_for_the_officers_and_are_told_to_the_claimant(cast, offer):
    build.claimed(offer, cast.mia, late=True)
    found = {each.sentence: each.why for each in waiting_for(cast.ann, [cast.cycle])}
    assert found["Decide about 1 claim"] == "Money is late."
    assert f"Your claim is late: {offer}" in waits(cast.mia, cast)
    assert [each for each in waits(cast.cara, cast) if "claim" in each] == []


def test_what_is_offered_ahead_waits_until_one_has_said_what_one_takes(cast, offer):
    sentence = f"Read what is paid, and say what you take: {offer}"
    assert sentence in waits(cast.mia, cast)
    OfferAnswer.say(offer, cast.mia, cast.mia, "nothing")
    assert sentence not in waits(cast.mia, cast)
    assert sentence not in waits(cast.pat, cast)


def test_the_dashboard_counts_claims_for_officers_alone(cast, offer):
    build.claimed(offer, cast.mia, late=True)
    url = reverse("cycle_dashboard", args=[cast.cycle.slug])
    assert "1 claim is paid late." in words(signed_in(cast.ann).get(url))
    assert "Claims unpaid" not in words(signed_in(cast.mia).get(url))
    listed = reverse("cycle_dashboard_list", args=[cast.cycle.slug, "claims-late"])
    assert "Mia" in words(signed_in(cast.ann).get(listed))
    assert "Mia" not in words(signed_in(cast.cara).get(listed))


def test_a_convenor_lets_a_claimant_object_on_paper_through_her(cast, offer):
    claim = build.decided(build.claimed(offer, cast.mia, cast.cove), part=Decimal(0), words="No.")
    answer = signed_in(cast.cove).post(claim.address("claim_objection"), {"words": "She was there."})
    assert answer.status_code == 302
    assert fresh(claim).state == "objected"


def test_lists_cost_the_same_at_two_claims_and_at_twelve(cast):
    def more(number):
        for _each in range(number):
            build.claimed(build.offer(cast.stage("needs")), cast.mia)

    more(2)
    urls = [reverse("claims", args=[cast.cycle.slug]), reverse("payments", args=[cast.cycle.slug])]
    few = [queries(signed_in(cast.ann), url) for url in urls], queries(signed_in(cast.mia), reverse("own_claims"))
    more(10)
    many = [queries(signed_in(cast.ann), url) for url in urls], queries(signed_in(cast.mia), reverse("own_claims"))
    assert few == many


def test_the_terms_of_a_party_are_written_beside_the_rates(cast, offer):
    draft = build.draft(cast.stage("needs"))
    url = draft.get_draft_url("agreement_words").replace("words/", f"parties/{cast.users.pk}/")
    assert "What is paid in this cycle" in words(signed_in(cast.ann).get(url))


def test_the_pack_for_a_meeting_says_what_is_paid_and_who_gives_advice_to_those_who_take_part(cast, offer):
    address = reverse("session_pdf", args=[cast.cycle.slug, "needs", offer.session.pk])
    said = " ".join(text_of(signed_in(cast.mia).get(address).getvalue()).split())
    assert "What is paid" in said
    assert "£75" in said
    assert offer.rates.adviser in said
    type(offer.session).objects.update(openness="public")
    assert "What is paid" not in text_of(signed_in().get(address).getvalue())
