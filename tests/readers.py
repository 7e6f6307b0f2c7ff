"""The readers of the world: who they are to it, and where they may choose among people by name."""

READERS = ("nobody", "zoe", "pat", "mia", "bea", "cove", "cara", "ola", "ann")
SEATED = {"cara", "ola", "ann"}
INVOLVED = SEATED | {"pat", "mia", "bea", "cove"}
TALK = "needs"  # the stage in which people talk
# Where those who keep a group or run a cycle choose among a group's members by name.
MEMBERS_LISTED = (
    "group",
    "contribution_new",
    "paper_signature",
    "conversation_new",
    "keying",
    "session_ask",
    "session_came",
    "exercise_keying",
    "paper_forms",
    "group_letters",
    "panel_member_new",
)
