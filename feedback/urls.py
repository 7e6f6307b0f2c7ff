"""Addresses of the first page, of a whole cycle, of changing what it holds, and of what is said and answered in it."""

from django.urls import path

from .views import (
    answers,
    congruence,
    contributions,
    cycle,
    exports,
    finishing,
    home,
    imports,
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
    path(f"{STAGE}/contributions/new/", contributions.contribution_new, name="contribution_new"),
    path(f"{STAGE}/contributions/<int:pk>/", contributions.contribution, name="contribution"),
    path(f"{STAGE}/contributions/<int:pk>/answer/", answers.answer, name="answer"),
    path(f"{STAGE}/contributions/<int:pk>/verdict/", answers.verdict, name="verdict"),
    path(f"{STAGE}/imports/", imports.imports, name="imports"),
    path(f"{STAGE}/imports/<int:pk>/", imports.import_, name="import"),
    path(f"{STAGE}/imports/<int:pk>/columns/", imports.import_columns, name="import_columns"),
    path(f"{STAGE}/imports/<int:pk>/values/", imports.import_values, name="import_values"),
    path(f"{STAGE}/imports/<int:pk>/wrong-rows.csv", imports.import_faults, name="import_faults"),
    path(f"{STAGE}/imports/<int:pk>/start/", imports.import_start, name="import_start"),
    path(f"{STAGE}/imports/<int:pk>/withdrawal/", imports.import_withdrawal, name="import_withdrawal"),
    path(f"{STAGE}/contributions/export/", exports.export, name="export"),
    path(f"{STAGE}/contributions/export/<slug:form>/", exports.export_file, name="export_file"),
    path("cycles/<slug:slug>/contributions/export/", exports.cycle_export, name="cycle_export"),
    path("cycles/<slug:slug>/contributions/export/<slug:form>/", exports.cycle_export_file, name="cycle_export_file"),
    path(f"{STAGE}/finish/", finishing.stage_finish, name="stage_finish"),
    path(f"{STAGE}/report/", report.stage_report, name="stage_report"),
    path(f"{STAGE}/report.pdf", report.stage_report_pdf, name="stage_report_pdf"),
    path(f"{STAGE}/briefing/", report.briefing, name="briefing"),
    path(f"{STAGE}/briefing.pdf", report.briefing_pdf, name="briefing_pdf"),
]
