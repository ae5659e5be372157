"""House style that no linter knows, one test for each rule; a failure names the files."""

import ast
import re
from pathlib import Path

from tests.house import tree

MOST_FILE_LINES = 300
MOST_FUNCTION_LINES = 60
FEWEST_CHARTER_LINES, MOST_CHARTER_LINES = 5, 15
GRAB_BAGS = {"utils", "util", "helpers", "common", "base", "service", "services", "misc", "tools", "manager"}
# The loader of migrations takes any module beside the numbered ones for another: the reader of SQL is here.
READS_SQL = "migrations/sql/__init__.py"
MIGRATION = re.compile(r"migrations/\d{4}_.*\.py")
# Words a rule forbids are put together here, so that this file does not break the rule.
UNFINISHED = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" * 3]) + r")\b")
WAIVED = re.compile(r"#\s*(type:\s*ignore|noqa)(?P<why>.*)")
NUMBER = re.compile(
    r"(?<![\w.+-])(?:\+44\s?(?:\(0\)\s?)?|0)(?=7\d|1\d|20)(?!123456789)[\d][\d ]{7,12}\d(?![\w.{-])"
)
DRAMA = re.compile(r"(7700900\d{3}|1632960\d{3}|2079460\d{3})")
ADDRESS = re.compile(r"https?://\S+")
MAY_KEEP_STRANGE_NUMBERS = ("tests/members/", "tests/reading/", "tests/house/", "timebank/messaging/reading/")


def test_a_file_is_about_one_idea() -> None:
    """At most 300 lines, whatever it is written in (data and lock files apart)."""
    long = [
        f"{tree.name(path)}: {length}"
        for path in tree.files()
        if path.suffix in {".py", ".sql", ".html", ".scss", ".js", ".md"}
        and not MIGRATION.fullmatch(tree.name(path))
        and (length := len(path.read_text().splitlines())) > MOST_FILE_LINES
    ]
    assert not long, "\n".join(long)


def test_a_function_fits_on_a_screen() -> None:
    """At most 60 lines, its docstring included."""
    long = [
        f"{tree.name(path)}: {node.name}"
        for path in tree.python()
        if not MIGRATION.fullmatch(tree.name(path))
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= MOST_FUNCTION_LINES
    ]
    assert not long, "\n".join(long)


def test_every_package_begins_with_a_charter_and_nothing_else() -> None:
    """Five to fifteen lines of prose (of tests, fifteen at most): no code, no names to import."""
    wrong = []
    for path in tree.python():
        if path.name == "__init__.py" and tree.name(path) != READS_SQL and (fault := _charter_fault(path)):
            wrong.append(f"{tree.name(path)}: {fault}")
    assert not wrong, "\n".join(wrong)


def _charter_fault(path: Path) -> str | None:
    module = ast.parse(path.read_text())
    charter = ast.get_docstring(module)
    if charter is None:
        return "no charter"
    if len(module.body) > 1:
        return "code beside the charter"
    lines = len(charter.splitlines())
    fewest = 1 if tree.name(path).startswith("tests/") else FEWEST_CHARTER_LINES
    return None if fewest <= lines <= MOST_CHARTER_LINES else f"{lines} lines"


def test_every_folder_of_code_is_a_package() -> None:
    """A folder with modules in it says what it is for."""
    folders = {path.parent for path in tree.python() if path.relative_to(tree.ROOT).parts[0] != "tests"}
    assert [tree.name(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_nothing_is_called_a_grab_bag() -> None:
    """A file that could hold anything will."""
    assert [tree.name(path) for path in tree.python() if path.stem in GRAB_BAGS] == []


def test_nothing_is_left_for_later_in_a_comment() -> None:
    """What is unfinished is an issue, not a note in the code."""
    noted = [tree.name(path) for path in tree.files() if UNFINISHED.search(path.read_text(errors="replace"))]
    assert not noted, "\n".join(noted)


def test_a_check_is_waived_only_with_a_reason() -> None:
    """Silencing the type checker or the linter says why on the line."""
    silent = [
        f"{tree.name(path)}:{place}"
        for path in tree.python()
        for place, line in enumerate(path.read_text().splitlines(), 1)
        if (waived := WAIVED.search(line)) and len(waived["why"].split()) < 4 and "WAIVED" not in line
    ]
    assert not silent, "\n".join(silent)


def test_no_telephone_in_the_tree_can_ring() -> None:
    """Only numbers that Ofcom keeps for drama."""
    real = [
        f"{tree.name(path)}: {found}"
        for path in tree.files()
        if not tree.name(path).startswith(MAY_KEEP_STRANGE_NUMBERS) and path.suffix not in {".lock", ".json"}
        for found in NUMBER.findall(path.read_text(errors="replace"))
        if not DRAMA.search(_digits(found))
    ]
    assert not real, "\n".join(real)


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def test_no_file_names_a_place_to_download_from() -> None:
    """Lock files pin what is installed by its hash; where it comes from is each machine's own matter."""
    locks = {"requirements.lock", "requirements-dev.lock", "package-lock.json", "package.json", "Makefile"}
    named = [
        f"{tree.name(path)}: {found[0]}"
        for path in tree.files()
        if path.name in locks or path.suffix in {".toml", ".npmrc", ".cfg"}
        if (found := ADDRESS.search(path.read_text()))
    ]
    assert not named, "\n".join(named)


def test_no_path_of_one_machine_is_in_the_tree() -> None:
    """The project runs wherever it is cloned."""
    own = str(tree.ROOT) + "/"
    named = [tree.name(path) for path in tree.files() if own in path.read_text(errors="replace")]
    assert not named, "\n".join(named)
