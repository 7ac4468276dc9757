/// What a built-in function does, in one line, with an example: what people look up who do not have the standard at hand.
public struct FunctionGuide: Sendable {
  /// The name of the function.
  public let name: String
  public let summary: Wording
  /// A call that can be tried as it stands.
  public let example: String
  /// The value of the example, as FEEL writes it; of one that asks for the day, with 2026-01-15 as the decision date.
  public let result: String

  init(_ name: String, en: String, zh: String, _ example: String, gives result: String) {
    self.name = name
    summary = Wording(en: en, zh: zh)
    self.example = example
    self.result = result
  }

  /// Functions that belong together (DMN 1.5, 10.3.4).
  public struct Group: Sendable {
    public let title: Wording
    public let functions: [FunctionGuide]

    init(en: String, zh: String, _ functions: [FunctionGuide]) {
      title = Wording(en: en, zh: zh)
      self.functions = functions
    }

    /// The group with those of its functions whose name or summary, in either language, holds a word; all of them where
    /// the title does. `nil` where there are none.
    public func matching(_ word: String) -> Group? {
      if FunctionGuide.holds(title, word) { return self }
      let found = functions.filter { $0.mentions(word) }
      return found.isEmpty ? nil : Group(en: title[.en], zh: title[.zh], found)
    }
  }

  /// Every built-in function, once.
  public static let groups = [conversions, booleans, strings, lists, numbers, dates, ranges, contexts, others]

  public static func named(_ name: String) -> FunctionGuide? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: groups.flatMap(\.functions).map { ($0.name, $0) })

  private func mentions(_ word: String) -> Bool {
    FunctionGuide.holds(Wording(both: name), word) || FunctionGuide.holds(summary, word)
  }

  /// Case does not count.
  private static func holds(_ text: Wording, _ word: String) -> Bool {
    Language.allCases.contains { text[$0].lowercased().contains(word.lowercased()) }
  }
}

extension Builtin {
  /// How a call is written, each way to make it: `substring(string, start position, length?)`. What may be left out is
  /// marked with `?`, what may be given any number of times is followed by `…`.
  public var forms: [String] {
    signatures.map { signature in
      let parameters = signature.parameters.map { $0.isOptional ? "\($0.name)?" : $0.name }
      return "\(name)(\((parameters + (signature.isVariadic ? ["…"] : [])).joined(separator: ", ")))"
    }
  }
}
