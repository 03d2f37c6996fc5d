"""The matrix says what the table of roles says, in words that a person reads."""

from congdoan.organisation.roles import ACTIONS, Role, rights_of
from tests.rights.matrix import matrix
from tools.rights_document import DOCUMENT, document


def test_the_matrix_gives_each_role_the_rights_that_the_table_of_roles_gives() -> None:
    by_role = {role: rights_of(role) for role in Role.values}
    table = {
        action: {role: rights[action] == "organ" for role, rights in by_role.items() if action in rights}
        for action in ACTIONS
    }
    assert matrix().rights == table


def test_everything_that_a_row_names_is_in_the_matrix() -> None:
    written = matrix()
    for row in written.rows:
        assert not row.thing or row.thing in written.things, row
        assert set(row.right.split("|")) <= {"", *written.rights}, row


def test_the_document_of_rights_is_the_one_that_the_matrix_makes() -> None:
    assert DOCUMENT.read_text("utf-8") == document()
