"""The addresses of what people say and what comes of it: a part of `tests.addresses`."""

import uuid
from itertools import chain

from people.outbox import stop_token

from .world import TALK


def row(name, situation="", args=(), query=None, form=None):
    return name, situation, list(args), query, form


def addresses_of_talk(world):
    """The rows of letters, answers, themes, promises, what is given, moved in and out, and put on paper."""
    return chain.from_iterable(part(world) for part in PARTS)


def _written_to(world):
    yield row("own")
    yield row("post", form={})
    yield row("post_stop", args=[stop_token(world.cast.bea)], form={})
    yield row("post_stop", "wrong", ["anything"], form={})
    yield row("dates", args=[world.cast.cycle.slug])
    yield row("dates", "hidden", [world.hidden_cycle.slug])


def _answering(world):
    """Drafts of answers, passing on, what is due, questions, and conversations."""
    cast, cycle, hidden = world.cast, world.cast.cycle, world.hidden_cycle
    for where, situation in ((cycle, ""), (hidden, "hidden")):
        yield row("cycle_due", situation, [where.slug])
        yield row("cycle_questions", situation, [where.slug])
        yield row("stage_questions", situation, [where.slug, TALK])
        yield row("conversations", situation, [where.slug, TALK])
    for openness in ("public", "involved", "withheld"):
        made = world.contributions[openness]
        to = cast.ann if openness == "involved" else cast.ola
        form = {"to": to.pk, "reason": "It is hers."}
        yield row("contribution_passing", openness, [cycle.slug, TALK, made.pk], form=form)
    yield row("answers_new", "", [cycle.slug, TALK], form={"all": "yes"})
    words = {"outcome": "no change", "text": "Read.", "because": "No money.", "revision": 1}
    for situation, draft in world.answer_drafts.items():
        here = [cycle.slug, TALK, draft.pk]
        yield row("answer_draft", situation, here, form=words)
        yield row("answer_draft_reader", situation, here, form={"reader": cast.cara.pk})
        yield row("answer_draft_reading", situation, here, form={"reading": "ready", "revision": 1})
        yield row("answer_draft_end", situation, here, form={})
    yield row("conversation_new", "", [cycle.slug, TALK])
    for openness, talk in world.conversations.items():
        here = [cycle.slug, TALK, talk.pk]
        yield row("conversation_objection", openness, here, form={"words": "It was not."})


def _themes(world):
    cycle, themes, said = world.cast.cycle, world.themes, world.contributions
    here = [cycle.slug, TALK]
    typed = {"name": "Another name", "about": "What it costs.", "openness": "public", "version": 1}
    yield row("themes", "", here)
    yield row("themes", "hidden", [world.hidden_cycle.slug, TALK])
    yield row("theme_new", "", here, form=typed)
    for situation, made in themes.items():
        yield row("theme", situation, [*here, made.pk])
    for situation in ("public", "withheld"):
        pk, act = themes[situation].pk, themes[situation].sortings.order_by("pk").first()
        yield row("theme_edit", situation, [*here, pk], form={**typed, "openness": situation})
        yield row("theme_merging", situation, [*here, pk], form={"into": themes["public"].pk})
        yield row("theme_retirement", situation, [*here, pk], form={})
        yield row("sorting_undoing", situation, [*here, act.pk], form={})
        yield row("contribution_themes", situation, [*here, said[situation].pk], form={"themes": [pk]})
    yield row("theme_return", "", [*here, themes["retired"].pk], form={})
    taken = {"which": "all", "how": "take", "theme": themes["public"].pk}
    yield row("sorting", "", here, form=taken)
    yield row("sorting", "of a theme", here, {"theme": themes["withheld"].pk}, taken)
    for situation, made in themes.items():
        yield row("contributions", f"of a theme {situation}", here, {"theme": made.pk})
    asked = {"words": "canary", "answered": "no", "openness": "withheld", "voice": "wider", "theme": "none"}
    yield row("contributions", "found", here, {"words": "canary"})
    yield row("contributions", "nothing found", here, asked)


def _promised(world):
    """The registers, promises in every openness, what is done with them, and what goes back to people."""
    cycle, cast, said = world.cast.cycle, world.cast, world.contributions["withheld"]
    day = {"due_on_day": "1", "due_on_month": "1", "due_on_year": "2033"}
    new = {"what": "Hot.", "owner": cast.ola.pk, "to": [cast.users.pk], "ground": "beyond", "authority": "None.",
           "openness": "public", **day}  # fmt: skip
    for where, situation in ((cycle, ""), (world.hidden_cycle, "hidden")):
        yield row("promises", situation, [where.slug])
        yield row("stage_promises", situation, [where.slug, TALK])
        for name in ("sheet", "sheet_pdf", "easy_sheet", "easy_sheet_pdf"):
            yield row(f"cycle_{name}", situation, [where.slug])
            yield row(f"stage_{name}", situation, [where.slug, TALK])
    yield row("promise_new", "", [cycle.slug, TALK], form=new)
    yield row("promise_new", "for withheld", [cycle.slug, TALK], {"for": said.pk}, form=new)
    for situation, made in world.promises.items():
        here = [cycle.slug, TALK, made.pk]
        yield row("promise", situation, here)
        yield row("promise_verdict", situation, here, form={"verdict": "kept"})
        if situation != "of closed words":
            yield row("promise_outcome", situation, here, form={"state": "kept", "outcome": "Done."})
            yield row("promise_day", situation, here, form={**day, "reason": "Snow."})
            other = cast.cara.pk
            yield row("promise_owner", situation, here, form={"owner": other, "reason": "She knows."})
    for of, where in (("cycle", [cycle.slug]), ("stage", [cycle.slug, TALK])):
        yield row(f"{of}_sheet_pdf", "large", where, {"size": "large"})
        yield row(f"{of}_sheet_words", "", where, form={"text": "Thank you.", "revision": 1})
        yield row(f"{of}_easy_words", "", where, form={"words_0": "Thank you.", "picture_0": "yes", "revision": 1})
        yield row(f"{of}_sheet_publication", "", where, form={})
        yield row(f"{of}_easy_publication", "", where, form={})
    yield row("group_sheet", args=[cast.meals_voice.pk])
    yield row("group_sheet_pdf", args=[cast.meals_voice.pk])
    yield row("group_letters", args=[cast.meals_voice.pk], form={"news": [news.pk for news in world.news]})
    yield row("group_letters_pdf", args=[cast.meals_voice.pk])


def _giving(world):
    """What is half-written, attached, corrected, withdrawn, hidden, held and kept out."""
    stage = [world.cast.cycle.slug, TALK]
    yield row("drafts")
    yield row("draft_end", "", [world.draft.pk], form={})
    for situation, made in world.attachments.items():
        yield row("attachment", situation, [made.pk])
    about = {"about": f"{world.records[TALK, 'withheld'].SLUG}/{world.records[TALK, 'withheld'].pk}"}
    yield row("contribution_new", "about", stage, about)
    yield row("contribution_new", "half written", stage, {"draft": str(world.draft.token)})
    yield row("contributions", "about", stage, about)
    yield row("holding", "", stage, form={"reason": "There were insults."})
    for situation, made in world.given.items():
        here = [*stage, made.pk]
        yield row("contribution", situation, here)
        yield row("correction", situation, here, form={"text": "Other words.", "because": "I was wrong.", "seen": 0})
        yield row("withdrawal", situation, here, form={})
        yield row("withdrawal_end", situation, here, form={})
        yield row("look", situation, here, form={"decision": "in"})
        yield row("hiding_new", situation, here, form={"words": "Plain words", "reason": "a test"})
    plain, face = world.given["plain"], world.attachments["involved"]
    yield row("hiding_new", "file", [*stage, plain.pk], {"file": face.pk}, form={"reason": "a test"})
    part = [*stage, world.given["hidden"].pk, 1]
    yield row("hiding_end", "", part, form={"reason": "They agreed."})
    yield row("objection", "", part, form={"words": "It is no secret."})


def _moving(world):
    """Files that come in and go out, and work in the background."""
    cycle, hidden = world.cast.cycle, world.hidden_cycle
    yield row("jobs")
    for state, job in world.jobs.items():
        yield row("job", state, [job.pk])
        yield row("job_stopping", state, [job.pk], form={})
        yield row("job_again", state, [job.pk], form={})
        yield row("job_seen", state, [job.pk], form={})
    yield row("imports", "", [cycle.slug, TALK], form={})
    yield row("imports", "not yet", [cycle.slug, "budget"], form={})
    said = {"text": "#Comment", "sort": "#Type", "participant": f"={world.cast.users.pk}", "given_on": "=today",
            "day_first": "yes", "channel": "=online", "openness": "involved"}  # fmt: skip
    for state, made in world.imports.items():
        here = [cycle.slug, TALK, made.pk]
        yield row("import", state, here)
        yield row("import_columns", state, here, form=said)
        yield row("import_values", state, here, form={"sort_0": "idea", "sort_1": "concern"})
        yield row("import_faults", state, here)
        yield row("import_start", state, here, form={})
        yield row("import_withdrawal", state, here, form={"reason": "It was another file."})
    for situation, where in (("", cycle), ("hidden", hidden)):
        yield row("export", situation, [where.slug, TALK])
        yield row("cycle_export", situation, [where.slug])
        for form in ("csv", "xlsx", "json"):
            yield row("export_file", f"{situation} {form}".strip(), [where.slug, TALK, form])
            yield row("cycle_export_file", f"{situation} {form}".strip(), [where.slug, form])
    yield row("export_file", "none such", [cycle.slug, TALK, "exe"])


def _on_paper(world):
    """Forms and letters to print, what comes back of them, and meetings."""
    cycle, cast = world.cast.cycle, world.cast
    here, hidden = [cycle.slug, TALK], [world.hidden_cycle.slug, TALK]
    sheet = world.batches["forms"].sheets.first()
    yield row("code")
    yield row("code", "of a form", query={"code": sheet.code})
    yield row("code", "of a letter", query={"code": world.letters["unnamed"].code})
    yield row("paper_forms", "", here, form={"participant": cast.users.pk, "number": "3"})
    yield row("paper_forms", "not yet", [cycle.slug, "budget"], form={"participant": cast.users.pk, "number": "3"})
    yield row("paper_forms", "hidden", hidden)
    for situation, batch in world.batches.items():
        yield row("paper_forms_pdf", situation, [*here, batch.pk])
    said = {"sort": "view", "text": "Warm.", "voice": "own", "openness": "public", "token": str(uuid.uuid4()),
            "consent": "on", "code": sheet.code, "given_on_day": "3", "given_on_month": "5",
            "given_on_year": "2023"}  # fmt: skip
    yield row("keying", "", here, form=said | {"another": "on"})
    yield row("keying", "twice", here, {"code": sheet.code}, form=said)
    yield row("bringing_back", "", here, form={"answers": [world.letters["unnamed"].answer_id], "do": "print"})
    yield row("letters_pdf", "", here)
    for situation, letter in world.letters.items():
        yield row("slip", situation, [*here, letter.code], form={"verdict": "answers"})
    day = {"held_on_day": "3", "held_on_month": "5", "held_on_year": "2031"}
    planned = {"participant": cast.users.pk, "title": "At noon", "purpose": "To hear.", "where": "In the hall",
               "openness": "involved"} | day  # fmt: skip
    yield row("session_new", "", here, form=planned)
    yield row("session_new", "not yet", [cycle.slug, "budget"], form=planned)
    for openness, made in world.sessions.items():
        yield row("session", openness, [*here, made.pk])
        yield row("session_pdf", openness, [*here, made.pk])
        yield row("session_edit", openness, [*here, made.pk], form=planned | {"version": made.version})


def _debated(world):
    """Debates that go on, have ended and are new, and all that is done in them."""
    here = [world.cast.cycle.slug, TALK]
    day = {"positions_by_day": "1", "positions_by_month": "1", "positions_by_year": "2031"}
    asked = [world.cast.users.pk, world.cast.providers.pk]
    new = {"question": "Hot?", "why": "Money.", "asked": asked, "openness": "public", "token": str(uuid.uuid4())} | day
    yield row("debates", "", here)
    yield row("debates", "hidden", [world.hidden_cycle.slug, TALK])
    yield row("debate_new", "", here, form=new)
    held = {"holds": "Warm.", "why": "It is.", "rests_on": "We eat it.", "would_change": "Nothing."}
    for situation, made in world.debates.items():
        there = [*here, made.pk]
        yield row("debate", situation, there)
        yield row("debate_position", situation, there, form=held)
        yield row("debate_common_view", situation, there, form={"words": "Both."})
        number = {"number": made.common_views.count() or 1}
        yield row("debate_stand", situation, there, form={"answer": "accepts", **number})
        yield row("debate_end", situation, there, form={"came_of_it": "Both are tried."})
        for position in made.positions.all()[:1]:
            typed = {"prompt": "why so", "token": str(uuid.uuid4())}
            yield row("debate_question", situation, [*there, position.pk], form=typed)
            for question in position.questions.filter(answered_at=None):
                yield row("debate_answer", situation, [*there, question.pk], form={"words": "So."})


PARTS = (_written_to, _answering, _themes, _promised, _giving, _moving, _on_paper, _debated)
