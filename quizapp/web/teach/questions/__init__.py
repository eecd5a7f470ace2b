"""The editor of questions, and their history."""
