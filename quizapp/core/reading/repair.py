from ftfy import TextFixerConfig, fix_text

# Only letters that were decoded wrongly are put right; quotes, ligatures and widths stay as the document has them.
_LETTERS_ONLY = TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    remove_control_chars=False,
    normalization=None,
)


def suggested_repair(text: str) -> str | None:
    """Return the text with wrongly decoded letters put right, as an offer; nothing where it has none."""
    repaired = fix_text(text, _LETTERS_ONLY)
    return repaired if repaired != text else None
