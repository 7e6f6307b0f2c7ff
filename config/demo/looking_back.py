"""What people found when they looked back on each round, at its end."""

# (kind, round): sort, title, in plain words, who found it, how users see it, how the authority sees it.
FOUND = {
    ("framework", 1): (
        "helped", "We agreed first how we work", "Everybody knew who decides before anything was asked.",
        ("voice", "commissioners"), "For once we knew what we could change.", "It took three weeks. It was worth it.",
    ),
    ("needs", 1): (
        "helped", "A blank sheet before any list", "People said what they need before they saw what there is.",
        ("voice", "lunch"), "We talked about company, and not only about food.", "We would not have asked about that.",
    ),
    ("budget", 1): (
        "hindered", "The sum came late", "People talked for weeks about money that nobody knew.",
        ("voice", "commissioners"), "We guessed, and then it was half.", "We knew it only after the autumn statement.",
    ),
    ("strategy", 1): (
        "small win", "“Somebody knocks” stands in the text", "The words of the group became an aim.",
        ("voice",), "It is our sentence, word for word.", "It is clearer than what we had.",
    ),
    ("priorities", 1): (
        "helped", "Two lists side by side", "Nobody had to give way for there to be a list.",
        ("carers", "kitchen"), "Our list is still there to be seen.", "We had to say why we differ, each time.",
    ),
    ("testing", 1): (
        "hindered", "Five weeks over Christmas", "Some people got help with the form too late, or not at all.",
        ("voice", "lunch"), "Letters are slow at Christmas, and helpers are away.", "The dates were set by the budget.",
    ),
    ("needs", 2): (
        "small win", "One more ring at the door", "A driver rings twice now and waits. A member asked for it.",
        ("voice",), "It is a small thing. I am not rushed any more.", "It costs half a minute for each meal.",
    ),
    ("decision", 1): (
        "hindered", "It was shaped before we were asked", "The cabinet had named what it prefers a week earlier.",
        ("voice", "lunch"), "It felt as if it was over.", "We say now when it was shaped.",
    ),
    ("commissioning", 1): (
        "helped", "A week to try it, without a form", "People could try frozen meals and go back by word of mouth.",
        ("carers",), "That took the fear away.", "Nine of ten went back or stayed without a letter.",
    ),
    ("procurement", 1): (
        "helped", "Two users on the panel", "They tried to open each tray. That decided the matter.",
        ("voice", "lunch"), "They could not talk our marks away.", "We would have bought a tray that nobody can open.",
    ),
}  # fmt: skip


def look_back(case, stage):
    """Write down what was found about this round; nothing for a round of which nobody has said anything."""
    found = FOUND.get((stage.kind_slug, stage.round_number))
    if found is None:
        return
    sort, title, summary, who, users_see, authority_sees = found
    case.put(
        case.stage("review"), into="findings", title=title, summary=summary, sort=sort, about=[stage],
        found_by=[case.parties[key] for key in who], users_see=users_see, authority_sees=authority_sees,
    )  # fmt: skip
