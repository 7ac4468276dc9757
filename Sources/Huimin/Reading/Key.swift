import Diagnostics

/// The words of the policy document, in one place.
enum Key {
  static let policy = "policy"
  static let module = "module"
  static let uses = "uses"
  static let workingDays = "working days"
  static let comparisonWords = "comparison words"
  static let title = "title"
  static let level = "level"
  static let inForce = "in force"
  static let sourceChecked = "source checked"
  static let note = "note"
  static let sources = "sources"
  static let readings = "readings"
  static let implements = "implements"
  static let amends = "amends"
  static let facts = "facts"
  static let parameters = "parameters"
  static let open = "open"
  static let decisions = "decisions"
  static let outcome = "outcome"
  static let changes = "changes"
  static let review = "review"

  static let weekend = "weekend"
  static let holidays = "holidays"
  static let worked = "worked"

  static let number = "number"
  static let issuer = "issuer"
  static let date = "date"
  static let url = "url"
  static let silentIn = "silent in"
  static let to = "to"
  static let within = "within"
  static let from = "from"
  static let type = "type"
  static let members = "members"
  static let label = "label"
  static let ask = "ask"
  static let unit = "unit"
  static let range = "range"
  static let evidence = "evidence"
  static let canChange = "can change"
  static let wanted = "wanted"
  static let of = "of"
  static let judgement = "judgement"
  static let by = "by"
  static let basis = "basis"
  static let validFor = "valid for"
  static let on = "on"
  static let override = "override"
  static let decidedBy = "decided by"
  static let source = "source"
  static let cite = "cite"
  static let filledBy = "filled by"
  static let fallback = "default"

  static let value = "value"
  static let cases = "cases"
  static let table = "table"
  static let criteria = "criteria"
  static let split = "split"
  static let rule = "rule"
  static let exceptions = "exceptions"
  static let over = "over"
  static let bestOf = "best of"
  static let choose = "choose"
  static let byDate = "by date"
  static let quota = "quota"
  static let atMost = "at most"
  static let counting = "counting"
  static let dated = "dated"
  static let carryOver = "carry over"
  static let since = "since"
  static let reading = "reading"
  static let round = "round"
  static let because = "because"

  static let when = "when"
  static let then = "then"
  static let otherwise = "otherwise"
  static let hit = "hit"
  static let inputs = "inputs"
  static let outputs = "outputs"
  static let rules = "rules"
  static let all = "all"
  static let any = "any"
  static let atLeast = "at least"
  static let require = "require"
  static let met = "met"
  static let unmet = "unmet"
  static let cure = "cure"
  static let waiveWhen = "waive when"
  static let among = "among"
  static let amount = "amount"
  static let remainder = "remainder"
  static let ifOver = "if over"
  static let atLeastAmount = "at least"
  static let paidTo = "paid to"
  static let theRest = "the rest"
  static let reduceInOrder = "reduce in order"
  static let replace = "replace by"
  static let addExceptions = "add exceptions"
  static let addCriteria = "add criteria"

  static let tests = "tests"
  static let expect = "expect"
  static let status = "status"
  static let fails = "fails"
}

/// The keys that each part of the document may have: what the reader accepts and the JSON Schema in `Grammar/` describes.
extension Key {
  static let policyKeys = [
    policy, title, level, inForce, sourceChecked, note, sources, readings, implements, amends, facts, parameters, open,
    decisions, outcome, changes, uses, workingDays, comparisonWords, review,
  ]
  /// Of a module: what other policies take over by name.
  static let moduleKeys = [
    module, title, inForce, sourceChecked, note, sources, readings, facts, parameters, decisions, uses, workingDays,
    comparisonWords,
  ]
  static let calendarYearKeys = [holidays, worked, source, cite]
  static let languages = Language.allCases.map(\.rawValue)
  static let sourceKeys = [title, number, issuer, date, url, note]
  static let readingKeys = languages + [silentIn]
  static let remedyKeys = [label, to, within, from, cite, note]
  private static let typeKeys = [type, members, of, unit, label, ask, range, note]
  static let factKeys = typeKeys + [evidence, judgement, canChange]
  static let judgementKeys = [by, basis, validFor]
  /// Keys by which a mapping under the name of a fact describes the fact, and is not the fields of a record.
  static let describing = [type, members, of, ask, label, unit, evidence, range, judgement, canChange]
  static let fieldKeys = [type, members, of, unit, label]
  static let openTermKeys = typeKeys + [filledBy, fallback, cite, canChange]
  /// Beside the dates.
  static let parameterKeys = [label, type, unit, source, cite, note]
  static let datedValueKeys = [value, cite, source]
  static let forms = [value, cases, table, criteria, rule, bestOf, split, quota, byDate]
  static let decisionKeys =
    forms + [type, members, unit, label, cite, reading, round, because, paidTo, note, wanted, override]
  static let overrideKeys = [decidedBy, cite, validFor, note]
  static let splitKeys = [among, remainder, ifOver]
  static let quotaKeys = [atMost, counting, amount, dated, carryOver, since]
  static let bestOfKeys = [choose, otherwise]
  static let generalRuleKeys = [value, label, because, cite, reading]
  static let exceptionKeys = [when, then, label, because, cite, reading, over, exceptions]
  static let candidateKeys = [value, when, label, because, cite, reading]
  static let caseKeys = [when, then, otherwise, because, cite, reading]
  static let tableKeys = [hit, inputs, outputs, rules, fallback]
  static let rowKeys = [when, then, label, because, cite, reading]
  /// Beside `all`, `any` and `at least n`.
  static let criterionKeys = [require, label, cite, reading, evidence, met, unmet, cure, waiveWhen]
  static let shareKeys = [amount, label, when, atLeastAmount, atMost, paidTo, because, cite, reading, among]
  static let waiverKeys = [waiveWhen, because, cite, reading]
  static let replacementKeys = [replace]
  static let additionKeys = [addExceptions, addCriteria]
  static let testFileKeys = [tests, date, facts, cases]
  static let testKeys = [date, facts, expect, status, open, unmet, fails]
}
