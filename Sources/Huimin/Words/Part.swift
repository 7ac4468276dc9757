import PolicySource

/// A part of a policy or test document: which keys in it are words of the language, and what stands under them. All other
/// keys are the author's own.
indirect enum Part: Sendable {
  case policy, testFile
  /// Nothing in it is a word of the language: an expression, a record, text.
  case own
  /// Words for people, in one language or both.
  case wording
  case word(Phrase)
  /// Under each of the author's own names, this.
  case each(Part)
  case source, reading, remedy, fact, type, field, parameter, datedValue, openTerm, judgement, override, calendar,
    calendarYear,
    comparisonWords, aim
  case decision, cases, table, row, criteria, criterion, generalRule, exception, candidate, share, periods, change
  case test

  /// The keys that a mapping of this part has, each with what stands under it.
  func keys(of mapping: Node) -> [String: Part] {
    switch self {
    case .policy: Part.policyKeys
    case .testFile:
      [Key.tests: .own, Key.date: .own, Key.facts: .own, Key.cases: .each(.test), Key.policy: .own]
    case .own, .each, .word, .aim: [:]
    case .wording: [Language.zh.rawValue: .own, Language.en.rawValue: .own]
    case .source:
      [
        Key.title: .wording, Key.number: .own, Key.issuer: .wording, Key.date: .own, Key.url: .own,
        Key.note: .wording,
      ]
    case .reading: [Language.zh.rawValue: .own, Language.en.rawValue: .own, Key.silentIn: .own]
    case .remedy:
      [
        Key.label: .wording, Key.to: .wording, Key.within: .own, Key.from: .wording, Key.cite: .own,
        Key.note: .wording,
      ]
    case .fact:
      Part.describes(mapping, Key.describing)
        ? Part.typeKeys.merging([
          Key.evidence: .wording, Key.judgement: .judgement, Key.canChange: .word(.changeability),
        ]) { $1 } : [:]
    case .type: Part.describes(mapping, [Key.members]) ? [Key.members: .each(.wording)] : [:]
    case .field: Part.describes(mapping, [Key.type, Key.label, Key.members]) ? Part.typeKeys : [:]
    case .parameter:
      Part.typeKeys.merging([Key.source: .own, Key.cite: .own]) { $1 }
    case .calendar: [Key.weekend: .word(.weekday)]
    case .calendarYear: [Key.holidays: .own, Key.worked: .own, Key.source: .own, Key.cite: .own]
    case .comparisonWords: [Key.cite: .own]
    case .judgement: [Key.by: .each(.wording), Key.basis: .own, Key.validFor: .own]
    case .override:
      [Key.decidedBy: .each(.wording), Key.cite: .own, Key.validFor: .own, Key.note: .wording]
    case .datedValue: [Key.value: .own, Key.cite: .own, Key.source: .own]
    case .openTerm:
      Part.typeKeys.merging([
        Key.filledBy: .word(.level), Key.fallback: .own, Key.cite: .own, Key.canChange: .word(.changeability),
      ]) { $1 }
    case .decision: Part.decisionKeys
    case .cases: Part.reasons.merging([Key.when: .own, Key.then: .own, Key.otherwise: .own]) { $1 }
    case .table:
      [
        Key.hit: .word(.hit), Key.inputs: .own, Key.outputs: .each(.field), Key.rules: .each(.row), Key.fallback: .own,
      ]
    case .row: Part.reasons.merging([Key.when: .own, Key.then: .own, Key.label: .wording]) { $1 }
    case .criteria: Part.groups
    case .criterion:
      Part.groups.merging(Part.reasons) { $1 }.merging([
        Key.require: .own, Key.label: .wording, Key.evidence: .wording, Key.met: .wording, Key.unmet: .wording,
        Key.cure: .wording, Key.waiveWhen: .own,
      ]) { $1 }
    case .generalRule: Part.reasons.merging([Key.value: .own, Key.label: .wording]) { $1 }
    case .exception:
      Part.reasons.merging([
        Key.when: .own, Key.then: .own, Key.label: .wording, Key.over: .own, Key.exceptions: .each(.exception),
      ]) { $1 }
    case .candidate: Part.reasons.merging([Key.value: .own, Key.when: .own, Key.label: .wording]) { $1 }
    case .share:
      Part.reasons.merging([
        Key.amount: .word(.share), Key.label: .wording, Key.when: .own, Key.atLeastAmount: .own, Key.atMost: .own,
        Key.paidTo: .wording, Key.among: .each(.share),
      ]) { $1 }
    case .periods: Dictionary(uniqueKeysWithValues: QuotaPeriod.allCases.map { ($0.rawValue, Part.own) })
    case .change:
      Part.reasons.merging([
        Key.waiveWhen: .own, Key.replace: .decision, Key.addExceptions: .each(.exception),
        Key.addCriteria: .each(.criterion),
      ]) { $1 }
    case .test:
      [
        Key.date: .own, Key.facts: .own, Key.expect: .own, Key.status: .word(.status), Key.open: .own,
        Key.unmet: .own, Key.fails: .own,
      ]
    }
  }

  /// What stands under a key that is the author's own.
  var others: Part {
    switch self {
    case .each(let part): part
    case .fact, .type, .field: .field
    case .parameter: .datedValue
    case .calendar: .calendarYear
    case .comparisonWords: .word(.inclusion)
    case .aim: .aim
    default: .own
    }
  }

  /// What a scalar of this part is made of, where that is not the author's.
  var phrase: Phrase? {
    switch self {
    case .word(let phrase): phrase
    case .type, .fact, .field: .type
    case .share: .share
    case .aim: .aim
    default: nil
    }
  }

  /// What the items of a sequence are.
  var items: Part {
    switch self {
    // The members of an enumeration are the author's own.
    case .type, .fact, .field, .aim: .own
    case .each: .own
    default: self
    }
  }

  private static let policyKeys: [String: Part] = [
    Key.policy: .own, Key.title: .wording, Key.level: .word(.level), Key.inForce: .own, Key.sourceChecked: .own,
    Key.note: .wording, Key.sources: .each(.source), Key.readings: .each(.reading), Key.implements: .own,
    Key.amends: .own, Key.facts: .each(.fact), Key.parameters: .each(.parameter), Key.open: .each(.openTerm),
    Key.decisions: .each(.decision), Key.outcome: .own, Key.changes: .each(.change), Key.module: .own,
    Key.uses: .own, Key.workingDays: .calendar,
    Key.comparisonWords: .comparisonWords, Key.review: .each(.remedy), Key.tests: .own,
  ]

  private static let typeKeys: [String: Part] = [
    Key.type: .type, Key.members: .each(.wording), Key.of: .type, Key.unit: .own, Key.label: .wording,
    Key.ask: .wording, Key.range: .own, Key.note: .wording,
  ]

  private static let reasons: [String: Part] = [Key.because: .wording, Key.cite: .own, Key.reading: .own]

  private static var decisionKeys: [String: Part] {
    reasons.merging(typeKeys) { $1 }.merging([
      Key.round: .word(.rounding), Key.paidTo: .wording, Key.wanted: .aim, Key.override: .override,
      Key.value: .own, Key.cases: .cases,
      Key.table: .table,
      Key.criteria: .criteria,
      Key.rule: .generalRule, Key.exceptions: .each(.exception), Key.bestOf: .each(.candidate),
      Key.choose: .word(.preference), Key.otherwise: .own, Key.split: .own, Key.among: .each(.share),
      Key.remainder: .own, Key.ifOver: .word(.excess), Key.byDate: .each(.decision), Key.quota: .own,
      Key.atMost: .periods, Key.counting: .own,
      Key.amount: .own, Key.dated: .own, Key.carryOver: .periods, Key.since: .own,
    ]) { $1 }
  }

  private static let groups: [String: Part] = [
    Key.all: .each(.criterion), Key.any: .each(.criterion), Key.atLeast: .each(.criterion),
  ]

  /// Whether a mapping describes something, and does not list fields of the author's.
  private static func describes(_ mapping: Node, _ keys: [String]) -> Bool {
    keys.contains { mapping[$0] != nil || mapping[Vocabulary.chinese($0)] != nil }
  }
}
