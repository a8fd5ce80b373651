"""What `cargo xtask contract` adds to schemathesis: a check, requests about things that exist, and counts.

EMULATOR names the emulator's address, FACTS a JSON file with ids that exist, COUNTS the file to write.
"""

import atexit
import json
import os
import random

import requests
import schemathesis

with open(os.environ["FACTS"], encoding="utf-8") as file:
    FACTS = json.load(file)

# Ids that answers have told, by the word of the path after /resources; ids under the names of parameters.
TOLD = {}
KNOWN = {name: [value] for name, value in FACTS["parameters"].items()}
MOST_TOLD = 20

SENT = {}
CHANCE = random.Random(1)
LAST = {"operation": None}


def subject(path):
    return path.split("/")[2]


def put_back():
    """Users and tenants as they were, so that one operation's deletions are no trouble to the next."""
    requests.post(os.environ["EMULATOR"] + "/_emulator/api/reset", timeout=60)
    TOLD.clear()


@schemathesis.hook
def before_call(context, case, kwargs):
    label = case.operation.label
    if LAST["operation"] != label:
        LAST["operation"] = label
        put_back()
    # Every second request is about something that is there; made-up ids alone would only ever be refused.
    for name in list(case.path_parameters or {}):
        ids = KNOWN.get(name, []) + TOLD.get(subject(case.operation.path), [])
        if ids and CHANCE.random() < 0.5:
            case.path_parameters[name] = CHANCE.choice(ids)


def ids_in(value, depth=0):
    if depth > 3:
        return
    if isinstance(value, list):
        for item in value[:MOST_TOLD]:
            yield from ids_in(item, depth + 1)
    elif isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for member in value.values():
            yield from ids_in(member, depth + 1)


@schemathesis.hook
def after_call(context, case, response):
    statuses = SENT.setdefault(case.operation.label, {})
    is_absent = response.status_code == 404 and b"ER-00004" in response.content
    status = "no route" if is_absent else str(response.status_code)
    statuses[status] = statuses.get(status, 0) + 1
    if 200 <= response.status_code < 300:
        try:
            told = TOLD.setdefault(subject(case.operation.path), [])
            told.extend(ids_in(json.loads(response.content)))
            del told[:-MOST_TOLD]
        except ValueError:
            pass


@schemathesis.check
def described_success(ctx, response, case):
    """Refusals are mostly left out of the description; successes are not."""
    described = case.operation.definition.raw["responses"]
    if 200 <= response.status_code < 300:
        assert str(response.status_code) in described, f"{response.status_code} is not described"


@atexit.register
def write_counts():
    with open(os.environ["COUNTS"], "w", encoding="utf-8") as counts:
        json.dump(SENT, counts)
