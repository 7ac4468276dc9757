import Huimin

/// The words of a command line, sorted into options and operands.
struct Arguments: Sendable {
  private var values: [String: [String]] = [:]
  private(set) var operands: [String] = []

  /// - Throws: a ``Diagnostic`` for an option that does not exist, a value that is missing or none of the choices, and
  ///   operands too many or too few.
  init(_ words: [String], of command: Command) throws(Diagnostic) {
    var rest = words[...]
    var onlyOperands = false
    while let word = rest.popFirst() {
      if onlyOperands || !word.hasPrefix("-") || command.takesExpressions && !word.hasPrefix("--") || word == "-" {
        operands.append(word)
      } else if word == "--" {
        onlyOperands = true
      } else {
        try option(word, &rest, of: command)
      }
    }
    if operands.count > command.operandCount.upperBound {
      throw Arguments.problem(
        en: "`\(operands[command.operandCount.upperBound])` is one argument too many",
        zh: "多了一个参数 `\(operands[command.operandCount.upperBound])`", command)
    }
    if operands.count < command.operandCount.lowerBound {
      throw Arguments.problem(
        en: "`\(command.name)` needs `\(command.operands)`", zh: "`\(command.name)` 需要 `\(command.operands)`", command)
    }
  }

  private mutating func option(_ word: String, _ rest: inout ArraySlice<String>, of command: Command) throws(Diagnostic)
  {
    let equals = word.firstIndex(of: "=")
    let name = String(word[..<(equals ?? word.endIndex)])
    guard let option = command.options.first(where: { $0.name == name }) else {
      throw Diagnostic(
        "usage",
        message: Wording(en: "`\(command.name)` has no option `\(name)`", zh: "`\(command.name)` 没有选项 `\(name)`"),
        help: Suggestion.didYouMean(name, among: command.options.map(\.name))
          ?? Wording(en: "run `huimin \(command.name) --help`", zh: "运行 `huimin \(command.name) --help`"))
    }
    if values[name] != nil, !option.repeats {
      throw Arguments.problem(en: "`\(name)` is given twice", zh: "`\(name)` 重复", command)
    }
    if case .none = option.value {
      guard equals == nil else {
        throw Arguments.problem(en: "`\(name)` takes no value", zh: "`\(name)` 不带值", command)
      }
      values[name] = []
      return
    }
    let value: String
    if let equals {
      value = String(word[word.index(after: equals)...])
    } else if let next = rest.popFirst() {
      value = next
    } else {
      throw Arguments.problem(en: "`\(option.form)` needs its value", zh: "`\(option.form)` 缺少值", command)
    }
    if case .choice(let words) = option.value, !words.contains(value) {
      throw Diagnostic(
        "usage", message: Wording(en: "`\(value)` is no value of `\(name)`", zh: "`\(name)` 不能取 `\(value)`"),
        help: Wording(
          en: "write \(words.map { "`\($0)`" }.joined(separator: " or "))",
          zh: "可写 \(words.map { "`\($0)`" }.joined(separator: " 或 "))"))
    }
    values[name, default: []].append(value)
  }

  private static func problem(en: String, zh: String, _ command: Command) -> Diagnostic {
    Diagnostic(
      "usage", message: Wording(en: en, zh: zh),
      help: Wording(
        en: "usage: \(Help.usage(of: command)); see `huimin \(command.name) --help`",
        zh: "用法：\(Help.usage(of: command))；详见 `huimin \(command.name) --help`"))
  }

  /// Whether a flag stands on the command line.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The value of an option, or `nil` where it is not given.
  subscript(name: String) -> String? { values[name]?.last }

  /// The values of an option that may be repeated.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// The words from the command on, where `--lang` stands before it.
  static func withoutLeadingLanguage(_ words: [String]) -> [String] {
    if words.first == "--lang" { return Array(words.dropFirst(2)) }
    return words.first?.hasPrefix("--lang=") == true ? Array(words.dropFirst()) : words
  }

  /// The language that a command line asks for, wherever the option stands; needed before anything else is read.
  static func language(in words: [String]) -> Language? {
    for (position, word) in words.enumerated() {
      if word == "--lang", position + 1 < words.count { return Language(rawValue: words[position + 1]) }
      if word.hasPrefix("--lang=") { return Language(rawValue: String(word.dropFirst("--lang=".count))) }
    }
    return nil
  }
}
