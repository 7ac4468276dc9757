import Huimin

/// How input and output are written.
extension BatchSetup {
  /// How input and output are written: as their names say, or else `--format`, or else as the input begins.
  func forms(of input: BatchInput) throws(Unreadable) -> (input: BatchForm, output: BatchForm) {
    let named = (BatchForm(file: arguments["--input"] ?? "-"), BatchForm(file: arguments["--output"] ?? "-"))
    let asked = arguments["--format"].flatMap { BatchForm(rawValue: $0) }
    if let asked, let input = named.0, let output = named.1, asked != input, asked != output {
      throw BatchSetup.misuse(
        "the names of the files say another format than `--format`", "`--format` 与文件名的格式不一致",
        help: Wording(en: "leave `--format` out, or change a name", zh: "去掉 `--format`，或改文件名"))
    }
    let found: BatchForm
    if let known = named.0 ?? asked { found = known } else { found = try beginning(of: input) }
    if found == .ndjson, try begins(input, with: UInt8(ascii: "[")) {
      let place = Position(line: 1, column: 1)
      throw Unreadable([
        Diagnostic(
          "not-a-record", location: Location(file: input.name, start: place, end: place),
          message: Wording(en: "this is a JSON list, not an object a line", zh: "这是 JSON 列表，不是每行一个对象"),
          help: Wording(en: "`jq -c '.[]' FILE` writes an object a line", zh: "`jq -c '.[]' 文件` 可改成每行一个对象"))
      ])
    }
    return (found, named.1 ?? asked ?? found)
  }

  private func beginning(of input: BatchInput) throws(Unreadable) -> BatchForm {
    let first = try firstByte(of: input)
    return first == nil || first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? .ndjson : .csv
  }

  private func begins(_ input: BatchInput, with byte: UInt8) throws(Unreadable) -> Bool {
    try firstByte(of: input) == byte
  }

  /// The first byte that is neither a blank nor of a byte order mark.
  private func firstByte(of input: BatchInput) throws(Unreadable) -> UInt8? {
    guard let bytes = try input.read() else { return nil }
    input.unread(bytes)
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return text.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
  }
}

extension BatchForm {
  /// What the name of a file says.
  fileprivate init?(file: String) {
    let name = file.lowercased()
    if name.hasSuffix(".csv") {
      self = .csv
    } else if [".ndjson", ".jsonl", ".json"].contains(where: name.hasSuffix) {
      self = .ndjson
    } else {
      return nil
    }
  }
}
