"""Names of source files as a page tells them: the public reads only those that the contract gives."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pasar_nb.contract.plain_names import is_plain
from pasar_nb.contract.raw import SourceFile
from pasar_nb.language import Listing, Message, Value, _

if TYPE_CHECKING:
    from pasar_nb.contract.problems import Problem
    from pasar_nb.language import Language
    from pasar_nb.vocabulary import Audience


@dataclass(frozen=True, slots=True)
class SourceNames:
    """What a page tells of each source file.

    Attributes
    ----------
    files
        The files in their order, by which the record of origin numbers those that it does not name.
    audience, language
        Of the page.
    """

    files: tuple[SourceFile, ...]
    audience: Audience
    language: Language

    def told(self) -> tuple[SourceFile, ...]:
        """Give the files with the names that the page tells."""
        return tuple(replace(file, path=self.of(file.path)) for file in self.files)

    def of(self, text: str) -> str:
        """Give what is told in place of a file's name; behind it a sheet may stand in brackets.

        Any other text stays as it is.
        """
        if self.audience == "public":
            for number, file in enumerate(self.files, start=1):
                if text == file.path or text.startswith(f"{file.path} ("):
                    return file.path if is_plain(file.path) else self._number(number)
        return text

    def message_of(self, problem: Problem) -> Message:
        """Give the message of a problem without the names that are not told."""
        if self.audience != "public":
            return problem.message
        strange = problem.sheet and not is_plain(problem.sheet)
        return self._renamed(problem.message, {"sheet": problem.table} if strange else {})

    def _number(self, number: int) -> str:
        return _("berkas ke-{number}", number=str(number)).text(self.language)

    def _renamed(self, message: Message, given: dict[str, str]) -> Message:
        values = {name: given.get(name, self._value(value, given)) for name, value in message.values.items()}
        return replace(message, values=values)

    def _value(self, value: Value, given: dict[str, str]) -> Value:
        if isinstance(value, Message):
            return self._renamed(value, given)
        if isinstance(value, Listing):
            return Listing(tuple(self._value(one, given) for one in value.items))
        return self.of(value) if isinstance(value, str) else value
