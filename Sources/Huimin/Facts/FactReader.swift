import Diagnostics
import FEEL
import PolicySource

/// Reads nodes of a record as values of facts, and keeps every problem met on the way.
struct FactReader {
  let program: Program
  private(set) var diagnostics: [Diagnostic] = []
  /// Who made the judgements among the facts, and when.
  var judgements: [String: JudgementMade] = [:]
  /// What somebody decided otherwise than the rules do.
  var overrides: [String: OverrideMade] = [:]
  private static let mostProblems = 50

  init(_ program: Program) { self.program = program }

  mutating func report(_ code: String, at location: Location?, en: String, zh: String, help: Wording? = nil) {
    diagnostics.append(Diagnostic(code, location: location, message: Wording(en: en, zh: zh), help: help))
  }

  /// The values of a record; entries that are null count as not given.
  mutating func facts(_ root: Node) -> [String: Value] {
    guard case .mapping(let pairs) = root.kind else {
      if !root.isNull {
        report(
          "not-a-record", at: root.location, en: "a record must be `fact: value` pairs, not \(root.kindName[.en])",
          zh: "记录须为 `事实: 值`，而不是\(root.kindName[.zh])",
          help: program.facts.first.map {
            Wording(en: "write one line a fact, such as `\($0.name): …`", zh: "每个事实写一行，例如 `\($0.name): …`")
          })
      }
      return [:]
    }
    var values: [String: Value] = [:]
    var places: [String: Location] = [:]
    for (key, node) in pairs {
      // A record full of mistakes is told of by the first of them.
      guard diagnostics.count < FactReader.mostProblems else { break }
      if FactReader.isOfOverrides(key.scalarText) {
        readOverrides(node)
        continue
      }
      guard case .scalar(let name) = key.kind, let fact = fact(named: name.text, at: key.location), !node.isNull,
        let given = fact.judgement.map({ judged(node, fact, $0) }) ?? node,
        let value = value(given, fact.type, path: fact.name)
      else { continue }
      values[fact.name] = constrained(value, fact, at: node.location)
      places[fact.name] = node.location
    }
    requireRanges(values, places)
    return values
  }

  /// Holds values to the ranges of their facts. A range may name other facts; where those are not given it is passed over.
  mutating func requireRanges(_ values: [String: Value], _ places: [String: Location]) {
    for (fact, value, range) in program.outOfRange(values) {
      report(
        "fact-range", at: places[fact.name],
        en: "`\(fact.name)` is \(value.displayText), outside its range `\(range.written.text)`",
        zh: "`\(fact.name)` 为 \(value.displayText)，超出范围 `\(range.written.text)`")
    }
  }

  /// The fact of a name, or a diagnostic that says which was probably meant.
  mutating func fact(named name: String, at location: Location?) -> Fact? {
    if let fact = program.fact(named: name) { return fact }
    let labelled = program.facts.first { $0.label.zh == name || $0.label.en == name }
    report(
      "unknown-fact", at: location, en: "`\(program.policy.id)` asks for no fact `\(name)`",
      zh: "`\(program.policy.id)` 没有事实 `\(name)`",
      help: labelled.map { Wording(en: "write its name: `\($0.name)`", zh: "请写它的名称：`\($0.name)`") }
        ?? Suggestion.didYouMean(name, among: program.facts.map(\.name))
        ?? Wording(
          en: "the facts are \(program.facts.map { "`\($0.name)`" }.joined(separator: ", "))",
          zh: "可用的事实：\(program.facts.map { "`\($0.name)`" }.joined(separator: "、"))"))
    return nil
  }

  // MARK: Values

  mutating func value(_ node: Node, _ type: FactType, path: String) -> Value? {
    switch (type, node.kind) {
    case (.list(let element), .sequence(let items)):
      var values: [Value] = []
      for (position, item) in items.enumerated() {
        let place = "\(path)[\(position + 1)]"
        guard let value = item.isNull ? element.open(place) : value(item, element, path: place) else { return nil }
        values.append(value)
      }
      return .list(values)
    case (.record(let fields), .mapping(let pairs)): return record(fields, pairs, path: path)
    case (_, .scalar(let scalar)):
      if let value = scalar.value(as: type) { return value }
    default: break
    }
    refuse(node, type, path: path)
    return nil
  }

  private mutating func record(_ fields: [FactType.Field], _ pairs: [(key: Node, value: Node)], path: String) -> Value?
  {
    var context = Context()
    var isWhole = true
    for (key, _) in pairs {
      guard case .scalar(let name) = key.kind, !fields.contains(where: { $0.name == name.text }) else { continue }
      isWhole = false
      report(
        "unknown-fact", at: key.location, en: "`\(path)` has no `\(name.text)`", zh: "`\(path)` 没有 `\(name.text)`",
        help: Suggestion.didYouMean(name.text, among: fields.map(\.name))
          ?? Wording(
            en: "it has \(fields.map { "`\($0.name)`" }.joined(separator: ", "))",
            zh: "可用：\(fields.map { "`\($0.name)`" }.joined(separator: "、"))"))
    }
    for field in fields {
      let place = "\(path).\(field.name)"
      let pair = pairs.first { if case .scalar(let name) = $0.key.kind { name.text == field.name } else { false } }
      guard let pair, !pair.value.isNull else {
        context[field.name] = field.type.open(place)
        continue
      }
      let value = value(pair.value, field.type, path: place)
      if let value, let problem = field.type.problem(with: value) {
        report("fact-type", at: pair.value.location, en: "`\(place)` \(problem[.en])", zh: "`\(place)` \(problem[.zh])")
        isWhole = false
      }
      if let value { context[field.name] = value } else { isWhole = false }
    }
    return isWhole ? .context(context) : nil
  }

  private mutating func refuse(_ node: Node, _ type: FactType, path: String) {
    var help: Wording?
    if case .scalar(let scalar) = node.kind { help = scalar.help(for: type) }
    if case .choice(let members, let labels) = type, case .scalar(let scalar) = node.kind {
      let labelled = members.first { labels[$0]?.zh == scalar.text || labels[$0]?.en == scalar.text }
      help =
        labelled.map { Wording(en: "write its name: `\($0)`", zh: "请写它的名称：`\($0)`") }
        ?? Suggestion.oneOf(members, insteadOf: scalar.text)
    }
    let wanted = type.wording(named: path)
    let found: Wording =
      if case .scalar(let scalar) = node.kind { Wording(both: "`\(Quotation.of(scalar.text))`") } else { node.kindName }
    report(
      "fact-type", at: node.location, en: "`\(path)` must be \(wanted[.en]), not \(found[.en])",
      zh: "`\(path)` 应为\(wanted[.zh])，而不是\(found[.zh])", help: help)
  }

  // MARK: Constraints

  /// The value if its type allows it.
  mutating func constrained(_ value: Value, _ fact: Fact, at location: Location?) -> Value? {
    if value.isUnknown { return nil }
    guard value.conforms(to: fact.type.feelType(named: fact.name)) else {
      let wanted = fact.type.wording(named: fact.name)
      report(
        "fact-type", at: location, en: "`\(fact.name)` must be \(wanted[.en]), not \(value.kindName[.en])",
        zh: "`\(fact.name)` 应为\(wanted[.zh])，而不是\(value.kindName[.zh])")
      return nil
    }
    if let problem = fact.type.problem(with: value) {
      report("fact-type", at: location, en: "`\(fact.name)` \(problem[.en])", zh: "`\(fact.name)` \(problem[.zh])")
      return nil
    }
    return value
  }
}

extension Program {
  /// The values that are out of the ranges of their facts, with the range that each misses.
  func outOfRange(_ values: [String: Value]) -> [(fact: Fact, value: Value, range: CheckedCell)] {
    var environment = Environment()
    if !rangesStandAlone {
      var variables = values
      for fact in facts where values[fact.name] == nil { variables[fact.name] = .unknown(Unknown(fact.name)) }
      environment = Environment(variables)
    }
    let run = Run()
    return facts.compactMap { fact in
      guard let value = values[fact.name],
        let range = ranges[fact.name]?.first(where: { range in
          if case .boolean(false) = run.test(range.tests, input: value, in: environment) { true } else { false }
        })
      else { return nil }
      return (fact, value, range)
    }
  }
}

extension Node {
  /// What kind of node this is, for messages.
  var kindName: Wording {
    switch kind {
    case .scalar: Wording(en: "a single value", zh: "单个值")
    case .sequence: Wording(en: "a list", zh: "列表")
    case .mapping: Wording(en: "`key: value` pairs", zh: "`键: 值`")
    }
  }
}
