import FEEL

/// Writes values into the output of a batch: decimals with their digits, amounts with two decimals, days as text, what is
/// not known as nothing.
enum ValueBytes {
  /// - Parameter form: in a table a text stands bare, and what has parts as JSON.
  static func append(_ value: Value?, _ type: FeelType, _ form: BatchForm, to output: inout [UInt8]) {
    switch value {
    case nil, .null?, .unknown?: if form == .ndjson { output += null }
    case .boolean(let truth)?: output += truth ? yes : no
    case .number(let number)?: append(number, type, to: &output)
    case .list?, .context?:
      var text: [UInt8] = []
      appendJSON(value ?? .null, type, to: &text)
      if form == .csv { appendCell(text, to: &output) } else { output += text }
    case let other?:
      let text = other.displayText.utf8
      if form == .csv { appendCell(text, to: &output) } else { JSONText.append(text, to: &output) }
    }
  }

  private static func appendJSON(_ value: Value, _ type: FeelType, to output: inout [UInt8]) {
    switch value {
    case .list(let items):
      output.append(0x5B)
      for (position, item) in items.enumerated() {
        if position > 0 { output.append(0x2C) }
        appendJSON(item, type.elementType, to: &output)
      }
      output.append(0x5D)
    case .context(let context):
      output.append(0x7B)
      for (position, entry) in context.entries.enumerated() {
        if position > 0 { output.append(0x2C) }
        JSONText.append(entry.name.utf8, to: &output)
        output.append(0x3A)
        appendJSON(entry.value, type.fieldType(entry.name), to: &output)
      }
      output.append(0x7D)
    default: append(value, type, .ndjson, to: &output)
    }
  }

  private static let null = Array("null".utf8)
  private static let yes = Array("true".utf8)
  private static let no = Array("false".utf8)

  private static func append(_ number: Decimal128, _ type: FeelType, to output: inout [UInt8]) {
    guard case .number(.yuan) = type else {
      output += number.jsonText.utf8
      return
    }
    guard (-2...0).contains(number.exponent), number.coefficient < 1_000_000_000_000_000 else {
      output += ValueFormat.money(number).utf8
      return
    }
    let scale: [UInt64] = [100, 10, 1]
    let fen = UInt64(number.coefficient) * scale[-number.exponent]
    if number.isNegative { output.append(0x2D) }
    appendDigits(fen / 100, to: &output)
    output += [0x2E, 0x30 + UInt8(fen % 100 / 10), 0x30 + UInt8(fen % 10)]
  }

  static func appendDigits(_ number: UInt64, to output: inout [UInt8]) {
    let start = output.count
    var rest = number
    repeat {
      output.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    output[start...].reverse()
  }

  /// Appends a cell, in quotes where it would not be read back as it is.
  static func appendCell(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
    let isPlain = text.allSatisfy { $0 != 0x22 && $0 != 0x2C && $0 != 0x0A && $0 != 0x0D }
    guard !isPlain || text.first == 0x20 || [0x20, 0x09].contains(text.reversed().first) else {
      output += text
      return
    }
    output.append(0x22)
    for byte in text {
      if byte == 0x22 { output.append(byte) }
      output.append(byte)
    }
    output.append(0x22)
  }
}
