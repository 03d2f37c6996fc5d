"""The description of the programming interface as a page: the same OpenAPI, in the product's own look."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from congdoan.config.api import description
from congdoan.core.text import fold

_KINDS = {
    "integer": "số nguyên",
    "number": "số",
    "string": "chữ",
    "boolean": "true, false",
    "array": "danh sách",
    "object": "đối tượng",
    "date": "ngày",
    "date-time": "thời điểm",
}
_OR_NULL = " hoặc null"


@dataclass(frozen=True, slots=True)
class Line:
    """A parameter or a field."""

    name: str
    kind: str
    about: str
    required: bool


@dataclass(frozen=True, slots=True)
class Call:
    method: str
    path: str
    summary: str
    right: str
    parameters: tuple[Line, ...]
    body: tuple[Line, ...]
    answer: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    anchor: str
    calls: tuple[Call, ...]


@require_GET
def api_page(request: HttpRequest) -> HttpResponse:
    return render(request, "core/api.html", {"groups": groups()})


@cache
def groups() -> tuple[Group, ...]:
    """All calls under the names of their groups, in the order of the description."""
    found: dict[str, list[Call]] = {}
    for path, methods in description()["paths"].items():
        for method, operation in methods.items():
            found.setdefault(operation["tags"][0], []).append(_call(method, path, operation))
    return tuple(Group(name, _anchor(name), tuple(calls)) for name, calls in found.items())


def _anchor(name: str) -> str:
    return "-".join(fold(name).replace(",", "").split())


def _call(method: str, path: str, operation: dict[str, Any]) -> Call:
    parameters = tuple(
        Line(one["name"], _kind(one["schema"]).removesuffix(_OR_NULL), one.get("description", ""), one["required"])
        for one in operation["parameters"]
    )
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    good = next(said for status, said in operation["responses"].items() if int(status) < 300)
    answer = good["content"]["application/json"]["schema"]
    right = operation.get("x-right", "")
    return Call(method.upper(), path, operation["summary"], right, parameters, _fields(body), _fields(_item(answer)))


def _item(schema: dict[str, Any]) -> dict[str, Any]:
    """Of a page of lines one line."""
    items: dict[str, Any] | None = _resolved(schema).get("properties", {}).get("items")
    return items["items"] if items and "items" in items else schema


def _fields(schema: dict[str, Any]) -> tuple[Line, ...]:
    return tuple(_lines(_resolved(schema)))


def _lines(schema: dict[str, Any]) -> Iterator[Line]:
    required = schema.get("required", [])
    for name, field in schema.get("properties", {}).items():
        yield Line(name, _kind(field), field.get("description", ""), name in required)


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in schema:
        return schema
    found: dict[str, Any] = description()["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    return found


def _kind(schema: dict[str, Any]) -> str:
    """In words: "số nguyên", "một trong draft, sent", "danh sách {id, name}"."""
    if options := [one for one in schema.get("anyOf", []) if one.get("type") != "null"]:
        return _kind(options[0]) + (_OR_NULL if len(options) < len(schema["anyOf"]) else "")
    resolved = _resolved(schema)
    if "enum" in resolved:
        return "một trong " + ", ".join(str(one) for one in resolved["enum"])
    if "$ref" in schema:
        return "{" + ", ".join(resolved.get("properties", {})) + "}"
    if schema.get("type") == "array":
        return f"danh sách {_kind(schema['items'])}"
    kind = schema.get("format") if schema.get("format") in _KINDS else schema.get("type", "")
    return _KINDS.get(str(kind), str(kind))
