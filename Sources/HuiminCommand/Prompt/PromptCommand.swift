import Huimin

/// A line at the prompt that is no expression: one that begins with `:`, or a word that people try to end or to be helped.
enum PromptCommand {
  /// With the function that is asked about.
  case help(String?)
  case functions(word: String?)
  case names
  case quit
  /// The expression is a part of the line.
  case assign(name: String, expression: Substring)
  case type(expression: Substring)
  case load(file: String)

  enum Name: String, CaseIterable {
    case functions = ":functions"
    case help = ":help"
    case `let` = ":let"
    case load = ":load"
    case names = ":names"
    case quit = ":quit"
    case type = ":type"

    /// Whether something stands after it.
    enum Operand { case none, optional, required }

    var operand: Operand {
      switch self {
      case .let, .load, .type: .required
      case .functions, .help: .optional
      case .names, .quit: .none
      }
    }

    /// How it is written, for help.
    var form: Wording {
      switch self {
      case .functions: Wording(en: ":functions [WORD]", zh: ":functions [词]")
      case .help: Wording(en: ":help [FUNCTION]", zh: ":help [函数]")
      case .let: Wording(en: ":let NAME = EXPR", zh: ":let 名称 = 表达式")
      case .load: Wording(en: ":load FILE", zh: ":load 文件")
      case .type: Wording(en: ":type EXPR", zh: ":type 表达式")
      case .names, .quit: Wording(both: rawValue)
      }
    }
  }

  /// What a word alone means that is no command, where nothing is called so.
  init?(word: String) {
    switch word {
    case "exit", "quit", "退出": self = .quit
    case "help", "帮助", "?": self = .help(nil)
    default: return nil
    }
  }

  /// - Throws: what is wrong with a line that is no command.
  init(_ line: Substring) throws(Diagnostic) {
    let (word, rest) = PromptCommand.split(line)
    guard let name = word == ":q" ? .quit : Name(rawValue: word) else {
      throw Diagnostic(
        "usage", message: Wording(en: "`\(word)` is no command here", zh: "`\(word)` 不是这里的命令"),
        help: Suggestion.didYouMean(word, among: Name.allCases.map(\.rawValue))
          ?? Wording(en: "`:help` lists the commands", zh: "`:help` 列出所有命令"))
    }
    guard name.operand == .optional || rest.isEmpty == (name.operand == .none) else {
      throw PromptCommand.wrongUse(of: name)
    }
    switch name {
    case .functions: self = .functions(word: rest.isEmpty ? nil : String(rest))
    case .help:
      // What each command does stands in the general help.
      let isOfCommand = Name(rawValue: rest.hasPrefix(":") ? String(rest) : ":\(rest)") != nil
      self = .help(rest.isEmpty || isOfCommand ? nil : String(rest))
    case .names: self = .names
    case .quit: self = .quit
    case .type: self = .type(expression: rest)
    case .load: self = .load(file: String(rest))
    case .let:
      guard let equals = rest.firstIndex(of: "=") else { throw PromptCommand.wrongUse(of: name) }
      let variable = KnownNames.normalized(String(rest[..<equals]))
      guard case .success = Parser.nameCheck(variable) else {
        throw Diagnostic(
          "usage", message: Wording(en: "`\(variable)` is not a name", zh: "`\(variable)` 不是名称"),
          help: PromptCommand.howToWrite(name))
      }
      self = .assign(name: variable, expression: rest[rest.index(after: equals)...])
    }
  }

  private static func wrongUse(of name: Name) -> Diagnostic {
    Diagnostic(
      "usage", message: Wording(en: "`\(name.rawValue)` is not used so", zh: "`\(name.rawValue)` 用法不对"),
      help: howToWrite(name))
  }

  private static func howToWrite(_ name: Name) -> Wording {
    Wording(en: "write `\(name.form[.en])`", zh: "写 `\(name.form[.zh])`")
  }

  /// What is said of `name := value`, as other languages keep a value; `nil` where the text is nothing like it.
  static func assignmentSlip(in text: String) -> Diagnostic? {
    let scalars = Array(text.unicodeScalars)
    guard let colon = scalars.firstIndex(of: ":"), colon + 1 < scalars.count, scalars[colon + 1] == "=",
      case .success = Parser.nameCheck(KnownNames.normalized(String(String.UnicodeScalarView(scalars[..<colon]))))
    else { return nil }
    return Diagnostic(
      "usage", span: Span(colon, colon + 2),
      message: Wording(en: "`:=` is not how a value is kept", zh: "保存值不用 `:=`"), help: howToWrite(.let))
  }

  /// The first word, and what stands after it.
  private static func split(_ line: Substring) -> (word: String, rest: Substring) {
    let end = line.firstIndex { $0.isWhitespace } ?? line.endIndex
    let rest = line[end...].drop { $0.isWhitespace }
    let last = rest.lastIndex { !$0.isWhitespace }
    return (String(line[..<end]), last.map { rest[...$0] } ?? rest.prefix(0))
  }

  /// The part of what is written at the prompt that is an expression, or `nil` where none is.
  static func expression(in text: String) -> String? {
    let start = text.drop { $0 == " " || $0 == "\t" }
    guard start.hasPrefix(":") else { return text }
    if let rest = operand(of: .type, in: start) { return String(rest) }
    guard let rest = operand(of: .let, in: start) else { return nil }
    return rest.firstIndex(of: "=").map { String(rest[rest.index(after: $0)...]) }
  }

  /// The beginning of a file's name that stands after `:load`, or `nil` where none can.
  static func file(in text: Substring) -> Substring? { operand(of: .load, in: text) }

  /// The beginning of a function's name that stands after `:help`, or `nil` where none can.
  static func function(in text: Substring) -> Substring? { operand(of: .help, in: text) }

  private static func operand(of name: Name, in text: Substring) -> Substring? {
    let rest = text.hasPrefix(name.rawValue) ? text.dropFirst(name.rawValue.count) : ""
    return rest.first?.isWhitespace == true ? rest.drop { $0.isWhitespace } : nil
  }
}
