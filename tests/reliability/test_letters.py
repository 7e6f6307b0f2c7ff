"""No letter is missing, though its sender is killed again and again; a double says that it is one (promise 21)."""

import time
from collections import Counter

import pytest

from .mail_server import MailServer
from .server import Server

pytestmark = pytest.mark.django_db(transaction=True)


def run(folder, letters, kills):
    """Send so many letters, the sender being killed so many times. What the mail server has, and what we say."""
    with MailServer() as post, Server(folder, EMAIL_URL=f"smtp://127.0.0.1:{post.port}") as server:
        server.ask("letters", str(letters))
        for _ in range(kills):
            sender, taken = server.begin("send"), len(post.taken)
            while len(post.taken) < taken + letters // (2 * kills + 2) and sender.poll() is None:
                time.sleep(0.01)
            sender.kill()
            sender.wait()
        both = [server.begin("send"), server.begin("send")]
        assert [sender.wait(timeout=300) for sender in both] == [0, 0]
        return Counter(post.taken), dict(server.ask("mails")["mails"])


def every_letter_went(taken, mails, kills):
    doubled = sum(number - 1 for number in taken.values())
    print(f"\n{len(mails)} letters, killed {kills} times: {len(set(mails) - set(taken))} missing, {doubled} doubled")
    assert set(mails.values()) == {"sent"}
    assert set(taken) == set(mails)  # a double has the Message-ID of the first
    assert doubled <= kills


def test_no_letter_is_missing_when_the_sender_dies_twice(tmp_path):
    taken, mails = run(tmp_path, letters=24, kills=2)
    every_letter_went(taken, mails, 2)


@pytest.mark.nightly
def test_no_letter_is_missing_when_the_sender_dies_twenty_times(tmp_path):
    taken, mails = run(tmp_path, letters=600, kills=20)
    every_letter_went(taken, mails, 20)
