import TestSupport
import Testing

@testable import Huimin

/// `Grammar/` is the one written truth of the policy document: what the schema says and what the reader accepts are the
/// same.
@Suite("The JSON Schemas in Grammar/")
struct SchemaTests {
  static func schema(_ name: String) throws -> JSONSchema {
    let path = "\(Checkout.grammar)/\(name).schema.json"
    return try JSONSchema(Document.read(SourceFile.read(path), file: path))
  }

  static let policies = SourceFile.files(below: Checkout.policies, endingIn: [".yaml"])
    .filter { !$0.hasSuffix(".test.yaml") && !$0.contains("/examples/") }
  static let tests = SourceFile.files(below: Checkout.policies, endingIn: [".test.yaml"])

  @Test("every shipped policy is valid, with its keys in either language", arguments: policies, Language.allCases)
  func policyIsValid(_ path: String, _ keys: Language) throws { try expectValid(path, "policy", keys) }

  @Test("every shipped test file is valid, with its keys in either language", arguments: tests, Language.allCases)
  func testFileIsValid(_ path: String, _ keys: Language) throws { try expectValid(path, "test", keys) }

  private func expectValid(_ path: String, _ schema: String, _ keys: Language) throws {
    let text = try PolicyFormat.text(of: Document.read(SourceFile.read(path), file: path), keys: keys)
    let document = try Document.read(Array(text.utf8), file: path)
    #expect(try Self.schema(keys == .zh ? "\(schema).zh" : schema).problems(in: document) == [])
  }

  @Test("documents every key, so that an editor can", arguments: ["policy", "test", "receipt"])
  func documentsEveryKey(_ name: String) throws {
    let path = "\(Checkout.grammar)/\(name).schema.json"
    func undocumented(_ node: Node) -> [String] {
      guard case .mapping(let pairs) = node.kind else {
        if case .sequence(let items) = node.kind { return items.flatMap(undocumented) }
        return []
      }
      return pairs.flatMap { key, value -> [String] in
        guard key.scalarText == "properties", case .mapping(let properties) = value.kind else {
          return undocumented(value)
        }
        return properties.flatMap { name, schema in
          (schema["description"] == nil ? [name.scalarText ?? ""] : []) + undocumented(schema)
        }
      }
    }
    #expect(undocumented(try Document.read(SourceFile.read(path), file: path).root) == [])
  }

  @Test("the schemas for Chinese keys are those for English keys, word for word", arguments: ["policy", "test"])
  func chineseSchemas(_ name: String) throws {
    let path = "\(Checkout.grammar)/\(name).schema.json"
    try Recorded.expect(
      ChineseSchema.text(of: Document.read(SourceFile.read(path), file: path)),
      matches: "\(Checkout.grammar)/\(name).zh.schema.json")
  }

  /// Mistakes of form, which the schema alone can tell.
  @Test(arguments: [
    "unknown-key", "no-id", "not-a-policy", "forms", "criteria", "types", "period", "names",
  ])
  func mistakesOfFormAreInvalid(_ name: String) throws {
    let path = "\(MistakesTests.folder)/\(name).yaml"
    #expect(try !Self.schema("policy").problems(in: Document.read(SourceFile.read(path), file: path)).isEmpty)
  }

  @Test("has the keys that the reader accepts, no more and no fewer")
  func hasTheKeysOfTheReader() throws {
    let found = try Self.schema("policy").propertyNames
    let wanted: [String: [String]] = [
      "": Key.policyKeys + [Key.module], "calendar": [Key.weekend],
      "calendarYear": Key.calendarYearKeys, "wording": Key.languages, "type": [Key.members], "source": Key.sourceKeys,
      "reading": Key.readingKeys, "remedy": Key.remedyKeys, "fact": Key.factKeys, "field": Key.fieldKeys,
      "judgement": Key.judgementKeys, "override": Key.overrideKeys,
      "parameter": Key.parameterKeys,
      "openTerm": Key.openTermKeys,
      "decision": Key.decisionKeys + Key.splitKeys + Key.bestOfKeys + Key.quotaKeys + [Key.exceptions],
      "periods": QuotaPeriod.allCases.map(\.rawValue),
      "generalRule": Key.generalRuleKeys, "exception": Key.exceptionKeys, "candidate": Key.candidateKeys,
      "case": Key.caseKeys, "table": Key.tableKeys, "row": Key.rowKeys,
      "criterion": Key.criterionKeys, "share": Key.shareKeys, "change": Key.waiverKeys, "change1": Key.replacementKeys,
      "change2": Key.additionKeys,
    ]
    #expect(found == wanted.mapValues { Set($0) })
    let tests = try Self.schema("test").propertyNames
    #expect(tests == ["": Set(Key.testFileKeys), "case": Set(Key.testKeys)])
  }

  @Test("has the words of closed choices that the reader accepts")
  func hasTheChoicesOfTheReader() throws {
    let path = "\(Checkout.grammar)/policy.schema.json"
    let root = try Document.read(SourceFile.read(path), file: path).root
    func words(_ node: Node?) -> [String] {
      guard case .sequence(let items)? = node?["enum"]?.kind else { return [] }
      return items.compactMap { if case .scalar(let scalar) = $0.kind { scalar.text } else { nil } }
    }
    #expect(words(root["$defs"]?["table"]?["properties"]?["hit"]) == HitPolicy.allCases.map(\.rawValue))
    #expect(words(root["$defs"]?["decision"]?["properties"]?["choose"]) == Preference.allCases.map(\.rawValue))
    #expect(words(root["properties"]?["level"]) == Level.allCases.map(\.rawValue))
    guard case .scalar(let rounding)? = root["$defs"]?["decision"]?["properties"]?["round"]?["pattern"]?.kind else {
      return #expect(Bool(false), "no pattern")
    }
    for mode in [RoundingMode.up, .down, .halfUp, .halfDown, .halfEven, .floor, .ceiling] {
      #expect("\(mode.words) to 0.01".firstMatch(of: try Regex(rounding.text)) != nil)
    }
    for word in Reader.typeWords {
      #expect(try Self.fits(["policy: p", "title: t", "in force: ..", "facts: { a: \(word) }"]))
    }
  }

  private static func fits(_ lines: [String]) throws -> Bool {
    let text = lines.joined(separator: "\n")
    return try schema("policy").problems(in: Document.read(Array(text.utf8), file: "policy.yaml")).isEmpty
  }
}
