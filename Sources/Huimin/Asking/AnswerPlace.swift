import Diagnostics
import FEEL

/// A value that can be asked for on its own: a fact, or a field of one of its items.
struct AnswerPlace: Sendable {
  /// As open facts of an outcome are named: `people[2].income`.
  let name: String
  let fact: Fact
  let steps: [Step]
  let type: FactType

  enum Step: Sendable, Hashable {
    /// From 0.
    case item(Int)
    case field(String)
  }

  /// What is asked for, in a few words: `家庭成员第2项：月收入`.
  var label: Wording { label(whose: nil) }

  /// - Parameter name: what the item is called, as far as that is known: `家庭成员第2项（张三）：月收入`.
  func label(whose name: String?) -> Wording {
    var labels = [fact.label]
    var fields = fact.type
    for step in steps {
      switch step {
      case .item(let position):
        let last = labels.removeLast()
        let (en, zh) = labels.isEmpty ? (name.map { " (\($0))" } ?? "", name.map { "（\($0)）" } ?? "") : ("", "")
        labels.append(
          Wording(en: "\(last[.en]), no. \(position + 1)\(en)", zh: "\(last[.zh])第\(position + 1)项\(zh)"))
        if case .list(let element) = fields { fields = element }
      case .field(let name):
        let field = fields.fields.first { $0.name == name }
        labels.append(field?.label ?? Wording(both: name))
        fields = field?.type ?? .unreadable
      }
    }
    return labels.joined(en: ": ", zh: "：")
  }
}

extension AnswerPlace {
  /// The whole of a fact.
  init(_ fact: Fact) { self.init(name: fact.name, fact: fact, steps: [], type: fact.type) }

  /// The places within a value of the fact that are not known, in order.
  static func open(in value: Value, of fact: Fact) -> [AnswerPlace] {
    var found: [AnswerPlace] = []
    collect(value, AnswerPlace(fact), into: &found)
    return found
  }

  private static func collect(_ value: Value, _ place: AnswerPlace, into found: inout [AnswerPlace]) {
    switch (value, place.type) {
    case (.unknown, _): found.append(place)
    case (.list(let items), .list(let element)):
      for (position, item) in items.enumerated() {
        collect(item, place.then(.item(position), "\(place.name)[\(position + 1)]", element), into: &found)
      }
    case (.context(let context), .record(let fields)):
      for field in fields {
        guard let inner = context[field.name] else { continue }
        collect(inner, place.then(.field(field.name), "\(place.name).\(field.name)", field.type), into: &found)
      }
    default: break
    }
  }

  private func then(_ step: Step, _ name: String, _ type: FactType) -> AnswerPlace {
    AnswerPlace(name: name, fact: fact, steps: steps + [step], type: type)
  }
}

extension FactType {
  /// A value of this type of which nothing is known yet: a record with each of its fields, anything else as a whole.
  func blank(named name: String) -> Value {
    guard case .record(let fields) = self else { return .unknown(Unknown(name)) }
    return .context(Context(fields.map { (name: $0.name, value: $0.type.blank(named: "\(name).\($0.name)")) }))
  }

  /// A value in which what was not given can be asked for: null is unknown, and items not given are records with fields.
  func filled(_ value: Value, named name: String) -> Value {
    switch (value, self) {
    case (.null, _), (.unknown, .record): blank(named: name)
    case (.list(let items), .list(let element)):
      .list(items.enumerated().map { element.filled($1, named: "\(name)[\($0 + 1)]") })
    case (.context(let context), .record(let fields)):
      .context(
        Context(
          fields.map { field in
            let place = "\(name).\(field.name)"
            return (name: field.name, value: field.type.filled(context[field.name] ?? .null, named: place))
          }))
    default: value
    }
  }
}

extension Value {
  /// The same with another value at a place inside.
  func replacing(_ steps: some Sequence<AnswerPlace.Step>, with value: Value) -> Value {
    var rest = Array(steps)
    guard !rest.isEmpty else { return value }
    let step = rest.removeFirst()
    switch (step, self) {
    case (.item(let position), .list(var items)) where items.indices.contains(position):
      items[position] = items[position].replacing(rest, with: value)
      return .list(items)
    case (.field(let name), .context(var context)):
      context[name] = (context[name] ?? .null).replacing(rest, with: value)
      return .context(context)
    default: return self
    }
  }
}
