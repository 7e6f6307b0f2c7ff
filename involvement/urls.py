"""Addresses of the agreement room, of who comes and goes, of stances, of the line and of what survives a change."""

from django.urls import path

from .views import (
    attendance,
    challenging,
    drafting,
    line,
    looking_back,
    needs,
    people,
    pieces,
    readiness,
    reassessment,
    room,
    sessions,
    signing,
    stance,
    talks,
)

STAGE = "cycles/<slug:slug>/stages/<slug:kind>/"
AGREEMENT = f"{STAGE}agreement/"
DRAFT = f"{AGREEMENT}draft/"
CHALLENGES = f"{STAGE}records/<slug:records>/<int:pk>/challenges/"
SESSION = f"{STAGE}sessions/<int:pk>/"
REASSESSMENT = "cycles/<slug:slug>/reassessments/<int:number>/"

urlpatterns = [
    path("groups/<int:pk>/members/new/", people.member_new, name="member_new"),
    path("groups/<int:pk>/members/<int:membership>/end/", people.member_end, name="member_end"),
    path("cycles/<slug:slug>/people/participants/<int:pk>/end/", people.participant_end, name="participant_end"),
    path("organisations/<int:pk>/access/", needs.access_figures, name="access_figures"),
    path(STAGE, room.stage, name="stage"),
    path(f"{STAGE}openness/stance/", stance.stance_new, name="stance_new"),
    path(f"{STAGE}readiness/", readiness.readiness, name="readiness"),
    path(f"{STAGE}readiness/new/", readiness.readiness_new, name="readiness_new"),
    path(REASSESSMENT, reassessment.reassessment, name="reassessment"),
    path(f"{REASSESSMENT}stages/<slug:kind>/", reassessment.survival, name="survival"),
    path(f"{AGREEMENT}versions/<int:round>/<int:version>/", room.agreement_version, name="agreement_version"),
    path(f"{AGREEMENT}override/", room.override, name="override"),
    path(DRAFT, drafting.agreement_draft, name="agreement_draft"),
    path(f"{DRAFT}words/", drafting.agreement_words, name="agreement_words"),
    path(f"{DRAFT}parties/<int:participant>/", drafting.agreement_party, name="agreement_party"),
    path(f"{DRAFT}parties/<int:participant>/end/", drafting.agreement_party_end, name="agreement_party_end"),
    path(f"{AGREEMENT}proposal/", drafting.agreement_proposal, name="agreement_proposal"),
    path(f"{AGREEMENT}parties/<int:participant>/", drafting.agreement_welcome, name="agreement_welcome"),
    path(f"{AGREEMENT}signatures/<int:party>/", signing.signature, name="signature"),
    path(f"{AGREEMENT}signatures/<int:party>/paper/", signing.paper_signature, name="paper_signature"),
    path("cycles/<slug:slug>/information-line/", line.information_line, name="information_line"),
    path("cycles/<slug:slug>/meetings/", sessions.cycle_sessions, name="cycle_sessions"),
    path(f"{STAGE}sessions/", sessions.stage_sessions, name="stage_sessions"),
    path(f"{STAGE}sessions/new/", sessions.session_new, name="session_new"),
    path(f"{STAGE}sessions/<int:pk>/edit/", sessions.session_edit, name="session_edit"),
    path(f"{SESSION}people/new/", attendance.session_ask, name="session_ask"),
    path(f"{SESSION}people/<int:attendance>/answer/", attendance.attendance_answer, name="attendance_answer"),
    path(f"{SESSION}people/<int:attendance>/authority/", attendance.attendance_authority, name="attendance_authority"),
    path(f"{SESSION}people/<int:attendance>/end/", attendance.attendance_end, name="attendance_end"),
    path(f"{SESSION}needs/", needs.session_needs, name="session_needs"),
    path(f"{SESSION}attendance/", attendance.session_came, name="session_came"),
    path(f"{SESSION}calling-off/", attendance.session_calling_off, name="session_calling_off"),
    path(f"{SESSION}minutes/word/", looking_back.minutes_word, name="minutes_word"),
    path(f"{SESSION}debriefs/<int:participant>/", looking_back.debrief, name="debrief"),
    path(f"{SESSION}actions/<int:action>/result/", pieces.action_result, name="action_result"),
    path(f"{SESSION}<slug:sort>/new/", pieces.piece_new, name="piece_new"),
    path(f"{SESSION}<slug:sort>/<int:piece>/edit/", pieces.piece_edit, name="piece_edit"),
    path(f"{SESSION}<slug:sort>/<int:piece>/end/", pieces.piece_end, name="piece_end"),
    path("cycles/<slug:slug>/talks/", talks.cycle_talks, name="cycle_talks"),
    path(f"{STAGE}talks/", talks.stage_talks, name="stage_talks"),
    path(f"{STAGE}talks/new/", talks.talk_new, name="talk_new"),
    path(f"{STAGE}talks/<int:pk>/edit/", talks.talk_edit, name="talk_edit"),
    path(f"{CHALLENGES}new/", challenging.challenge_new, name="challenge_new"),
    path(f"{CHALLENGES}<int:number>/", challenging.challenge, name="challenge"),
    path(f"{CHALLENGES}<int:number>/reply/", challenging.challenge_reply, name="challenge_reply"),
]
