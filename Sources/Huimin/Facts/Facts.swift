import Diagnostics
import FEEL
import PolicySource

/// What is known of one applicant: values by the names of a policy's facts, checked against their types.
///
/// A fact that is not among them is unknown; so is one given as null.
public struct Facts: Sendable {
  /// The values by fact.
  public let values: [String: Value]
  /// Who made the judgements among them, and when.
  public let judgements: [String: JudgementMade]
  /// What somebody decided otherwise than the rules do, by decision.
  public let overrides: [String: OverrideMade]

  init(checked values: [String: Value], judgements: [String: JudgementMade], overrides: [String: OverrideMade]) {
    self.values = values
    self.judgements = judgements
    self.overrides = overrides
  }

  /// Reads a record: a YAML mapping or JSON object with an entry a fact.
  ///
  /// - Parameters:
  ///   - text: the document. JSON where it begins like JSON, otherwise YAML.
  ///   - file: what to call it in diagnostics.
  ///   - program: the policy whose facts they are.
  /// - Throws: ``Unreadable`` with every problem: broken syntax, unknown facts, values of the wrong type or out of
  ///   range. Nothing of a faulty record is handed back.
  public init(_ text: String, file: String = "<facts>", for program: Program) throws(Unreadable) {
    try self.init(Document.read(Array(text.utf8), file: file), for: program)
  }

  /// Reads a record from a document that was read before.
  public init(_ document: Document, for program: Program) throws(Unreadable) {
    try self.init(document.root, for: program)
  }

  /// Reads a record that is part of a document.
  init(_ record: Node, for program: Program) throws(Unreadable) {
    var reader = FactReader(program)
    values = reader.facts(record)
    judgements = reader.judgements
    overrides = reader.overrides
    guard reader.diagnostics.isEmpty else { throw Unreadable(reader.diagnostics) }
  }

  /// Checks values that a program made.
  ///
  /// - Parameters:
  ///   - judgements: who made those of them that are judgements, and when.
  ///   - overrides: what somebody decided otherwise than the rules do.
  /// - Throws: ``Unreadable`` with a diagnostic for each name that is no fact and each value that its type refuses.
  public init(
    _ values: [String: Value], judgements: [String: JudgementMade] = [:], overrides: [String: OverrideMade] = [:],
    for program: Program
  ) throws(Unreadable) {
    var reader = FactReader(program)
    var checked: [String: Value] = [:]
    for (name, value) in values.sorted(by: { $0.key < $1.key }) where !value.isNull {
      if let fact = reader.fact(named: name, at: nil) {
        if let judgement = fact.judgement { reader.require(judgements[name], of: fact, judgement) }
        checked[name] = reader.constrained(value, fact, at: nil)
      }
    }
    reader.requireRanges(checked, [:])
    for (name, made) in overrides.sorted(by: { $0.key < $1.key }) { reader.require(made, of: name) }
    guard reader.diagnostics.isEmpty else { throw Unreadable(reader.diagnostics) }
    self.values = checked
    self.overrides = overrides
    self.judgements = judgements.filter { checked[$0.key] != nil }
  }

  /// These facts, with others in the place of those of the same names.
  public func replacing(_ names: some Sequence<String>, with others: Facts) -> Facts {
    let replaced = Set(names)
    return Facts(
      checked: values.filter { !replaced.contains($0.key) }.merging(others.values) { $1 },
      judgements: judgements.filter { !replaced.contains($0.key) }.merging(others.judgements) { $1 },
      overrides: overrides.merging(others.overrides) { $1 })
  }
}

extension Facts {
  /// Why a judgement among the facts says nothing on a day; nothing for one that holds, and for any other fact.
  func lapse(of fact: Fact, on day: CalendarDate) -> Wording? {
    judgements[fact.name].flatMap { made in fact.judgement?.lapse(of: made, on: day) }
  }
}
