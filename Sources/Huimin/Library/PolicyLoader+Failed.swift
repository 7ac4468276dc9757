import PolicySource

/// Files that were to give a policy and could not be read as one.
extension PolicyLoader {
  /// The ids that such a file seems to declare: what stands in the first column under a key of whatever spelling, but not
  /// what it builds on or tests.
  static func ids(in bytes: [UInt8]) -> Set<String> {
    let others = [Key.implements, Key.amends, Key.uses, Key.tests]
    let excluded = Set(others + others.map(Vocabulary.chinese))
    var ids: Set<String> = []
    for line in String(decoding: bytes.prefix(mostBytes), as: UTF8.self).split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }), line.first?.isWhitespace == false,
        !excluded.contains(line[..<colon].trimmed)
      else { continue }
      let value = line[line.index(after: colon)...].split(separator: " #").first?.trimmed ?? ""
      let id = value.filter { $0 != "\"" && $0 != "'" }
      if id.contains("."), !id.contains(where: { $0.isWhitespace || $0 == ":" || $0 == "/" }) { ids.insert(id) }
    }
    return ids
  }

  /// The id stands near the beginning; a file of any length is no reason to search for it long.
  private static let mostBytes = 10_000
}
