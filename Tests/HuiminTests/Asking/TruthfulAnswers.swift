import Testing

@testable import Huimin

/// Somebody who knows a whole record and answers every question from it.
struct TruthfulAnswers {
  let record: [String: Value]
  let day: CalendarDate

  /// The answer to a question, as a value.
  func answer(to question: Question) throws -> Value {
    switch question.kind {
    case .judge: return .string(question.members.first?.name ?? "clerk")
    case .day: return .date(day)
    case .count:
      guard case .list(let items) = try value(question) else { throw NoAnswer() }
      return .number(Decimal128(items.count))
    case .value: return try value(question)
    }
  }

  struct NoAnswer: Error {}

  /// The value of the name of an open fact: `people[2].income`.
  private func value(_ question: Question) throws -> Value {
    var value = try #require(record[question.fact.name])
    var rest = question.name.dropFirst(question.fact.name.count)
    while let mark = rest.first {
      rest = rest.dropFirst()
      if mark == "[" {
        let digits = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(digits.count + 1)
        guard case .list(let items) = value, let position = Int(digits) else { throw NoAnswer() }
        value = items[position - 1]
      } else {
        guard case .context(let context) = value else { throw NoAnswer() }
        let field = String(rest.prefix { $0 != "[" && $0 != "." })
        rest = rest.dropFirst(field.count)
        value = try #require(context[field])
      }
    }
    return value
  }
}
