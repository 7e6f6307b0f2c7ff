import pytest
from . import world as worlds
from .addresses import all_addresses, asked
from .leaks import leaks, unseen
from .test_access import Seen, reviewed
import os
@pytest.mark.django_db
@pytest.mark.parametrize("name", (os.environ.get("WHO") or ",".join(worlds.READERS)).split(","))
def test_x(name, client):
    seen = Seen(worlds.make()); addresses = all_addresses(seen.world)
    if person := seen.world.reader(name): client.force_login(person)
    for a in addresses:
        for m in ("GET","POST"):
            if os.environ.get("NOPDF") and ".pdf" in a.path: continue
            seen.note(a, m, asked(client, a, m))
    want = {c: s[name] for c, s in reviewed().items()}
    out=open(f"/tmp/mm-{name}.txt","w")
    for k in sorted(set(want)|set(seen.statuses)):
        if want.get(k) != seen.statuses.get(k): print(k, "csv", want.get(k), "is", seen.statuses.get(k), file=out)
    print("LEAKS", leaks(seen.world, name, seen.words), file=out)
    print("UNSEEN", unseen(seen.world, name, seen.words), file=out)
    out.close()
