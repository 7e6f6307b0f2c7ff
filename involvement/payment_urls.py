"""Addresses of what is paid: rates, offers, claims, receipts, lists for the pay office."""

from django.urls import path

from .views import claims, deciding, offers, payments

PAYMENTS = "cycles/<slug:slug>/payments/"
OFFER = "cycles/<slug:slug>/stages/<slug:kind>/offers/"
CLAIM = f"{PAYMENTS}claims/<int:pk>/"

urlpatterns = [
    path("you/claims/", payments.own_claims, name="own_claims"),
    path(PAYMENTS, payments.payments, name="payments"),
    path(f"{PAYMENTS}rates/new/", payments.rates_new, name="rates_new"),
    path(f"{PAYMENTS}claims/", deciding.claims, name="claims"),
    path(f"{PAYMENTS}paid/", deciding.claims_paid, name="claims_paid"),
    path(f"{PAYMENTS}lists/new/", deciding.payroll_new, name="payroll_new"),
    path(f"{PAYMENTS}lists/<int:number>/", deciding.payroll_list, name="payroll_list"),
    path(CLAIM, claims.claim, name="claim"),
    path(f"{CLAIM}edit/", claims.claim_edit, name="claim_edit"),
    path(f"{CLAIM}question/", deciding.claim_question, name="claim_question"),
    path(f"{CLAIM}decision/", deciding.claim_decision, name="claim_decision"),
    path(f"{CLAIM}objection/", claims.claim_objection, name="claim_objection"),
    path(f"{CLAIM}withdrawal/", claims.claim_withdrawal, name="claim_withdrawal"),
    path(f"{CLAIM}fee/end/", claims.claim_fee_end, name="claim_fee_end"),
    path(f"{CLAIM}receipts/new/", claims.receipt_new, name="receipt_new"),
    path(f"{CLAIM}receipts/<int:receipt>/", claims.receipt, name="receipt"),
    path(f"{OFFER}new/", offers.offer_new, name="offer_new"),
    path(f"{OFFER}<int:pk>/", offers.offer, name="offer"),
    path(f"{OFFER}<int:pk>/edit/", offers.offer_edit, name="offer_edit"),
    path(f"{OFFER}<int:pk>/end/", offers.offer_end, name="offer_end"),
    path(f"{OFFER}<int:pk>/answers/new/", offers.offer_answer_new, name="offer_answer_new"),
    path(f"{OFFER}<int:pk>/claim/", claims.claim_new, name="claim_new"),
]
