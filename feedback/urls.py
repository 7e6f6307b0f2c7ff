"""Addresses of the first page, of a whole cycle, of changing what it holds, and of what is said and answered in it."""

from django.urls import path

from .views import (
    answers,
    attachments,
    changing,
    congruence,
    contributions,
    cycle,
    drafts,
    finishing,
    giving,
    home,
    moderating,
    newcomer,
    notices,
    records,
    report,
)

STAGE = "cycles/<slug:slug>/stages/<slug:kind>"

urlpatterns = [
    path("", home.home, name="home"),
    path("cycles/<slug:slug>/", cycle.cycle, name="cycle"),
    path("cycles/<slug:slug>/openness/", congruence.cycle_openness, name="cycle_openness"),
    path(f"{STAGE}/openness/", congruence.stage_openness, name="stage_openness"),
    path("cycles/<slug:slug>/newcomer/", newcomer.newcomer, name="newcomer"),
    path("cycles/<slug:slug>/where-we-are/", report.where_we_are, name="where_we_are"),
    path("cycles/<slug:slug>/where-we-are.pdf", report.where_we_are_pdf, name="where_we_are_pdf"),
    path("cycles/<slug:slug>/notices/", notices.notices, name="notices"),
    path("cycles/<slug:slug>/notices/seen/", notices.notices_seen, name="notices_seen"),
    path(f"{STAGE}/records/<slug:records>/new/", records.record_new, name="record_new"),
    path(f"{STAGE}/records/<slug:records>/<int:pk>/edit/", records.record_edit, name="record_edit"),
    path(f"{STAGE}/contributions/", contributions.contributions, name="contributions"),
    path(f"{STAGE}/contributions/new/", giving.contribution_new, name="contribution_new"),
    path(f"{STAGE}/contributions/<int:pk>/", contributions.contribution, name="contribution"),
    path(f"{STAGE}/contributions/<int:pk>/answer/", answers.answer, name="answer"),
    path(f"{STAGE}/contributions/<int:pk>/verdict/", answers.verdict, name="verdict"),
    path(f"{STAGE}/contributions/looking-first/", moderating.holding, name="holding"),
    path(f"{STAGE}/contributions/<int:pk>/correction/", changing.correction, name="correction"),
    path(f"{STAGE}/contributions/<int:pk>/withdrawal/", changing.withdrawal, name="withdrawal"),
    path(f"{STAGE}/contributions/<int:pk>/withdrawal/end/", changing.withdrawal_end, name="withdrawal_end"),
    path(f"{STAGE}/contributions/<int:pk>/look/", moderating.look, name="look"),
    path(f"{STAGE}/contributions/<int:pk>/hidden/new/", moderating.hiding_new, name="hiding_new"),
    path(f"{STAGE}/contributions/<int:pk>/hidden/<int:number>/end/", moderating.hiding_end, name="hiding_end"),
    path(f"{STAGE}/contributions/<int:pk>/hidden/<int:number>/objection/", changing.objection, name="objection"),
    path("attachments/<int:pk>/", attachments.attachment, name="attachment"),
    path("drafts/", drafts.drafts, name="drafts"),
    path("drafts/<int:pk>/delete/", drafts.draft_end, name="draft_end"),
    path(f"{STAGE}/finish/", finishing.stage_finish, name="stage_finish"),
    path(f"{STAGE}/report/", report.stage_report, name="stage_report"),
    path(f"{STAGE}/report.pdf", report.stage_report_pdf, name="stage_report_pdf"),
    path(f"{STAGE}/briefing/", report.briefing, name="briefing"),
    path(f"{STAGE}/briefing.pdf", report.briefing_pdf, name="briefing_pdf"),
]
