"""Addresses of the agreement room, the first of a stage's four rooms."""

from django.urls import path

from .views import drafting, room, signing

STAGE = "cycles/<slug:slug>/stages/<slug:kind>/"
AGREEMENT = f"{STAGE}agreement/"
DRAFT = f"{AGREEMENT}draft/"

urlpatterns = [
    path(STAGE, room.stage, name="stage"),
    path(f"{AGREEMENT}versions/<int:round>/<int:version>/", room.agreement_version, name="agreement_version"),
    path(f"{AGREEMENT}override/", room.override, name="override"),
    path(DRAFT, drafting.agreement_draft, name="agreement_draft"),
    path(f"{DRAFT}words/", drafting.agreement_words, name="agreement_words"),
    path(f"{DRAFT}parties/<int:participant>/", drafting.agreement_party, name="agreement_party"),
    path(f"{DRAFT}parties/<int:participant>/end/", drafting.agreement_party_end, name="agreement_party_end"),
    path(f"{AGREEMENT}proposal/", drafting.agreement_proposal, name="agreement_proposal"),
    path(f"{AGREEMENT}signatures/<int:party>/", signing.signature, name="signature"),
    path(f"{AGREEMENT}signatures/<int:party>/paper/", signing.paper_signature, name="paper_signature"),
]
