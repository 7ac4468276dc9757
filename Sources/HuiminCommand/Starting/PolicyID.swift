import Huimin

/// What may be the id of a new policy: words with dots between, from the place to the subject.
enum PolicyID {
  /// - Throws: a ``Diagnostic`` that says what is wrong and, where it can be told, what was meant.
  static func require(_ id: String) throws(Diagnostic) {
    for ending in [".test.yaml", ".yaml", ".yml"] where id.hasSuffix(ending) {
      let meant = mended(String(id.dropLast(ending.count).split(separator: "/").last ?? ""))
      throw problem(
        en: "`\(id)` is the name of a file, not the id of a policy", zh: "`\(id)` 是文件名，不是政策标识", meant)
    }
    guard !id.isEmpty else { throw problem(en: "the id is empty", zh: "标识是空的", nil) }
    guard let fault = fault(in: id) else { return }
    throw problem(en: "\(fault[.en]), so `\(id)` cannot be an id", zh: "`\(id)` 不能作标识：\(fault[.zh])", mended(id))
  }

  private static func fault(in id: String) -> Wording? {
    for scalar in id.unicodeScalars where scalar != "." && !isPlain(scalar) {
      let shown = Quotation.visible(String(scalar))
      if scalar.properties.isWhitespace { return Wording(en: "an id has no spaces", zh: "标识中不能有空格") }
      if isFullWidth(scalar) {
        return Wording(en: "`\(shown)` is a full-width character", zh: "`\(shown)` 是全角字符")
      }
      return Wording(
        en: "an id has letters, digits, `-`, `_` and `.` only, and not `\(shown)`",
        zh: "标识只能含字母、汉字、数字、`-`、`_` 和 `.`，不能有 `\(shown)`")
    }
    let parts = id.split(separator: ".", omittingEmptySubsequences: false)
    if parts.contains("") { return Wording(en: "a part between the dots is empty", zh: "点之间有一段是空的") }
    if parts.contains(where: { !($0.unicodeScalars.first.map(isLetterOrDigit) ?? false) }) {
      return Wording(
        en: "each part begins with a letter or a digit", zh: "每一段须以字母、汉字或数字开头")
    }
    // YAML would read `true`, `null` or `1` as something else than a text.
    if ["true", "false", "null"].contains(id.lowercased()) {
      return Wording(en: "YAML takes that word for a value", zh: "这个词在 YAML 中是一个值")
    }
    if id.unicodeScalars.first?.properties.isAlphabetic != true {
      return Wording(en: "an id begins with a letter", zh: "标识须以字母或汉字开头")
    }
    return nil
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    (isLetterOrDigit(scalar) || scalar == "-" || scalar == "_"
      || scalar.properties.canonicalCombiningClass != .notReordered)
      && !isFullWidth(scalar)
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }

  private static func isFullWidth(_ scalar: Unicode.Scalar) -> Bool {
    (0xFF01...0xFF5E).contains(scalar.value) || scalar == "。" || scalar == "\u{3000}"
  }

  /// The id that was probably meant, or `nil` where none can be told.
  private static func mended(_ id: String) -> String? {
    var text = String.UnicodeScalarView()
    for scalar in id.unicodeScalars {
      if scalar == "。" {
        text.append(".")
      } else if scalar.properties.isWhitespace || scalar == "/" {
        text.append(scalar == "/" ? "." : "-")
      } else if isFullWidth(scalar), let half = Unicode.Scalar(scalar.value - 0xFEE0) {
        text.append(half)
      } else {
        text.append(scalar)
      }
    }
    let parts = String(text).split(separator: ".").map { $0.drop { $0 == "-" || $0 == "_" } }
      .map { part in part.last == "-" ? part.dropLast() : part }
    let found = parts.filter { !$0.isEmpty }.joined(separator: ".")
    return fault(in: found) == nil ? found : nil
  }

  private static func problem(en: String, zh: String, _ meant: String?) -> Diagnostic {
    Diagnostic(
      "usage", message: Wording(en: en, zh: zh),
      help: meant.map { Wording(en: "did you mean `\($0)`?", zh: "是指 `\($0)` 吗？") }
        ?? Wording(
          en: "write words with dots between, from the place to the subject: `cn.city.subject`",
          zh: "由地方到事项，用点隔开：`cn.city.subject`"))
  }
}
