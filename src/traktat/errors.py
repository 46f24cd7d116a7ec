"""What can go wrong, as one tree.

TraktatError
├─ InputError       what the caller handed over cannot be read
│  ├─ UnreadableDocument   bytes that give no text
│  ├─ UnknownLanguage      no pack for the language
│  └─ BadDate              a date that is no EDTF
├─ PackError        a language pack is wrong (pack, file, line, entry)
├─ TableError       a reference table is wrong
├─ StoreError       the store cannot do what was asked
│  ├─ NotFound             nothing by that name
│  ├─ StoreLocked          another process holds it
│  ├─ StoreFull            no room left on the disk
│  ├─ StoreReadOnly        the file or its folder cannot be written
│  ├─ ForeignStore         a file that is no Traktat store
│  ├─ DamagedStore         a Traktat store whose bytes were damaged
│  └─ NeedsMigration       made by another version
├─ JudgementError   a person's decision cannot be applied
│  ├─ BadJudgement         it makes no sense, or names a value that cannot be
│  ├─ StaleJudgement       the evidence changed since
│  └─ ConflictingJudgement two people decided differently
├─ ReaderError      a reader cannot do its work
├─ ExportError      a record cannot be written out
└─ DeskError        the desk cannot open, or refuses a request
   ├─ UnknownHost          a host name the desk does not answer to
   ├─ NotSignedIn          a change without the token of the desk
   ├─ NotAllowed           a change that no page of the desk asked for
   ├─ UnknownParameter     a question with a parameter that there is not
   ├─ TooMuch              more bytes or files than the desk takes at once
   ├─ TooOften             more requests than the desk answers
   └─ DeskFailure          the program failed on a request

Doubt about a text is never an exception: it is an `Issue` in the result.
"""

from __future__ import annotations

from traktat.sentences import SILENT, Sentence, as_sentence, sentence


class TraktatError(Exception):
    """Anything the caller can mend; carries what is wrong and what to do about it.

    `code` is for machines, `status` is the HTTP status that fits, `hint` says what to do.
    """

    code = "error"
    status = 500
    hint: Sentence = SILENT

    def __init__(self, message: Sentence, *, hint: Sentence = SILENT) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint or type(self).hint


class InputError(TraktatError):
    """What was handed over cannot be read."""

    code = "input"
    status = 400
    hint = sentence(
        "Give a text, HTML, .json or .jsonl file, a folder of them, or - for standard input."
    )


class UnreadableDocument(InputError):
    """The bytes give no text."""

    code = "unreadable-document"
    status = 422


class UnknownLanguage(InputError):
    """No pack is installed for the language."""

    code = "unknown-language"
    status = 422
    hint = sentence("`traktat packs list` shows the languages that are installed.")


class BadDate(InputError):
    """The date is no EDTF (ISO 8601-2) value."""

    code = "bad-date"
    hint = sentence(
        "Write a day as 2024-06-19, a month as 2024-06, a stretch as 2024-06-17/2024-06-23."
    )


class PackError(TraktatError):
    """A language pack is wrong; names pack, file, line and entry where they are known."""

    code = "pack"
    hint = sentence("`traktat packs check LANG` lists everything that is wrong with a pack.")

    def __init__(
        self, message: str, *, file: str = "", line: int = 0, entry: str = "", hint: str = ""
    ) -> None:
        where = ":".join(part for part in (file, str(line) if line else "", entry) if part)
        told = f"{where}: {message}" if where else message
        super().__init__(as_sentence(told), hint=as_sentence(hint))
        self.file, self.line, self.entry = file, line, entry


class TableError(TraktatError):
    """A reference table in facts/ is wrong."""

    code = "table"
    hint = sentence("Mend the entry in src/traktat/facts and run `make facts`.")

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(as_sentence(message), hint=as_sentence(hint))


class StoreError(TraktatError):
    """The store cannot do what was asked."""

    code = "store"
    hint = sentence(
        "Check the path given with --store, and that the disk is writable and not full."
    )


class NotFound(StoreError):
    """Nothing is known by that name."""

    code = "not-found"
    status = 404
    hint = sentence("`traktat list` shows every agreement in the store.")


class StoreLocked(StoreError):
    """Another process is writing to the store."""

    code = "store-locked"
    status = 503
    hint = sentence("Wait until the other traktat process has finished, then try again.")


class StoreFull(StoreError):
    """The disk has no room left; what was stored before is kept."""

    code = "store-full"
    status = 507
    hint = sentence("Free some room and run the command again: it goes on where it stopped.")


class StoreReadOnly(StoreError):
    """The store, or the folder it is in, cannot be written."""

    code = "store-read-only"
    status = 403
    hint = sentence(
        "Ask for the right to write there, or copy the store and name the copy with --store."
    )


class ForeignStore(StoreError):
    """The file is no Traktat store."""

    code = "foreign-store"
    hint = sentence("Choose another file with --store FILE; this one was left as it is.")


class DamagedStore(StoreError):
    """The file is a Traktat store whose bytes were damaged."""

    code = "damaged-store"
    hint = sentence("Restore the file from a copy, or build a new store from the same reports.")


class NeedsMigration(StoreError):
    """The store was made by another version of Traktat."""

    code = "needs-migration"
    hint = sentence("Update Traktat, or build a new store from the same reports.")


class JudgementError(TraktatError):
    """A person's decision cannot be applied."""

    code = "judgement"
    status = 409
    hint = sentence("Look at the finding as it is now (`traktat why ID`) and decide again.")


class BadJudgement(JudgementError):
    """The decision makes no sense, or names a field or value that cannot be."""

    code = "bad-judgement"
    status = 422
    hint = sentence(
        "`traktat review judge --help` tells what can be decided, and how it is written."
    )


class StaleJudgement(JudgementError):
    """The evidence the decision rested on has changed."""

    code = "stale-judgement"


class ConflictingJudgement(JudgementError):
    """Two people decided differently about the same evidence."""

    code = "conflicting-judgement"


class ReaderError(TraktatError):
    """A reader cannot do its work."""

    code = "reader"
    hint = sentence("Run the command again with --verbose and report what it prints.")


class ExportError(TraktatError):
    """A record cannot be written in the form asked for."""

    code = "export"
    hint = sentence("Check the target path and the form given with --to.")

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(as_sentence(message), hint=as_sentence(hint))


class DeskError(TraktatError):
    """The desk cannot open, or refuses a request."""

    code = "desk"
    hint = sentence("`traktat serve --help` tells what the desk needs.")


class UnknownHost(DeskError):
    """The request names a host that the desk does not answer to."""

    code = "unknown-host"
    status = 421
    hint = sentence("Open the desk by its address, or start it with --allow-host NAME.")


class NotSignedIn(DeskError):
    """A change was asked for without the token of the desk."""

    code = "not-signed-in"
    status = 401
    hint = sentence("Sign in at /sign-in, or send the token as `Authorization: Bearer …`.")


class NotAllowed(DeskError):
    """A change was asked for that comes from no page of the desk."""

    code = "not-allowed"
    status = 403
    hint = sentence(
        "Reload the page; a program sends the cookie traktat_csrf again as X-CSRF-Token."
    )


class UnknownParameter(DeskError):
    """A question has a parameter that there is not."""

    code = "unknown-parameter"
    status = 422
    hint = sentence("/api/docs lists the parameters of every question.")


class TooMuch(DeskError):
    """More bytes or files than the desk takes at once."""

    code = "too-much"
    status = 413
    hint = sentence("Send fewer reports at once, or take them in with `traktat build`.")


class TooOften(DeskError):
    """More requests from one address than the desk answers; `after` are seconds to wait."""

    code = "too-often"
    status = 429
    hint = sentence("Wait as many seconds as Retry-After tells, then go on.")

    def __init__(self, message: Sentence, *, after: int = 1) -> None:
        super().__init__(message)
        self.after = after


class DeskFailure(DeskError):
    """The program failed on a request; what happened stands in its log."""

    code = "internal"
    status = 500
    hint = sentence("Tell the person who runs the desk; its log says more.")


def told_of(error: Exception) -> Sentence:
    """Give what an error says, as a sentence if it was raised with one."""
    said = error.args[0] if error.args else ""
    return said if isinstance(said, Sentence) else Sentence(str(error))
