"""An independent judge of decimal128 arithmetic: Python's decimal module and integers.

Reads one operation a line (a name and its operands, separated by spaces) and answers one line each:
the result as coefficient and exponent, such as -150E-2, or nil where there is no finite result.
"""

import decimal
import math
import sys
from decimal import Decimal

FORMAT = dict(prec=34, Emax=6144, Emin=-6143, clamp=1)
TRAPS = [decimal.Overflow, decimal.InvalidOperation, decimal.DivisionByZero]
MODES = dict(
    up=decimal.ROUND_UP,
    down=decimal.ROUND_DOWN,
    halfUp=decimal.ROUND_HALF_UP,
    halfDown=decimal.ROUND_HALF_DOWN,
    halfEven=decimal.ROUND_HALF_EVEN,
    floor=decimal.ROUND_FLOOR,
    ceiling=decimal.ROUND_CEILING,
)


def format_context(rounding=decimal.ROUND_HALF_EVEN, traps=TRAPS):
    return decimal.Context(rounding=rounding, traps=traps, **FORMAT)


CONTEXT = format_context()
EXACT = format_context(traps=TRAPS + [decimal.Inexact])
WIDE = decimal.Context(prec=150, Emax=10**9, Emin=-(10**9), traps=TRAPS)
LESS_WIDE = decimal.Context(prec=110, Emax=10**9, Emin=-(10**9), traps=TRAPS)
BOUNDLESS = decimal.Context(prec=10**6, Emax=10**9, Emin=-(10**9), traps=TRAPS)


def parts(number):
    sign, digits, exponent = number.as_tuple()
    coefficient = int("".join(map(str, digits)))
    return (-coefficient if sign else coefficient), exponent


def build(coefficient, exponent):
    digits = tuple(map(int, str(abs(coefficient))))
    return Decimal((1 if coefficient < 0 else 0, digits, exponent))


def aligned(numbers):
    pairs = [parts(number) for number in numbers]
    common = min(exponent for _, exponent in pairs)
    return [coefficient * 10 ** (exponent - common) for coefficient, exponent in pairs], common


def modulo(dividend, divisor):
    if divisor == 0:
        return None
    (left, right), common = aligned([dividend, divisor])
    return CONTEXT.plus(build(left % right, common))


def power(base, exponent):
    if exponent == 0:
        return Decimal(1)
    if base == 0:
        return None if exponent < 0 else Decimal(0)
    # The first rounding makes exact what is exact but for the last digits; the second one is the real one.
    return CONTEXT.plus(LESS_WIDE.plus(WIDE.power(base, exponent)))


def rounded(number, mode, scale):
    if not -6111 <= scale <= 6176:
        return None
    return format_context(MODES[mode]).quantize(number, Decimal((0, (1,), -scale)))


def rounded_to_multiple(number, step, mode):
    if step <= 0:
        return None
    (value, unit), _ = aligned([number, step])
    below, rest = divmod(value, unit)
    half = (2 * rest > unit) - (2 * rest < unit)
    away = value > 0
    up = rest != 0 and {
        "up": away,
        "down": not away,
        "floor": False,
        "ceiling": True,
        "halfUp": half > 0 or (half == 0 and away),
        "halfDown": half > 0 or (half == 0 and not away),
        "halfEven": half > 0 or (half == 0 and below % 2 == 1),
    }[mode]
    coefficient, exponent = parts(step)
    return EXACT.plus(build((below + up) * coefficient, exponent))


def total(*numbers):
    coefficients, common = aligned(numbers)
    return CONTEXT.plus(build(sum(coefficients), common))


def mean(*numbers):
    coefficients, common = aligned(numbers)
    return CONTEXT.divide(build(sum(coefficients), common), Decimal(len(numbers)))


def standard_deviation(*numbers):
    count = len(numbers)
    if count < 2:
        return None
    coefficients, common = aligned(numbers)
    spread = count * sum(c * c for c in coefficients) - sum(coefficients) ** 2
    below = count * (count - 1)
    shift = max(0, 40 + (len(str(below)) - len(str(spread))) // 2 + 1)
    radicand, rest = divmod(spread * 10 ** (2 * shift), below)
    root = math.isqrt(radicand)
    if rest or root * root != radicand:
        return CONTEXT.plus(build(root * 10 + 1, common - shift - 1))
    exponent = common - shift
    while exponent < common and root % 10 == 0:
        root, exponent = root // 10, exponent + 1
    return CONTEXT.plus(build(root, exponent))


OPERATIONS = dict(
    read=lambda text: CONTEXT.create_decimal(text),
    add=lambda a, b: CONTEXT.add(Decimal(a), Decimal(b)),
    subtract=lambda a, b: CONTEXT.subtract(Decimal(a), Decimal(b)),
    multiply=lambda a, b: CONTEXT.multiply(Decimal(a), Decimal(b)),
    divide=lambda a, b: CONTEXT.divide(Decimal(a), Decimal(b)),
    modulo=lambda a, b: modulo(Decimal(a), Decimal(b)),
    compare=lambda a, b: Decimal(Decimal(a).compare(Decimal(b), context=BOUNDLESS)),
    power=lambda a, b: power(Decimal(a), Decimal(b)),
    squareRoot=lambda a: CONTEXT.sqrt(Decimal(a)),
    exponential=lambda a: CONTEXT.exp(Decimal(a)),
    logarithm=lambda a: CONTEXT.ln(Decimal(a)) if Decimal(a) > 0 else None,
    round=lambda a, mode, scale: rounded(Decimal(a), mode, int(scale)),
    roundToMultiple=lambda a, step, mode: rounded_to_multiple(Decimal(a), Decimal(step), mode),
    sum=lambda *numbers: total(*map(Decimal, numbers)),
    mean=lambda *numbers: mean(*map(Decimal, numbers)),
    standardDeviation=lambda *numbers: standard_deviation(*map(Decimal, numbers)),
)


def answer(line):
    if line.startswith("plain "):
        return format(Decimal(line.split()[1]), "f")
    name, *operands = line.split()
    try:
        result = OPERATIONS[name](*operands)
    except (decimal.Overflow, decimal.InvalidOperation, decimal.DivisionByZero, decimal.Inexact):
        result = None
    if result is None:
        return "nil"
    coefficient, exponent = parts(result)
    if name == "power":
        while coefficient and coefficient % 10 == 0 and exponent < 6111:
            coefficient, exponent = coefficient // 10, exponent + 1
        exponent = exponent if coefficient else 0
    return f"{coefficient}E{exponent}"


if __name__ == "__main__":
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    for request in sys.stdin:
        print(answer(request))
