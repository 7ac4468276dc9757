import Diagnostics
import FEEL
import PolicySource

/// A receipt from which named facts are withheld, with every part of the reasons that tells of them: in their place stand
/// hashes, so that its digest still fits.
///
/// What was decided stays, for that is what the receipt shows. Whoever knows the policy may infer something from it.
public struct Redaction: Sendable {
  /// The receipt without what is withheld.
  public let json: JSON
  /// What to know before it is handed on: that a value could be guessed, or that the outcome still tells it.
  public let warnings: [Diagnostic]

  /// The document over several lines, with a line end after the last.
  public var text: String { json.pretty + "\n" }

  /// - Parameter names: the facts, as the receipt names them; those that are withheld already are passed over.
  /// - Throws: ``Unreadable`` where the receipt gives no such fact, and where its digest does not fit: to withhold parts of
  ///   what was altered would hide that.
  public init(of recorded: RecordedReceipt, withholding names: [String]) throws(Unreadable) {
    guard recorded.fitsDigest else {
      throw Unreadable([
        Diagnostic(
          "digest-mismatch",
          message: Wording(
            en: "the receipt was altered after it was written: its digest does not fit",
            zh: "回执写出后被改动过：摘要对不上"),
          help: Wording(en: "begin with the receipt as it was written", zh: "请用原来的回执"))
      ])
    }
    let given = recorded.json["facts"]?.keys ?? []
    let unknown = names.filter { !given.contains($0) }
    guard unknown.isEmpty else {
      throw Unreadable(
        unknown.map { name in
          Diagnostic(
            "unknown-fact",
            message: Wording(en: "the receipt gives no fact `\(name)`", zh: "回执中没有事实 `\(name)`"),
            help: Suggestion.didYouMean(name, among: given)
              ?? Wording(
                en: "it gives \(given.map { "`\($0)`" }.joined(separator: ", "))",
                zh: "回执中有：\(given.map { "`\($0)`" }.joined(separator: "、"))"))
        })
    }
    let content = recorded.json.withoutDigest
    var search = WithheldPlaces(names: Set(names))
    search.search(content)
    var tree = Pruning(tree: HashTree(salts: recorded.salts), withheld: search.places)
    let pruned = tree.prune(content)
    var digest: [(String, JSON)] = [("sha256", .string(recorded.digest))]
    if recorded.salts != nil { digest.append(("salts", Salts(tree.salts).json)) }
    if case .object(let entries) = pruned {
      json = .object(entries + [(ReceiptDigest.key, .object(digest))])
    } else {
      json = pruned
    }
    warnings = Redaction.warnings(recorded, names: names.filter { !recorded.withheld.contains($0) })
  }

  private static func warnings(_ recorded: RecordedReceipt, names: [String]) -> [Diagnostic] {
    guard let facts = recorded.json["facts"] else { return [] }
    let told = names.filter { name in
      guard case .number(let digits)? = facts[name], let value = Decimal128(digits) else { return false }
      return recorded.json["outcome"]?.sums.contains(value) ?? false
    }
    let guessable = recorded.salts == nil ? names.filter { facts[$0]?.isGuessable ?? false } : []
    return guessable.map { name in
      Diagnostic(
        "guessable-fact", severity: .warning,
        message: Wording(
          en:
            "the receipt has no salt: who tries the few values that `\(name)` can have finds the one that was withheld",
          zh: "回执没有加盐：`\(name)` 可能的值不多，逐个试算就能找出被隐去的值"),
        help: Wording(
          en: "decide again with `--format json --salt random`, and withhold from that receipt",
          zh: "用 `--format json --salt random` 重新写出回执，再从中隐去"))
    }
      + told.map { name in
        Diagnostic(
          "fact-told-by-outcome", severity: .warning,
          message: Wording(
            en: "the outcome stays and still tells `\(name)`: its amounts add up to it",
            zh: "结论仍然保留，并且能看出 `\(name)`：各方金额相加就是它"))
      }
  }
}

extension JSON {
  /// The keys of an object.
  fileprivate var keys: [String] { if case .object(let entries) = self { entries.map(\.0) } else { [] } }

  /// Whether all values of its kind could be tried: of a text or a list only short ones.
  fileprivate var isGuessable: Bool {
    switch self {
    case .string(let text): text.unicodeScalars.count <= 24
    case .array(let items): items.isEmpty
    case .object: self["value"]?.isGuessable ?? false
    default: true
    }
  }

  /// The sums of the amounts of each object within.
  fileprivate var sums: [Decimal128] {
    guard case .object(let entries) = self else { return [] }
    let amounts = entries.compactMap { entry -> Decimal128? in
      if case .number(let digits)? = entry.1["amount"] { Decimal128(digits) } else { nil }
    }
    let sum = amounts.count > 1 ? [amounts.reduce(Decimal128(0)) { $0.adding($1) ?? 0 }] : []
    return sum + entries.flatMap(\.1.sums)
  }
}
