"""Addresses of the agreement room, of who comes and goes, of stances, of the line and of what survives a change."""

from django.urls import path

from .views import (
    barriers,
    challenging,
    drafting,
    easing,
    line,
    people,
    readiness,
    reassessment,
    room,
    sessions,
    signing,
    stance,
    withdrawing,
)

STAGE = "cycles/<slug:slug>/stages/<slug:kind>/"
AGREEMENT = f"{STAGE}agreement/"
DRAFT = f"{AGREEMENT}draft/"
CHALLENGES = f"{STAGE}records/<slug:records>/<int:pk>/challenges/"
REASSESSMENT = "cycles/<slug:slug>/reassessments/<int:number>/"

urlpatterns = [
    path("you/load/less/", easing.easing_new, name="easing_new"),
    path("you/load/now/<slug:sort>/", easing.easing_now, name="easing_now"),
    path("you/load/less/<int:pk>/end/", easing.easing_end, name="easing_end"),
    path("you/load/shown/<int:pk>/", easing.load_share, name="load_share"),
    path("you/load/shown/<int:pk>/end/", easing.load_share_end, name="load_share_end"),
    path("groups/<int:pk>/members/<int:membership>/less/", easing.member_easing, name="member_easing"),
    path(
        "groups/<int:pk>/members/<int:membership>/less/<int:easing>/end/",
        easing.member_easing_end,
        name="member_easing_end",
    ),
    path("cycles/<slug:slug>/barriers/", barriers.barriers, name="barriers"),
    path("cycles/<slug:slug>/barriers/new/", barriers.barrier_new, name="barrier_new"),
    path("cycles/<slug:slug>/barriers/<int:pk>/", barriers.barrier, name="barrier"),
    path("cycles/<slug:slug>/barriers/<int:pk>/done/", barriers.barrier_step, name="barrier_step"),
    path("cycles/<slug:slug>/barriers/<int:pk>/gone/", barriers.barrier_verdict, name="barrier_verdict"),
    path("cycles/<slug:slug>/barriers/<int:pk>/owner/", barriers.barrier_owner, name="barrier_owner"),
    path("cycles/<slug:slug>/barriers/<int:pk>/end/", barriers.barrier_back, name="barrier_back"),
    path("groups/<int:pk>/leave/", withdrawing.group_leave, name="group_leave"),
    path("cycles/<slug:slug>/leaving/", withdrawing.leavings, name="leavings"),
    path("cycles/<slug:slug>/leaving/new/<int:participant>/", withdrawing.leaving_new, name="leaving_new"),
    path("cycles/<slug:slug>/leaving/<int:pk>/", withdrawing.leaving, name="leaving"),
    path("cycles/<slug:slug>/leaving/<int:pk>/back/", withdrawing.leaving_back, name="leaving_back"),
    path("cycles/<slug:slug>/leaving/<int:pk>/reply/", withdrawing.leaving_reply, name="leaving_reply"),
    path("groups/<int:pk>/members/new/", people.member_new, name="member_new"),
    path("groups/<int:pk>/members/<int:membership>/end/", people.member_end, name="member_end"),
    path("cycles/<slug:slug>/people/participants/<int:pk>/end/", people.participant_end, name="participant_end"),
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
    path(f"{STAGE}sessions/new/", sessions.session_new, name="session_new"),
    path(f"{STAGE}sessions/<int:pk>/edit/", sessions.session_edit, name="session_edit"),
    path(f"{CHALLENGES}new/", challenging.challenge_new, name="challenge_new"),
    path(f"{CHALLENGES}<int:number>/", challenging.challenge, name="challenge"),
    path(f"{CHALLENGES}<int:number>/reply/", challenging.challenge_reply, name="challenge_reply"),
]
