"""From a file's bytes to a table: encodings, separators, quotes, the spreadsheet's row numbers. Pure."""

import codecs
import csv
import io
from dataclasses import dataclass

from timebank import errors

SEPARATORS = (",", ";", "\t", "|")
MOST_BYTES = 10_000_000
MOST_ROWS = 20_000


class UnreadableList(errors.Refusal):
    """The file as a whole cannot be read; fact `reason`, one plain sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)
        self.reason = reason


@dataclass(frozen=True)
class Line:
    """One row; `number` is the one the spreadsheet shows beside it, empty rows counted too."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        return not any(cell.strip() for cell in self.cells)


def text(file: bytes) -> str:
    """The file's text: UTF-8 or UTF-16 as its first bytes say, UTF-8 where it fits, else Windows' Western."""
    if len(file) > MOST_BYTES:
        raise UnreadableList(f"The file is larger than {MOST_BYTES // 1_000_000} MB, too long for a list.")
    if file.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return file.decode("utf-16", errors="replace")
    if file.startswith(b"PK\x03\x04"):
        raise UnreadableList("This is an Excel workbook; please save it as CSV first.")
    try:
        return file.decode("utf-8-sig")
    except UnicodeDecodeError:
        return file.decode("cp1252", errors="replace")


def table(words: str, separator: str) -> list[Line]:
    """Every row, cells as they stand. Raises UnreadableList where the quotation marks do not close."""
    reader = csv.reader(io.StringIO(words.replace("\0", ""), newline=""), delimiter=separator, strict=True)
    lines: list[Line] = []
    try:
        for cells in reader:
            lines.append(Line(len(lines) + 1, tuple(cells)))
            if len(lines) > MOST_ROWS:
                raise UnreadableList(f"The list has more than {MOST_ROWS} rows; please cut it in parts.")
    except csv.Error:
        raise UnreadableList(
            f"From row {len(lines) + 1} on the quotation marks do not come in pairs, so rows run together."
        ) from None
    return lines
