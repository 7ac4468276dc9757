"""Verifies the digest of a receipt, by Policies/guide/receipts.md alone: python3 verify-receipt.py receipt.json"""
import json, re, sys
from hashlib import sha256


class Number(str):
    """A number, in its digits."""


def canonical(value):
    if isinstance(value, Number):
        return str(value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def tree(value, salts, pointer="", salt=None):
    salt = bytes.fromhex(salts[pointer]) if pointer in salts else salt

    def inner(step, part):
        step = str(step)
        own = salt and sha256(b"\x10" + salt + sha256(step.encode()).digest()).digest()
        return tree(part, salts, pointer + "/" + step.replace("~", "~0").replace("/", "~1"), own)

    if isinstance(value, list) and value:
        return sha256(b"\x01" + b"".join(inner(i, part) for i, part in enumerate(value))).digest()
    if isinstance(value, dict) and value:
        hidden = value.get("withheld")
        if len(value) == 1 and isinstance(hidden, str) and re.fullmatch("[0-9a-f]{64}", hidden):
            return bytes.fromhex(hidden)
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return sha256(
            b"\x02" + b"".join(sha256(key.encode()).digest() + inner(key, value[key]) for key in keys)).digest()
    text = canonical(value).encode()
    return sha256(b"\x03" + salt + text if salt else b"\x00" + text).digest()


with open(sys.argv[1], encoding="utf-8") as file:
    receipt = json.load(file, parse_float=Number, parse_int=Number)
digest = receipt.pop("digest")
root = tree(receipt, digest.get("salts", {})).hex()
print("fits" if root == digest["sha256"] else "does not fit", root)
sys.exit(root != digest["sha256"])
