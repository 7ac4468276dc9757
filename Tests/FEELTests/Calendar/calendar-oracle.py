"""An independent judge of dates and times: Python's datetime and zoneinfo modules.

Reads one question a line (a name and its operands, separated by spaces) and answers one line each. Years beyond those
of Python are moved by whole cycles of 400 years, over which the calendar repeats.
"""

import datetime
import sys
import zoneinfo

CYCLE_DAYS = 146_097


def day(text):
    """A date near 2000 that stands for it, and how many cycles it was moved."""
    sign = -1 if text.startswith("-") else 1
    year, month, number = text.lstrip("-").split("-")
    cycles = (sign * int(year) - 2000) // 400
    return datetime.date(sign * int(year) - 400 * cycles, int(month), int(number)), cycles


def written(date, cycles):
    year = date.year + 400 * cycles
    return f"{'-' if year < 0 else ''}{abs(year):04}-{date.month:02}-{date.day:02}"


def number_of(text):
    date, cycles = day(text)
    return date.toordinal() + cycles * CYCLE_DAYS


def plus_days(text, count):
    cycles, rest = divmod(number_of(text) + int(count) - 1, CYCLE_DAYS)
    # Ordinals 1 to 146097 are the years 1 to 400.
    date = datetime.date.fromordinal(rest + 1)
    return written(date, cycles)


def plus_months(text, count):
    date, cycles = day(text)
    total = (date.year + 400 * cycles) * 12 + date.month - 1 + int(count)
    year, month = divmod(total, 12)
    moved = (year - 2000) // 400
    for last in range(date.day, 0, -1):
        try:
            return written(datetime.date(year - 400 * moved, month + 1, last), moved)
        except ValueError:
            continue


def months_between(first, second):
    (a, a_cycles), (b, b_cycles) = day(first), day(second)
    months = 12 * (b.year + 400 * b_cycles - a.year - 400 * a_cycles) + b.month - a.month
    if months > 0 and b.day < a.day:
        months -= 1
    if months < 0 and b.day > a.day:
        months += 1
    return str(months)


def offset(zone, moment):
    local = datetime.datetime.fromisoformat(moment).replace(tzinfo=zoneinfo.ZoneInfo(zone))
    return str(int(local.utcoffset().total_seconds()))


def seconds_between(first, second):
    difference = datetime.datetime.fromisoformat(first) - datetime.datetime.fromisoformat(second)
    return str(difference.days * 86_400 + difference.seconds)


QUESTIONS = dict(
    plusDays=plus_days,
    plusMonths=plus_months,
    daysBetween=lambda a, b: str(number_of(a) - number_of(b)),
    monthsBetween=months_between,
    weekday=lambda a: str(day(a)[0].isoweekday()),
    dayOfYear=lambda a: str(day(a)[0].timetuple().tm_yday),
    weekOfYear=lambda a: str(day(a)[0].isocalendar()[1]),
    offset=offset,
    secondsBetween=seconds_between,
)

for line in sys.stdin:
    name, *operands = line.split()
    print(QUESTIONS[name](*operands))
