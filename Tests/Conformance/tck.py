#!/usr/bin/env python3
"""Runs the pure FEEL expressions of the DMN Technology Compatibility Kit through `huimin feel --ndjson`.

    tck.py HUIMIN TESTCASES [--all]

HUIMIN is the program; TESTCASES the folder `TestCases` of a copy of github.com/dmn-tck/tck. A case is pure where its
decision is one literal expression that needs no other decision, no function and no constrained type of the model;
inputs are put before the expression as entries of a context, and types are written out. Prints how many agree, whether errors are reported where the kit marks them,
and every difference. Ends with 1 where fewer than 99.5 % of the values or 98 % of the flags agree.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from decimal import Decimal, InvalidOperation

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"


def local(element):
    return element.tag.rsplit("}", 1)[-1]


def children(element, name):
    return [child for child in element if local(child) == name]


def expected_value(element):
    """None, (type, text), [item …] or {name: component …}."""
    for child in element:
        if local(child) in ("value", "list") and child.get(XSI + "nil") == "true":
            return None
        if local(child) == "value":
            return ((child.get(XSI + "type") or "").split(":")[-1], child.text or "")
        if local(child) == "list":
            return [expected_value(item) for item in children(child, "item")]
    components = children(element, "component")
    return {part.get("name"): expected_value(part) for part in components} if components else None


def feel_text(value):
    """An input value as an expression."""
    if value is None:
        return "null"
    if isinstance(value, list):
        return "[" + ", ".join(map(feel_text, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(name)}: {feel_text(part)}" for name, part in value.items()) + "}"
    kind, text = value
    if kind in ("date", "time", "dateTime", "duration", "yearMonthDuration", "dayTimeDuration"):
        return f'@"{text}"'
    return text if kind in ("boolean", "decimal", "integer", "double", "number", "int", "float") else json.dumps(text)


def moment_parts(text):
    """A date, time or duration, as something equal for equal values that are written in several ways."""
    duration = re.fullmatch(r"(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?", text)
    if duration:
        sign = -1 if duration[1] else 1
        years, months, days, hours, minutes = (int(part or 0) for part in duration.groups()[1:6])
        seconds = Decimal(duration[7] or 0) + 60 * minutes + 3600 * hours + 86400 * days
        return ("duration", sign * (12 * years + months), sign * seconds)
    text = re.sub(r"(\.\d*?)0+(?=\D|$)", r"\1", text).replace(".Z", "Z")
    return re.sub(r"\.(?=\D|$)", "", re.sub(r"\+00:00$", "Z", text))


def agrees(got, wanted):
    kind = got["type"]
    if wanted is None:
        return kind == "null"
    if isinstance(wanted, list):
        return (kind == "list" and len(got["items"]) == len(wanted)
                and all(agrees(a, b) for a, b in zip(got["items"], wanted)))
    if isinstance(wanted, dict):
        entries = got.get("entries", {})
        return (kind == "context" and set(entries) == set(wanted)
                and all(agrees(entries[name], wanted[name]) for name in wanted))
    wanted_kind, text = wanted
    if kind == "boolean":
        return str(got["value"]).lower() == text.strip().lower()
    if kind == "number":
        try:
            value = Decimal(text)
            return abs(Decimal(got["value"]) - value) <= Decimal("1e-8") * max(1, abs(value))
        except InvalidOperation:
            return False
    if kind == "string":
        return wanted_kind in ("string", "") and got["value"] == text
    return kind != "null" and moment_parts(str(got.get("value"))) == moment_parts(text.strip())


class Model:
    """What is needed of a DMN model: its pure decisions and the types of its variables."""

    def __init__(self, path):
        root = ElementTree.parse(path).getroot()
        self.types = {item.get("name"): item for item in children(root, "itemDefinition")}
        self.decisions, self.inputs = {}, {}
        for element in children(root, "inputData"):
            self.inputs["#" + element.get("id", "")] = element
        for decision in children(root, "decision"):
            literal = children(decision, "literalExpression")
            text = literal and children(literal[0], "text")
            if not text or children(decision, "knowledgeRequirement"):
                continue
            needed, is_pure = [], True
            for requirement in children(decision, "informationRequirement"):
                for part in requirement:
                    source = self.inputs.get(part.get("href"))
                    if local(part) == "requiredInput" and source is not None:
                        needed.append(source.get("name"))
                    else:
                        is_pure = False
            variable = children(decision, "variable")
            if is_pure and (written := self.without_model_types(text[0].text or "")) is not None:
                declared = self.feel_type(variable[0].get("typeRef")) if variable else None
                self.decisions[decision.get("name")] = (written, needed, declared)

    def without_model_types(self, text):
        """The expression with the types of the model written out, or None where FEEL cannot write one."""
        for name in sorted(self.types, key=len, reverse=True):
            mentioned = re.compile(r"(\binstance of (?:list<)?)" + re.escape(name) + r"\b")
            if mentioned.search(text):
                written = self.feel_type(name)
                if written is None:
                    return None
                text = mentioned.sub(lambda match: match[1] + written, text)
        return text

    def feel_type(self, name):
        """A type of the model as FEEL writes it, or None where it says nothing or more than FEEL can say."""
        name = (name or "").split(":")[-1]
        simple = {"yearMonthDuration": "years and months duration", "dayTimeDuration": "days and time duration",
                  "dateTime": "date and time", "dayTimeduration": "days and time duration"}
        if name in ("", "Any"):
            return None
        item = self.types.get(name)
        return simple.get(name, name) if item is None else self.item_type(item)

    def item_type(self, item):
        if children(item, "functionItem") or children(item, "allowedValues") or children(item, "typeConstraint"):
            return None
        parts = children(item, "itemComponent")
        if parts:
            inner = [(part.get("name"), self.item_type(part)) for part in parts]
            kind = "context<" + ", ".join(f"{name}: {part or 'Any'}" for name, part in inner) + ">"
        else:
            reference = children(item, "typeRef")
            kind = self.feel_type(reference[0].text if reference else None)
        return f"list<{kind or 'Any'}>" if item.get("isCollection") == "true" else kind


def cases(folder):
    """Every pure case: id, expression, type, expected value, whether an error is expected."""
    for path in sorted(pathlib.Path(folder).rglob("*.dmn")):
        model = Model(path)
        for tests in sorted(path.parent.glob("*test*.xml")):
            root = ElementTree.parse(tests).getroot()
            if any((name.text or "").strip() != path.name for name in children(root, "modelName")):
                continue
            for case in children(root, "testCase"):
                given = {node.get("name"): expected_value(node) for node in children(case, "inputNode")}
                for node in children(case, "resultNode"):
                    if node.get("name") not in model.decisions or not children(node, "expected"):
                        continue
                    text, needed, declared = model.decisions[node.get("name")]
                    if any(name not in given for name in needed):
                        continue
                    if needed:
                        entries = "".join(f"{json.dumps(name)}: {feel_text(given[name])}, " for name in needed)
                        text = "{" + entries + "the result: " + text + "\n}.the result"
                    yield (f"{path.parent.name}/{tests.stem[-2:]}/{case.get('id')}/{node.get('name')}", text, declared,
                           expected_value(children(node, "expected")[0]), node.get("errorResult") == "true")


def main():
    program, folder = sys.argv[1:3]
    shows_all = "--all" in sys.argv
    found = list(cases(folder))
    lines = []
    for number, (_, text, declared, _, _) in enumerate(found):
        lines.append(json.dumps({"id": number, "expr": text} | ({"type": declared} if declared else {})))
    run = subprocess.run([program, "feel", "--ndjson"], input="\n".join(lines) + "\n", capture_output=True, text=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(answers) == len(found), run.stderr
    tally = collections.Counter()
    for (name, text, declared, wanted, is_error), answer in zip(found, answers):
        is_value = wanted is not None
        is_right = agrees(answer["value"], wanted)
        is_flagged = bool(answer["diagnostics"])
        tally["cases"] += 1
        tally["cases right"] += is_right
        tally["values"] += is_value
        tally["values right"] += is_value and is_right
        tally["errors"] += is_error
        tally["errors told"] += is_error and is_flagged
        tally["quiet"] += not is_error
        tally["quiet kept"] += not is_error and not is_flagged
        if not is_right or is_flagged != is_error or shows_all:
            problem = "" if is_right else "VALUE "
            problem += "" if is_flagged == is_error else "FALSE ALARM " if is_flagged else "SILENT "
            said = answer["diagnostics"][0]["code"] if is_flagged else ""
            print(f"{problem}{name} | {' '.join(text.split())[:110]} | {declared or ''} | wanted {wanted} | "
                  f"got {json.dumps(answer['value'], ensure_ascii=False)[:110]} {said}")

    def share(part, whole):
        ratio = tally[part] / max(1, tally[whole])
        print(f"{part:13} {tally[part]:5} of {tally[whole]:5}  {100 * ratio:6.2f} %")
        return ratio

    shares = [share("cases right", "cases"), share("values right", "values"), share("errors told", "errors"),
              share("quiet kept", "quiet")]
    sys.exit(0 if min(shares[:2]) >= 0.995 and min(shares[2:]) >= 0.98 else 1)


main()
