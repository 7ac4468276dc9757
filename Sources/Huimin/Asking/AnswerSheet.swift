import Diagnostics
import FEEL

/// The answers of an interview in the order in which they were given, and what is known by them.
struct AnswerSheet: Sendable {
  /// One answer: what was asked, and what was said.
  struct Entry: Sendable {
    let place: AnswerPlace
    let kind: Question.Kind
    let reply: Reply

    /// As open facts are named.
    var name: String { place.name }
  }

  enum Reply: Sendable {
    case value(Value)
    case count(Int)
    case judge(String)
    case day(CalendarDate, basis: String?)
    /// Nobody knows.
    case skipped
  }

  let program: Program
  let day: CalendarDate
  /// What was known before anything was asked.
  let given: Facts
  private(set) var entries: [Entry] = []
  private(set) var values: [String: Value]
  private(set) var judgements: [String: JudgementMade]
  /// What was asked and is not known, by name.
  private(set) var skipped: Set<String> = []
  /// A judgement of which it is not yet known who made it, and when.
  private(set) var pending: Pending?

  struct Pending: Sendable {
    let fact: Fact
    let value: Value
    var by: String?
  }

  init(_ program: Program, on day: CalendarDate, given: Facts) {
    self.program = program
    self.day = day
    self.given = given
    values = given.values
    judgements = given.judgements
    for fact in program.facts {
      if let value = values[fact.name] {
        values[fact.name] = fact.type.filled(value, named: fact.name)
      } else if fact.judgement == nil, case .record = fact.type {
        values[fact.name] = fact.type.blank(named: fact.name)
      }
    }
  }

  /// What is known, to decide by.
  var facts: Facts { Facts(checked: values, judgements: judgements, overrides: given.overrides) }

  /// Whether a fact given by somebody no longer counts, so that it is to be found anew.
  func lapse(of fact: Fact) -> Wording? { facts.lapse(of: fact, on: day) }

  /// Everything that is not known, skipped or not, in the order of the policy.
  var openPlaces: [AnswerPlace] {
    program.facts.flatMap { fact -> [AnswerPlace] in
      guard let value = values[fact.name], lapse(of: fact) == nil else { return [AnswerPlace(fact)] }
      return AnswerPlace.open(in: value, of: fact)
    }
  }

  /// The place that an entry is about, while that is open.
  func place(named name: String) -> AnswerPlace? { openPlaces.first { $0.name == name } }

  /// What an entry makes of the facts, before it is put down.
  func facts(after entry: Entry) -> Facts {
    var trial = self
    trial.apply(entry)
    return trial.facts
  }

  mutating func put(_ entry: Entry) {
    apply(entry)
    entries.append(entry)
  }

  private mutating func apply(_ entry: Entry) {
    let place = entry.place
    let fact = place.fact
    switch entry.reply {
    case .value(let value) where fact.judgement != nil: pending = Pending(fact: fact, value: value)
    case .value(let value): set(place, value)
    case .count(let count):
      guard case .list(let element) = place.type else { return }
      set(place, .list((0..<count).map { element.blank(named: "\(place.name)[\($0 + 1)]") }))
    case .judge(let name): pending?.by = name
    case .day(let day, let basis):
      guard let made = pending, let by = made.by else { return }
      values[fact.name] = made.value
      judgements[fact.name] = JudgementMade(by: by, on: day, basis: basis)
      pending = nil
    case .skipped:
      skipped.insert(place.name)
      pending = nil
    }
  }

  private mutating func set(_ place: AnswerPlace, _ value: Value) {
    let whole = values[place.fact.name] ?? place.fact.type.blank(named: place.fact.name)
    values[place.fact.name] = whole.replacing(place.steps, with: value)
  }

  /// Takes the last answer away.
  /// - Returns: whether there was one.
  mutating func takeBack() -> Bool {
    guard !entries.isEmpty else { return false }
    let kept = entries.dropLast()
    self = AnswerSheet(program, on: day, given: given)
    for entry in kept { put(entry) }
    return true
  }

  /// What an item of a list is called, as far as that is known; nothing for its name itself.
  func name(ofItemAt place: AnswerPlace) -> String? {
    guard case .item(let position)? = place.steps.first, case .list(let items)? = values[place.fact.name],
      items.indices.contains(position), let name = items[position].firstText
    else { return nil }
    if case .field(let field)? = place.steps.last, field == place.fact.type.nameField?.name { return nil }
    return Quotation.of(name)
  }

  /// The judgement that is being given.
  var pendingPlace: AnswerPlace? { pending.map { AnswerPlace($0.fact) } }
}
