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
# What members and parameters of these names are about.
SUBJECTS = {
    "roleId": "roles",
    "roleIds": "roles",
    "groupId": "groups",
    "groupIds": "groups",
    "groupsIds": "groups",
    "permissionId": "permissions",
    "permissionIds": "permissions",
}

SENT = {}
CHANCE = random.Random(1)
LAST = {"operation": None}


def subject(path):
    return path.split("/")[2]


# One connection for all that is asked here and not by schemathesis.
SESSION = requests.Session()
SESSION.headers.update(FACTS["headers"])


def call(method, path, body=None):
    return SESSION.request(method, os.environ["EMULATOR"] + path, json=body, timeout=60)


# Things to be asked about, made anew for each operation.
FURNITURE = [
    ("POST", "/groups/v1", {"name": "Group"}),
    ("POST", "/permissions/v1/categories", {"name": "Category", "description": ""}),
    ("POST", "/permissions/v1", [{"key": "contract", "name": "Contract"}]),
    ("POST", "/roles/v1", [{"key": "contract", "name": "Contract", "level": 1}]),
    ("POST", "/tenants/api-tokens/v1", {"description": ""}),
    ("POST", "/users/api-tokens/v1", {"description": ""}),
    ("POST", "/tenants/access-tokens/v1", {"description": ""}),
    ("POST", "/users/access-tokens/v1", {"description": ""}),
    ("POST", "/jwt-templates/v1", {"key": "contract", "name": "Contract", "description": "", "templateSchema": {}}),
    ("POST", "/approval-flows/v1", {"name": "Flow", "isActive": True, "steps": [], "configuration": {}}),
    ("POST", "/configurations/v1/lockout-policy", {"enabled": True, "maxAttempts": 5}),
    ("POST", "/auth/v1/user", FACTS["credentials"]),
    ("GET", "/permissions/v1", None),
    ("GET", "/users/sessions/v1/me", None),
]


def put_back():
    """Users and tenants as they were, so that one operation's deletions are no trouble to the next."""
    call("POST", "/_emulator/api/reset")
    TOLD.clear()
    for method, path, body in FURNITURE:
        learn("/resources" + path, call(method, "/identity/resources" + path, body))


def learn(path, response):
    if 200 <= response.status_code < 300:
        try:
            told = TOLD.setdefault(subject(path), [])
            told.extend(ids_in(json.loads(response.content)))
            del told[:-MOST_TOLD]
        except ValueError:
            pass


@schemathesis.hook
def before_call(context, case, kwargs):
    label = case.operation.label
    if LAST["operation"] != label:
        LAST["operation"] = label
        put_back()
    # Every second request is about things that are there; made-up ids alone would only ever be refused.
    told = TOLD.get(subject(case.operation.path), [])
    if CHANCE.random() < 0.5:
        for name in list(case.path_parameters or {}):
            known(case.path_parameters, name, told)
        for name in list(case.query or {}):
            known(case.query, name, [])
        for item in case.body if isinstance(case.body, list) else [case.body]:
            for name in list(item) if isinstance(item, dict) else []:
                known(item, name, [])


def known(place, name, told):
    """Puts something that exists in a place, if something of that name does."""
    ids = KNOWN.get(name, []) + told
    ids = ids + TOLD.get(SUBJECTS.get(name), [])
    if ids:
        chosen = CHANCE.choice(ids)
        place[name] = [chosen] if isinstance(place[name], list) else chosen


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
    learn(case.operation.path, response)


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
