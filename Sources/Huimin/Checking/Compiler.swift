import Diagnostics
import FEEL

/// Turns a policy, with those above it, into a program that can decide; or says everything that stands in the way.
struct Compiler {
  let policy: Policy
  let above: [Policy]
  var linker: Linker
  private(set) var diagnostics: [Diagnostic]
  var formulas: Formulas
  var scope = TypeScope()
  /// The days that are worked, as the policy and those above it, the nearest last, say.
  private let calendar: WorkCalendar?

  private init(_ policy: Policy, above: [Policy]) {
    self.policy = policy
    self.above = above
    linker = Linker(policy, above: above)
    diagnostics = linker.diagnostics
    formulas = Formulas(known: KnownNames([]))
    calendar = linker.layers.compactMap(\.calendar).reduce(nil as WorkCalendar?) { earlier, later in
      earlier?.merging(later) ?? later
    }
  }

  /// - Parameter above: the policies that it builds on, the nearest first.
  static func compile(_ policy: Policy, above: [Policy]) -> (program: Program?, diagnostics: [Diagnostic]) {
    var compiler = Compiler(policy, above: above)
    let program = compiler.program()
    return (program, compiler.diagnostics.inFileOrder)
  }

  mutating func report(
    _ code: String, at location: Location, severity: Diagnostic.Severity = .error, en: String, zh: String,
    help: Wording? = nil
  ) {
    diagnostics.append(
      Diagnostic(code, severity: severity, location: location, message: Wording(en: en, zh: zh), help: help))
  }

  private mutating func program() -> Program? {
    declareNames()
    leaveOutUnused()
    let ordered = order()
    var checked: [CheckedDecision] = []
    for linked in ordered { if let decision = check(linked) { checked.append(decision) } }
    let ranges = factRanges()
    checkParameters()
    checkReferences()
    let outcome = outcomeNames(checked)
    diagnostics += formulas.diagnostics.map(withHelpForCalendar)
    if !diagnostics.contains(where: { $0.severity == .error }) {
      // What a module holds is there for others.
      if !policy.isModule { warnOfUnused(checked) }
      warnOfUnrounded(checked, outcome: outcome)
      warnOfGaps(checked, ranges: ranges)
    }
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    return Program(
      policy: policy, above: above, facts: linker.facts.map(\.fact), parameters: linker.parameters, decisions: checked,
      outcome: outcome, warnings: diagnostics.inFileOrder, scope: scope, ranges: ranges,
      calendar: calendar)
  }

  /// A function of working days is unknown where nobody has said which days are worked.
  private func withHelpForCalendar(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.code == "unknown-name", calendar == nil,
      WorkCalendar.types.contains(where: { diagnostic.message[.en].contains("`\($0.name)`") })
    else { return diagnostic }
    return Diagnostic(
      diagnostic.code, severity: diagnostic.severity, span: diagnostic.span, location: diagnostic.location,
      message: diagnostic.message,
      help: Wording(
        en: "say which days are worked: `‹uses›: cn.working-days`", zh: "写明哪些日子是工作日：`‹uses›: cn.working-days`"))
  }

  // MARK: Names

  private mutating func declareNames() {
    for linked in linker.facts { scope.declare(linked.fact.name, linked.fact.type.feelType(named: linked.fact.name)) }
    for parameter in linker.parameters { scope.declare(parameter.name, parameter.feelType) }
    // After the author's own names, which did-you-mean then prefers.
    for (name, type) in StandardNames.types { scope.declare(name, type) }
    if calendar != nil { for (name, type) in WorkCalendar.types { scope.declare(name, type) } }
    // Where a term is not filled in, that is said once, and not of every expression that names it.
    for term in above.flatMap(\.openTerms) { scope.declare(term.name, term.type.feelType(named: term.name)) }
    // Templates are told after everything is decided, so they may name any decision; those that are not checked yet
    // have no type.
    for linked in linker.decisions { scope.declare(linked.decision.name, linked.feelType ?? .any) }
    // What could not be read has been told of already.
    for name in linker.layers.flatMap(\.unread) { scope.declare(name, .any) }
    var known = scope.knownNames
    for linked in linker.decisions {
      known.insert(linked.decision.name)
      for name in linked.decision.introducedNames { known.insert(name) }
      let type = linked.declaredType
      if case .choice(let members, _)? = type { for member in members { known.insert(member) } }
    }
    formulas = Formulas(known: known)
  }

  /// The decisions, each after those it uses. A cycle is reported once, with its path.
  private mutating func order() -> [Linker.Linked] {
    let decisions = linker.decisions
    var uses: [String: [String]] = [:]
    for linked in decisions where uses[linked.decision.name] == nil {
      read(asIn: linked.origin)
      uses[linked.decision.name] = names(usedBy: linked.decision)
    }
    switch Order.sorted(decisions.map(\.decision.name), uses: uses) {
    case .success(let names):
      let byName = Dictionary(decisions.map { ($0.decision.name, $0) }, uniquingKeysWith: { first, _ in first })
      return names.compactMap { byName[$0] }
    case .failure(let cycle):
      let first = decisions.first { $0.decision.name == cycle.path.first }
      let path = cycle.path.map { "`\($0)`" }.joined(separator: " → ")
      report(
        "cycle", at: first?.decision.location ?? policy.location,
        en: "decisions depend on each other in a circle: \(path)",
        zh: "判定互相依赖，形成循环：\(path)", help: Wording(en: "decide one of them from facts alone", zh: "让其中一个只依赖事实"))
      return decisions
    }
  }

  /// Words of comparison mean what the policy says in which they are written.
  mutating func read(asIn origin: Policy) { formulas.known.comparisonWords = origin.comparison.includes }

  // MARK: One decision

  private mutating func check(_ linked: Linker.Linked) -> CheckedDecision? {
    let decision = linked.decision
    read(asIn: linked.origin)
    let declared = linked.feelType
    let before = diagnostics.count + formulas.diagnostics.count
    guard let (form, found) = check(decision.form, of: decision, expecting: declared) else {
      scope.declare(decision.name, declared ?? .any)
      return nil
    }
    if let declared, diagnostics.count + formulas.diagnostics.count == before {
      requireType(found, declared, of: decision)
    }
    if decision.rounding != nil { requireRoundable(found, decision) }
    let type = declared ?? found
    scope.declare(decision.name, type)
    let because = formulas.template(decision.because, in: scope)
    // What is rounded is not yet the value.
    if decision.rounding == nil { requirePossible(form, as: linked.declaredType, of: decision.name) }
    let bounds = linked.fills.compactMap { $0.range.flatMap { formulas.range($0, of: type, in: scope) } }
    if decision.rounding == nil { requireWithin(bounds, form) }
    requireFit(decision.wanted, type, of: decision)
    requireOverridable(type, decision)
    return CheckedDecision(
      decision: Decision(
        name: decision.name, label: label(of: decision, linked.fills.last), type: linked.declaredType,
        citations: decision.citations, readings: decision.readings, rounding: decision.rounding, because: because,
        paidTo: decision.paidTo, note: decision.note, wanted: decision.wanted, override: decision.override, form: form,
        location: decision.location),
      type: type, origin: linked.origin, bounds: bounds, dependsOn: names(usedBy: decision))
  }

  /// Its own label, or that of the open term that it fills in.
  private func label(of decision: Decision<AsWritten>, _ term: OpenTerm?) -> Wording {
    decision.label == Wording(both: decision.name) ? term?.label ?? decision.label : decision.label
  }

  private mutating func requireType(_ found: FeelType, _ declared: FeelType, of decision: Decision<AsWritten>) {
    guard found != .any, !found.conforms(to: declared) else { return }
    report(
      "type-mismatch", at: decision.location,
      en: "`\(decision.name)` is declared as \(declared.wording[.en]), but comes to \(found.wording[.en])",
      zh: "`\(decision.name)` 声明为\(declared.wording[.zh])，结果却是\(found.wording[.zh])")
  }

  // MARK: Facts and outcome

  private mutating func factRanges() -> [String: [CheckedCell]] {
    var ranges: [String: [CheckedCell]] = [:]
    var scope = TypeScope(linker.facts.map { ($0.fact.name, $0.fact.type.feelType(named: $0.fact.name)) })
    for parameter in linker.parameters { scope.declare(parameter.name, parameter.feelType) }
    read(asIn: policy)
    for linked in linker.facts where !linked.ranges.isEmpty {
      let type = linked.fact.type.feelType(named: linked.fact.name)
      ranges[linked.fact.name] = linked.ranges.compactMap { formulas.range($0, of: type, in: scope) }
    }
    return ranges
  }

  /// What the author names, or else the decisions that no other uses. Where a policy names nothing, the policy above
  /// speaks for it.
  private mutating func outcomeNames(_ checked: [CheckedDecision]) -> [String] {
    let names = linker.decisions.map(\.decision.name)
    guard let named = ([policy] + above).first(where: { !$0.outcome.isEmpty })?.outcome else {
      let used = Set(checked.flatMap(\.dependsOn))
      return names.filter { !used.contains($0) }
    }
    let unread = linker.layers.flatMap(\.unread)
    for entry in named where !names.contains(entry.name) && !unread.contains(entry.name) {
      report(
        "unknown-name", at: entry.location, en: "there is no decision `\(entry.name)`", zh: "没有判定 `\(entry.name)`",
        help: Suggestion.didYouMean(entry.name, among: names))
    }
    return named.map(\.name).filter(names.contains)
  }
}

extension Linker.Linked {
  /// The type that the author, or the policy that leaves the term open, declares.
  var declaredType: FactType? { decision.type ?? fills.lazy.map(\.type).first }

  /// The declared type of the whole value. Of a table it is the type of each output, and of each row where the hit
  /// policy gives a list.
  var feelType: FeelType? {
    guard let type = declaredType?.feelType(named: decision.name) else { return nil }
    guard case .table(let table) = decision.form else { return type }
    var whole = type
    if !table.outputs.isEmpty, !type.isContext { whole = .context(table.outputs.map { FeelType.Field($0, type) }) }
    if table.hit.givesList, !type.isList { whole = .list(whole) }
    return whole
  }
}

extension FeelType {
  fileprivate var isContext: Bool { if case .context = self { true } else { false } }
  fileprivate var isList: Bool { if case .list = self { true } else { false } }
}

extension [Diagnostic] {
  /// In the order of the files and of the lines in them, nothing said twice.
  var inFileOrder: [Diagnostic] {
    uniqued.enumerated().sorted { a, b in
      guard let x = a.element.location, let y = b.element.location else { return a.offset < b.offset }
      if x.file != y.file { return a.offset < b.offset }
      return x.start == y.start ? a.offset < b.offset : x.start < y.start
    }.map(\.element)
  }
}
