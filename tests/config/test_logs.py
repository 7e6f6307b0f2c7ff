import logging

from config.logs import DiscreetFormatter


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
