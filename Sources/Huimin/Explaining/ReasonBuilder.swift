import Diagnostics
import FEEL

/// Builds the tree of reasons of an outcome from the ways that its decisions took.
struct ReasonBuilder {
  let outcome: Outcome
  let phrasing: Phrasing
  /// Decisions told already: what several rest on is told once, where it is first met.
  private var told: Set<String> = []
  /// How many decisions the one being told stands under.
  private var depth = 0
  /// How many conditions are being told of which nothing better hung.
  private var harmless = 0
  /// The decisions of which something hung that is better than what came about: a criterion of theirs that is not met
  /// stands in the way.
  private(set) var decisive: Set<String> = []
  /// Decisions met too deep to be told where they were met; they are told after the others.
  private var deferred: [String] = []
  /// Beyond this a reader is lost, and a chain of thousands of decisions would exhaust the stack.
  private static let deepest = 24

  /// The facts behind each decision.
  private let factsBehind: FactsBehind

  init(_ outcome: Outcome) {
    self.outcome = outcome
    factsBehind = FactsBehind(outcome.program)
    phrasing = Phrasing(outcome)
  }

  var program: Program { outcome.program }

  /// The facts on which names rest, in the order of the policy.
  func facts(behind names: [String]) -> [String] { factsBehind.of(names) }

  /// The reasons of each decision of the outcome, each with those of the decisions that it rests on.
  mutating func reasons() -> [Reason] {
    var reasons: [Reason] = []
    for name in program.outcome { if let reason = reason(for: name) { reasons.append(reason) } }
    while let name = deferred.popLast() { if let reason = reason(for: name) { reasons.append(reason) } }
    return reasons
  }

  /// What a form of decision says of how its value came about.
  struct Account {
    /// The sentence of the rule that gave the value.
    var sentence: Wording?
    var parts: [Reason] = []
    /// The value in words, where it reads better so than by its type alone.
    var valueText: Wording?
    /// What the rule that gave the value rests on, beside what the decision does.
    var citations: [ResolvedCitation] = []
    var readings: [Reading] = []
  }

  /// The reason of one decision, or nothing where it has been told.
  mutating func reason(for name: String) -> Reason? {
    if harmless == 0 { decisive.insert(name) }
    guard let checked = program.decision(named: name), let finding = outcome.findings[name], !told.contains(name) else {
      return nil
    }
    guard depth < ReasonBuilder.deepest else {
      deferred.append(name)
      return nil
    }
    told.insert(name)
    depth += 1
    defer { depth -= 1 }
    let decision = checked.decision
    if let setAside = finding.setAside { return reason(for: checked, finding.value, setAside) }
    if let (value, unknown) = settledAnyway(name, finding) {
      return settled(checked, value, dependingOn: unknown)
    }
    var account = account(of: checked, finding)
    if let lapsed = lapsedOverride(of: checked) { account.parts.insert(lapsed, at: 0) }
    if let unrounded = finding.unrounded {
      account.parts.insert(step(decision.rounding, unrounded, checked.type), at: 0)
    }
    if case .null(let cause?) = finding.value {
      account.valueText = Wording(en: "could not be worked out", zh: "无法计算")
      // Why is told where it went wrong, and not again of everything that rests on it.
      if !account.parts.contains(where: \.holdsError) { account.sentence = cause.diagnostic.message }
    }
    let isOwn = checked.origin.id == program.policy.id
    let facts = facts(behind: [name])
    return Reason(
      .decision, name: name, label: decision.label, standing: standing(of: finding.value, in: decision),
      value: finding.value.isUnknown ? narrowed(name) ?? finding.value : finding.value, type: checked.type,
      valueText: account.valueText,
      text: sentence(decision.because, of: finding.value) ?? account.sentence,
      citations: resolve(decision.citations, checked).refined(by: account.citations) + termCitations(name),
      readings: resolve(decision.readings, checked) + account.readings, needed: decision.form.needed,
      paidTo: decision.paidTo, note: decision.note,
      origin: isOwn ? nil : checked.origin.id, because: withoutEchoes(account.parts).map { $0.resting(on: facts) },
      restsOn: facts)
  }

  /// Leaves out conditions that say no more than the decision does that is told beside them.
  private func withoutEchoes(_ parts: [Reason]) -> [Reason] {
    let beside = parts + parts.filter { $0.kind == .rule }.flatMap(\.because)
    let told = Set(beside.filter { $0.kind == .decision }.compactMap(\.headline))
    func isEcho(_ reason: Reason) -> Bool {
      guard reason.kind == .condition, let text = reason.text else { return false }
      return told.contains(text)
    }
    return parts.filter { !isEcho($0) }.map { part in
      guard part.kind == .rule, part.because.contains(where: isEcho) else { return part }
      var part = part
      part.because.removeAll(where: isEcho)
      return part
    }
  }

  /// The value of a decision of which the rules alone do not tell it, but which comes out the same for all that the facts
  /// not given may be.
  private func settledAnyway(_ name: String, _ finding: Finding) -> (Value, Unknown)? {
    guard let unknown = finding.value.unknowns,
      let value = narrowed(name), value.unknowns == nil
    else { return nil }
    return (value, unknown)
  }

  /// The value that the outcome tells of a decision, which may tell more than its rules do.
  func narrowed(_ name: String) -> Value? { outcome.values.first { $0.name == name }?.value }

  private func settled(_ checked: CheckedDecision, _ value: Value, dependingOn unknown: Unknown) -> Reason {
    let decision = checked.decision
    return Reason(
      .decision, name: decision.name, label: decision.label, standing: standing(of: value, in: decision), value: value,
      type: checked.type, valueText: ValueFormat.labelled(value, checked), text: sameAnyway(unknown),
      citations: resolve(decision.citations, checked), readings: resolve(decision.readings, checked),
      paidTo: decision.paidTo, note: decision.note,
      origin: checked.origin.id == program.policy.id ? nil : checked.origin.id,
      restsOn: facts(behind: [decision.name]))
  }

  /// Where a policy above leaves open what a decision fills in.
  func termCitations(_ name: String) -> [ResolvedCitation] {
    program.above.flatMap { layer in
      layer.openTerms.filter { $0.name == name }.flatMap { resolve($0.citations, in: layer) }
    }
  }

  /// The author's sentence about a value; of what could not be worked out it would state as a fact what nobody decided.
  func sentence(_ template: CheckedTemplate?, of value: Value) -> Wording? {
    value.isError ? nil : template.flatMap(text)
  }

  func standing(of value: Value, in decision: Decision<Checked>) -> Reason.Standing? {
    switch (decision.form, value) {
    case (.criteria, _), (_, .unknown), (_, .null(.some)): phrasing.standing(of: value)
    // Of several amounts some may be open while the whole is known.
    case (_, .context): value.unknowns == nil ? nil : .unknown
    default: nil
    }
  }

  mutating func account(of checked: CheckedDecision, _ finding: Finding) -> Account {
    switch (checked.decision.form, finding.trace) {
    case (.value(let formula), _): account(of: formula, finding.value)
    case (.cases(let cases), .cases(let trials)): account(of: cases, trials, finding.value, checked)
    case (.table(let table), .table(let trace)): account(of: table, trace, finding.value, checked)
    case (.criteria(let group), .criteria(let found)): Account(parts: criteria(group, found, checked))
    case (.rule(let rule), .rule(let found)): account(of: rule, found, finding.value, checked)
    case (.bestOf(let best), .bestOf(let found)): account(of: best, found, finding.value, checked)
    case (.split(let split), .split(let found)): account(of: split, found, checked)
    case (.quota(let quota), .quota(let found)): account(of: quota, found, checked)
    case (.dated(let rules), .dated(let position, let found)): account(of: rules, position, found, checked)
    default: Account()
    }
  }

  /// The rule that held on the day, and since when.
  private mutating func account(
    of rules: [DatedRule<Checked>], _ position: Int, _ found: Finding, _ checked: CheckedDecision
  ) -> Account {
    let inner = rules[position].decision
    let rule = CheckedDecision(
      decision: inner, type: checked.type, origin: checked.origin, bounds: [], dependsOn: checked.dependsOn)
    var account = account(of: rule, found)
    if let unrounded = found.unrounded { account.parts.insert(step(inner.rounding, unrounded, checked.type), at: 0) }
    account.sentence = sentence(inner.because, of: found.value) ?? account.sentence
    account.citations = resolve(inner.citations, checked).refined(by: account.citations)
    account.readings = resolve(inner.readings, checked) + account.readings
    let from = ValueFormat.text(of: .date(rules[position].from), type: .date)
    let until = position + 1 < rules.count ? ValueFormat.text(of: .date(rules[position + 1].from), type: .date) : nil
    account.parts.insert(
      Reason(
        .step,
        text: Wording(
          en: "the rule from \(from[.en])" + (until.map { " until the day before \($0[.en])" } ?? ""),
          zh: "自\(from[.zh])起的规定" + (until.map { "（至\($0[.zh])前一日止）" } ?? ""))), at: 0)
    return account
  }

  private mutating func account(of formula: CheckedFormula, _ value: Value) -> Account {
    if case .boolean = value { return Account(parts: statements(formula.expression, formula.written)) }
    let calculation = phrasing.calculation(formula.expression, written: formula.written)
    return Account(
      sentence: calculation.map { Wording(en: "= \($0[.en])", zh: "= \($0[.zh])") },
      parts: workingDays(countedBy: formula.expression) + parts(of: formula.expression, formula.written))
  }

  /// What a value rests on: of a choice its condition and the branch taken, otherwise the decisions that it names.
  mutating func parts(of expression: Expression, _ written: Written) -> [Reason] {
    guard case .conditional(let condition, let then, let otherwise) = expression.kind,
      case .boolean(let holds) = phrasing.value(of: condition)
    else { return reasons(usedBy: [expression]) }
    let (taken, left) = holds ? (then, otherwise) : (otherwise, then)
    let isHarmless = isWorse(phrasing.value(of: left), than: phrasing.value(of: taken))
    return telling(isHarmless: isHarmless) { $0.statements(condition, written) } + parts(of: taken, written)
  }

  // MARK: What stands in the way

  /// Whether somebody would rather have the other: more rather than less, yes rather than no. What cannot be ranked is
  /// not worse. An exclusion that does not apply is no shortcoming of an applicant who gets the benefit.
  func isWorse(_ a: Value, than b: Value) -> Bool {
    switch (a, b) {
    case (.number(let a), .number(let b)): a < b
    case (.boolean(let a), .boolean(let b)): !a && b
    default: false
    }
  }

  /// Whether a value is what an applicant wants above all: nothing then stands in the way of it.
  func isMostWanted(_ value: Value, _ checked: CheckedDecision) -> Bool {
    guard case .members(let members)? = checked.decision.wanted?.aims.first, case .string(let text) = value else {
      return false
    }
    return members.first == text
  }

  /// Tells conditions; where nothing better hung on them, decisions met there do not stand in the way.
  mutating func telling(isHarmless: Bool, _ tell: (inout ReasonBuilder) -> [Reason]) -> [Reason] {
    harmless += isHarmless ? 1 : 0
    defer { harmless -= isHarmless ? 1 : 0 }
    return tell(&self)
  }

  // MARK: Conditions

  /// The clauses that made a condition what it is, each with the decisions that it names.
  mutating func conditions(_ formula: CheckedFormula) -> [Reason] {
    reasons(of: phrasing.clauses(of: formula.expression, written: formula.written), isPlain: false)
  }

  /// What is so, without how it stands to what a rule wanted.
  mutating func statements(_ expression: Expression, _ written: Written) -> [Reason] {
    var plain = phrasing
    plain.tellsWanted = false
    return reasons(of: plain.clauses(of: expression, written: written), isPlain: true)
  }

  private mutating func reasons(of clauses: [Phrasing.Clause], isPlain: Bool) -> [Reason] {
    var reasons: [Reason] = []
    for clause in clauses {
      // What only names a decision is left to that decision, if it has not been told yet, and so is an error.
      let isDecision = clause.name.map { program.decision(named: $0) != nil } ?? false
      let isLeft =
        isDecision && !told.contains(clause.name ?? "")
        || (isPlain || clause.standing == .met) && isLeft(clause.expression)
      let used = self.reasons(usedBy: [clause.expression])
      if !isLeft, clause.standing != .failed || !used.contains(where: { $0.standing == .failed }) {
        reasons.append(
          Reason(
            .condition, standing: isPlain ? nil : clause.standing, text: clause.text,
            restsOn: facts(behind: clause.expression.names),
            isBare: clause.expression.ownName != nil && !isDecision, isNegated: clause.isNegated))
      }
      reasons += used
    }
    return reasons
  }

  /// Whether this only says which value a decision has that is about to be told.
  private func isLeft(_ expression: Expression) -> Bool {
    guard case .binary(.equal, let left, let right) = expression.kind, case .literal = right.kind,
      let name = left.ownName
    else { return false }
    return program.decision(named: name) != nil && !told.contains(name)
  }

  /// The reasons of the decisions and parameters that expressions name.
  mutating func reasons(usedBy expressions: [Expression]) -> [Reason] {
    var reasons: [Reason] = []
    for name in expressions.flatMap(\.names).uniqued {
      if let reason = reason(for: name) ?? parameter(name) { reasons.append(reason) }
    }
    return reasons
  }

  /// The value of a parameter on the day, since when it holds, and by which text; or nothing where it has been told.
  private mutating func parameter(_ name: String) -> Reason? {
    guard let parameter = program.parameters.first(where: { $0.name == name }),
      let dated = parameter.value(on: outcome.day), told.insert(name).inserted
    else { return nil }
    let since = ValueFormat.text(of: .date(dated.from), type: .date)
    let type = parameter.feelType
    return Reason(
      .parameter, name: name, label: parameter.label, value: dated.value, type: type,
      valueText: ValueFormat.text(of: dated.value, type: type, isPercent: parameter.type == .percent),
      text: Wording(en: "(since \(since[.en]))", zh: "（自\(since[.zh])起）"),
      citations: resolve(dated.citations.isEmpty ? parameter.citations : dated.citations, in: policy(of: parameter)))
  }

  /// The policy that declares a parameter.
  private func policy(of parameter: Parameter) -> Policy {
    program.above.first { $0.parameters.contains { $0.name == parameter.name } } ?? program.policy
  }

  // MARK: Steps and templates

  func step(_ rounding: Rounding?, _ unrounded: Value, _ type: FeelType) -> Reason {
    let before = ValueFormat.text(of: unrounded, type: type)
    let words = rounding?.wording(of: type) ?? Wording(both: "")
    return Reason(
      .step, text: Wording(en: "\(before[.en]), rounded \(words[.en])", zh: "\(before[.zh])，\(words[.zh])"))
  }

  /// A template with its expressions replaced by their values; nothing while one of them is not known or in error.
  func text(_ template: CheckedTemplate) -> Wording? {
    let isOpen = ((template.en ?? []) + (template.zh ?? [])).contains { piece in
      guard case .formula(let formula) = piece else { return false }
      let value = phrasing.value(of: formula.expression)
      return value.isUnknown || value.isNull
    }
    return isOpen
      ? nil : Wording(en: template.en.map { render($0, in: .en) }, zh: template.zh.map { render($0, in: .zh) })
  }

  private func render(_ pieces: [CheckedTemplate.Piece], in language: Language) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .formula(let formula):
        phrasing.valueText(of: formula.expression, type: program.type(of: formula.expression))[language]
      }
    }.joined()
  }

  // MARK: What a decision cites

  func resolve(_ citations: [Citation], _ checked: CheckedDecision) -> [ResolvedCitation] {
    resolve(citations, in: checked.origin)
  }

  func resolve(_ citations: [Citation], in policy: Policy) -> [ResolvedCitation] {
    citations.compactMap { $0.resolved(among: program.layers(nearest: policy)) }
  }

  func resolve(_ names: [Named], _ checked: CheckedDecision) -> [Reading] { resolve(names, in: checked.origin) }

  func resolve(_ names: [Named], in policy: Policy) -> [Reading] {
    names.compactMap { named in
      program.layers(nearest: policy).lazy.flatMap(\.readings).first { $0.name == named.name }
    }
  }
}

extension Form {
  /// Of criteria: how many are enough, where not all are needed.
  fileprivate var needed: Int? { if case .criteria(let group) = self { group.rule.needed } else { nil } }
}
