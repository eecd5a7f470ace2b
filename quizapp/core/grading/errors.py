"""What can be amiss with an answer before it is marked; each message can stand beside the field."""


class UnreadableAnswer(ValueError):
    """The text is not a date or number in any way people write one, so it is asked for again."""


class MisfitResponse(ValueError):
    """The response belongs to another kind, or names parts that the content does not have."""
