import TestSupport
import Testing

@testable import FEEL

@Suite("Integers of any size")
struct BigUnsignedTests {
  /// Limbs at the edges, where carries and wrong guesses of the long division happen.
  private static func number(limbs count: Int, _ random: inout SplitMix64) -> BigUnsigned {
    let edges: [UInt64] = [0, 1, .max, .max - 1, 1 << 63, 1 << 63 - 1, 1 << 32]
    return BigUnsigned(
      limbs: (0..<count).map { _ in
        Bool.random(using: &random) ? edges.randomElement(using: &random) ?? 0 : random.next()
      })
  }

  @Test func divisionUndoesMultiplication() {
    var random = SplitMix64(seed: RandomTesting.seed)
    print("seed \(RandomTesting.seed)")
    for _ in 0..<RandomTesting.cases(default: 5_000) {
      let dividend = Self.number(limbs: Int.random(in: 0...9, using: &random), &random)
      let divisor = Self.number(limbs: Int.random(in: 1...5, using: &random), &random) + .one
      let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
      #expect(quotient * divisor + remainder == dividend && remainder < divisor)
    }
  }

  @Test func rootsAreTheLargestThatFit() {
    var random = SplitMix64(seed: RandomTesting.seed)
    for _ in 0..<RandomTesting.cases(default: 300) {
      let square = Self.number(limbs: Int.random(in: 0...6, using: &random), &random)
      let root = square.squareRoot
      #expect(root * root <= square && square < (root + .one) * (root + .one))
    }
  }

  @Test("A guess of the long division that is one too large is put right")
  func addBack() {
    let dividend = BigUnsigned(limbs: [0, 0, 1 << 63, (1 << 63) - 1])
    let divisor = BigUnsigned(limbs: [1, 0, 1 << 63])
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    #expect(quotient == BigUnsigned(limbs: [.max - 1]))
    #expect(quotient * divisor + remainder == dividend && remainder < divisor)
  }

  @Test func edges() {
    let large = BigUnsigned(limbs: [1, 2, 3])
    #expect(large.quotientAndRemainder(dividingBy: BigUnsigned.zero).remainder == large)
    #expect(BigUnsigned.one - large == .zero)
    #expect((large << 200) >> 200 == large)
    #expect(large >> 1_000 == .zero)
    #expect(BigUnsigned.powerOfTen(100) == BigUnsigned(10).raised(to: 100))
  }
}
