"""Every field that names a person or may hold their words has said of itself what it is (R71, promise 31)."""

import csv
from pathlib import Path

import pytest
from django.apps import apps

from people.models import Person
from people.personal import Class
from people.privacy.registry import declared, of_model, registry, undeclared

TABLE = Path(__file__).parent.parent / "impersonal.csv"
ASK = (
    "{fields} of {model} may be about a person. Declare each in the model's PERSONAL (people/personal.py). "
    "If it never holds a person's name or words, add it to tests/impersonal.csv and say why."
)


def impersonal():
    """The reviewed table: label of a model, or of an abstract one -> the names of fields that are about nobody."""
    with TABLE.open(newline="") as file:
        return {row["model"]: set(row["fields"].split()) for row in csv.DictReader(file)}


def labels_of(model):
    """What a model and its bases are called in the table."""
    return [f"{each._meta.app_label}.{each.__name__}" for each in model.__mro__ if hasattr(each, "_meta")]


def test_no_field_is_silent_about_whether_it_is_personal():
    known, asked = impersonal(), []
    for model, names in undeclared():
        about_nobody = set().union(*(known.get(label, set()) for label in labels_of(model)))
        if rest := [name for name in names if name not in about_nobody]:
            asked.append(ASK.format(fields=", ".join(rest), model=model._meta.label))
    assert asked == []


def test_the_table_of_what_is_about_nobody_names_only_fields_that_are_there():
    there = {}
    for model in apps.get_models(include_auto_created=True):
        for label in labels_of(model):
            there.setdefault(label, set()).update(field.name for field in model._meta.fields)
    gone = {label: names - there.get(label, set()) for label, names in impersonal().items()}
    assert {label: names for label, names in gone.items() if names} == {}


def test_every_declared_field_is_there_and_has_a_class():
    odd = []
    for model in apps.get_models(include_auto_created=True):
        sorts, owners = declared(model)
        fields = {field.name for field in model._meta.get_fields()}
        odd += [f"{model._meta.label}.{name}" for name in {*sorts, *owners} if name not in fields or name not in sorts]
        odd += [f"{model._meta.label}.{name}: {sort}" for name, sort in sorts.items() if not isinstance(sort, Class)]
    assert odd == []


@pytest.mark.django_db
def test_every_path_to_the_person_whose_field_it_is_can_be_asked():
    nobody = Person(pk=0)
    for each in registry():
        if each.of is not None:
            assert list(each.model._base_manager.filter(**{each.of: nobody.pk})[:1]) == [], each.label


def test_only_what_is_found_otherwise_belongs_to_nobody_in_the_registry():
    unnamed = {each.model for each in registry() if each.name == "pseudonym"}
    lost = [each.label for each in registry() if each.of is None and each.sort not in (Class.NAMED, Class.SIGN_IN)]
    assert [label for label in lost if apps.get_model(label.rpartition(".")[0]) not in unnamed] == []


def test_every_answer_without_a_name_can_be_cut_off_from_who_gave_it():
    unnamed = {each.model for each in registry() if each.name == "pseudonym"}
    assert [model.__name__ for model in unnamed if not hasattr(model, "keys_of")] == []


def test_words_belong_to_the_first_person_that_a_model_names_unless_it_says_otherwise():
    owners = {each.name: each.of for each in of_model(apps.get_model("feedback", "DebateQuestion"))}
    assert owners == {
        "asked_by": "asked_by",
        "words": "asked_by",
        "answered_by": "answered_by",
        "answer": "answered_by",
    }
    assert {each.of for each in of_model(Person)} == {"pk"}
