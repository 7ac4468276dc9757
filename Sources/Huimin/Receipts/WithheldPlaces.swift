import PolicySource

/// Finds the parts of a receipt that tell of facts which are to be withheld.
struct WithheldPlaces {
  private let names: Set<String>
  private(set) var places: Set<JSONPath> = []

  init(names: Set<String>) { self.names = names }

  /// Parts in which nothing is said of the applicant.
  private static let impersonal: Set<String> = [
    "receipt", "engine", "policyLanguage", "policy", "buildsOn", "date", "status", "sources", "readings", "review",
  ]

  /// What a reason says by the policy's own words, which may hold the same word by chance.
  private static let frame: Set<String> = [
    "kind", "name", "label", "standing", "needed", "cite", "readings", "evidence", "paidTo", "note", "policy", "facts",
    "criterion", "fact", "ask", "code", "severity", "file", "start", "end",
  ]

  mutating func search(_ content: JSON) {
    guard case .object(let entries) = content else { return }
    for (key, value) in entries {
      let path = JSONPath().then(.key(key))
      switch (key, value) {
      case ("facts", .object(let facts)):
        for (name, _) in facts where names.contains(name) { places.insert(path.then(.key(name))) }
      case ("explanation", .array(let reasons)):
        for (position, reason) in reasons.enumerated() {
          search(reason: reason, at: path.then(.position(position)), isOutcome: true)
        }
      case ("unmet", .array(let criteria)), ("unsettled", .array(let criteria)):
        for (position, criterion) in criteria.enumerated() where restsOnThem(criterion) {
          places.insert(path.then(.position(position)))
        }
      // What would change the outcome was worked out from all facts.
      case ("changes", _): places.insert(path)
      case ("open", .array(let questions)):
        // Of a list, what is open names the person it is open for.
        for (position, question) in questions.enumerated() where isPart(question["fact"]?.text ?? "") {
          places.insert(path.then(.position(position)).then(.key("label")))
        }
      case ("diagnostics", .array(let diagnostics)):
        // They quote values, and do not say of which facts.
        for (position, diagnostic) in diagnostics.enumerated() {
          for key in ["message", "help"] where diagnostic[key] != nil {
            places.insert(path.then(.position(position)).then(.key(key)))
          }
        }
      default: break
      }
    }
    searchForValues(in: entries)
  }

  private func restsOnThem(_ reason: JSON) -> Bool {
    guard case .array(let facts)? = reason["facts"] else { return false }
    return facts.contains { names.contains($0.text ?? "") }
  }

  private func isPart(_ fact: String) -> Bool {
    names.contains { fact.hasPrefix($0 + "[") || fact.hasPrefix($0 + ".") }
  }

  /// What is said in a reason that rests on the facts; the frame of decisions, criteria and rules stays, so that what rests
  /// on other facts can still be read in it.
  ///
  /// - Parameter isOutcome: whether the value is part of the outcome, which stays.
  private mutating func search(reason: JSON, at path: JSONPath, isOutcome: Bool) {
    guard case .object(let entries) = reason else { return }
    let kind = reason["kind"]?.text ?? ""
    if restsOnThem(reason) {
      let telling: Set<String>
      switch kind {
      case "condition", "step", "parameter":
        places.insert(path)
        return
      case "decision" where isOutcome, "share" where isOutcome: telling = ["text", "cure", "setAside"]
      case "decision", "share": telling = ["standing", "value", "valueText", "text", "cure", "setAside"]
      case "criterion": telling = ["standing", "text", "cure"]
      default: telling = ["name", "label", "standing", "value", "valueText", "text", "evidence", "cure", "note"]
      }
      for (key, _) in entries where telling.contains(key) { places.insert(path.then(.key(key))) }
    }
    guard case .array(let inner)? = reason["because"] else { return }
    for (position, reason) in inner.enumerated() {
      // What a payer of the outcome bears is part of the outcome.
      let isShare = isOutcome && kind == "decision" && reason["kind"]?.text == "share"
      search(reason: reason, at: path.then(.key("because")).then(.position(position)), isOutcome: isShare)
    }
  }

  // MARK: Values that stand elsewhere

  /// Whatever still holds a value that can hardly be anything else: a name, a date, an amount to the fen.
  private mutating func searchForValues(in entries: [(String, JSON)]) {
    let facts = entries.first { $0.0 == "facts" }?.1
    let values = names.sorted().compactMap { facts?[$0] }.flatMap { DistinctiveText.all(in: $0) }
    guard !values.isEmpty else { return }
    for (key, value) in entries where !WithheldPlaces.impersonal.contains(key) {
      let path = JSONPath().then(.key(key))
      search(for: values, in: value, at: path, isFacts: key == "facts", isRecord: ["facts", "outcome"].contains(key))
    }
  }

  private mutating func search(
    for values: [DistinctiveText], in json: JSON, at path: JSONPath, isFacts: Bool, isRecord: Bool
  ) {
    guard !places.contains(path) else { return }
    switch json {
    case .array(let items):
      for (position, item) in items.enumerated() {
        search(for: values, in: item, at: path.then(.position(position)), isFacts: isFacts, isRecord: isRecord)
      }
    case .object(let entries):
      for (key, value) in entries where isRecord || !WithheldPlaces.frame.contains(key) {
        // What a value holds is named by the policy's author.
        let isInside = isRecord || key == "value"
        search(for: values, in: value, at: path.then(.key(key)), isFacts: isFacts, isRecord: isInside)
      }
    case .string(let text), .number(let text):
      guard values.contains(where: { $0.stands(in: text) }) else { return }
      // Half a fact could not be read back.
      places.insert(isFacts ? JSONPath(path.steps.prefix(2)) : path)
    default: break
    }
  }
}

/// Replaces the parts that are withheld by their hashes, and keeps the salts of what is left.
struct Pruning {
  let tree: HashTree
  let withheld: Set<JSONPath>
  private(set) var salts: [(pointer: String, salt: Salt)] = []
  /// The paths on which something withheld lies.
  private let above: Set<JSONPath>

  init(tree: HashTree, withheld: Set<JSONPath>) {
    self.tree = tree
    self.withheld = withheld
    above = withheld.reduce(into: []) { above, path in
      for length in 0..<path.steps.count { above.insert(JSONPath(path.steps.prefix(length))) }
    }
  }

  mutating func prune(_ content: JSON) -> JSON {
    prune(content, at: JSONPath(), pointer: "", salt: tree.salts?[""])
  }

  private mutating func prune(_ json: JSON, at path: JSONPath, pointer: String, salt: Salt?) -> JSON {
    if json.withheldHash != nil { return json }
    if withheld.contains(path) {
      let hash = ContentHash.hexadecimal(tree.hash(json, pointer: pointer, salt: salt))
      return .object([(ReceiptDigest.withheld, .string(hash))])
    }
    // A part that is whole keeps one salt for all that is in it; of one that is not, an inner part may have its own.
    if let salt, !above.contains(path) {
      salts.append((pointer, salt))
      return json
    }
    switch json {
    case .array(let items) where !items.isEmpty:
      var pruned: [JSON] = []
      for (position, item) in items.enumerated() {
        pruned.append(prune(item, at: .position(position), path, pointer, salt))
      }
      return .array(pruned)
    case .object(let entries) where !entries.isEmpty:
      var pruned: [(String, JSON)] = []
      for (key, value) in entries { pruned.append((key, prune(value, at: .key(key), path, pointer, salt))) }
      return .object(pruned)
    default: return json
    }
  }

  private mutating func prune(_ json: JSON, at step: JSONPath.Step, _ path: JSONPath, _ pointer: String, _ salt: Salt?)
    -> JSON
  {
    let inner = pointer + step.pointer
    return prune(json, at: path.then(step), pointer: inner, salt: tree.salts?[inner] ?? salt?.of(step))
  }
}
