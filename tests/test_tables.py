"""The contracts hold what they say, for empty, right and wrong tables."""

import pytest

from crosscheck import tables
from crosscheck.errors import TableError


@pytest.mark.parametrize("name", tables.TABLES)
def test_an_empty_table_keeps_its_promise(name):
    assert list(tables.check(name, tables.empty(name)).columns) == [c.name for c in tables.TABLES[name].columns]


@pytest.mark.parametrize("name", tables.TABLES)
def test_keys_and_parents_are_columns_that_exist(name):
    table = tables.TABLES[name]
    columns = {column.name for column in table.columns}
    assert set(table.key) <= columns
    for column, parent in table.parents:
        assert column in columns and column in {c.name for c in tables.TABLES[parent].columns}


def test_a_column_means_the_same_type_everywhere():
    types: dict[str, str] = {}
    for table in tables.TABLES.values():
        for column in table.columns:
            if column.name not in ("source", "modality", "articles", "origins", "numbers"):
                assert types.setdefault(column.name, column.type) == column.type, (table.name, column.name)


def row(**changes):
    return {"article_id": "a1", "start": 0, "end": 3, "quote": "abc", "rule": "r", "role": "body"} | changes


def test_a_value_that_is_not_allowed_is_named():
    with pytest.raises(TableError, match="table regions, row 0: found 'bodi'"):
        tables.check("regions", tables.frame("regions", [row(role="bodi")]))


def test_a_double_key_is_refused():
    with pytest.raises(TableError, match="regions"):
        tables.check("regions", tables.frame("regions", [row(), row(end=4)]))


def test_a_missing_cell_is_refused_where_it_must_not_be():
    with pytest.raises(TableError, match="quote"):
        tables.check("regions", tables.frame("regions", [row(quote=None)]))


@pytest.mark.parametrize("changes", [{}, {"role": "bodi"}, {"quote": None}, {"rule": None}])
def test_the_short_way_and_pandera_agree(changes):
    table = tables.frame("regions", [row(), row(start=4, **changes)])
    plain = tables._keeps(tables.TABLES["regions"], table)
    try:
        tables._schema("regions").validate(table)
    except Exception:
        assert not plain
    else:
        assert plain


def test_typed_joins_frames_and_leaves_other_columns_out():
    part = tables.frame("regions", [row()]).assign(extra=1)
    whole = tables.typed("regions", [part, tables.empty("regions"), part.assign(start=5)])
    assert list(whole["start"]) == [0, 5] and "extra" not in whole
