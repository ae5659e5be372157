"""Taking in a whole list: all of it or nothing, and the same list twice adds nobody."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from tests.cast import Cast
from tests.texts import Texts
from tests.worlds import Town
from timebank import errors
from timebank.commands import import_members
from timebank.ledger import accounts
from timebank.members import people, register

GOOD = b"""First name,Surname,DOB,Mobile,Home tel,Postcode,OK to text?
Mary,O'Brien,07/03/1941,07700 900301,,se4 2ab,yes
John,O'Brien,,same as wife,,SE4 2AB,
John,O'Brien,01/01/1970,07700 900302,,SE4 2AB,
Ida,Landline,,,020 7946 0199,SE4 2AC,
Ned,Nophone,,,,SE4 2AC,
"""
BAD_ROW = b"Tom,Wrong,31/02/1950,,,SE4 2AC,\n"


async def test_a_list_is_taken_in_and_nobody_is_texted_for_it(town: Town, texts: Texts) -> None:
    result = await register.import_members(town.clockwork(), town.timebank, GOOD)
    assert (result.added, result.already_here, result.refused, result.is_written) == (5, 0, [], True)
    mary, john = await people.with_number(town.id, "+447700900301")
    assert (mary.first_name, mary.can_text, john.can_text) == ("Mary", True, False)
    assert (await accounts.of(town.id, accounts.MEMBER, john.id)).available == 300
    assert len(await people.search(town.id, "john")) == 2
    assert await texts.count() == 0


async def test_the_same_list_twice_adds_nobody_however_it_is_written(town: Town) -> None:
    await register.import_members(town.clockwork(), town.timebank, GOOD)
    again = GOOD.replace(b"07700 900301", b"+447700900301").replace(b"se4 2ab", b"SE42AB")
    again = b"\xef\xbb\xbf" + again.upper().replace(b"\n", b"\r\n").replace(b"'", "’".encode())
    result = await register.import_members(town.clockwork(), town.timebank, again)
    assert (result.added, result.already_here) == (0, 5)


async def test_who_has_left_is_not_brought_back_by_an_old_list(town: Town) -> None:
    await register.import_members(town.clockwork(), town.timebank, GOOD)
    (ida,) = await people.search(town.id, "ida")
    await people.leave(town.clockwork(), ida.id)
    result = await register.import_members(town.clockwork(), town.timebank, GOOD)
    assert (result.added, result.already_here) == (0, 5)


async def test_a_row_that_comes_twice_is_one_person(town: Town) -> None:
    twice = GOOD + b"mary,obrien,7.3.1941,07700900301,,SE4 2AB,\n"
    result = await register.import_members(town.clockwork(), town.timebank, twice)
    assert (result.added, result.already_here) == (5, 1)


async def test_members_who_joined_before_are_known_by_either_number(cast: Cast, town: Town) -> None:
    headings = b"Name,Surname,DOB,Phone,Postcode\n"
    row = f"Margaret,Okafor,14/03/1942,{cast.margaret.landline},SE4 2AA\n".encode()
    result = await register.import_members(cast.priya.by("desk"), town.timebank, headings + row)
    assert (result.added, result.already_here) == (0, 1)


async def test_one_refused_row_means_nothing_is_written(town: Town) -> None:
    result = await register.import_members(town.clockwork(), town.timebank, GOOD + BAD_ROW)
    assert (result.added, result.is_written) == (0, False)
    assert result.refused == [(7, "There is no such birth date; please write the day before the month.")]
    assert await people.search(town.id, "") == []


async def test_refused_rows_can_be_left_out(town: Town) -> None:
    result = await register.import_members(town.clockwork(), town.timebank, GOOD + BAD_ROW, skip_refused=True)
    assert (result.added, len(result.refused), result.is_written) == (5, 1, True)


async def test_a_dry_run_counts_and_writes_nothing(town: Town) -> None:
    result = await register.import_members(town.clockwork(), town.timebank, GOOD, dry_run=True)
    assert (result.added, result.is_written) == (5, False)
    assert await people.search(town.id, "") == []


async def test_only_an_organiser_of_this_timebank_imports(cast: Cast, town: Town) -> None:
    with pytest.raises(errors.NotAllowed):
        await register.import_members(cast.tom.by(), town.timebank, GOOD)


async def test_the_command_says_what_it_did(
    town: Town, database_url: str, redis_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "members.csv"
    file.write_bytes(GOOD + BAD_ROW)
    for options, code, said in (
        ((), 1, "Row 7: There is no such birth date"),
        (("--skip-refused",), 0, "Added: 5 people."),
    ):
        answer = await command(database_url, redis_url, str(file), "--timebank", town.timebank.slug, *options)
        assert answer[0] == code
        assert said in answer[1]
    assert len(await people.search(town.id, "")) == 5


async def test_a_wrong_timebank_is_one_sentence(
    town: Town, database_url: str, redis_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "members.csv"
    file.write_bytes(GOOD)
    code, said = await command(database_url, redis_url, str(file), "--timebank", "nowhere")
    assert (code, said) == (1, "There is no timebank 'nowhere' here; there are: brockley.\n")


def test_what_the_command_prints_names_rows_columns_and_counts() -> None:
    result = register.ImportResult(1, 2, [(7, "There is no name in this row.")], ["Cat"], is_written=False)
    assert import_members.told(result, skip_refused=True) == [
        "Row 7: There is no name in this row.",
        "Columns not read: Cat.",
        "Would be added: 1 person. This was a dry run, so nothing was written.",
        "Already here: 2.",
        "Left out: 1 row.",
    ]


async def command(database_url: str, redis_url: str, *arguments: str) -> tuple[int, str]:
    """`timebank import-members` as a process: its code, and all that it printed."""
    environment = {
        **os.environ,
        "TIMEBANK_ENV": "test",
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "timebank.commands.main", "import-members", *arguments),
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    printed, _ = await process.communicate()
    return process.returncode or 0, printed.decode()
