import Diagnostics

/// Functions that take a regular expression (DMN 1.5, 10.3.4.3): they match as those of XPath do.
extension Builtins {
  static let expressions: [Builtin] = [
    Builtin(
      "matches",
      [
        .init("input", .string), .init("pattern", .string),
        .init("flags", .string, optional: true, takesNull: true),
      ], .boolean
    ) { call in
      switch call.regex(flags: 2) {
      case .failure(let refused): return refused.value
      case .success(let regex):
        var matcher = RegexMatcher(regex, in: call.scalars(0), run: call.run)
        let found = matcher.first(from: 0) != nil
        return matcher.isExhausted ? call.tooManySteps : .boolean(found)
      }
    },
    Builtin(
      "replace",
      [
        .init("input", .string), .init("pattern", .string), .init("replacement", .string),
        .init("flags", .string, optional: true, takesNull: true),
      ], .string, body: replace),
    Builtin("split", [.init("string", .string), .init("delimiter", .string)], .list(.string)) { call in
      let text = call.scalars(0)
      switch call.matches(flags: nil) {
      case .failure(let refused): return refused.value
      case .success(let (_, matches)):
        var parts: [Value] = []
        var start = 0
        for match in matches {
          parts.append(.string(String(scalars: text[start..<match.range.lowerBound])))
          start = match.range.upperBound
        }
        return call.list(parts + [.string(String(scalars: text[start...]))])
      }
    },
  ]

  private static func replace(_ call: Invocation) -> Value {
    let text = call.scalars(0)
    switch call.matches(flags: 3) {
    case .failure(let refused): return refused.value
    case .success(let (regex, matches)):
      let replacement: [RegexReplacement.Piece]
      do throws(RegexProblem) { replacement = try RegexReplacement.pieces(call.scalars(2), for: regex) } catch {
        return call.refusal(error, argument: 2).value
      }
      var result: [Unicode.Scalar] = []
      var start = 0
      for match in matches {
        result += text[start..<match.range.lowerBound]
        for piece in replacement {
          switch piece {
          case .text(let scalars): result += scalars
          case .group(let number):
            if number < match.groups.count, let range = match.groups[number] { result += text[range] }
          }
        }
        start = match.range.upperBound
        guard result.count <= call.run.limits.characters else { return call.tooLong }
      }
      result += text[start...]
      return result.count <= call.run.limits.characters ? .string(String(scalars: result)) : call.tooLong
    }
  }
}

extension Invocation {
  func refusal(_ problem: RegexProblem, argument: Int) -> Stopped {
    Stopped(value: null("bad-pattern", argument: argument, en: problem.message[.en], zh: problem.message[.zh]))
  }

  /// The regular expression of the second argument.
  /// - Parameter flags: the argument that holds its flags.
  fileprivate func regex(flags position: Int?) -> Result<Regex, Stopped> {
    let flags: Regex.Flags
    do throws(RegexProblem) { flags = try Regex.Flags(position.map(string) ?? "") } catch {
      return .failure(refusal(error, argument: position ?? 0))
    }
    do throws(RegexProblem) { return .success(try Regex(scalars(1), flags: flags)) } catch {
      return .failure(refusal(error, argument: 1))
    }
  }

  fileprivate var tooManySteps: Value {
    null(
      "limit-steps", argument: 1, en: "matching this pattern takes too many steps", zh: "匹配此模式的步骤过多",
      help: Wording(en: "look for a repetition inside a repetition, as in `(a+)+`", zh: "检查是否有重复套重复，例如 `(a+)+`"))
  }

  /// Every match in the first argument, none inside another. An expression that matches the empty text is refused.
  fileprivate func matches(flags: Int?) -> Result<(Regex, [RegexMatcher.Match]), Stopped> {
    regex(flags: flags).flatMap { regex in
      var empty = RegexMatcher(regex, in: [], run: run)
      if empty.first(from: 0) != nil {
        return .failure(
          Stopped(
            value: null(
              "bad-pattern", argument: 1, en: "the pattern matches the empty text, which stands everywhere",
              zh: "模式可匹配空文字，而空文字处处都是")))
      }
      let text = scalars(0)
      var matcher = RegexMatcher(regex, in: text, run: run)
      var matches: [RegexMatcher.Match] = []
      var start = 0
      while start <= text.count, let match = matcher.first(from: start) {
        matches.append(match)
        // A match of nothing, between two lines for example, is not found again.
        start = max(match.range.upperBound, match.range.lowerBound + 1)
      }
      return matcher.isExhausted ? .failure(Stopped(value: tooManySteps)) : .success((regex, matches))
    }
  }
}
