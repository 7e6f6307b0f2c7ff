"""Check the open contracting data of every cycle against the schemas of OCDS 1.1, which are given as a folder.

Run by `make ocds OCDS_SCHEMA=<folder>` on the demonstration: the folder holds release-schema.json,
release-package-schema.json, record-package-schema.json and codelists/. The schemas are not part of this repository.
"""

import csv
import json
import os
import sys
from collections import Counter
from pathlib import Path

import django
from jsonschema import Draft4Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

ROOT = Path(__file__).resolve().parent.parent
SITE = "https://example.org"
# Field -> the codelist that its values come from.
CODES = {
    "tag": "releaseTag", "initiationType": "initiationType", "roles": "partyRole", "documentType": "documentType",
    "procurementMethod": "method", "mainProcurementCategory": "procurementCategory", "awardCriteria": "awardCriteria",
    "type": "milestoneType", "currency": "currency",
}  # fmt: skip
STATUS = {
    "tender": "tenderStatus",
    "awards": "awardStatus",
    "contracts": "contractStatus",
    "milestones": "milestoneStatus",
}


def main(folder):
    """Check and count; gives the number of faults."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from cycle.kinds.procurement.ocds import record_package, release_package  # noqa: PLC0415  Django has to be set up
    from cycle.models import Stage  # noqa: PLC0415

    registry, codes = _registry(folder), _codes(folder)
    counted, faults = Counter(), []
    for stage in Stage.objects.filter(kind_slug="procurement").select_related("cycle__authority"):
        for name, build in (("release", release_package), ("record", record_package)):
            package = build(stage, SITE, f"{SITE}/{stage.cycle.slug}-{name}s.json")
            if package is None:
                continue
            package = json.loads(json.dumps(package))
            faults += _faults(registry, folder / f"{name}-package-schema.json", package)
            faults += _unknown(codes, package)
            _count(counted, name, package)
    for fault in faults:
        print(fault)
    print(", ".join(f"{number} {what}" for what, number in counted.items()) + f": {len(faults)} faults")
    return len(faults)


def _registry(folder):
    schema = json.loads((folder / "release-schema.json").read_text())
    return Registry().with_resource(schema["id"], Resource(contents=schema, specification=DRAFT4))


def _codes(folder):
    found = {}
    for name in {*CODES.values(), *STATUS.values()}:
        with (folder / "codelists" / f"{name}.csv").open(newline="", encoding="utf-8-sig") as file:
            found[name] = {row["Code"] for row in csv.DictReader(file)}
    return found


def _faults(registry, path, package):
    validator = Draft4Validator(json.loads(path.read_text()), registry=registry, format_checker=FormatChecker())
    return [
        f"{path.name}: {'/'.join(map(str, fault.path))}: {fault.message}" for fault in validator.iter_errors(package)
    ]


def _unknown(codes, thing, inside=""):
    """What is no code of its list, anywhere in the package."""
    if isinstance(thing, list):
        for each in thing:
            yield from _unknown(codes, each, inside)
    elif isinstance(thing, dict):
        for name, value in thing.items():
            wanted = STATUS.get(inside) if name == "status" else CODES.get(name)
            for code in (value if isinstance(value, list) else [value]) if wanted else ():
                if code not in codes[wanted]:
                    yield f"{name}: {code} is not in {wanted}"
            yield from _unknown(codes, value, name)


def _count(counted, name, package):
    rows = package["releases"] if name == "release" else package["records"]
    counted[f"{name}s"] += len(rows)
    for each in rows if name == "release" else ():
        counted[each["tag"][0]] += 1


if __name__ == "__main__":
    sys.exit(bool(main(Path(sys.argv[1]))))
