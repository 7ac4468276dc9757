import TestSupport
import Testing

@testable import FEEL

@Suite("Regular expressions by example")
struct RegexTests {
  @Test(arguments: [
    (#"matches("低保家庭", "保.庭")"#, "true"), (#"matches("低保家庭", "^保")"#, "false"), (#"matches("", "^$")"#, "true"),
    (#"matches("abc", "^(a|b)c?$")"#, "false"), (#"matches("31011", "^\d{5}$")"#, "true"),
    (#"matches("٣١٠١١", "^\d{5}$")"#, "true"), (#"matches("31011", "^\D")"#, "false"),
    (#"matches("310a", "^[\d-[2-9]]")"#, "false"), (#"matches("110a", "^[\d-[2-9]]+a$")"#, "true"),
    (#"matches("a-b", "^[a\-b]+$")"#, "true"), (#"matches("-", "^[-a]$")"#, "true"),
    (#"matches("-", "^[a-]$")"#, "true"),
    (#"matches("]", "^[^a]$")"#, "true"), (#"matches("A1_", "^\w+$")"#, "false"), (#"matches("A1", "^\w+$")"#, "true"),
    (#"matches("张三", "^\p{IsCJKUnifiedIdeographs}{2,4}$")"#, "true"), (#"matches("Zhang", "\P{L}")"#, "false"),
    (#"matches("Zhang", "^\p{Lu}\p{Ll}+$")"#, "true"), (#"matches("x1", "^\i\c$")"#, "true"),
    (#"matches("1x", "^\i")"#, "false"), (#"matches("abab", "^(ab)\1$")"#, "true"),
    (#"matches("abcabd", "^(ab(c|d))\1$")"#, "false"), (#"matches("aa", "^(?:a){2}$")"#, "true"),
    (#"matches("b", "^(a)?b\1$")"#, "true"), (#"matches("a\nb", "a.b")"#, "false"),
    (#"matches("a\nb", "a.b", "s")"#, "true"),
    (#"matches("a\nb", "^b")"#, "false"), (#"matches("a\nb", "^b", "m")"#, "true"),
    (#"matches("a\nb", "a$", "m")"#, "true"),
    (#"matches("ÄRGER", "ä", "i")"#, "true"), (#"matches("a.b", "a.b", "q")"#, "true"),
    (#"matches("axb", "a.b", "q")"#, "false"), (#"matches("a b", "a b", "x")"#, "false"),
    (#"matches("a b", "a[ ]b", "x")"#, "true"), (#"matches("ab", "", null)"#, "true"),
    (#"matches("aaa", "^a{2,}$")"#, "true"),
    (#"matches("aaa", "^a{0,2}$")"#, "false"), (#"matches("aaaa", "^(a*)*$")"#, "true"),
    (#"matches("b", "(a*)+b")"#, "true"),
    (#"replace("13812345678", "(\d{3})\d{4}(\d{4})", "$1****$2")"#, "\"138****5678\""),
    (#"replace("abc", "b", "\$\\\\")"#, "\"a$\\\\c\""), (#"replace("a.b", ".", "$", "q")"#, "\"a$b\""),
    (#"replace("ab", "(a)|(b)", "<$1$2$3>")"#, "\"<a><b>\""), (#"replace("aXbx", "x", "-", "i")"#, "\"a-b-\""),
    (#"replace("aab", "a+?", "-")"#, "\"--b\""), (#"replace("a1", "(a)", "$10")"#, "\"a01\""),
    (#"split("甲、乙，丙", "[、，]")"#, "[\"甲\", \"乙\", \"丙\"]"),
    (#"split("a;b;c;;", ";")"#, "[\"a\", \"b\", \"c\", \"\", \"\"]"),
    (#"split("John  Doe", "\s+")"#, "[\"John\", \"Doe\"]"), (#"split("", ",")"#, "[\"\"]"),
    (#"split("abc", ",")"#, "[\"abc\"]"),
    (#"split(string: "1.2", delimiter: "\.")"#, "[\"1\", \"2\"]"),
  ])
  func hasTheValue(text: String, expected: String) throws {
    // A backslash that FEEL has no escape for stands for itself.
    #expect(try Surroundings.value(of: text).displayText == Surroundings.value(of: expected).displayText)
  }

  @Test("Every code point that has a block is in one alone")
  func blocks() {
    let names = [
      "BasicLatin", "Latin-1Supplement", "Greek", "GreekandCoptic", "CyrillicSupplement", "Hiragana", "VerticalForms",
      "CJKUnifiedIdeographsExtensionH", "SmallFormVariants", "SupplementaryPrivateUseArea-B",
      "CombiningMarksforSymbols",
    ]
    for name in names { #expect(UnicodeBlocks.range(of: name) != nil, "\(name)") }
    #expect(UnicodeBlocks.range(of: "CJKUnifiedIdeographs") == 0x4E00...0x9FFF)
    let all = UnicodeBlocks.all.sorted { $0.lowerBound < $1.lowerBound }
    #expect(all.count == 324)
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
  }

  @Test(arguments: [
    (#"matches("a", "(a")"#, "the pattern ends too early: a `)` or `]` may be missing"),
    (#"matches("a", "a)")"#, "`)` at character 2 of the pattern is out of place; for the character itself write `\\)`"),
    (#"matches("a", "*a")"#, "`*` at character 1 of the pattern is out of place; for the character itself write `\\*`"),
    (
      #"matches("a", "a{3,2}")"#,
      "`}` at character 6 of the pattern is out of place; for the character itself write `\\}`"
    ),
    (
      #"matches("a", "[z-a]")"#,
      "`a` at character 4 of the pattern is out of place; for the character itself write `\\a`"
    ),
    (#"matches("a", "a{99999}")"#, "a pattern repeats at most 10000 times"),
    (#"matches("a", "((a{1000}){1000}){10}")"#, "the pattern is too large"),
    (#"matches("a", "\p{Xx}")"#, "there is no kind of characters `Xx`"),
    (#"matches("a", "(a\1)")"#, "`\\1` refers to no group that ends before it"),
    (#"matches("a", "\y")"#, "`\\y` means nothing in a pattern"),
    (#"matches("a", "a", "g")"#, "there is no flag `g`: they are `s m i x q`"),
    (#"replace("a", "a", "$")"#, "write `\\$` for a dollar sign in a replacement, or `$1` for a group"),
    (#"replace("a", "a", "\n\d")"#, "write `\\\\` for a backslash in a replacement"),
    (#"replace("a", "x*", "-")"#, "the pattern matches the empty text, which stands everywhere"),
    (#"split("a", "")"#, "the pattern matches the empty text, which stands everywhere"),
    (#"matches("\#(String(repeating: "a", count: 40))", "^(a|aa)+b")"#, "matching this pattern takes too many steps"),
    (#"matches("a", "\#(String(repeating: "(", count: 100))")"#, "groups of a pattern may lie at most 60 deep"),
  ])
  func isNullWithItsCause(text: String, message: String) throws {
    guard case .null(let cause?) = try Surroundings.value(of: text) else { return #expect(Bool(false), "no error") }
    #expect(cause.diagnostic.message[.en] == message)
  }

  // MARK: Against a matcher that is plainly right

  /// Where the ways to match a node from a place end: the definition of regular expressions, set by set.
  private static func ends(_ node: RegexNode, _ text: [Unicode.Scalar], _ place: Int) -> Set<Int> {
    switch node {
    case .character(let scalar): return place < text.count && text[place] == scalar ? [place + 1] : []
    case .set(let set): return place < text.count && set.holds(anyOf: [text[place]]) ? [place + 1] : []
    case .any: return place < text.count ? [place + 1] : []
    case .start: return place == 0 ? [place] : []
    case .end: return place == text.count ? [place] : []
    case .group(let inner, _): return ends(inner, text, place)
    case .reference: return []
    case .sequence(let nodes):
      return nodes.reduce([place]) { places, node in Set(places.flatMap { ends(node, text, $0) }) }
    case .choice(let nodes): return Set(nodes.flatMap { ends($0, text, place) })
    case .repeated(let inner, let least, let most, _):
      var found: Set<Int> = least == 0 ? [place] : []
      var places: Set<Int> = [place]
      for count in 1...max(1, most ?? text.count + least + 1) where most != 0 {
        places = Set(places.flatMap { ends(inner, text, $0) })
        if count >= least { found.formUnion(places) }
      }
      return found
    }
  }

  private static func pattern(_ random: inout SplitMix64, depth: Int) -> String {
    guard depth > 0 else {
      return ["a", "b", "c", ".", "[ab]", "[^a]", "[a-c-[b]]", "^", "$", "\\w"].randomElement(using: &random) ?? "a"
    }
    let inner = pattern(&random, depth: depth - 1)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return "(\(inner))*"
    case 1: return "(\(inner))+?"
    case 2: return "(?:\(inner)){1,2}"
    case 3: return "(\(inner))?"
    case 4: return "(\(inner)|\(pattern(&random, depth: depth - 1)))"
    case 5: return "(\(inner)){0,3}?"
    default: return inner + pattern(&random, depth: depth - 1)
    }
  }

  @Test func agreesWithTheDefinition() throws {
    print("seed \(RandomTesting.seed)")
    var random = SplitMix64(seed: RandomTesting.seed)
    for _ in 0..<RandomTesting.cases(default: 3_000) {
      let pattern = Array(Self.pattern(&random, depth: Int.random(in: 0...4, using: &random)).unicodeScalars)
      let text: [Unicode.Scalar] = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        ["a", "b", "c", "-"].randomElement(using: &random) ?? "a"
      }
      var parser = RegexParser(pattern)
      let node = try parser.pattern()
      var matcher = RegexMatcher(try Regex(pattern, flags: Regex.Flags("")), in: text, run: Run())
      let found = matcher.first(from: 0)
      let expected = (0...text.count).first { !Self.ends(node, text, $0).isEmpty }
      #expect(found?.range.lowerBound == expected, "\(String(scalars: pattern)) in \(String(scalars: text))")
      if let found { #expect(Self.ends(node, text, found.range.lowerBound).contains(found.range.upperBound)) }
    }
  }

  /// Whatever the pattern: a value or a cause, never a trap.
  @Test func readsAnyPattern() {
    print("seed \(RandomTesting.seed)")
    var random = SplitMix64(seed: RandomTesting.seed)
    let alphabet = Array("ab|.?*+(){}[]-^$\\1dpPwsiIcC{Lu}:, \u{4E2D}0".unicodeScalars)
    for _ in 0..<RandomTesting.cases(default: 20_000) {
      let pattern = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
        alphabet.randomElement(using: &random)
      }
      let flags = ["", "i", "x", "s", "m", "q"].randomElement(using: &random) ?? ""
      guard let flags = try? Regex.Flags(flags), let regex = try? Regex(pattern, flags: flags) else { continue }
      var matcher = RegexMatcher(regex, in: Array("ab1 中-".unicodeScalars), run: Run(limits: Limits(steps: 10_000)))
      _ = matcher.first(from: 0)
    }
  }
}
