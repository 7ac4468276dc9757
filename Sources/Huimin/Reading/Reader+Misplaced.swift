import Diagnostics

/// Keys of the language in a place where they mean nothing: where they belong is told.
extension Reader {
  /// - Parameter keys: those that may stand in the place, by which it is known.
  func helpForMisplaced(_ key: String, allowing keys: [String]) -> Wording? {
    // Where a key is not expected, it was not translated either.
    switch [Key.because, Key.when, Key.then, Key.otherwise].first(where: { spelled([$0]) == [key] }) ?? key {
    case Key.because where keys.contains(Key.rules):
      Wording(
        en: "a reason stands beside `‹table›`, or in a row: `a: { ‹when›: […], ‹then›: …, ‹because›: … }`",
        zh: "理由写在 `‹table›` 旁边，或写在一行里：`甲: { ‹when›: […], ‹then›: …, ‹because›: … }`")
    case Key.because where keys.contains(Key.met):
      Wording(
        en: "a criterion gives its reasons as `‹met›` and `‹unmet›`", zh: "条件的理由写成 `‹met›` 和 `‹unmet›`")
    case Key.because:
      Wording(
        en: "reasons stand in decisions and in their cases, rows, exceptions and shares"
          + (keys.contains(Key.note) ? "; here, write `‹note›`" : ""),
        zh: "理由写在判定，以及其中的情形、行、例外和分担方里" + (keys.contains(Key.note) ? "；此处可写 `‹note›`" : ""))
    case Key.when, Key.then,
      Key.otherwise where keys.contains(Key.cases):
      Reader.helpForCases
    default: nil
    }
  }

  /// How cases are written.
  static let helpForCases = Wording(
    en: "write a list under `‹cases›`: `- { ‹when›: …, ‹then›: … }`, and at its end `- { ‹otherwise›: … }`",
    zh: "在 `‹cases›` 下写列表：每条 `- { ‹when›: …, ‹then›: … }`，最后一条 `- { ‹otherwise›: … }`")

  /// How an exception is written.
  static func helpForException(_ name: Wording) -> Wording {
    Wording(
      en: "write `\(name[.en]): { ‹when›: …, ‹then›: … }`", zh: "写 `\(name[.zh]): { ‹when›: …, ‹then›: … }`")
  }

  /// Keys that stand in a case, in a decision that has no form of its own.
  static func isOfCase(_ key: String) -> Bool {
    [
      Key.when, Key.then, Key.otherwise, "if", "else", "当", "则", "否则", "如果", "若", "那么",
    ].contains(key)
  }
}
