import Diagnostics

/// A place in an instrument as people write it: `10(1)`, `第3条第1款第2项`, or any other words.
struct ArticlePlace {
  /// As each language writes it: `art. 10(1)` and `第10条第（1）项`.
  let wording: Wording

  init(_ text: String) {
    wording = ArticlePlace.numbered(text) ?? ArticlePlace.parts(text) ?? Wording(both: text)
  }

  /// `10`, `10(1)`: an article and an item of it.
  private static func numbered(_ text: String) -> Wording? {
    guard let first = text.unicodeScalars.first, (0x30...0x39).contains(first.value) else { return nil }
    let item = text.split(separator: "(")
    guard item.count == 2, item[1].last == ")" else { return Wording(en: "art. \(text)", zh: "第\(text)条") }
    return Wording(en: "art. \(text)", zh: "第\(item[0])条第（\(item[1].dropLast())）项")
  }

  /// What the parts of an instrument are called.
  private static let names: [Character: String] = [
    "编": "part", "章": "ch.", "节": "sec.", "条": "art.", "款": "para.", "项": "item", "目": "point",
  ]

  /// `第3条第1款第2项`: every part named. A paragraph (款) is not an item (项), and only so can it be told from one.
  private static func parts(_ text: String) -> Wording? {
    var found: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      guard rest.first == "第", let end = rest.firstIndex(where: { names[$0] != nil }), let name = names[rest[end]]
      else { return nil }
      let number = rest[rest.index(after: rest.startIndex)..<end].filter { !"（）()".contains($0) }
      guard let value = Int(number) ?? ChineseNumeral.value(of: String(number)) else { return nil }
      found.append("\(name) \(value)")
      rest = rest[rest.index(after: end)...]
    }
    return found.isEmpty ? nil : Wording(en: found.joined(separator: " "), zh: text)
  }
}

/// Whole numbers in Chinese characters, to the hundreds: 二十一.
enum ChineseNumeral {
  static func value(of text: String) -> Int? {
    let digits: [Character: Int] = [
      "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "零": 0, "〇": 0,
    ]
    var (total, digit) = (0, nil as Int?)
    for character in text {
      if let value = digits[character] {
        guard digit == nil || digit == 0 else { return nil }
        digit = value
      } else if character == "十" || character == "百" {
        total += (digit ?? 1) * (character == "十" ? 10 : 100)
        digit = nil
      } else {
        return nil
      }
    }
    return text.isEmpty ? nil : total + (digit ?? 0)
  }
}
