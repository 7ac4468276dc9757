import Diagnostics

/// Something that an author wrote and that a test can reach.
public struct CoverageItem: Sendable, Hashable {
  /// What it is, and so what a test must do to reach it. What is still open, or ended in an error, reaches nothing.
  public enum Kind: String, Sendable, CaseIterable {
    /// A decision: it comes to a value.
    case decision
    /// A row of a table: it makes the value.
    case row
    /// The `default` of a table: no row holds.
    case fallback
    /// One of `cases`: it is the first that holds.
    case option
    /// The `otherwise` of `cases` or of `best of`: nothing before it holds.
    case otherwise
    /// A criterion, met without a waiver.
    case met
    /// The same criterion, not met.
    case unmet
    /// A waiver of a criterion: it applies.
    case waiver
    /// A rule: it holds, and no exception to it does.
    case rule
    /// An exception: it counts, and no exception to it does.
    case exception
    /// A candidate of `best of`: it is the best.
    case chosen
    /// The same candidate: it is not, or does not apply.
    case passedOver
    /// A share of a split: it is above zero.
    case share
    /// A rule that holds from a day: it held.
    case period
    /// A limit of a quota: something is left of it.
    case left
    /// The same limit: nothing is left.
    case usedUp
  }

  public let kind: Kind
  /// The author's name for it; of a case its condition; of an `otherwise` or a default that word, as the policy writes it;
  /// empty for a general rule.
  public let name: String
  /// The decision that it belongs to.
  public let decision: String
  public let location: Location

  /// What no test did: "row `A` of `subsidy` never counted".
  public var missing: Wording {
    let name = Quotation.of(name)
    let decision = Quotation.of(decision)
    return switch kind {
    case .decision: Wording(en: "`\(decision)` never came to a value", zh: "`\(decision)` 从未得出结果")
    case .row: Wording(en: "row `\(name)` of `\(decision)` never counted", zh: "`\(decision)` 的“\(name)”一行从未适用")
    case .fallback, .otherwise:
      Wording(en: "`\(name)` of `\(decision)` was never used", zh: "`\(decision)` 的 `\(name)` 从未用到")
    case .option: Wording(en: "case `\(name)` of `\(decision)` never held", zh: "`\(decision)` 的情形 `\(name)` 从未成立")
    case .met: Wording(en: "criterion `\(name)` of `\(decision)` was never met", zh: "`\(decision)` 的条件 `\(name)` 从未满足")
    case .unmet:
      Wording(en: "criterion `\(name)` of `\(decision)` was never unmet", zh: "`\(decision)` 的条件 `\(name)` 从未不满足")
    case .waiver:
      Wording(en: "criterion `\(name)` of `\(decision)` was never waived so", zh: "`\(decision)` 的条件 `\(name)` 从未因此豁免")
    case .rule:
      Wording(en: "the rule of `\(decision)` never held without an exception", zh: "`\(decision)` 的一般规定从未适用")
    case .exception:
      Wording(en: "exception `\(name)` of `\(decision)` never counted", zh: "`\(decision)` 的例外 `\(name)` 从未适用")
    case .chosen:
      Wording(en: "candidate `\(name)` of `\(decision)` was never chosen", zh: "`\(decision)` 的 `\(name)` 从未选中")
    case .passedOver:
      Wording(en: "candidate `\(name)` of `\(decision)` was never passed over", zh: "`\(decision)` 的 `\(name)` 从未落选")
    case .period:
      Wording(en: "the rule of `\(decision)` from \(name) was never applied", zh: "`\(decision)` 自 \(name) 起的规定从未适用")
    case .left:
      Wording(en: "limit `\(name)` of `\(decision)` never left anything", zh: "`\(decision)` 的上限 `\(name)` 从未有剩余")
    case .usedUp:
      Wording(en: "limit `\(name)` of `\(decision)` was never used up", zh: "`\(decision)` 的上限 `\(name)` 从未用完")
    case .share:
      Wording(en: "share `\(name)` of `\(decision)` was never above zero", zh: "`\(decision)` 中 `\(name)` 的份额从未大于零")
    }
  }

  /// The same item with its file under another of its names.
  func placed(in file: String) -> CoverageItem {
    CoverageItem(
      kind: kind, name: name, decision: decision,
      location: Location(file: file, start: location.start, end: location.end))
  }
}
