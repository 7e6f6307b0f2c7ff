"""The database itself refuses to change or delete what was proposed and signed, on the engine in use (promise 23)."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from people.triggers import declared, install, remove
from tests import build

pytestmark = pytest.mark.django_db


def refused(statement, *values):
    """Whether the database refuses this statement, with the rest of the transaction unharmed."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
    except DatabaseError as error:
        return "part of the record" in str(error)
    return False


@pytest.fixture
def agreement():
    return build.agreement_in_force(build.cast().stage("needs"))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("purpose", "Another purpose."),
        ("open_to_change", "Nothing."),
        ("fixed", ""),
        ("fixed_because", "We say so."),
        ("is_not", ""),
        ("who_decides", "Somebody else."),
        ("decides_on", "2030-01-01"),
        ("answer_days", 99),
        ("version", 9),
        ("proposed_at", "2020-01-01 00:00:00+00:00"),
    ],
)
def test_proposed_words_cannot_be_altered(agreement, column, value):
    assert refused(f"UPDATE involvement_agreement SET {column} = %s WHERE id = %s", value, agreement.pk)  # noqa: S608


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("role", "Boss"),
        ("level", "own"),
        ("may", "Everything"),
        ("may_not", ""),
        ("speaks_for", "All"),
        ("payment", "£1"),
    ],
)
def test_the_terms_of_a_party_cannot_be_altered_once_proposed(agreement, column, value):
    assert refused(f"UPDATE involvement_party SET {column} = %s WHERE agreement_id = %s", value, agreement.pk)  # noqa: S608


@pytest.mark.parametrize(
    ("column", "value"), [("position", "decline"), ("words", "Put in my mouth"), ("signed_on", "2020-01-01")]
)
def test_a_signature_cannot_be_altered(agreement, column, value):
    assert refused(
        f"UPDATE involvement_signature SET {column} = %s WHERE party_id IN "  # noqa: S608
        "(SELECT id FROM involvement_party WHERE agreement_id = %s)",
        value,
        agreement.pk,
    )


def test_nothing_of_it_can_be_deleted(agreement):
    parties = "(SELECT id FROM involvement_party WHERE agreement_id = %s)"
    assert refused(f"DELETE FROM involvement_signature WHERE party_id IN {parties}", agreement.pk)  # noqa: S608
    assert refused("DELETE FROM involvement_party WHERE agreement_id = %s", agreement.pk)
    assert refused("DELETE FROM involvement_agreement WHERE id = %s", agreement.pk)


def test_a_seal_cannot_be_lifted(agreement):
    assert refused("UPDATE involvement_party SET is_sealed = %s WHERE agreement_id = %s", False, agreement.pk)


def test_a_draft_may_still_be_written_and_dropped():
    draft = build.draft(build.cast().stage("needs"))
    assert not refused("UPDATE involvement_agreement SET purpose = %s WHERE id = %s", "Better.", draft.pk)
    assert not refused("DELETE FROM involvement_party WHERE agreement_id = %s", draft.pk)


def test_the_check_of_the_ledger_misses_the_guard_of_agreed_words_too():
    assert sorted(guard.table for guard in declared()) == [
        "cycle_declaration", "cycle_event", "cycle_handover", "cycle_influenceword", "cycle_moderated", "cycle_offer",
        "cycle_panelmember", "cycle_panelscore", "cycle_survival", "cycle_visitreply", "feedback_commonview",
        "feedback_equalitycell", "feedback_explanation", "feedback_explanationverdict", "feedback_position",
        "feedback_promise", "feedback_sheet", "feedback_stand", "involvement_agreement", "involvement_allocation",
        "involvement_barrier", "involvement_barrierstep", "involvement_challenge", "involvement_claimstep",
        "involvement_directfunding", "involvement_loyalty", "involvement_party", "involvement_rates",
        "involvement_readiness", "involvement_signature", "involvement_spending", "involvement_stance",
        "involvement_trustcount", "involvement_withdrawal", "people_groupedition", "people_mandate",
    ]  # fmt: skip
    for guard in declared():
        remove(connection, guard)
        said = io.StringIO()
        with pytest.raises(CommandError, match="2 faults"):
            call_command("verify_ledger", stderr=said)
        assert f"The guard {guard.name}_update is not in the database." in said.getvalue()
        install(connection, guard)
