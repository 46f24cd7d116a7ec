"""The OpenAPI description holds for whatever is asked: checked by asking at random."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from traceback import format_exception

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    negative_data_rejection,
    positive_data_acceptance,
)

from traktat.desk.app import create_app
from traktat.desk.settings import DeskSettings

TOKEN = "a token for tests, long enough"
TIED = {
    "GET /api/v1/agreements/{agreement}/drill": "some events need a target, none strikes itself",
    "POST /api/v1/judgements": "a copy needs the other report, a correction its changes",
    "POST /api/v1/judgements/import": "each line is a judgement, which a type of media cannot say",
}
"""Where values that fit may not fit together, which OpenAPI cannot say: these may be refused."""
LOOSE = {
    "POST /api/v1/uploads": "a number in a form is a file that holds that number",
    "POST /api/v1/session": "a number in a form is a token of digits",
}
"""Where what comes is text or a file whatever it was meant as: nothing can be of a wrong type."""
ASKED = 15  # times each operation is asked with values that fit, and with others that do not


@pytest.fixture(scope="module")
def described(
    built: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[schemathesis.BaseSchema]:
    """Give the description of a desk that takes as many requests as come."""
    place = tmp_path_factory.mktemp("openapi") / "desk.db"
    copyfile(built, place)
    app = create_app(
        DeskSettings(store=place, token=TOKEN, reads=None, writes=None, names=("testserver",))
    )
    yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    app.state.uploads.close()
    app.state.shelf.close()


@schemathesis.auth()
class Token:
    """How a program shows that it may change things."""

    def get(self, case: schemathesis.Case, context: schemathesis.AuthContext) -> str:
        return TOKEN

    def set(self, case: schemathesis.Case, data: str, context: schemathesis.AuthContext) -> None:
        case.headers["Authorization"] = f"Bearer {data}"


@schemathesis.serializer("application/x-ndjson")
def lines(context: schemathesis.SerializationContext, value: object) -> bytes:
    """Send lines of JSON as they are."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")


@pytest.mark.long
@pytest.mark.parametrize("mode", GenerationMode)
def test_every_answer_is_as_described(
    described: schemathesis.BaseSchema, mode: GenerationMode
) -> None:
    operations = [result.ok() for result in described.get_all_operations()]
    assert len(operations) > 20
    wrong = []
    for operation in operations:
        try:
            _ask(operation, mode)
        except Unsatisfiable:
            assert mode is GenerationMode.NEGATIVE  # nothing can be wrong where nothing is asked
        except (Exception, FailureGroup) as error:  # noqa: BLE001  (all are told, not the first)
            wrong.append("".join(format_exception(error))[-4000:])
    assert not wrong, "\n\n".join(wrong)


def _ask(operation: schemathesis.APIOperation, mode: GenerationMode) -> None:
    @settings(
        max_examples=ASKED,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:
        excluded = [positive_data_acceptance] if operation.label in TIED else []
        excluded += [negative_data_rejection] if operation.label in LOOSE else []
        case.call_and_validate(excluded_checks=excluded)

    ask()
