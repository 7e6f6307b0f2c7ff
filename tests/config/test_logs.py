import logging
import re

import pytest

from config.logs import DiscreetFormatter
from feedback.privacy.forgetting import forget
from tests import build
from tests.work import do_the_work


def test_a_logged_exception_shows_where_it_happened_and_not_what_it_says(caplog):
    try:
        raise ValueError("hazel@example.org could not be saved")
    except ValueError:
        logging.getLogger("rounds").exception("A page failed")
    text = DiscreetFormatter().format(caplog.records[0])
    assert "A page failed" in text
    assert "test_logs.py" in text
    assert text.endswith("builtins.ValueError")
    assert "hazel" not in text


@pytest.mark.django_db
def test_no_name_address_or_code_is_logged_from_signing_in_until_being_forgotten(client, caplog, mailoutbox):
    caplog.set_level(logging.DEBUG)
    hazel = build.person("Hazel Noname", "hazel@example.org")
    client.post("/sign-in/", {"email": "hazel@example.org"})
    code = re.search(r"\b\d{6}\b", mailoutbox[-1].body)[0]
    client.post("/sign-in/code/", {"code": "000000"})
    client.post("/sign-in/code/", {"code": code})
    client.post("/you/data/file/")
    do_the_work()
    client.post("/you/data/forgetting/", {"words": "other"})
    forget(hazel, with_words=True)
    records = [record for record in caplog.records if not record.name.startswith("django.db")]
    text = "\n".join(DiscreetFormatter().format(record) for record in records)
    assert [word for word in ("Hazel", "Noname", "hazel@", code) if word in text] == []
