import Huimin

/// What can be written at the prompt, for completion.
struct Vocabulary: Sendable {
  /// Variables.
  var names: [String]
  /// Functions, with the bracket that opens their arguments.
  var functions: [String]
  /// Every name that may occur, members of values too.
  var known: Set<String>
  /// The members of the value of an expression.
  var members: @Sendable (String) -> [String]

  var keywords: [String] { Vocabulary.keywords }

  static let keywords = [
    "and", "between", "else", "every", "false", "for", "function", "if", "in", "instance of", "null", "or", "return",
    "satisfies", "some", "then", "true",
  ]
}

extension Vocabulary {
  init(_ evaluation: FeelEvaluation) {
    names = []
    functions = Builtins.all.map { $0.name + "(" }
    for (name, value) in evaluation.context.entries where Vocabulary.canBeWritten(name) {
      if case .function = value { functions.append(name + "(") } else { names.append(name) }
    }
    known = Set(evaluation.context.allNames).union(Builtins.all.map(\.name))
    members = { Vocabulary.members(of: evaluation.evaluateBriefly($0)) }
  }

  private static func canBeWritten(_ name: String) -> Bool {
    if case .success = Parser.nameCheck(name) { true } else { false }
  }

  /// The names that may follow a value and a dot (DMN 1.5, table 65).
  static func members(of value: Value) -> [String] {
    switch value {
    case .context(let context): context.entries.map(\.name).filter(canBeWritten)
    case .list(let items): items.prefix(100).flatMap(members)
    case .date: date
    case .time: time
    case .dateTime: date + time
    case .monthsDuration: ["years", "months"]
    case .daysDuration: ["days", "hours", "minutes", "seconds"]
    case .range: ["start", "end", "start included", "end included"]
    default: []
    }
  }

  private static let date = ["year", "month", "day", "weekday"]
  private static let time = ["hour", "minute", "second", "time offset", "timezone"]
}
