"""The information line: what people asked to be shown, and what came of it."""


def ask_for_the_saving(case, line):
    """In October a group asks for the sum that nobody tells yet. Returns the Challenge."""
    return case.challenge(
        line, "voice", "bea",
        "We are asked what we can do without. Then we have to know how much is to be saved. "
        "Tell us at least what you reckon with.",
    )  # fmt: skip


def the_saving_is_told(case, challenge):
    """On 29 November the sum is there for everyone, and the group reads so."""
    case.reply(
        challenge, "opened",
        "You were right to ask. On 29 November the cabinet named the option that it prefers. "
        "The sum is on the page now: £427,000 a year. It can still change.",
    )  # fmt: skip


def ask_for_the_highest_price(case, line):
    """A member says that the highest price ought not to be kept back; it stays so, for a reason and until a day."""
    challenge = case.challenge(
        line, "voice", "mia",
        "It is our money and our dinner. If you tell us the highest price, we can say what it is worth to us.",
    )  # fmt: skip
    case.reply(
        challenge, "stays",
        "I understand the wish. While firms can still bid, each would ask just that price. Your charge could go up. "
        "The panel, with two of you on it, knows the sum. We look at it again when the contract has run for a while.",
        review_on=case.day(75),
    )  # fmt: skip


def ask_for_the_bid(case, bid):
    """The carers ask to see the offer that is held back; the reply is not there yet."""
    case.challenge(
        bid, "carers", "rhys",
        "The purchase is over. Why can we not see now what the fourth firm wanted for a meal?",
    )  # fmt: skip
