"""What is raised when stored or written data has not the shape it must have."""


class MalformedContent(ValueError):
    """Content data has a field that is missing, unknown or of the wrong type; the message names it."""


class MalformedResponse(MalformedContent):
    """Response data has not the shape of its kind; the message names the field."""
