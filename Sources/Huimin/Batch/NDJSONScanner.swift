import PolicySource

/// Finds the fields of one JSON object that a batch asks for. What it does not ask for is held to the grammar of JSON and
/// passed over without making anything of it.
struct NDJSONScanner {
  private let bytes: [UInt8]
  private var place = 0
  private var end = 0
  /// A field that is not asked for, where there is one.
  private(set) var stranger: RawField?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Parameter fields: a field for each slot, all absent.
  /// - Returns: false where the line is no JSON object, or has a field twice; ``CarefulReader`` says why.
  mutating func scan(_ line: Range<Int>, for names: FieldNames, into fields: inout [RawField]) -> Bool {
    (place, end) = (line.lowerBound, line.upperBound)
    stranger = nil
    var hint = 0
    skipSpace()
    guard take(0x7B) else { return false }
    skipSpace()
    if take(0x7D) { return isAtEnd }
    repeat {
      skipSpace()
      guard let key = string() else { return false }
      skipSpace()
      guard take(0x3A) else { return false }
      skipSpace()
      guard let value = value(depth: 1) else { return false }
      if let slot = slot(of: key, in: names, after: hint) {
        guard fields[slot].form == .absent else { return false }
        fields[slot] = value
        hint = slot + 1
      } else {
        stranger = stranger ?? key
      }
      skipSpace()
    } while take(0x2C)
    return take(0x7D) && isAtEnd
  }

  private func slot(of key: RawField, in names: FieldNames, after hint: Int) -> Int? {
    guard key.form == .escaped else { return names.slot(of: bytes, key.start, key.end, after: hint) }
    return JSONText.unescaped(bytes, key).flatMap(names.slot)
  }

  // MARK: Values

  private mutating func value(depth: Int) -> RawField? {
    guard place < end else { return nil }
    switch bytes[place] {
    case 0x22: return string()
    case 0x7B, 0x5B: return nested(depth: depth + 1)
    case 0x2D, 0x30...0x39: return number()
    default: return word()
    }
  }

  private mutating func string() -> RawField? {
    guard take(0x22) else { return nil }
    let start = place
    var form = RawField.Form.text
    while place < end {
      let byte = bytes[place]
      if byte == 0x22 {
        place += 1
        return RawField(form: form, start: start, end: place - 1)
      }
      if byte < 0x20 { return nil }
      if byte == 0x5C {
        form = .escaped
        guard escape() else { return nil }
      } else {
        place += 1
      }
    }
    return nil
  }

  /// An escape, of a character beyond the first 65,536 both halves.
  private mutating func escape() -> Bool {
    place += 1
    guard place < end else { return false }
    let kind = bytes[place]
    place += 1
    guard kind == 0x75 else { return JSONText.escapes.contains(kind) }
    guard let code = hexadecimal() else { return false }
    if 0xDC00...0xDFFF ~= code { return false }
    guard 0xD800...0xDBFF ~= code else { return true }
    guard take(0x5C), take(0x75), let low = hexadecimal() else { return false }
    return 0xDC00...0xDFFF ~= low
  }

  /// Four digits.
  private mutating func hexadecimal() -> UInt32? {
    guard place + 4 <= end else { return nil }
    var code: UInt32 = 0
    for _ in 0..<4 {
      let byte = bytes[place]
      switch byte {
      case 0x30...0x39: code = code << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: code = code << 4 | UInt32((byte | 0x20) - 0x57)
      default: return nil
      }
      place += 1
    }
    return code
  }

  private mutating func number() -> RawField? {
    let start = place
    _ = take(0x2D)
    if !take(0x30), !digits() { return nil }
    if take(0x2E), !digits() { return nil }
    if take(0x65) || take(0x45) {
      if !take(0x2B) { _ = take(0x2D) }
      if !digits() { return nil }
    }
    return RawField(form: .bare, start: start, end: place)
  }

  private mutating func digits() -> Bool {
    let start = place
    while place < end, bytes[place] >= 0x30, bytes[place] <= 0x39 { place += 1 }
    return place > start
  }

  private mutating func word() -> RawField? {
    for word in JSONText.words where place + word.count <= end && bytes.holds(word, at: place, to: place + word.count) {
      place += word.count
      return RawField(form: .bare, start: place - word.count, end: place)
    }
    return nil
  }

  /// A list or an object, to its end.
  private mutating func nested(depth: Int) -> RawField? {
    let start = place
    guard depth <= JSONText.mostDepth else { return nil }
    let isObject = bytes[place] == 0x7B
    let close: UInt8 = isObject ? 0x7D : 0x5D
    place += 1
    skipSpace()
    if !take(close) {
      repeat {
        skipSpace()
        if isObject {
          guard string() != nil else { return nil }
          skipSpace()
          guard take(0x3A) else { return nil }
          skipSpace()
        }
        guard value(depth: depth) != nil else { return nil }
        skipSpace()
      } while take(0x2C)
      guard take(close) else { return nil }
    }
    return RawField(form: .nested, start: start, end: place)
  }

  // MARK: Bytes

  private var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return place == end
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard place < end, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func skipSpace() {
    while place < end, [0x20, 0x09, 0x0D].contains(bytes[place]) { place += 1 }
  }
}

/// Texts of JSON as bytes.
enum JSONText {
  static let words = [Array("true".utf8), Array("false".utf8), Array("null".utf8)]
  /// What may stand behind a backslash, `u` apart.
  static let escapes = Array("\"\\/bfnrt".utf8)
  /// As deep as the careful reader goes.
  static let mostDepth = 64

  /// The text of a string with its escapes undone; nothing where one of them is none.
  static func unescaped(_ bytes: [UInt8], _ field: RawField) -> String? {
    let quoted = Array(bytes[(field.start - 1)...field.end])
    return try? Document.read(quoted, file: "", format: .json).root.scalarText
  }

  /// Appends a text in quotes, escaped as RFC 8785 does.
  static func append(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    output.append(0x22)
    for byte in text {
      switch byte {
      case 0x22, 0x5C: output += [0x5C, byte]
      case 0x0A: output += [0x5C, 0x6E]
      case 0x0D: output += [0x5C, 0x72]
      case 0x09: output += [0x5C, 0x74]
      case 0x08: output += [0x5C, 0x62]
      case 0x0C: output += [0x5C, 0x66]
      case 0..<0x20:
        output += Array("\\u00".utf8)
        for digit in [byte >> 4, byte & 15] { output.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
      default: output.append(byte)
      }
    }
    output.append(0x22)
  }
}
