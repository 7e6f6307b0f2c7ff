"""Addresses of training, of wishes for it, and of the champion of user involvement."""

from django.urls import path

from .views import training, training_places

TRAINING = "cycles/<slug:slug>/training/"
CHAMPION = "cycles/<slug:slug>/champion/"

urlpatterns = [
    path(TRAINING, training.training, name="training"),
    path(f"{TRAINING}plan/", training.training_plan, name="training_plan"),
    path(f"{TRAINING}new/", training.training_new, name="training_new"),
    path(f"{TRAINING}wishes/new/", training_places.training_wish_new, name="training_wish_new"),
    path(f"{TRAINING}wishes/<int:pk>/", training_places.training_wish, name="training_wish"),
    path(f"{TRAINING}<int:pk>/", training_places.training_one, name="training_one"),
    path(f"{TRAINING}<int:pk>/edit/", training.training_edit, name="training_edit"),
    path(f"{TRAINING}<int:pk>/end/", training.training_end, name="training_end"),
    path(f"{TRAINING}<int:pk>/place/", training_places.training_place, name="training_place"),
    path(f"{TRAINING}<int:pk>/place/end/", training_places.training_place_end, name="training_place_end"),
    path(f"{TRAINING}<int:pk>/places/new/", training_places.training_place_new, name="training_place_new"),
    path(f"{TRAINING}<int:pk>/came/", training_places.training_came, name="training_came"),
    path(f"{CHAMPION}new/", training.champion_new, name="champion_new"),
    path(f"{CHAMPION}end/", training.champion_end, name="champion_end"),
]
