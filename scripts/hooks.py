"""MkDocs' hook file: binds its events to `kb.site`, nothing else."""

from __future__ import annotations

from typing import Any

from kb.site import Site
from mkdocs.plugins import CombinedEvent, event_priority

SITE = Site()

AFTER_STATIC_I18N, BEFORE_STATIC_I18N = -100, 100


def on_startup(command: str, dirty: bool) -> None:
    """Every event below is told in `kb.site`, too."""
    SITE.on_startup(command)


def on_config(config: Any) -> None:
    SITE.on_config(config)


def on_pre_build(config: Any) -> None:
    SITE.on_pre_build(config)


def _before(files: Any, config: Any) -> Any:
    return SITE.on_all_files(files, config)


@event_priority(AFTER_STATIC_I18N)
def _after(files: Any, config: Any) -> Any:
    return SITE.on_files(files, config)


on_files = CombinedEvent(event_priority(BEFORE_STATIC_I18N)(_before), _after)


def on_nav(nav: Any, config: Any, files: Any) -> None:
    SITE.on_nav(nav)


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    return SITE.on_page_markdown(page, config)


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    return SITE.on_page_content(html, page)


def on_env(env: Any, config: Any, files: Any) -> None:
    SITE.on_env(env, config)


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> None:
    SITE.on_page_context(context, page)


def on_post_page(output: str, page: Any, config: Any) -> str:
    return SITE.on_post_page(output, page)


def on_post_build(config: Any) -> None:
    SITE.on_post_build(config)


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    return SITE.on_serve(server, config, builder)
