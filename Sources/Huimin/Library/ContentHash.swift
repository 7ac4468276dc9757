internal import CSodium

/// Content hashes of policy files, by which a receipt names exactly the text that decided.
package enum ContentHash {
  /// SHA-256 in lower-case hexadecimal.
  package static func sha256(_ bytes: [UInt8]) -> String { hexadecimal(digest(bytes)) }

  /// SHA-256 as 32 bytes.
  static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return digest
  }

  /// Bytes as lower-case hexadecimal digits.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".unicodeScalars)
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(text)
  }

  /// The 32 bytes that 64 lower-case hexadecimal digits stand for; nothing for any other text.
  static func bytes(_ text: String) -> [UInt8]? {
    func digit(_ code: UInt8) -> UInt8? {
      switch code {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): code - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): code - UInt8(ascii: "a") + 10
      default: nil
      }
    }
    let codes = Array(text.utf8)
    guard codes.count == 64 else { return nil }
    var bytes: [UInt8] = []
    for position in stride(from: 0, to: codes.count, by: 2) {
      guard let high = digit(codes[position]), let low = digit(codes[position + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }
}
