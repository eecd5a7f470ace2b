"""What a teacher asks for: the answers to which version, judged by which, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizapp.regrading.queries import AnsweredVersion, Judgeable, Order
from quizapp.regrading.rules import GIVE_ALL
from quizapp.web.given import whole
from quizapp.web.session import teacher_id

NO_VERSION = "Choose a version that the question has."
NO_OTHER = "There is no other version to judge by: correct the question first, or give the points to all."
NO_POLICY = "Choose what happens to the scores."


@dataclass(frozen=True, slots=True)
class Asked:
    """The form as it was filled in, or as it is offered; what is amiss stands under the name of its field."""

    old: AnsweredVersion
    new: AnsweredVersion | None
    policy: str
    errors: dict[str, str] = field(default_factory=dict)

    def order(self, found: Judgeable) -> Order:
        """Return what is asked for, as the room takes it."""
        other = None if self.new is None or (self.policy == GIVE_ALL and self.new == self.old) else self.new.id
        return Order(found.question_id, self.old.id, other, self.policy, found.scope, teacher_id())


def read_asked(said: Mapping[str, str], found: Judgeable) -> Asked:
    """Read a form; what it does not say is what a teacher most likely wants."""
    errors: dict[str, str] = {}
    old = _version(said, "from", found, likely_old(found), errors)
    new = _version(said, "to", found, found.newest, errors)
    only_one = not found.has_another_key
    policy = said.get("policy") or (GIVE_ALL if only_one else found.policies[0])
    if policy not in found.policies:
        errors["policy"] = NO_POLICY
        policy = found.policies[0]
    if only_one and policy != GIVE_ALL:
        errors["policy"] = NO_OTHER
    return Asked(old, None if only_one else new, policy, errors)


def likely_old(found: Judgeable) -> AnsweredVersion:
    """The version that most answers were given to which the newest has not judged; else that with most answers."""
    outdated = sorted(found.outdated(), key=lambda version: version.since)
    answered = sorted((one for one in found.versions[1:] if one.answers), key=lambda version: version.answers)
    return (outdated or answered or [found.newest])[-1]


def _version(
    said: Mapping[str, str], name: str, found: Judgeable, likely: AnsweredVersion, errors: dict[str, str]
) -> AnsweredVersion:
    text = said.get(name, "")
    if not text:
        return likely
    version = found.numbered(whole(text))
    if version is None:
        errors[name] = NO_VERSION
    return version or likely
