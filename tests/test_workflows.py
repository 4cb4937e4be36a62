"""`.github/` as GitHub will read it: forms of the right shape, workflows that only call `make`."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import PROJECT
from kb.text import Lang

GITHUB = PROJECT / ".github"
FORMS = sorted(file for file in (GITHUB / "ISSUE_TEMPLATE").glob("*.*.yml"))
KINDS = sorted({file.name.partition(".")[0] for file in FORMS})
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w-]+/[\w-]+(?:/[\w-]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
COMMAND = re.compile(r"(?:sudo )?make ((?:[\w-]+ ?)+)(?: ?(?:KIND|TO)=\w+)?")
PERSONAL = re.compile(r"nimesi|sähköposti|puhelinnumero|ditt namn|e-post|telefonnummer", re.I)
MAKEFILE = (PROJECT / "Makefile").read_text("utf-8")


def loaded(file: Path) -> dict[str, Any]:
    found: dict[Any, Any] = yaml.safe_load(file.read_text("utf-8"))
    return {"on" if key is True else key: value for key, value in found.items()}


def steps(file: Path) -> list[dict[str, Any]]:
    return [step for job in loaded(file)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-issue-forms", FORMS),
        ("github-issue-config", [GITHUB / "ISSUE_TEMPLATE/config.yml"]),
        ("github-workflows", WORKFLOWS),
        ("dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_each_file_has_the_shape_that_github_reads(schema: str, files: list[Path]) -> None:
    program = Path(sys.executable).parent / "check-jsonschema"
    done = subprocess.run(
        [program, "--builtin-schema", f"vendor.{schema}", *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert files
    assert done.returncode == 0, done.stdout


def test_a_form_of_another_shape_is_refused(tmp_path: Path) -> None:
    form = tmp_path / "error.fi.yml"
    form.write_text(FORMS[0].read_text("utf-8").replace("type: input", "type: inputs"), "utf-8")
    with pytest.raises(AssertionError):
        test_each_file_has_the_shape_that_github_reads("github-issue-forms", [form])


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_asks_the_same_in_both_languages_and_nothing_personal(kind: str) -> None:
    fields = []
    for lang in Lang:
        file = GITHUB / f"ISSUE_TEMPLATE/{kind}.{lang}.yml"
        form = loaded(file)
        fields.append(
            [(one["type"], one.get("id"), one.get("validations")) for one in form["body"]]
        )
        assert not PERSONAL.search(file.read_text("utf-8"))
    assert fields[0] == fields[1]
    assert len(KINDS) == 4


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_only_calls_make_with_as_few_rights_as_it_can(file: Path) -> None:
    text = file.read_text("utf-8")
    uses = [line.strip() for line in text.splitlines() if "uses:" in line]
    assert [line for line in uses if not PINNED.search(line)] == []
    found = loaded(file)
    assert found["permissions"] == {}
    assert "concurrency" in found
    for job in found["jobs"].values():
        assert job["timeout-minutes"] <= 60
        assert job["permissions"]
    for step in steps(file):
        if "run" in step:
            command = COMMAND.fullmatch(step["run"])
            assert command, step["run"]
            targets = set(command[1].split())
            assert [one for one in targets if not re.search(rf"^{one}:", MAKEFILE, re.M)] == []
        elif "checkout" in step["uses"]:
            assert step["with"]["persist-credentials"] is False


def test_a_proposal_may_only_read_and_what_may_write_takes_no_code_of_it() -> None:
    check = loaded(GITHUB / "workflows/check.yml")
    assert list(check["on"]) == ["pull_request"]
    assert [
        job for job in check["jobs"].values() if job["permissions"] != {"contents": "read"}
    ] == []
    assert "secrets." not in (GITHUB / "workflows/check.yml").read_text("utf-8")
    preview = loaded(GITHUB / "workflows/preview.yml")["jobs"]
    for job in preview.values():
        checkout = [one["with"] for one in job["steps"] if "checkout" in one.get("uses", "")]
        assert checkout == [{"persist-credentials": False}], "any ref would be the proposal's code"
    assert {name for name, job in preview.items() if "environment" in job} == {"preview"}
    assert "secrets." not in str(preview["comment"]), "a comment waits for no reviewer"
    assert not any("pull_request_target" in file.read_text("utf-8") for file in WORKFLOWS)


def test_only_what_the_main_branch_built_is_kept_between_runs() -> None:
    keepers = {
        file.name: [step["uses"].partition("@")[0] for step in steps(file) if "cache" in str(step)]
        for file in WORKFLOWS
    }
    assert keepers.pop("publish.yml") == ["actions/cache/restore", "actions/cache/save"]
    assert keepers.pop("check.yml") == ["actions/cache/restore"]
    assert not any(keepers.values())
    assert "pull_request" not in loaded(GITHUB / "workflows/publish.yml")["on"]


def test_a_key_is_only_in_a_step_that_needs_it_and_never_beside_packages() -> None:
    secret = re.compile(r"\$\{\{ *(?:secrets\.|github\.token)")
    for file in WORKFLOWS:
        found = loaded(file)
        assert not secret.search(str(found.get("env")))
        for job in found["jobs"].values():
            assert not secret.search(str(job.get("env")))
            for step in job.get("steps", []):
                if "run" in step and secret.search(str(step.get("env"))):
                    target = step["run"].split()[1]
                    assert prerequisites(target) == "", f"{file.name}: make {target}"


def prerequisites(target: str) -> str:
    """What make does before a target; '' if nothing, so that no package is installed or run."""
    (found,) = re.findall(rf"^{target}:(.*)$", MAKEFILE, re.MULTILINE)
    recipe = MAKEFILE.partition(f"\n{target}:")[2].partition("\n\n")[0]
    return str(found).strip() + "".join(re.findall(r"\$\(BIN\)", recipe))


def test_what_a_proposal_s_build_prints_commands_nobody(tmp_path: Path) -> None:
    recipe = MAKEFILE.partition("\nproposal:")[2].partition("\n\n")[0].split("\n")[1:]
    command = recipe[0].removeprefix("\t@").replace("$$", "$")
    said = [
        subprocess.run(["sh", "-c", command], env=env, capture_output=True, text=True, check=True)
        for env in ({"GITHUB_ACTIONS": "true"}, {"GITHUB_ACTIONS": "true"}, {})
    ]
    first, second, local = (one.stdout for one in said)
    assert re.fullmatch(r"::stop-commands::[0-9a-f]{32}\n", first)
    assert first != second, "a word that could be guessed would start commands again"
    assert local == ""


def test_owners_are_asked_for_folders_that_exist() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    assert [len(rule) for rule in rules] == [2] * len(rules)
    for pattern, _ in rules:
        assert any(PROJECT.glob(pattern.strip("/"))), pattern


def test_a_proposal_is_tested_and_nothing_is_published_before_all_tests_pass() -> None:
    check, publish = (loaded(GITHUB / f"workflows/{name}.yml") for name in ("check", "publish"))
    for job, command in (
        (check["jobs"]["code"], "make test-fast"),
        (check["jobs"]["tests"], "make test-proposal"),
        (publish["jobs"]["tests"], "make test trials"),
    ):
        assert {"run": command} in job["steps"]
        assert job["container"].endswith("-bookworm"), "the packages are Debian's"
    assert publish["jobs"]["deploy"]["needs"] == ["build", "tests"]
