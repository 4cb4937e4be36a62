"""A YAML node read by a field list: a record, or findings that say what to mend."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from itertools import takewhile
from typing import Any, TypeVar, cast

import yaml

from kb.finding import Finding, Rule, errors, hint
from kb.model.fields import FIELD_TYPE_NAMES, Field, FieldType, field_list, is_called
from kb.model.record import Location
from kb.read.characters import odd_characters
from kb.read.values import EMPTY_VALUE, read_address, read_line, read_value
from kb.read.written import Written
from kb.read.yaml_nodes import last_line_of, line_of
from kb.text import LANGUAGE_NAMES, Lang, Text

_Known = Mapping[str, Field] | list[Lang]
T = TypeVar("T")
V = TypeVar("V")

MISSING_KEY = Rule.error(
    "missing-key",
    "Tiedosta ({label}) puuttuu pakollinen kenttä ”{key}” ({about}). Lisää rivi ”{key}: …”.",
    "Uppgiften ({label}) saknar det obligatoriska fältet ”{key}” ({about}). Lägg till raden "
    "”{key}: …”.",
)
UNKNOWN_KEY = Rule.error(
    "unknown-key",
    "Kenttää ”{key}” ei tunneta. {hint}",
    "Fältet ”{key}” är okänt. {hint}",
)
_DRAFT = UNKNOWN_KEY.saying(
    "Kenttä ”{key}” ei tee sivusta luonnosta: lukijat näkisivät sen. Aloita tiedoston nimi "
    "alaviivalla, niin sitä ei julkaista, esimerkiksi _{name}.",
    "Fältet ”{key}” gör inte sidan till ett utkast: läsarna skulle se den. Börja filens namn med "
    "ett understreck så publiceras den inte, till exempel _{name}.",
)
_DRAFT_KEYS = frozenset({"draft", "published"})
_KNOWN_KEYS = Text("Tunnetut kentät: {words}.", "Kända fält: {words}.")
FOREIGN_KEY = Rule.warning(
    "foreign-key",
    "Kentällä ”{key}” ei ole tällä sivustolla merkitystä, joten sitä ei lueta. Poista rivi.",
    "Fältet ”{key}” betyder ingenting på den här webbplatsen och läses inte. Ta bort raden.",
)
DUPLICATE_KEY = Rule.error(
    "duplicate-key",
    "Kenttä ”{key}” on samassa tiedossa kahdesti. Poista toinen.",
    "Fältet ”{key}” står två gånger i samma uppgift. Ta bort det ena.",
)
_VALUE_AGAIN = DUPLICATE_KEY.saying(
    "Kentän ”{key}” luettelossa on ”{value}” kahdesti. Poista toinen.",
    "Listan i fältet ”{key}” har ”{value}” två gånger. Ta bort det ena.",
)
WRONG_TYPE = Rule.error(
    "wrong-type",
    "Kentässä ”{key}” on vain yksi arvo ({shape}). Kirjoita se samalle riville ilman "
    "hakasulkeita: {key}: …",
    "Fältet ”{key}” har bara ett värde ({shape}). Skriv det på samma rad utan hakparenteser: "
    "{key}: …",
)
_NOT_A_MAPPING = WRONG_TYPE.saying(
    "Tässä pitäisi olla kenttiä muodossa ”nimi: arvo”, yksi rivillä, esimerkiksi ”id: P-300”.",
    "Här ska det stå fält i formen ”namn: värde”, ett per rad, till exempel ”id: P-300”.",
)
_NOT_A_LIST = WRONG_TYPE.saying(
    "Kentässä ”{key}” on luettelo. Kirjoita arvot hakasulkeisiin, yksikin: {key}: [{better}]",
    "Fältet ”{key}” har en lista. Skriv värdena inom hakparenteser, också ett enda: {key}: "
    "[{better}]",
)
MISSING_LANGUAGE = Rule.error(
    "missing-language",
    "Kentästä ”{key}” puuttuu kieli: {language}. Lisää rivi ”{lang}: …”.",
    "Fältet ”{key}” saknar ett språk: {language}. Lägg till raden ”{lang}: …”.",
)
_NOT_BILINGUAL = MISSING_LANGUAGE.saying(
    "Kenttä ”{key}” tarvitsee molemmat kielet. Kirjoita alariveille ”fi: …” ja ”sv: …”.",
    "Fältet ”{key}” behöver båda språken. Skriv ”fi: …” och ”sv: …” på raderna under.",
)


@dataclass
class Reader:
    """Reads nodes of one file and collects what is wrong with them."""

    path: str
    first_line: int = 1
    findings: list[Finding] = field(default_factory=list)

    def record(self, record: type[T], node: yaml.Node) -> T | None:
        """The record that a mapping node spells out; None once anything in it was refused."""
        before = len(self.findings)
        entries = self.mapping(node)
        if len(self.findings) > before and not entries:
            return None
        declared = field_list(record)
        label: Text = record.label  # type: ignore[attr-defined]
        for key, (key_node, _) in entries.items():
            if key not in declared:
                self._not_declared(record, key, key_node)
        values: dict[str, Any] = {}
        for key, one in declared.items():
            if key in entries:
                values[key] = self._value(key, one, entries[key][1])
            elif one.required and not self._is_misnamed(key, one, entries.keys() - declared.keys()):
                # A misspelt key is told as that alone.
                after = [entries[k][1] for k in takewhile(key.__ne__, declared) if k in entries]
                line = (
                    last_line_of(after[-1], self.first_line)
                    if after
                    else line_of(node, self.first_line)
                )
                self.findings.append(
                    MISSING_KEY.at(self.path, line, key=key, label=label, about=one.about)
                )
        if errors(self.findings[before:]):
            return None
        lines = dict(self._lines(entries))
        return cast(
            T,
            cast(Any, record)(
                **values, place=Location(self.path, line_of(node, self.first_line), lines)
            ),
        )

    @property
    def has_lost_language(self) -> bool:
        """True if a field lacks a language: its line may stand elsewhere."""
        return any(finding.rule.id == MISSING_LANGUAGE.id for finding in self.findings)

    def _lines(
        self, entries: Mapping[str, tuple[yaml.Node, yaml.Node]]
    ) -> Iterator[tuple[str, int]]:
        """The line of each key, of each language of a text and of each item of a list.

        They are called `title`, `title.sv`, `pages.teemat/index`.
        """
        for key, (at, value) in entries.items():
            yield key, line_of(at, self.first_line)
            inside = value.value if isinstance(value, yaml.CollectionNode) else ()
            for one in inside:
                part = one[0] if isinstance(value, yaml.MappingNode) else one
                yield f"{key}.{part.value}", line_of(part, self.first_line)

    def mapping(self, node: yaml.Node) -> dict[str, tuple[yaml.Node, yaml.Node]]:
        """The entries of a mapping by key; a key that stands twice is a finding."""
        if not isinstance(node, yaml.MappingNode):
            self.refuse(node, _NOT_A_MAPPING)
            return {}
        entries: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in entries:
                self.refuse(key_node, DUPLICATE_KEY, key=key)
            entries[key] = (key_node, value_node)
        return entries

    def refuse(self, node: yaml.Node, rule: Rule, **values: Text | str) -> None:
        """Note a finding at the node's line."""
        self.findings.append(rule.at(self.path, line_of(node, self.first_line), **values))

    def _not_declared(self, record: type[object], key: str, node: yaml.Node) -> None:
        if key in getattr(record, "elsewhere", ()):
            self.refuse(node, FOREIGN_KEY, key=key)
        elif key in _DRAFT_KEYS and self.path.endswith(".md"):
            self.refuse(node, _DRAFT, key=key, name=self.path.rpartition("/")[2])
        else:
            self._unknown_key(key, node, field_list(record))

    def _is_misnamed(self, key: str, one: Field, others: Iterable[str]) -> bool:
        """True if another key is meant for this one: misspelt, or in another language."""
        return bool(get_close_matches(key, others)) or any(is_called(one, key) for key in others)

    def _unknown_key(self, key: str, node: yaml.Node, known: _Known) -> None:
        every = _KNOWN_KEYS.format(words=", ".join(known))
        fields = known if isinstance(known, Mapping) else {}
        meant = next((name for name, one in fields.items() if is_called(one, key)), key)
        self.refuse(node, UNKNOWN_KEY, key=key, hint=hint(meant, known, every))

    def _value(self, key: str, one: Field, node: yaml.Node) -> Any:
        if one.many:
            if not isinstance(node, yaml.SequenceNode):
                typed = node.value if isinstance(node, yaml.ScalarNode) else "S-001, P-002"
                said = {"better": typed} if typed else {}
                self.refuse(node, _NOT_A_LIST if typed else EMPTY_VALUE, key=key, **said)
                return ()
            if one.required and not node.value:
                self.refuse(node, EMPTY_VALUE, key=key)
            self._tell_repeated(key, node)
            return tuple(self._single(key, one, item) for item in node.value)
        return self._single(key, one, node)

    def _tell_repeated(self, key: str, listed: yaml.SequenceNode) -> None:
        known: set[str] = set()
        for item in listed.value:
            if isinstance(item, yaml.ScalarNode):
                if item.value in known:
                    self.refuse(item, _VALUE_AGAIN, key=key, value=item.value)
                known.add(item.value)

    def _single(self, key: str, one: Field, node: yaml.Node) -> Any:
        if one.type in (FieldType.BILINGUAL, FieldType.ADDRESSES):
            return self._bilingual(key, one, node)
        return self._read(key, one, node, read_value)

    def _read(
        self,
        key: str,
        one: Field,
        node: yaml.Node,
        read: Callable[[Written, Field], V | Finding],
    ) -> V | None:
        if not isinstance(node, yaml.ScalarNode):
            self.refuse(node, WRONG_TYPE, key=key, shape=FIELD_TYPE_NAMES[one.type])
            return None
        value = read(Written(self.path, line_of(node, self.first_line), key, node), one)
        if isinstance(value, Finding):
            self.findings.append(value)
            return None
        if node.style == '"':  # may spell characters by their numbers
            line = line_of(node, self.first_line)
            self.findings += odd_characters(str(node.value), self.path, line)
        return value

    def _bilingual(self, key: str, one: Field, node: yaml.Node) -> Text | None:
        if not isinstance(node, yaml.MappingNode):
            self.refuse(node, _NOT_BILINGUAL, key=key)
            return None
        entries = self.mapping(node)
        for extra in entries.keys() - set(Lang):
            self._unknown_key(extra, entries[extra][0], list(Lang))
        read = read_address if one.type is FieldType.ADDRESSES else read_line
        side = replace(one, type=FieldType.LINE)
        words: dict[str, str] = {}
        for lang in Lang:
            if lang not in entries and entries.keys() - set(Lang):
                continue  # written under another key, which is told
            if lang not in entries or not str(entries[lang][1].value).strip():
                at = entries[lang][0] if lang in entries else node
                language = LANGUAGE_NAMES[lang]
                self.refuse(at, MISSING_LANGUAGE, key=key, language=language, lang=lang.value)
            else:
                words[lang] = self._read(f"{key}.{lang}", side, entries[lang][1], read) or ""
        complete = all(words.get(lang, "").strip() for lang in Lang)
        return Text(words[Lang.FI], words[Lang.SV]) if complete else None
