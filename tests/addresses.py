"""Every address of the site, once for each situation that matters: what all nets walk over."""

import uuid
from copy import copy
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db import transaction
from django.urls import get_resolver, reverse

from cycle.models import KINDS, Event
from people.paging import SIZE

from .addresses_of_dashboards import addresses_of_dashboards
from .addresses_of_decisions import addresses_of_decisions
from .addresses_of_exercises import addresses_of_exercises
from .addresses_of_groups import addresses_of_groups
from .addresses_of_line import addresses_of_line
from .addresses_of_load import addresses_of_load
from .addresses_of_meetings import addresses_of_meetings
from .addresses_of_needs import addresses_of_needs
from .addresses_of_payments import addresses_of_payments, addresses_of_training
from .addresses_of_privacy import addresses_of_privacy
from .addresses_of_review import addresses_of_review
from .addresses_of_scores import addresses_of_scores
from .addresses_of_talk import addresses_of_talk, row
from .addresses_of_tenders import addresses_of_tenders
from .addresses_of_watching import addresses_of_watching
from .world import TALK


@dataclass(frozen=True)
class Address:
    """One address: the name of its URL, the situation that it is asked in, its path, and what a good POST sends."""

    name: str
    situation: str
    path: str
    form: dict | None = field(default=None, hash=False)

    @property
    def key(self):
        return f"{self.name} {self.situation}".strip()


def all_addresses(world):
    """The list of Address of this world. A URL name that is missing here fails `test_access`."""
    found = [
        *_site(),
        *_people(world),
        *_cycle(world),
        *_records(world),
        *_work(world),
        *addresses_of_scores(world),
        *addresses_of_review(world),
        *_agreement(world),
        *_said(world),
        *_whole(world),
        *_in_plain_words(),
        *_letters(world),
        *_openness(world),
        *addresses_of_line(world),
        *_told(world),
        *addresses_of_decisions(world),
        *addresses_of_exercises(world),
        *addresses_of_tenders(world),
        *addresses_of_talk(world),
        *addresses_of_meetings(world),
        *addresses_of_watching(world),
        *addresses_of_dashboards(world),
        *addresses_of_load(world),
        *addresses_of_groups(world),
        *addresses_of_payments(world),
        *addresses_of_training(world),
        *addresses_of_needs(world),
        *addresses_of_privacy(world),
        *addresses_of_needs(world),
    ]
    return [Address(name, situation, _path(name, args, query), form) for name, situation, args, query, form in found]


def _path(name, args, query):
    return reverse(name, args=args) + (f"?{urlencode(query)}" if query else "")


def _site():
    yield from (row(name) for name in ("home", "about", "glossary", "accessibility", "privacy", "cycles", "cycle_new"))
    yield from (row(name) for name in ("account_request_login_code", "account_logout", "groups", "group_new"))


def _people(world):
    group = world.cast.meals_voice
    place = group.memberships.get(person=world.cast.mia)
    yield row("group", args=[group.pk])
    yield row("member_new", args=[group.pk], form={"name": "Nia New", "role": "member"})
    yield row("group_signing", args=[group.pk], form={"rule": "two"})
    yield row("member_end", args=[group.pk, place.pk], form={})


def _cycle(world):
    cycle, hidden = world.cast.cycle, world.hidden_cycle
    seat, part = cycle.seats.get(person=world.cast.ola), world.cast.providers
    for where, situation in ((cycle, ""), (hidden, "hidden")):
        yield row("cycle", situation, [where.slug])
        yield row("ledger", situation, [where.slug])
        yield row("cycle_people", situation, [where.slug])
        yield row("newcomer", situation, [where.slug])
        yield row("stage", situation, [where.slug, TALK])
    yield row("cycle_publication", "hidden", [hidden.slug], form={})
    yield row("cycle_closing", "", [cycle.slug])
    yield row("seat_new", "", [cycle.slug])
    yield row("seat_end", "", [cycle.slug, seat.pk], form={})
    yield row("participant_new", "", [cycle.slug])
    yield row("participant_end", "", [cycle.slug, part.pk], form={})
    for situation, kind in (("open", TALK), ("not yet", "budget"), ("draft", "strategy"), ("override", "testing")):
        yield row("stage", situation, [cycle.slug, kind])
    yield row("stage_round", "", [cycle.slug, "budget"], form={"reason": "It is time."})
    yield row("stage_history", "", [cycle.slug, TALK])
    told = Event.objects.concerning(world.cast.stage(TALK)).order_by("-number").values_list("number", flat=True)
    for situation, number in zip(("older", "older still"), told[SIZE - 1 :: SIZE], strict=False):
        yield row("stage_history", situation, [cycle.slug, TALK], query={"before": number})


def _records(world):
    cycle = world.cast.cycle
    for (slug, openness), made in world.records.items():
        if openness == "public":
            yield row("records", slug, [cycle.slug, slug, made.SLUG])
            yield row("record_new", slug, [cycle.slug, slug, made.SLUG])
        yield row("record", f"{slug} {openness}", [cycle.slug, slug, made.SLUG, made.pk])
        if slug == TALK or (slug in ("budget", "context") and openness == "withheld"):
            yield row("record_edit", f"{slug} {openness}", [cycle.slug, slug, made.SLUG, made.pk])


def _work(world):
    """The work of each stage at a glance, and the further sorts of records in it."""
    cycle = world.cast.cycle
    for slug in KINDS:
        yield row("stage_work", slug, [cycle.slug, slug])
    for name, where in (("work_export", []), ("work_export_file", ["xlsx"]), ("work_export_file", ["json"]),
                        ("work_export_file", ["exe"])):  # fmt: skip
        yield row(name, " ".join(where), [cycle.slug, "needs", *where])
    for kind in KINDS.values():
        for model in kind.records:
            yield row("records_file", model.SLUG, [cycle.slug, kind.slug, model.SLUG])
    yield row("work_export", "hidden", [world.hidden_cycle.slug, TALK])
    yield row("stage_work", "hidden", [world.hidden_cycle.slug, TALK])
    for room in ("figures", "needs"):
        yield row("records_from_file", room, [cycle.slug, "needs", room], form={})
    yield row("blank_sheet", "", [cycle.slug, "needs"], form={"words": "People who get meals now."})
    yield row("blank_sheet", "elsewhere", [cycle.slug, "budget"], form={"words": "Nobody."})
    for (room, openness), made in world.further.items():
        here = [cycle.slug, made.stage.kind_slug, room]
        if openness == "involved":
            yield row("records", room, here)
            yield row("record_new", room, here)
        yield row("record", f"{room} {openness}", [*here, made.pk])


def _agreement(world):
    cycle, cast, agreement = world.cast.cycle, world.cast, world.agreement
    users = agreement.parties.get(participant=cast.users)
    yield row("agreement_welcome", "", [cycle.slug, TALK, cast.councillors.pk])
    yield row("agreement_draft", "", [cycle.slug, TALK], form={})
    yield row("agreement_words", "", [cycle.slug, "strategy"])
    yield row("agreement_party", "", [cycle.slug, "strategy", cast.users.pk])
    yield row("agreement_party_end", "", [cycle.slug, "strategy", cast.users.pk], form={})
    yield row("agreement_proposal", "", [cycle.slug, "strategy"], form={})
    yield row("agreement_version", "", [cycle.slug, TALK, 1, agreement.version])
    yield row("agreement_version", "draft", [cycle.slug, "strategy", 1, 1])
    yield row(
        "signature", "", [cycle.slug, TALK, users.pk], form={"position": "reserve", "words": "But soon.", "seen": 10**6}
    )
    yield row("paper_signature", "", [cycle.slug, TALK, users.pk])
    yield row("override", "", [cycle.slug, "strategy"], form={"reason": "It cannot wait."})


def _said(world):
    cycle = world.cast.cycle
    yield row("contributions", "", [cycle.slug, TALK])
    said = {
        "send": "1",
        "sort": "view",
        "text": "Warm.",
        "voice": "own",
        "openness": "public",
        "token": str(uuid.uuid4()),
    }
    yield row("contribution_new", "", [cycle.slug, TALK], form=said)
    yield row("contribution_new", "for others", [cycle.slug, TALK], {"for": "others"})
    for openness, made in world.contributions.items():
        yield row("contribution", openness, [cycle.slug, TALK, made.pk])
        yield row("answer", openness, [cycle.slug, TALK, made.pk],
                  form={"outcome": "no change", "text": "Read.", "because": "No money."})  # fmt: skip
        yield row("verdict", openness, [cycle.slug, TALK, made.pk], form={"verdict": "answers"})
    yield row("stage_finish", "", [cycle.slug, TALK], form={"reason": "It is time."})
    yield row("stage_report", "", [cycle.slug, TALK])
    yield row("stage_report_pdf", "", [cycle.slug, TALK])
    yield row("stage_report_pdf", "large", [cycle.slug, TALK], {"size": "large"})


def _in_plain_words():
    yield row(
        "advice", query={"of": "purpose"}, form={"purpose": "We talk about meals at home, and about what they cost."}
    )


def _letters(world):
    group = world.cast.meals_voice
    for situation, person in (("", world.cast.mia), ("of the convenor", world.cast.cove)):
        yield row("member_letter", situation, [group.pk, group.memberships.get(person=person).pk], form={})
    yield row("letter_sign_in", form={"number": "000000", "code": "BCDFGHJK"})


def _whole(world):
    """The short prints, and who briefed or lobbied those who decide."""
    cycle, hidden = world.cast.cycle.slug, world.hidden_cycle.slug
    for name, where in (("where_we_are", []), ("briefing", [TALK])):
        yield row(name, "", [cycle, *where])
        yield row(name, "hidden", [hidden, *where])
        yield row(f"{name}_pdf", "", [cycle, *where])
        yield row(f"{name}_pdf", "large", [cycle, *where], {"size": "large"})
    yield row("briefing", "decision", [cycle, "decision"])
    here = [cycle, "decision", "contacts"]
    yield row("records", "contacts", here)
    yield row("record_new", "contacts", here)
    for openness, made in world.contacts.items():
        yield row("record", f"contacts {openness}", [*here, made.pk])
        yield row("record_edit", f"contacts {openness}", [*here, made.pk])


def _openness(world):
    cycle, hidden = world.cast.cycle, world.hidden_cycle
    yield row("cycle_openness", "", [cycle.slug])
    yield row("cycle_openness", "hidden", [hidden.slug])
    yield row("stage_openness", "", [cycle.slug, TALK], form={"position": "says"})
    yield row("stage_openness", "not yet", [cycle.slug, "budget"], form={"position": "says"})
    yield row("stage_openness", "hidden", [hidden.slug, TALK], form={"position": "says"})
    yield row("stance_new", "", [cycle.slug, TALK], form={"position": "open", "words": "All of it can change."})


def _told(world):
    """What a reader is told of changes, and a change that touches agreements: its answer is the page before saving."""
    cycle, line = world.cast.cycle, world.records["budget", "withheld"]
    line.refresh_from_db()
    for where, situation in ((cycle, ""), (world.hidden_cycle, "hidden")):
        yield row("notices", situation, [where.slug])
        yield row("notices_seen", situation, [where.slug], form={"number": 10**6})
    typed = {"title": line.title, "summary": line.summary, "year": "2023", "sort": line.sort, "per": line.per,
             "amount": "1", "status": "firm",
             "settled_where": line.settled_where, "openness": "public", "version": line.version,
             "reason": "It became less."}  # fmt: skip
    yield row("record_edit", "touches agreements", [cycle.slug, "budget", line.SLUG, line.pk], form=typed)


def all_names():
    """Every URL name that the site knows."""
    return {name for name in get_resolver().reverse_dict if isinstance(name, str)}


class Undone(Exception):
    """Takes back what a request did."""


def asked(client, address, method):
    """The response to one request, with its whole `body`; what it did to the database and the client is taken back."""
    cookies = copy(client.cookies)
    try:
        with transaction.atomic():
            response = client.get(address.path) if method == "GET" else client.post(address.path, address.form or {})
            raise Undone
    except Undone:
        client.cookies = cookies
        response.body = response.getvalue()
        return response
