"""The review of drafts."""
