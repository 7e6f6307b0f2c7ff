"""Addresses of the first page, of a whole cycle, of changing what it holds, and of what is said and answered in it."""

from django.urls import path

from .views import (
    answers,
    congruence,
    contributions,
    conversations,
    cycle,
    drafts,
    due,
    finishing,
    home,
    newcomer,
    notices,
    questions,
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
    path(f"{STAGE}/contributions/new/", contributions.contribution_new, name="contribution_new"),
    path(f"{STAGE}/contributions/<int:pk>/", contributions.contribution, name="contribution"),
    path(f"{STAGE}/contributions/<int:pk>/answer/", answers.answer, name="answer"),
    path(f"{STAGE}/contributions/<int:pk>/verdict/", answers.verdict, name="verdict"),
    path(f"{STAGE}/contributions/<int:pk>/passing/", answers.contribution_passing, name="contribution_passing"),
    path(f"{STAGE}/answers/new/", drafts.answers_new, name="answers_new"),
    path(f"{STAGE}/answers/drafts/<int:pk>/", drafts.answer_draft, name="answer_draft"),
    path(f"{STAGE}/answers/drafts/<int:pk>/reader/", drafts.answer_draft_reader, name="answer_draft_reader"),
    path(f"{STAGE}/answers/drafts/<int:pk>/reading/", drafts.answer_draft_reading, name="answer_draft_reading"),
    path(f"{STAGE}/answers/drafts/<int:pk>/end/", drafts.answer_draft_end, name="answer_draft_end"),
    path(f"{STAGE}/questions/", questions.stage_questions, name="stage_questions"),
    path("cycles/<slug:slug>/questions/", questions.cycle_questions, name="cycle_questions"),
    path("cycles/<slug:slug>/due/", due.cycle_due, name="cycle_due"),
    path(f"{STAGE}/conversations/", conversations.conversations, name="conversations"),
    path(f"{STAGE}/conversations/new/", conversations.conversation_new, name="conversation_new"),
    path(f"{STAGE}/conversations/<int:pk>/objection/", conversations.objection, name="conversation_objection"),
    path(f"{STAGE}/finish/", finishing.stage_finish, name="stage_finish"),
    path(f"{STAGE}/report/", report.stage_report, name="stage_report"),
    path(f"{STAGE}/report.pdf", report.stage_report_pdf, name="stage_report_pdf"),
    path(f"{STAGE}/briefing/", report.briefing, name="briefing"),
    path(f"{STAGE}/briefing.pdf", report.briefing_pdf, name="briefing_pdf"),
]
