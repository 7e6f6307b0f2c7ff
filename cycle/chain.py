"""How the ledger is sealed: hashes only, no rows.

Each event carries the hash of the one before it, so that a removed or an altered one shows. The hash covers a digest of
the payload and not the payload itself: when a person is erased their words and the salt go, and the chain still holds.
"""

import hashlib
import json
from datetime import UTC

START = "0" * 64


def canonical(payload):
    """A dict as text that is the same on every machine: sorted keys, no spaces."""
    return json.dumps(payload, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)


def digest(salt, payload):
    """The salted digest of a payload, as 64 hex digits."""
    return hashlib.sha256(f"{salt}\n{payload}".encode()).hexdigest()


def seal(event):
    """The hash of an event: over the hash before it, everything that it says, and the digest of its payload."""
    said = [
        event.previous_hash, event.cycle_id, event.number, event.at.astimezone(UTC).isoformat(), event.by_id,
        event.acting_for, event.verb, event.thing_type, event.thing_id, event.stage_id, event.material, event.reach,
        str(event.openness), event.payload_digest,
    ]  # fmt: skip
    return hashlib.sha256(canonical({"event": [str(part) for part in said]}).encode()).hexdigest()
