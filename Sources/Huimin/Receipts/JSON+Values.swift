import Diagnostics
import FEEL
import PolicySource

extension JSON {
  static func date(_ date: CalendarDate?) -> JSON { date.map { .string($0.description) } ?? .null }
}

extension Wording {
  /// Both languages, or the one text that serves for both.
  var json: JSON {
    guard en != zh else { return .string(en ?? "") }
    return .object([("zh", zh), ("en", en)].compactMap { language, text in text.map { (language, .string($0)) } })
  }
}

extension Value {
  /// The value as JSON: decimals with their digits, money with its currency, dates and durations as text. What is not
  /// known names what it waits for.
  func json(_ type: FeelType) -> JSON {
    switch self {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .number(let number):
      if case .number(.yuan) = type {
        .object([("amount", .number(ValueFormat.money(number))), ("currency", .string("CNY"))])
      } else {
        .number(number.jsonText)
      }
    case .list(let items): .array(items.map { $0.json(type.elementType) })
    case .context(let context): .object(context.entries.map { ($0.name, $0.value.json(type.fieldType($0.name))) })
    case .unknown(let unknown): unknown.json(type)
    default: .string(displayText)
    }
  }
}

extension Unknown {
  /// What it waits for, and what it may turn out to be as far as that is certain.
  fileprivate func json(_ type: FeelType) -> JSON {
    var entries: [(String, JSON)] = [("unknown", .array(facts.map { .string($0) }))]
    if let possible {
      entries.append(("possible", .array(possible.map { $0.json(type) })))
    } else if let bounds {
      if let lower = bounds.lower { entries.append(("from", lower.json(type))) }
      if let upper = bounds.upper { entries.append(("to", upper.json(type))) }
    }
    return .object(entries)
  }
}

extension Value {
  /// The value as it stands in a record, to be read back: money as a number, what is not known as null.
  var recordJSON: JSON {
    switch self {
    case .number(let number): .number(number.jsonText)
    case .list(let items): .array(items.map(\.recordJSON))
    case .context(let context): .object(context.entries.map { ($0.name, $0.value.recordJSON) })
    case .unknown: .null
    default: json(.any)
    }
  }
}

extension Diagnostic {
  /// The same with the file by its own name alone, so that a receipt does not depend on where the policies lie.
  var portable: Diagnostic {
    guard let location else { return self }
    let name = location.file.split(separator: "/").last.map(String.init) ?? location.file
    return located(at: Location(file: name, start: location.start, end: location.end))
  }
}

extension FeelType {
  var elementType: FeelType { if case .list(let element) = self { element } else { .any } }

  func fieldType(_ name: String) -> FeelType {
    guard case .context(let fields) = self else { return .any }
    return fields.first { $0.name == name }?.type ?? .any
  }
}

extension Decimal128 {
  /// The number in plain digits, or with an exponent where those would be very many.
  var jsonText: String {
    if (-40...40).contains(exponent) { return plainText }
    return "\(isNegative ? "-" : "")\(coefficient)E\(exponent)"
  }
}

extension Diagnostic {
  /// The diagnostic for programs: code, place, and both languages.
  public var json: JSON {
    var entries: [(String, JSON)] = [
      ("code", .string(code)), ("severity", .string(severity.rawValue)), ("message", message.json),
    ]
    if let help { entries.append(("help", help.json)) }
    if let location {
      entries.append(("file", .string(location.file)))
      for (name, position) in [("start", location.start), ("end", location.end)] {
        entries.append(
          (
            name,
            .object([("line", .number(String(position.line))), ("column", .number(String(position.column)))])
          ))
      }
    }
    return .object(entries)
  }
}
