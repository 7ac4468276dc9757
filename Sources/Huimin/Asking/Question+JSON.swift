import Diagnostics
import FEEL
import PolicySource

extension Question {
  /// The question for programs: a form on a page, or a conversation.
  public var json: JSON {
    var entries: [(String, JSON)] = [
      ("fact", .string(name)), ("kind", .string(kind.rawValue)), ("label", label.json), ("ask", text.json),
      ("type", .string(type.keyword)), ("answer", type.words.json),
    ]
    if let unit = type.unit { entries.append(("unit", .string(unit))) }
    if let range { entries.append(("range", range.json)) }
    if !members.isEmpty {
      entries.append(
        ("members", .array(members.map { .object([("name", .string($0.name)), ("label", $0.label.json)]) })))
    }
    if let evidence { entries.append(("evidence", evidence.json)) }
    if let note { entries.append(("note", note.json)) }
    if let lapse { entries.append(("lapsed", lapse.json)) }
    if let judgement {
      entries.append(
        (
          "judgedBy",
          .array(judgement.entitled.map { .object([("name", .string($0.name)), ("label", $0.label.json)]) })
        ))
    }
    entries += [
      ("decides", .array(grounds.map(\.json))), ("number", .number(String(number))), ("left", .number(String(left))),
      ("leavesLists", .boolean(leavesLists)), ("maySettle", .boolean(maySettle)),
    ]
    return .object(entries)
  }
}

extension Question.Ground {
  fileprivate var json: JSON {
    .object([("decision", .string(decision)), ("label", label.json), ("cite", .array(citations.map(\.json)))])
  }
}

extension FactType {
  /// The word by which a policy names the type.
  fileprivate var keyword: String {
    switch self {
    case .boolean: "boolean"
    case .number: "number"
    case .integer: "integer"
    case .years: "years"
    case .money: "money"
    case .percent: "percent"
    case .date: "date"
    case .text, .unreadable: "text"
    case .choice: "members"
    case .list: "list"
    case .record: "record"
    }
  }

  fileprivate var unit: String? {
    switch self {
    case .number(let unit), .integer(let unit): unit
    default: nil
    }
  }
}
