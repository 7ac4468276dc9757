import Diagnostics
import FEEL
import PolicySource

/// A receipt that was written before and is read again: what it says, and what is needed to decide again.
///
/// ```swift
/// let recorded = try RecordedReceipt(bytes, file: "receipt.json")
/// let replay = try Replay(recorded, by: library)
/// ```
public struct RecordedReceipt: Sendable {
  /// A policy as a receipt names it.
  public struct NamedPolicy: Sendable, Hashable {
    public let id: String
    /// The hash of its file, in lower-case hexadecimal.
    public let sha256: String
  }

  /// The whole document.
  public let json: JSON
  /// The version of the engine that decided.
  public let engineVersion: String
  /// The version of the language in which the policies were written.
  public let policyLanguage: String
  /// The policy that was asked.
  public let policy: NamedPolicy
  /// The policies and modules that it builds on, the nearest first.
  public let buildsOn: [NamedPolicy]
  /// The day for which was decided.
  public let day: CalendarDate
  /// The facts that were withheld.
  public let withheld: [String]
  /// The digest that stands in it.
  public let digest: String
  /// The facts, in the form of a record; what is withheld is left out.
  let facts: Node
  /// What was decided otherwise than the rules do.
  let overrides: Node?
  let salts: Salts?

  /// Reasons nest two levels of JSON each, and a chain of decisions is told many reasons deep.
  private static let deepest = 400

  /// Reads a receipt.
  ///
  /// - Parameter file: what to call it in diagnostics.
  /// - Throws: ``Unreadable`` for what is no JSON or was cut off, what is no receipt, and a receipt of another form than
  ///   ``Receipt/format``.
  public init(_ bytes: [UInt8], file: String) throws(Unreadable) {
    let start = Position(line: 1, column: 1)
    guard RecordedReceipt.beginsAnObject(bytes) else {
      throw RecordedReceipt.refused(
        Location(file: file, start: start, end: start), en: "this is no receipt", zh: "这不是回执")
    }
    var limits = ReadingLimits()
    limits.depth = RecordedReceipt.deepest
    let root = try Document.read(bytes, file: file, format: .json, limits: limits).root
    guard let format = root["receipt"] else {
      throw RecordedReceipt.refused(root, en: "this is no receipt", zh: "这不是回执")
    }
    guard format.scalarText == Receipt.format else {
      let shown = Quotation.of(format.scalarText ?? "…")
      throw Unreadable([
        Diagnostic(
          "receipt-form", location: format.location,
          message: Wording(
            en: "the receipt is of form `\(shown)`, and this huimin reads form `\(Receipt.format)`",
            zh: "回执的格式版本是 `\(shown)`，本程序只认 `\(Receipt.format)`"),
          help: Wording(
            en: "read it with the version of huimin that wrote it, or a newer one", zh: "请用写出它的版本或更新的版本读取"))
      ])
    }
    func text(_ node: Node?, _ key: String, in owner: Node) throws(Unreadable) -> String {
      guard case .scalar(let scalar)? = node?[key]?.kind, !scalar.isPlain else {
        throw RecordedReceipt.refused(owner, en: "the receipt lacks `\(key)`", zh: "回执缺少 `\(key)`")
      }
      return scalar.text
    }
    func policy(_ node: Node) throws(Unreadable) -> NamedPolicy {
      NamedPolicy(id: try text(node, "id", in: node), sha256: try text(node, "sha256", in: node))
    }
    engineVersion = try text(root["engine"], "version", in: root["engine"] ?? root)
    policyLanguage = try text(root, "policyLanguage", in: root)
    guard let asked = root["policy"] else {
      throw RecordedReceipt.refused(root, en: "the receipt lacks `policy`", zh: "回执缺少 `policy`")
    }
    self.policy = try policy(asked)
    var buildsOn: [NamedPolicy] = []
    if case .sequence(let above)? = root["buildsOn"]?.kind { for node in above { buildsOn.append(try policy(node)) } }
    self.buildsOn = buildsOn
    let written = try text(root, "date", in: root)
    guard let day = CalendarDate(written) else {
      throw RecordedReceipt.refused(
        root["date"] ?? root, en: "`\(Quotation.of(written))` is not a date", zh: "`\(Quotation.of(written))` 不是日期")
    }
    self.day = day
    guard let facts = root["facts"], case .mapping = facts.kind, case .mapping? = root["outcome"]?.kind else {
      throw RecordedReceipt.refused(root, en: "the receipt lacks `facts` or `outcome`", zh: "回执缺少 `facts` 或 `outcome`")
    }
    overrides = root["overrides"]
    let hidden = facts.entries.filter { JSON($0.value).withheldHash != nil }.compactMap(\.key.scalarText)
    withheld = hidden
    self.facts = facts.with(.mapping(facts.entries.filter { !hidden.contains($0.key.scalarText ?? "") }))
    digest = try text(root[ReceiptDigest.key], "sha256", in: root[ReceiptDigest.key] ?? root)
    salts = try RecordedReceipt.salts(root[ReceiptDigest.key])
    json = JSON(root)
  }

  /// Whether the receipt says what it said when its digest was made, apart from what was withheld.
  public var fitsDigest: Bool { ReceiptDigest(of: json, salts: salts).text == digest }

  /// The facts, with what was decided otherwise, in the form of a record.
  var record: Node {
    guard let overrides else { return facts }
    let key = facts.with(.scalar(Scalar(FactReader.overridesKeys[0], isPlain: false)))
    return facts.with(.mapping(facts.entries + [(key, overrides)]))
  }

  /// Whether something in it was withheld.
  var isRedacted: Bool { json.holdsWithheld }

  private static func salts(_ digest: Node?) throws(Unreadable) -> Salts? {
    guard let digest else { return nil }
    for entry in digest.entries where !["sha256", "salts"].contains(entry.key.scalarText) {
      throw refused(entry.key, en: "a digest has no such entry", zh: "摘要没有这一项")
    }
    guard let node = digest["salts"] else { return nil }
    var salts: [(pointer: String, salt: Salt)] = []
    for entry in node.entries {
      guard let text = entry.value.scalarText, let salt = Salt(text) else {
        throw refused(entry.value, en: "this is no salt", zh: "这不是盐值")
      }
      salts.append((entry.key.scalarText ?? "", salt))
    }
    return Salts(salts)
  }

  /// Whether the first character, behind blanks and a byte order mark, opens an object: whatever else stands in the file,
  /// a record or a page of text, is no receipt that is badly written.
  private static func beginsAnObject(_ bytes: [UInt8]) -> Bool {
    bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) } == UInt8(ascii: "{")
  }

  private static func refused(_ node: Node, en: String, zh: String) -> Unreadable {
    let place = node.location
    // A whole document would be a long excerpt.
    let end = place.end.line == place.start.line ? place.end : place.start
    return refused(Location(file: place.file, start: place.start, end: end), en: en, zh: zh)
  }

  private static func refused(_ place: Location, en: String, zh: String) -> Unreadable {
    Unreadable([
      Diagnostic(
        "not-a-receipt", location: place, message: Wording(en: en, zh: zh),
        help: Wording(
          en: "a receipt is what `huimin decide … --format json` writes, whole and unchanged",
          zh: "回执是 `huimin decide … --format json` 写出的文件，须完整、未经改动"))
    ])
  }
}

extension Node {
  /// The entries of a mapping; none of anything else.
  fileprivate var entries: [(key: Node, value: Node)] { if case .mapping(let pairs) = kind { pairs } else { [] } }
}
