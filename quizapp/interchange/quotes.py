"""Every quote of a bank found in its document, or reported with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from quizapp.core.generation.entry import Path
from quizapp.core.kinds import Citation
from quizapp.core.reading.anchors import Anchor, find_quote
from quizapp.core.reading.document import ReadDocument
from quizapp.core.reading.errors import QuoteAmbiguous, QuoteNotFound
from quizapp.interchange.yaml_file import YamlFile

Anchors = dict[Citation, Anchor]
Documents = Mapping[str, ReadDocument]


def find_quotes(
    file: YamlFile, documents: Mapping[str, ReadDocument], *, known: Anchors, failed: set[Citation]
) -> None:
    """Find each pair of document and quote in the file once; a quote that fails is reported where it first stands."""
    for citation, path in _citations(file.data, ()):
        if citation in known or citation in failed:
            continue
        anchor = _find(file, file.line_of((*path, "quote")), citation, documents)
        if anchor:
            known[citation] = anchor
        else:
            failed.add(citation)


def _citations(value: Any, path: Path) -> Iterator[tuple[Citation, Path]]:
    if isinstance(value, Mapping):
        document, quote = value.get("document"), value.get("quote")
        if isinstance(document, str) and isinstance(quote, str):
            yield Citation(" ".join(document.split()), " ".join(quote.split())), path
        for name, child in value.items():
            yield from _citations(child, (*path, name))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _citations(child, (*path, index))


def _find(file: YamlFile, line: int, citation: Citation, documents: Documents) -> Anchor | None:
    document = documents.get(citation.document)
    if document is None:
        fix = f"Use a key of bank.yaml: {', '.join(sorted(documents))}."
        file.report(line, "F08", f"there is no document '{citation.document}'", fix)
        return None
    try:
        return find_quote(document.text, citation.quote, spans_out=document.drops)
    except QuoteAmbiguous as error:
        file.report(line, "E01", str(error).rstrip("."), "Quote more words, until they stand there once.")
    except QuoteNotFound as error:
        fix = "Copy the words exactly from the document; a dropped line cannot be quoted."
        file.report(line, "E01", f"{str(error).rstrip('.')} ({citation.document})", fix)
    return None
