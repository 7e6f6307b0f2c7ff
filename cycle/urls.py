"""Addresses of cycles, their people, their stages' records and their ledger; of groups and their sign-in letters."""

from django.urls import include, path

from .kinds import addresses_of_kinds
from .views import cycles, groups, handovers, history, letters, people, records

cycle = [
    path("publication/", cycles.cycle_publication, name="cycle_publication"),
    path("directorate/", cycles.cycle_directorate, name="cycle_directorate"),
    path("way/", history.cycle_way, name="cycle_way"),
    path("ledger/", history.ledger, name="ledger"),
    path("people/", people.cycle_people, name="cycle_people"),
    path("people/seats/new/", people.seat_new, name="seat_new"),
    path("people/seats/<int:pk>/end/", people.seat_end, name="seat_end"),
    path("people/participants/new/", people.participant_new, name="participant_new"),
]

stage = [
    path("rounds/new/", history.stage_round, name="stage_round"),
    path("handovers/new/", handovers.handover_new, name="handover_new"),
    path("handovers/<int:pk>/", handovers.handover, name="handover"),
    path("handovers/<int:pk>/receipt/", handovers.handover_receipt, name="handover_receipt"),
    path("handovers/<int:pk>/withdrawal/", handovers.handover_withdrawal, name="handover_withdrawal"),
    path("history/", history.stage_history, name="stage_history"),
    path("records/<slug:records>/", records.records, name="records"),
    path("records/<slug:records>/<int:pk>/", records.record, name="record"),
    *addresses_of_kinds(),
]

urlpatterns = [
    path("cycles/", cycles.cycles, name="cycles"),
    path("cycles/new/", cycles.cycle_new, name="cycle_new"),
    path("cycles/<slug:slug>/", include(cycle)),
    path("cycles/<slug:slug>/stages/<slug:kind>/", include(stage)),
    path("groups/<int:pk>/", groups.group, name="group"),
    path("groups/<int:pk>/history/", groups.group_history, name="group_history"),
    path("groups/<int:pk>/members/<int:membership>/letter/", letters.member_letter, name="member_letter"),
    path("sign-in/letter/", letters.letter_sign_in, name="letter_sign_in"),
]
