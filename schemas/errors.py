"""Every error that Tallywire raises on purpose, under one base class.

An error keeps its facts as attributes, and its message ends with the remedy, so that a person
who reads only the last sentence knows what to do.
"""


class TallywireError(Exception):
    """The base of all our errors: catch this one to catch them all."""


class InvalidInput(TallywireError):
    """An input that cannot be read.

    path: where in the input, as `$.field[3]`, or "$" for the whole. reason: what is wrong.
    remedy: what to do about it.
    """

    def __init__(self, path: str, reason: str, remedy: str = "") -> None:
        super().__init__(path, reason, remedy)
        self.path = path
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        said = f"{self.path}: {self.reason}"
        return f"{said}; {self.remedy}" if self.remedy else said


class InvalidLexicon(TallywireError):
    """A row of a word list that breaks the list's rules: file, line (1-based), reason."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(file, line, reason)
        self.file = file
        self.line = line
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.reason}; mend the row"


class InvalidSetting(TallywireError):
    """A setting that cannot be used: its name, what is wrong, what it may be. Never its value."""

    def __init__(self, name: str, reason: str, remedy: str) -> None:
        super().__init__(name, reason, remedy)
        self.name = name
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}; {self.remedy}"


class NotAvailable(TallywireError):
    """Something the machine lacks (Java, Maven, a broker): what, and how to get it."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what}; {self.remedy}"


class InvalidCondition(TallywireError):
    """A `--where` that cannot be used: the condition as written, what is wrong, what to write."""

    def __init__(self, condition: str, reason: str, remedy: str) -> None:
        super().__init__(condition, reason, remedy)
        self.condition = condition
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.condition!r}: {self.reason}; {self.remedy}"


class DeliveryFailed(TallywireError):
    """The broker did not take an article: its id, how many were taken before it was known, the reason."""

    def __init__(self, article_id: str, sent: int, reason: str) -> None:
        super().__init__(article_id, sent, reason)
        self.article_id = article_id
        self.sent = sent
        self.reason = reason

    def __str__(self) -> str:
        return (
            f"article {self.article_id!r} was not delivered ({self.sent} were): {self.reason}; "
            "mend the broker and replay again: what was delivered already raises no second alert"
        )
