"""What the templates of a language may use, beside what each page gives them."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from kb.publish.edition import Edition
from kb.publish.files import without_indents
from kb.publish.policy import page_policy
from kb.report.browser import broken

Frame = tuple[object, ...]
"""The settings that templates read themselves."""


def furnish(
    env: Environment, edition: Edition, config: MkDocsConfig, *, live_reload: bool
) -> Frame:
    """Give an environment what all pages share, and say what of it no page's own values tell."""
    env.bytecode_cache = edition.run.compiled
    env.trim_blocks = env.lstrip_blocks = True  # no empty lines for each "if"
    env.autoescape = True
    env.filters["without_indents"] = without_indents
    policy = page_policy(live_reload=live_reload)
    wrong = broken(edition.run.findings, edition.lang, config.site_url)
    env.globals.update(edition.shared_values(), policy=policy, broken=wrong)
    return policy, config.repo_url, dict(config.extra), wrong
