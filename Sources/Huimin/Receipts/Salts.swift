import PolicySource

/// 32 random bytes that keep what is withheld from a receipt from being guessed: without them the few values that a fact can
/// have could all be tried.
///
/// The salt of each part of a document follows from that of the whole, and never the other way.
public struct Salt: Sendable, Hashable {
  let bytes: [UInt8]

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// - Parameter text: 64 lower-case hexadecimal digits; nothing for any other text.
  public init?(_ text: String) {
    guard let bytes = ContentHash.bytes(text) else { return nil }
    self.init(bytes: bytes)
  }

  /// - Parameter generator: a source of random numbers that nobody can foresee, such as `SystemRandomNumberGenerator`.
  public init(from generator: inout some RandomNumberGenerator) {
    self.init(bytes: (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  /// In 64 lower-case hexadecimal digits.
  public var text: String { ContentHash.hexadecimal(bytes) }

  /// The salt of a part: SHA-256 of the byte 16, this salt, and the SHA-256 of the part's key or decimal position.
  func of(_ step: JSONPath.Step) -> Salt {
    Salt(bytes: ContentHash.digest([0x10] + bytes + ContentHash.digest(Array(step.text.utf8))))
  }
}

/// The salts that a receipt carries, each for a part of the document and all that is in it: one for the whole, or after
/// something was withheld one for each of the largest parts that are still there.
struct Salts: Sendable {
  /// By the pointers to the parts (RFC 6901).
  private(set) var byPointer: [(pointer: String, salt: Salt)] = []
  private let lookup: [String: Salt]

  init(whole salt: Salt) { self.init([("", salt)]) }

  init(_ salts: [(pointer: String, salt: Salt)]) {
    byPointer = salts
    lookup = Dictionary(salts.map { ($0.pointer, $0.salt) }, uniquingKeysWith: { first, _ in first })
  }

  /// The salt of a part by its pointer, where it stands here by itself.
  subscript(pointer: String) -> Salt? { lookup[pointer] }

  var json: JSON { .object(byPointer.map { ($0.pointer, .string($0.salt.text)) }) }
}

extension JSONPath.Step {
  /// The key, or the position in decimal digits.
  var text: String {
    switch self {
    case .key(let key): key
    case .position(let position): String(position)
    }
  }

  /// The step as a part of a JSON pointer (RFC 6901).
  var pointer: String { "/" + text.replacing("~", with: "~0").replacing("/", with: "~1") }
}
