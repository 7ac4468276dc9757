import PolicySource

/// The root of a hash tree over a receipt: it stays the same when parts of the receipt are replaced by their hashes, and
/// changes with anything else. Policies/guide/receipts.md lays down how it is made.
struct ReceiptDigest: Sendable {
  /// The key under which it stands; what stands there is no part of what is hashed.
  static let key = "digest"
  /// The only key of what stands in the place of a part that is withheld.
  static let withheld = "withheld"

  let root: [UInt8]
  let salts: Salts?

  /// - Parameter content: the receipt; its digest, where it has one, is passed over.
  init(of content: JSON, salts: Salts?) {
    self.salts = salts
    root = HashTree(salts: salts).hash(content.withoutDigest)
  }

  /// In 64 lower-case hexadecimal digits.
  var text: String { ContentHash.hexadecimal(root) }

  var json: JSON {
    .object([("sha256", .string(text))] + (salts.map { [("salts", $0.json)] } ?? []))
  }
}

/// Hashes of the parts of a document.
///
/// A part that holds others is hashed from their hashes; one that holds none from its canonical text and its salt.
struct HashTree {
  let salts: Salts?

  /// The hash of a document.
  func hash(_ document: JSON) -> [UInt8] { hash(document, pointer: "", salt: salts?[""]) }

  /// - Parameter salt: that of the part, as it follows from that of a larger one; nothing where there is none.
  func hash(_ json: JSON, pointer: String, salt: Salt?) -> [UInt8] {
    switch json {
    case .array(let items) where !items.isEmpty:
      return ContentHash.digest(
        [0x01] + items.enumerated().flatMap { hash($1, at: .position($0), pointer: pointer, salt: salt) })
    case .object(let entries) where !entries.isEmpty:
      if let hidden = json.withheldHash { return hidden }
      let sorted = entries.sorted { $0.0.utf16.lexicographicallyPrecedes($1.0.utf16) }
      return ContentHash.digest(
        [0x02]
          + sorted.flatMap { key, value in
            ContentHash.digest(Array(key.utf8)) + hash(value, at: .key(key), pointer: pointer, salt: salt)
          })
    default:
      let text = Array(json.compact.utf8)
      return ContentHash.digest(salt.map { [0x03] + $0.bytes + text } ?? [0x00] + text)
    }
  }

  private func hash(_ json: JSON, at step: JSONPath.Step, pointer: String, salt: Salt?) -> [UInt8] {
    guard salts != nil else { return hash(json, pointer: pointer, salt: nil) }
    let inner = pointer + step.pointer
    return hash(json, pointer: inner, salt: salts?[inner] ?? salt?.of(step))
  }
}

extension JSON {
  /// The hash that stands in the place of a part that is withheld; nothing where this is something else.
  var withheldHash: [UInt8]? {
    guard case .object(let entries) = self, entries.count == 1, entries[0].0 == ReceiptDigest.withheld,
      case .string(let text) = entries[0].1
    else { return nil }
    return ContentHash.bytes(text)
  }

  /// A receipt without its digest.
  var withoutDigest: JSON {
    guard case .object(let entries) = self else { return self }
    return .object(entries.filter { $0.0 != ReceiptDigest.key })
  }

  /// Whether something in it is withheld.
  var holdsWithheld: Bool {
    switch self {
    case .array(let items): items.contains(where: \.holdsWithheld)
    case .object(let entries): withheldHash != nil || entries.contains(where: \.1.holdsWithheld)
    default: false
    }
  }
}
