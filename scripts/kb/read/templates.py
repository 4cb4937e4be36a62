"""Compiled templates, kept from one build to the next."""

from __future__ import annotations

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from kb.read.program import code
from kb.read.store import Store, digest


class CompiledTemplates(BytecodeCache):
    """Jinja's own cache would not notice other options or another `finalize`: names say more."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja before it compiles."""
        if found := self._store.get(_name(bucket)):
            bucket.bytecode_from_string(found.encode("latin-1"))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja after it has compiled."""
        self._store.put(_name(bucket), bucket.bytecode_to_string().decode("latin-1"))


def _name(bucket: Bucket) -> str:
    made_by: Environment = bucket.environment
    options = made_by.trim_blocks, made_by.lstrip_blocks, made_by.autoescape
    extensions = sorted(made_by.extensions)
    return digest("template", code(), bucket.key, bucket.checksum, options, extensions)
