"""The ways in which a term may be typed: singular or plural, with a hyphen, a space or neither."""


def writings_of(term: str, *, counted: bool) -> tuple[str, ...]:
    """Return the other fair ways of writing a term; a plural is offered only for what can be counted."""
    found = [*_numbers(term, counted)]
    if "-" in term:
        found += [form.replace("-", mark) for form in (term, *found) for mark in (" ", "")]
    return tuple(dict.fromkeys(form for form in found if form != term))


def _numbers(term: str, counted: bool) -> list[str]:
    if term.endswith(("ss", "us", "is")):
        return []
    if term.endswith("ies") and len(term) > 5:
        return [term[:-3] + "y"]
    if term.endswith(("sses", "xes", "ches", "shes")):
        return [term[:-2]]
    if term.endswith("s"):
        return [term[:-1]]
    if not counted:
        return []
    if term.endswith("man"):
        return [term[:-3] + "men"]
    if term.endswith("y") and term[-2:-1] not in {"a", "e", "i", "o", "u"}:
        return [term[:-1] + "ies"]
    return [term + ("es" if term.endswith(("x", "ch", "sh")) else "s")]
