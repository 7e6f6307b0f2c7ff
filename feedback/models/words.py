"""The words of a contribution and its answers, as they are searched; the database keeps this table by itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ..search import engines


class WordsField(models.TextField):
    """The searchable words of a row: a tsvector, or the hidden column of an FTS5 table. It is asked and never read."""


@WordsField.register_lookup
class Matches(models.Lookup):
    """Whether the words answer a (feedback.search.asked.Asked, places) pair."""

    lookup_name = "matches"
    prepare_rhs = False

    def get_db_prep_lookup(self, value, connection):
        """The question in the language of the engine."""
        asked, places = value
        build = engines.for_sqlite if connection.vendor == "sqlite" else engines.for_postgresql
        return "%s", [build(asked, places)]

    def as_sqlite(self, compiler, connection):
        """FTS5's own operator."""
        return self._written(compiler, connection, "{} MATCH {}")

    def as_postgresql(self, compiler, connection):
        """PostgreSQL's own operator, in our configuration."""
        return self._written(compiler, connection, "{} @@ to_tsquery('feedback_words', {})")

    def _written(self, compiler, connection, template):
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        return template.format(left, right), [*left_params, *right_params]


class Words(models.Model):
    """The row of the index (feedback/search/index.py) beside each contribution."""

    PERSONAL = {"found": Class.SAID}
    PERSONAL_OF = {"found": "contribution__given_by"}

    contribution = models.OneToOneField(
        "feedback.Contribution", models.DO_NOTHING, primary_key=True, db_column="rowid", related_name="words",
        db_constraint=False,
    )  # fmt: skip
    found = WordsField(db_column="feedback_search")

    class Meta:
        managed = False
        db_table = "feedback_search"
        verbose_name = _("words that are searched")
        verbose_name_plural = _("words that are searched")

    def __str__(self):
        return f"{self.contribution_id}"
