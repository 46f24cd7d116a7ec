"""The closed vocabularies; every value is the word that is printed."""

from __future__ import annotations

from enum import StrEnum

MANY = "MULTI"
"""The code that stands among parties for those that are not named."""


class ActKind(StrEnum):
    """A step in the life of an agreement (terms of the Vienna Convention, VCLT)."""

    TEXT_AGREED = "text-agreed"
    INITIALLING = "initialling"
    SIGNATURE = "signature"
    SUBMISSION = "submission"
    APPROVAL = "approval"
    REJECTION = "rejection"
    RATIFICATION = "ratification"
    PUBLICATION = "publication"
    EXCHANGE = "exchange"
    DEPOSIT = "deposit"
    NOTIFICATION = "notification"
    ACCESSION = "accession"
    ENTRY_INTO_FORCE = "entry-into-force"
    PROVISIONAL_APPLICATION = "provisional-application"
    AMENDMENT = "amendment"
    EXTENSION = "extension"
    SUSPENSION = "suspension"
    RESUMPTION = "resumption"
    WITHDRAWAL = "withdrawal"
    TERMINATION = "termination"
    REPLACEMENT = "replacement"
    # words that change no standing
    RESERVATION = "reservation"
    REAFFIRMATION = "reaffirmation"
    IMPLEMENTATION_DECISION = "implementation-decision"
    JOINT_EXERCISE = "joint-exercise"


CONCLUSION = frozenset({ActKind.TEXT_AGREED, ActKind.INITIALLING, ActKind.SIGNATURE})
"""Acts by which parties conclude an agreement, together (VCLT 9, 10)."""


class Status(StrEnum):
    """How far a report says an act has come."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    DENIED = "denied"


class Chamber(StrEnum):
    """Which house of a parliament acted."""

    LOWER = "lower"
    UPPER = "upper"


class ProvisionKind(StrEnum):
    """What a rule of an agreement is about (ATOP's obligations, widened)."""

    MUTUAL_ASSISTANCE = "mutual-assistance"
    CONSULTATION = "consultation"
    NON_AGGRESSION = "non-aggression"
    NEUTRALITY = "neutrality"
    NO_ADVERSE_TREATY = "no-adverse-treaty"
    NO_SANCTIONS = "no-sanctions"
    OPPOSE_SANCTIONS = "oppose-sanctions"
    COOPERATION = "cooperation"
    ARMS_LIMITATION = "arms-limitation"
    CEASEFIRE = "ceasefire"
    TRADE = "trade"
    EXTRADITION = "extradition"
    ACCESS = "access"
    ENVIRONMENT = "environment"
    FINANCE = "finance"
    RIGHTS = "rights"
    ENTRY_INTO_FORCE = "entry-into-force"
    DURATION = "duration"
    WITHDRAWAL = "withdrawal"
    DISPUTE = "dispute"
    OTHER = "other"


class Force(StrEnum):
    """How a rule binds."""

    SHALL = "shall"
    SHALL_NOT = "shall-not"
    MAY = "may"
    WILL = "will"


class Form(StrEnum):
    """How a statement is reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    REMARK = "remark"  # told, but as no clause: "condemned the embargo", "praised it as a …"


class Stance(StrEnum):
    """Where a claimant stands on a contested fact."""

    ASSERTS = "asserts"
    DENIES = "denies"
    NEITHER = "neither"


class Manner(StrEnum):
    """How a claimant takes its stance; finer than the stance itself."""

    ACCUSE = "accuse"
    CONFIRM = "confirm"
    COUNTER_ACCUSE = "counter-accuse"
    PRESUPPOSE = "presuppose"
    SUSPECT = "suspect"
    FEAR = "fear"
    REPORT = "report"
    HYPOTHETICAL = "hypothetical"
    DECLINE = "decline"
    REQUEST = "request"
    PLEDGE = "pledge"
    EVALUATE = "evaluate"
    RETRACT = "retract"


class NameKind(StrEnum):
    """What sort of thing a name stands for."""

    PERSON = "person"
    ORGAN = "organ"  # a parliament, ministry, court, office of a state
    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"  # an armed group or a vague "analysts", "Western countries"
    AGENCY = "agency"  # a news agency, paper, broadcaster
    DOCUMENT = "document"  # a law, decree, instrument or agreement


class Basis(StrEnum):
    """What a fact about a report rests on."""

    METADATA = "metadata"
    DATELINE = "dateline"
    URL = "url"
    INFERRED = "inferred"
    CREDITED = "credited"
    MATCHED = "matched"
    JUDGED = "judged"


class AgreementStatus(StrEnum):
    """Where an agreement stands in law on a day."""

    UNKNOWN = "unknown"
    NEGOTIATED = "negotiated"
    SIGNED = "signed"
    PARTLY_CONSENTED = "partly-consented"
    CONSENTED_BY_ALL = "consented-by-all"
    PROVISIONALLY_APPLIED = "provisionally-applied"
    IN_FORCE = "in-force"
    SUSPENDED = "suspended"
    NOTICE_GIVEN = "notice-given"
    TERMINATED = "terminated"
    SUPERSEDED = "superseded"
    NEVER_ENTERED = "never-entered"


class PartyStatus(StrEnum):
    """Where one party stands towards an agreement on a day."""

    NONE = "none"
    SIGNED = "signed"
    PARTLY_APPROVED = "partly-approved"  # one chamber has approved
    APPROVED = "approved"  # approved at home by parliament
    RATIFIED = "ratified"  # ratified at home
    CONSENTED = "consented"  # instrument exchanged, deposited or notified
    BOUND = "bound"
    SUSPENDED = "suspended"
    NOTICE_GIVEN = "notice-given"
    WITHDRAWN = "withdrawn"


class DisagreementClass(StrEnum):
    """Why two values differ."""

    CONTRADICTION = "contradiction"
    PROGRESSION = "progression"
    IMPRECISION = "imprecision"
    DIFFERENT_PROPOSITIONS = "different-propositions"
    GARBLED_COPY = "garbled-copy"
    RECYCLED_TEXT = "recycled-text"
    CHANGE_OF_LINE = "change-of-line"
    WORLD_KNOWLEDGE = "world-knowledge"
    ANACHRONISM = "anachronism"
    FRAMING = "framing"
    NAMING = "naming"
