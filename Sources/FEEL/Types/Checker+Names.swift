/// Names, literals and members.
extension Checker {
  /// A literal; a string where a member of an enumeration is wanted must be one.
  mutating func literal(_ value: Value, _ expression: Expression, expecting expected: FeelType?) -> Checked {
    switch value {
    case .string(let text):
      guard case .enumeration(let enumeration)? = expected else {
        return Checked(expression: expression, type: .string)
      }
      if !enumeration.members.contains(text) { reportNotAMember(text, of: enumeration, at: expression.span) }
      return Checked(expression: expression, type: .enumeration(enumeration))
    case .null(let cause?):
      diagnostics.append(cause.diagnostic)
      return Checked(expression: expression, type: .any)
    default: return Checked(expression: expression, type: FeelType(of: value))
    }
  }

  private mutating func reportNotAMember(_ text: String, of enumeration: Enumeration, at span: Span) {
    report(
      "not-a-member", span, en: "`\(text)` is not a member of `\(enumeration.name)`",
      zh: "`\(text)` 不是 `\(enumeration.name)` 的选项",
      help: Suggestion.oneOf(enumeration.members, insteadOf: text))
  }

  /// A variable, or a bare member of the enumeration that is wanted here.
  mutating func name(_ name: String, _ expression: Expression, in scope: TypeScope, expecting expected: FeelType?)
    -> Checked
  {
    let enumeration: Enumeration? =
      switch expected {
      case .enumeration(let found)?, .list(.enumeration(let found))?: found
      default: nil
      }
    if let enumeration, enumeration.members.contains(name) {
      if scope.variables[name] != nil {
        report(
          "ambiguous-name", expression.span,
          en: "`\(name)` is a member of `\(enumeration.name)` and also the name of something else",
          zh: "`\(name)` 既是 `\(enumeration.name)` 的选项，又是别的名称",
          help: Wording(en: "put the member in double quotes: `\"\(name)\"`", zh: "选项用英文双引号：`\"\(name)\"`"))
      }
      return Checked(
        expression: Expression(.literal(.string(name)), expression.span), type: .enumeration(enumeration))
    }
    if let type = scope.variables[name] { return Checked(expression: expression, type: type) }
    if let builtin = Builtins.named(name) {
      requireNoClock(name, at: expression.span, in: scope)
      return Checked(expression: expression, type: .function([], builtin.signatures.first?.result ?? .any))
    }
    if let enumeration {
      reportNotAMember(name, of: enumeration, at: expression.span)
    } else if !scope.isOpen {
      reportUnknown(name, at: expression.span, in: scope, expecting: expected)
    }
    return Checked(expression: expression, type: .any)
  }

  /// Where a decision date is given, a rule that asked the clock would decide otherwise tomorrow.
  mutating func requireNoClock(_ name: String, at span: Span, in scope: TypeScope) {
    guard name == "today" || name == "now", scope.variables["decision date"] != nil else { return }
    report(
      "no-clock", span, en: "`\(name)()` asks a clock, and a decision has none", zh: "`\(name)()` 要用时钟，而判定没有时钟",
      help: Wording(en: "write `decision date`", zh: "写 `判定日期`"))
  }

  private mutating func reportUnknown(_ name: String, at span: Span, in scope: TypeScope, expecting expected: FeelType?)
  {
    var help: Wording?
    if name.hasPrefix("not ") {
      let rest = name.dropFirst(4)
      help = Wording(en: "write `not(\(rest) …)`: `not` is a function", zh: "写 `not(\(rest) …)`：`not` 是函数")
    }
    if ["今天", "今日", "当天"].contains(name), scope.variables["判定日期"] != nil {
      help = Wording(en: "there is no clock: write `decision date`", zh: "没有时钟，请写 `判定日期`")
    }
    if name.unicodeScalars.allSatisfy({ (0xFF10...0xFF19).contains($0.value) }) {
      help = Wording(en: "write half-width digits", zh: "数字用半角")
    }
    help = help ?? ComparisonWords.help(forName: name, after: scope.order)
    if help == nil, let owner = scope.enumeration(with: name) {
      help = Wording(
        en: "members of `\(owner)` stand behind `=` or `in`: `\(owner) = \(name)`, `\(owner) in (\(name), …)`",
        zh: "`\(owner)` 的选项只写在 `=` 或 `in` 之后：`\(owner) = \(name)`、`\(owner) in (\(name), …)`")
    }
    help =
      help ?? Suggestion.didYouMean(name, among: scope.order + Builtins.all.map(\.name)) ?? ForeignNames.help(for: name)
    if help == nil, let known = scope.order.first(where: { name.hasPrefix($0 + " ") }) {
      help = Wording(en: "after `\(known)` an operator is missing", zh: "`\(known)` 之后缺少运算符")
    }
    if help == nil, expected == .string {
      help = Wording(en: "put text in double quotes: `\"\(name)\"`", zh: "文字用英文双引号：`\"\(name)\"`")
    }
    report("unknown-name", span, en: "unknown name `\(name)`", zh: "未知名称 `\(name)`", help: help)
  }

  /// The type of `base.member`.
  mutating func member(_ member: Expression.Name, of base: FeelType) -> FeelType {
    if case .list(let element) = base { return .list(self.member(member, of: element)) }
    if base.isOpen { return .any }
    if let type = base.memberType(member.text) { return type }
    report(
      "no-member", member.span, en: "\(base.wording[.en]) has no `\(member.text)`",
      zh: "\(base.wording[.zh])没有 `\(member.text)`", help: Suggestion.didYouMean(member.text, among: base.memberNames))
    return .any
  }
}

extension TypeScope {
  /// The name of a variable whose enumeration has this member.
  fileprivate func enumeration(with member: String) -> String? {
    order.first { name in
      if case .enumeration(let found)? = variables[name] { found.members.contains(member) } else { false }
    }
  }
}

extension FeelType {
  /// The members that values of this type have (DMN 1.5, table 65), with their types.
  private var members: [Field] {
    let number = FeelType.number(.adopting)
    let dateParts = ["year", "month", "day", "weekday"].map { Field($0, number) }
    let timeParts =
      ["hour", "minute", "second"].map { Field($0, number) } + [
        Field("time offset", .daysDuration), Field("timezone", .string),
      ]
    switch self {
    case .context(let fields): return fields
    case .date: return dateParts
    case .time: return timeParts
    case .dateTime: return dateParts + timeParts
    case .monthsDuration: return [Field("years", .number(.years)), Field("months", .number(Unit(named: "months")))]
    case .daysDuration: return ["days", "hours", "minutes", "seconds"].map { Field($0, .number(Unit(named: $0))) }
    case .range(let element):
      return [
        Field("start", element), Field("end", element), Field("start included", .boolean),
        Field("end included", .boolean),
      ]
    default: return []
    }
  }

  fileprivate var memberNames: [String] { members.map(\.name) }

  fileprivate func memberType(_ name: String) -> FeelType? {
    // An empty context type is one of which nothing is known.
    if self == .context([]) { return .any }
    return members.first { $0.name == name }?.type
  }
}
