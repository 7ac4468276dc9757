import Diagnostics
import FEEL

extension Decider {
  /// Shares a whole among payers. The shares sum to the whole exactly and none is negative, or there is no answer.
  func decide(_ split: Split<Checked>, of decision: Decision<Checked>) -> Finding {
    let whole = evaluate(split.whole)
    func finding(_ value: Value, _ shares: [SplitFinding.Share] = []) -> Finding {
      Finding(value, trace: .split(SplitFinding(whole: whole, shares: shares)))
    }
    guard case .number(let total) = whole else {
      return finding(whole.isNull ? orNotAnAmount(whole, "whole", decision) : whole)
    }
    guard !total.isNegative else {
      return finding(refuseNegative(split.whole.written.text, total, decision))
    }
    switch draw(split, from: total, decision) {
    case .failure(let refused): return finding(refused.value)
    case .success(let shares):
      let context = Context(shares.map { (name: $0.name, value: $0.value) })
      return finding(.context(context), shares)
    }
  }

  private struct Refused: Error {
    let value: Value
  }

  /// Each payer's amount in the order of contribution; then the rest, or the remainder of rounding.
  private func draw(_ split: Split<Checked>, from total: Decimal128, _ decision: Decision<Checked>)
    -> Result<[SplitFinding.Share], Refused>
  {
    var amounts: [(value: Value, reducedFrom: Value?)] = []
    var left: Decimal128? = total
    var open: Unknown?
    for share in split.shares {
      switch amount(of: share, total: total, split, decision) {
      case nil: amounts.append((.null, nil))
      case .unknown(let unknown)?:
        open = open?.union(unknown) ?? unknown
        amounts.append((.unknown(unknown), nil))
      case .number(let wanted)?:
        guard !wanted.isNegative else {
          return .failure(Refused(value: refuseNegative(share.name, wanted, decision)))
        }
        guard open == nil, let available = left else {
          // What is left for this payer depends on a share that is still open; its own amount may stand.
          amounts.append((split.reducesInOrder ? open.map { .unknown($0) } ?? .number(wanted) : .number(wanted), nil))
          continue
        }
        if wanted > available, split.reducesInOrder {
          amounts.append((.number(available), .number(wanted)))
          left = available.subtracting(available)
        } else {
          amounts.append((.number(wanted), nil))
          left = available.subtracting(wanted)
        }
      case let other?: return .failure(Refused(value: orNotAnAmount(other, share.name, decision)))
      }
    }
    return settle(split, total, amounts, left: left, open: open, decision)
  }

  private func settle(
    _ split: Split<Checked>, _ total: Decimal128, _ amounts: [(value: Value, reducedFrom: Value?)],
    left: Decimal128?, open: Unknown?, _ decision: Decision<Checked>
  ) -> Result<[SplitFinding.Share], Refused> {
    let restIndex = split.shares.firstIndex { if case .rest = $0.amount { true } else { false } }
    let taker = restIndex ?? split.remainder.flatMap { named in split.shares.firstIndex { $0.name == named.name } }
    var shares = zip(split.shares, amounts).map { share, amount in
      SplitFinding.Share(name: share.name, value: amount.value, reducedFrom: amount.reducedFrom, remainder: nil)
    }
    guard let taker else { return .success(shares) }
    let name = shares[taker].name
    if let open {
      shares[taker] = SplitFinding.Share(name: name, value: .unknown(open), reducedFrom: nil, remainder: nil)
      return .success(shares)
    }
    guard let left else {
      return .failure(
        Refused(value: refusal("number-range", of: decision, en: "the shares are out of range", zh: "份额超出范围")))
    }
    if restIndex != nil {
      guard !left.isNegative else { return .failure(Refused(value: refuseOver(total, left, decision))) }
      shares[taker] = SplitFinding.Share(name: name, value: .number(left), reducedFrom: nil, remainder: nil)
      return .success(shares)
    }
    return withRemainder(split, shares, taker: taker, left: left, total, decision)
  }

  /// Without a rest, only what rounding makes may be over: at most half a step a share.
  private func withRemainder(
    _ split: Split<Checked>, _ shares: [SplitFinding.Share], taker: Int, left: Decimal128, _ total: Decimal128,
    _ decision: Decision<Checked>
  ) -> Result<[SplitFinding.Share], Refused> {
    guard !left.isZero else { return .success(shares) }
    let tolerance = split.rounding.step.multiplied(by: Decimal128(shares.count)) ?? 0
    guard left.magnitude <= tolerance, case .number(let own) = shares[taker].value, let sum = own.adding(left),
      !sum.isNegative
    else {
      return .failure(
        Refused(
          value: left.isNegative
            ? refuseOver(total, left, decision)
            : refusal(
              "shares-do-not-sum", of: decision,
              en: "the shares leave \(left.plainText) of \(total.plainText) to nobody",
              zh: "各方份额之和少于总额 \(total.plainText)，差 \(left.plainText)",
              help: Wording(en: "let one payer bear `the rest`", zh: "让一方承担 `the rest`"))))
    }
    var shares = shares
    shares[taker] = SplitFinding.Share(
      name: shares[taker].name, value: .number(sum), reducedFrom: nil, remainder: left)
    return .success(shares)
  }

  /// A payer's own amount, rounded; `nil` for the rest.
  private func amount(
    of share: Split<Checked>.Share, total: Decimal128, _ split: Split<Checked>, _ decision: Decision<Checked>
  ) -> Value? {
    let value: Value
    switch share.amount {
    case .rest: return nil
    case .formula(let formula): value = evaluate(formula)
    case .fraction(let fraction): value = total.multiplied(by: fraction).map { .number($0) } ?? .null
    }
    guard case .number(let number) = value else { return value }
    return split.rounding.apply(to: number).map { .number($0) } ?? .null
  }

  // MARK: Refusals

  private func orNotAnAmount(_ value: Value, _ name: String, _ decision: Decision<Checked>) -> Value {
    if case .null(.some) = value { return value }
    return refusal(
      "not-an-amount", of: decision, en: "`\(name)` of `\(decision.name)` is \(value.kindName[.en]), not an amount",
      zh: "`\(decision.name)` 的 `\(name)` 是\(value.kindName[.zh])，不是金额")
  }

  private func refuseNegative(_ name: String, _ amount: Decimal128, _ decision: Decision<Checked>) -> Value {
    refusal(
      "negative-share", of: decision, en: "`\(name)` of `\(decision.name)` is negative: \(amount.plainText)",
      zh: "`\(decision.name)` 的 `\(name)` 为负数：\(amount.plainText)")
  }

  private func refuseOver(_ total: Decimal128, _ left: Decimal128, _ decision: Decision<Checked>) -> Value {
    refusal(
      "shares-exceed-whole", of: decision,
      en: "the shares of `\(decision.name)` exceed the whole of \(total.plainText) by \(left.magnitude.plainText)",
      zh: "`\(decision.name)` 的份额之和超出总额 \(total.plainText)，多 \(left.magnitude.plainText)",
      help: Wording(
        en: "say what happens then: `if over: reduce in order`", zh: "写明超出时怎么办：`if over: reduce in order`"))
  }
}
