import Huimin

/// `huimin feel --ndjson`: a request a line, an answer a line.
struct FeelRequests {
  private let evaluation: FeelEvaluation
  private let console: Console

  init(_ evaluation: FeelEvaluation, _ console: Console) {
    self.evaluation = evaluation
    self.console = console
  }

  /// - Returns: 2 if a line was no request; its answer says why, and the lines after it are answered all the same.
  func run() -> Int32 {
    var code: Int32 = 0
    while true {
      var id = JSON.null
      do throws(Unreadable) {
        switch console.lines() {
        case .end: return code
        case .unreadable(let problem): throw Unreadable([problem])
        case .text(let line):
          guard line.contains(where: { !$0.isWhitespace }) else { continue }
          let request = try Document.read(Array(line.utf8), file: "<stdin>", format: .json).root
          id = request["id"].map(\.json) ?? .null
          let (value, errors) = try answer(request)
          write(id, value, errors)
        }
      } catch {
        code = 2
        write(id, .null, error.diagnostics)
      }
    }
  }

  private func write(_ id: JSON, _ value: Value, _ diagnostics: [Diagnostic]) {
    let answer = JSON.object([
      ("id", id), ("value", value.typedJSON),
      ("diagnostics", .array(diagnostics.map { $0.answerJSON(in: console.language) })),
    ])
    console.write(answer.compact + "\n")
  }

  private func answer(_ request: Node) throws(Unreadable) -> (value: Value, errors: [Diagnostic]) {
    guard case .scalar(let expression)? = request["expr"]?.kind, !expression.isPlain else {
      throw Unreadable([
        Diagnostic(
          "usage", message: Wording(en: "a request needs a string `expr`", zh: "请求须有文字 `expr`"),
          help: Wording(en: "write `{\"id\": 1, \"expr\": \"1 + 1\"}`", zh: "写成 `{\"id\": 1, \"expr\": \"1 + 1\"}`"))
      ])
    }
    var evaluation = evaluation
    if let day = try day(request["on"]) {
      evaluation.day = day
      evaluation.defineStandardNames(again: true)
    }
    if let strict = request["strict"] { evaluation.isStrict = try truth(strict) }
    if let node = request["context"], !node.isNull {
      guard case .context(let context) = node.feelValue else {
        throw Unreadable([
          Diagnostic("usage", message: Wording(en: "`context` must be an object", zh: "`context` 须为对象"))
        ])
      }
      for entry in context.entries { evaluation.define(entry.name, entry.value) }
    }
    return evaluation.evaluate(expression.text, as: try type(request["type"]))
  }

  private func day(_ node: Node?) throws(Unreadable) -> CalendarDate? {
    guard let node, !node.isNull else { return nil }
    guard case .scalar(let scalar) = node.kind, let day = CalendarDate(scalar.text) else {
      throw Unreadable([
        Diagnostic(
          "usage", message: Wording(en: "`on` must be a day", zh: "`on` 须为日期"),
          help: Wording(en: "write `\"on\": \"2026-01-15\"`", zh: "写成 `\"on\": \"2026-01-15\"`"))
      ])
    }
    return day
  }

  private func truth(_ node: Node) throws(Unreadable) -> Bool {
    guard case .scalar(let scalar) = node.kind, let truth = scalar.boolean else {
      throw Unreadable([
        Diagnostic("usage", message: Wording(en: "`strict` must be true or false", zh: "`strict` 须为 true 或 false"))
      ])
    }
    return truth
  }

  private func type(_ node: Node?) throws(Unreadable) -> FeelType? {
    guard let node, !node.isNull else { return nil }
    guard case .scalar(let scalar) = node.kind, let type = FeelType(text: scalar.text) else {
      throw Unreadable([
        Diagnostic("unknown-type", message: Wording(en: "`type` is no FEEL type", zh: "`type` 不是 FEEL 类型"))
      ])
    }
    return type
  }
}

extension FeelType {
  /// A type as FEEL writes it: `number`, `list<date>`.
  fileprivate init?(text: String) {
    guard let expression = try? Parser.expression("null instance of \(text)"),
      case .instanceOf(_, let written) = expression.kind, let type = FeelType(written)
    else { return nil }
    self = type
  }
}

extension Diagnostic {
  /// Code, message, stretch of the expression in code points, and help, as answers carry them.
  fileprivate func answerJSON(in language: Language) -> JSON {
    .object(
      [
        ("code", .string(code)), ("message", .string(message[language])), ("start", .number(String(span.start))),
        ("end", .number(String(span.end))),
      ] + (help.map { [("help", .string($0[language]))] } ?? []))
  }
}

extension Node {
  /// The node as JSON again, numbers with their digits.
  fileprivate var json: JSON {
    switch kind {
    case .sequence(let items): .array(items.map(\.json))
    case .mapping(let pairs):
      .object(
        pairs.compactMap { pair in
          if case .scalar(let name) = pair.key.kind { (name.text, pair.value.json) } else { nil }
        })
    case .scalar(let scalar):
      if scalar.isNull {
        .null
      } else if let truth = scalar.boolean {
        .boolean(truth)
      } else {
        scalar.isPlain ? .number(scalar.text) : .string(scalar.text)
      }
    }
  }
}
