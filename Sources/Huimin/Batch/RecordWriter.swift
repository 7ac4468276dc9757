import FEEL

/// Writes records as lines of JSON or rows of a table.
struct RecordWriter: Sendable {
  let form: BatchForm
  let columns: [BatchColumn]
  let language: Language
  /// The form of the input, from which fields are copied.
  let source: BatchForm
  /// For each version of the policy the types of the columns.
  private let types: [[FeelType]]
  /// What stands before each value of a line of JSON.
  private let keys: [[UInt8]]

  init(_ columns: [BatchColumn], _ programs: [Program], form: BatchForm, source: BatchForm, language: Language) {
    self.form = form
    self.columns = columns
    self.language = language
    self.source = source
    types = programs.map { program in columns.map { $0.type(in: program) } }
    keys = columns.enumerated().map { position, column in
      var key: [UInt8] = [position == 0 ? 0x7B : 0x2C]
      JSONText.append(column.name.utf8, to: &key)
      return key + [0x3A]
    }
  }

  /// The first line of a table; nothing for lines of JSON.
  var header: [UInt8] {
    guard form == .csv else { return [] }
    var line: [UInt8] = []
    for (position, column) in columns.enumerated() {
      if position > 0 { line.append(0x2C) }
      ValueBytes.appendCell(column.name.utf8, to: &line)
    }
    return line + [0x0A]
  }

  /// Appends one record, with the end of its line.
  func append(_ record: ReadRecord, _ decided: DecidedRecord, _ bytes: [UInt8], to output: inout [UInt8]) {
    let types = types[record.version]
    var decision = 0
    for (position, column) in columns.enumerated() {
      if form == .ndjson { output += keys[position] } else if position > 0 { output.append(0x2C) }
      switch column.content {
      case .line: ValueBytes.appendDigits(UInt64(record.line), to: &output)
      case .status: append(decided.status.rawValue, to: &output)
      case .open: append(decided.open, to: &output)
      case .reasons:
        append(reasons(decided.outcome), to: &output)
      case .field(let slot): copy(record.fields[slot], bytes, to: &output)
      case .fact(let name): ValueBytes.append(record.facts.values[name], types[position], form, to: &output)
      case .decision:
        ValueBytes.append(decided.values[decision], types[position], form, to: &output)
        decision += 1
      }
    }
    if form == .ndjson { output.append(0x7D) }
    output.append(0x0A)
  }

  /// The reasons as they stand on the page of `decide`, a line each. Lines are as wide as need be: whatever shows a cell
  /// breaks them.
  private func reasons(_ outcome: Outcome) -> String {
    TextReport(outcome, language: language, width: 1 << 20).reasonsText.split(separator: "\n")
      .map { $0.hasPrefix("  ") ? $0.dropFirst(2) : $0 }.joined(separator: "\n")
  }

  private func append(_ text: String, to output: inout [UInt8]) {
    if form == .csv { ValueBytes.appendCell(text.utf8, to: &output) } else { JSONText.append(text.utf8, to: &output) }
  }

  private func append(_ names: [String], to output: inout [UInt8]) {
    guard form == .ndjson else { return append(names.joined(separator: "; "), to: &output) }
    output.append(0x5B)
    for (position, name) in names.enumerated() {
      if position > 0 { output.append(0x2C) }
      JSONText.append(name.utf8, to: &output)
    }
    output.append(0x5D)
  }

  /// A field as it stands in the input: what is a number stays one, digit for digit.
  private func copy(_ field: RawField, _ bytes: [UInt8], to output: inout [UInt8]) {
    switch (source, form, field.form) {
    case (_, .ndjson, .absent): output += Array("null".utf8)
    case (_, .csv, .absent): break
    case (.ndjson, .ndjson, .text), (.ndjson, .ndjson, .escaped):
      output += bytes[(field.start - 1)...field.end]
    case (.ndjson, .ndjson, _): output += bytes[field.start..<field.end]
    case (.csv, _, _): append(CSVScanner.text(of: field, in: bytes) ?? "", to: &output)
    case (.ndjson, .csv, .escaped): append(JSONText.unescaped(bytes, field) ?? "", to: &output)
    case (.ndjson, .csv, .bare) where bytes.holds(JSONText.words[2], at: field.start, to: field.end): break
    case (.ndjson, .csv, _): ValueBytes.appendCell(bytes[field.start..<field.end], to: &output)
    }
  }
}
