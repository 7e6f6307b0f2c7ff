import os
import pytest
from tests import test_access as T, world as worlds
from tests.addresses import all_addresses, asked
from tests.leaks import leaks, unseen
MINE = ('tender','panel','tie_','moderation','bid','procurement','contracts','clauses','readings','award','ocds')
@pytest.mark.django_db
def test_walk(client):
    w = worlds.make()
    only = os.environ.get('ONLY')
    addresses = [a for a in all_addresses(w) if any(x in a.key for x in MINE) and not (only and only not in a.key)]
    print(len(addresses), len(w.canaries))
    table = {}
    for name in worlds.READERS:
        seen = T.Seen(w)
        client.logout()
        if person := w.reader(name): client.force_login(person)
        for a in addresses:
            for m in ("GET","POST"):
                try: seen.note(a, m, asked(client, a, m))
                except Exception as e:
                    seen.statuses[a.key,m]="EXC"
                    print('EXC',a.key,m,name,repr(e)[:400])
        for k,v in seen.statuses.items(): table.setdefault(k,{})[name]=v
        print(name,'LEAKS',leaks(w,name,seen.words)); print(name,'UNSEEN',[x for x in unseen(w,name,seen.words) if any(y in x for y in ('offer','help','tie','own','terms','why','award','tender','bids','clause','contract','reading','procurement'))])
    rev = T.reviewed()
    with open('/tmp/h/walk.csv','w') as f:
        for k,row in table.items():
            old = rev.get(k)
            if old != row: f.write(','.join([k[0],k[1],*[row[n] for n in worlds.READERS]])+ ('' if old is None else '   WAS '+','.join(old[n] for n in worlds.READERS))+'\n')
        for k in rev:
            if k not in table and any(x in k[0] for x in MINE): f.write('GONE '+str(k)+'\n')
