import Diagnostics
import FEEL

extension Decider {
  /// Shares a whole among payers. The shares sum to the whole exactly and none is negative, or there is no answer.
  func decide(_ split: Split<Checked>, of decision: Decision<Checked>) -> Finding {
    let whole = evaluate(split.whole)
    let claims = self.claims(split, of: whole)
    switch draw(split, whole, claims.map(\.value), decision) {
    case .failure(let refused): return Finding(refused.value, trace: .split(SplitFinding(whole: whole, shares: [])))
    case .success(let shares):
      let told = zip(shares, claims).map { share, claim in share.told(with: claim) }
      return Finding(
        .context(entries(of: split, shares)), trace: .split(SplitFinding(whole: whole, shares: told)))
    }
  }

  /// What each payer bears, and before the payers of a group what they bear together.
  private func entries(of split: Split<Checked>, _ shares: [SplitFinding.Share]) -> Context {
    let values = Dictionary(shares.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    return Context(
      split.entryNames.map { name in
        if let value = values[name] { return (name: name, value: value) }
        let group = split.groups.firstIndex { $0.name == name }
        let members = zip(split.shares, shares).filter { $0.0.group == group }.map(\.1.value)
        return (name: name, value: sum(members))
      })
  }

  private struct Refused: Error {
    let value: Value
  }

  /// Each payer's amount in the order of contribution; then the rest, or what rounding leaves over.
  private func draw(_ split: Split<Checked>, _ whole: Value, _ asked: [Value?], _ decision: Decision<Checked>)
    -> Result<[SplitFinding.Share], Refused>
  {
    for (share, value) in zip(split.shares, asked) {
      if let value, let problem = problem(with: value, share.name, decision) {
        return .failure(Refused(value: problem))
      }
    }
    if let problem = problem(with: whole, split.whole.written.text, decision) {
      return .failure(Refused(value: problem))
    }
    if let unknown = Value.unknowns(in: [whole] + asked.compactMap { $0 }) {
      return .success(openShares(split, whole, asked, dependingOn: unknown))
    }
    guard case .number(let total) = whole else { return outOfRange(decision) }
    guard split.rounding.apply(to: total) == total else {
      return .failure(Refused(value: refuseUnrounded(total, split, decision)))
    }
    return settle(split, total, asked, decision)
  }

  /// While something is unknown: what each payer may bear. Where the split may still fail, nobody's share is settled.
  private func openShares(_ split: Split<Checked>, _ whole: Value, _ asked: [Value?], dependingOn unknown: Unknown)
    -> [SplitFinding.Share]
  {
    let failing = unknown.mayFail || mayFail(split, whole, asked) ? unknown.failing : nil
    var left = whole
    var shares = zip(split.shares, asked).map { share, value in
      guard let value else { return SplitFinding.Share(name: share.name, value: .null) }
      var own = run.mapping(value) { value in
        guard case .number(let amount) = value else { return value }
        return split.rounding.apply(to: amount).map { .number($0) } ?? .null
      }
      if split.reducesInOrder { own = extreme(own, left, .lowest) }
      left = difference(left, own)
      return SplitFinding.Share(name: share.name, value: own)
    }
    for position in shares.indices {
      if asked[position] == nil { shares[position].value = left }
      let value = shares[position].value
      guard let failing else { continue }
      shares[position].value = value.orError(dependingOn: failing)
    }
    return shares
  }

  /// Whether some way in which the unknown turns out makes the split an error: a share below zero, more than the whole, or,
  /// where nobody bears the rest, less.
  private func mayFail(_ split: Split<Checked>, _ whole: Value, _ asked: [Value?]) -> Bool {
    guard let taker = split.taker, case .rest = split.shares[taker].amount,
      case .number(let least)? = whole.bounds?.lower,
      !whole.isUnknown || isAmount(split.whole) && split.rounding.step == Rounding.fen.step
    else { return true }
    var left: Decimal128? = least
    for value in asked {
      guard let value else { continue }
      guard case .number(let lower)? = value.bounds?.lower, !lower.isNegative else { return true }
      if split.reducesInOrder { continue }
      guard case .number(let upper)? = value.bounds?.upper, let most = split.rounding.apply(to: upper) else {
        return true
      }
      left = left?.subtracting(most)
    }
    return left?.isNegative ?? true
  }

  /// Whether a formula names something that is an amount by its type, and so never negative and of whole fen.
  private func isAmount(_ formula: CheckedFormula) -> Bool {
    guard case .name(let name) = formula.expression.kind else { return false }
    return (program.fact(named: name)?.type ?? program.decision(named: name)?.decision.type) == .money
  }

  private func settle(
    _ split: Split<Checked>, _ total: Decimal128, _ asked: [Value?], _ decision: Decision<Checked>
  ) -> Result<[SplitFinding.Share], Refused> {
    var shares: [SplitFinding.Share] = []
    var left: Decimal128? = total
    for (share, value) in zip(split.shares, asked) {
      guard case .number(let amount)? = value else {
        shares.append(SplitFinding.Share(name: share.name, value: .null))
        continue
      }
      guard let rounded = split.rounding.apply(to: amount), let available = left else { return outOfRange(decision) }
      let isCut = rounded > available && split.reducesInOrder
      let own = isCut ? available : rounded
      shares.append(
        SplitFinding.Share(
          name: share.name, value: .number(own), unrounded: rounded == amount ? nil : amount,
          reducedFrom: isCut ? .number(rounded) : nil))
      left = available.subtracting(own)
    }
    guard let left else { return outOfRange(decision) }
    guard let taker = split.taker else { return .failure(Refused(value: refuseOver(total, left, decision))) }
    if case .rest = split.shares[taker].amount {
      guard !left.isNegative else { return .failure(Refused(value: refuseOver(total, left, decision))) }
      shares[taker].value = .number(left)
      return .success(shares)
    }
    return give(left, to: taker, &shares, split, total, decision)
  }

  /// Without a rest, only what rounding made may be over; one payer takes it.
  private func give(
    _ left: Decimal128, to taker: Int, _ shares: inout [SplitFinding.Share], _ split: Split<Checked>,
    _ total: Decimal128, _ decision: Decision<Checked>
  ) -> Result<[SplitFinding.Share], Refused> {
    guard !left.isZero else { return .success(shares) }
    guard isRounding(left, shares, split), case .number(let own) = shares[taker].value, let sum = own.adding(left),
      !sum.isNegative
    else {
      return .failure(
        Refused(value: left.isNegative ? refuseOver(total, left, decision) : refuseShort(total, left, decision)))
    }
    shares[taker].value = .number(sum)
    shares[taker].remainder = left
    return .success(shares)
  }

  /// Whether an amount over is no more than rounding made: at most half a step, or with other modes a step, for each share
  /// that was rounded, here or by the decision that it names.
  private func isRounding(_ over: Decimal128, _ shares: [SplitFinding.Share], _ split: Split<Checked>) -> Bool {
    let rounded = zip(split.shares, shares).filter { share, found in
      if found.unrounded != nil { return true }
      guard case .formula(let formula) = share.amount, case .name(let name) = formula.expression.kind else {
        return false
      }
      return findings[name]?.unrounded != nil
    }
    guard let most = split.rounding.step.multiplied(by: Decimal128(rounded.count)) else { return false }
    return over.magnitude < most
  }

  // MARK: Refusals

  private func outOfRange<Success>(_ decision: Decision<Checked>) -> Result<Success, Refused> {
    .failure(
      Refused(value: refusal("number-too-large", of: decision, en: "the shares are out of range", zh: "份额超出范围")))
  }

  /// Why a value can be no share and no whole; nothing where it can, or is not known yet.
  private func problem(with value: Value, _ name: String, _ decision: Decision<Checked>) -> Value? {
    switch value {
    case .unknown, .null(.some): value.isUnknown ? nil : value
    case .number(let amount) where !amount.isNegative: nil
    case .number(let amount):
      refusal(
        "negative-share", of: decision, en: "`\(name)` of `\(decision.name)` is negative: \(amount.plainText)",
        zh: "`\(decision.name)` 的 `\(name)` 为负数：\(amount.plainText)")
    default:
      refusal(
        "not-an-amount", of: decision, en: "`\(name)` of `\(decision.name)` is \(value.kindName[.en]), not an amount",
        zh: "`\(decision.name)` 的 `\(name)` 是\(value.kindName[.zh])，不是金额")
    }
  }

  private func refuseUnrounded(_ total: Decimal128, _ split: Split<Checked>, _ decision: Decision<Checked>) -> Value {
    let step = split.rounding.step.plainText
    return refusal(
      "whole-not-rounded", of: decision,
      en: "the whole of `\(decision.name)` is \(total.plainText), and shares are of \(step)",
      zh: "`\(decision.name)` 的总额为 \(total.plainText)，而份额以 \(step) 为单位",
      help: Wording(en: "round the whole with `‹round›:` where it is decided", zh: "在得出总额的判定中写 `‹round›:` 取整"))
  }

  private func refuseShort(_ total: Decimal128, _ left: Decimal128, _ decision: Decision<Checked>) -> Value {
    refusal(
      "shares-do-not-sum", of: decision,
      en: "the shares of `\(decision.name)` leave \(left.plainText) of \(total.plainText) to nobody",
      zh: "`\(decision.name)` 的份额之和少于总额 \(total.plainText)，差 \(left.plainText)",
      help: Wording(en: "let one payer bear `‹the rest›`", zh: "让一方承担 `‹the rest›`"))
  }

  private func refuseOver(_ total: Decimal128, _ left: Decimal128, _ decision: Decision<Checked>) -> Value {
    refusal(
      "shares-exceed-whole", of: decision,
      en: "the shares of `\(decision.name)` exceed the whole of \(total.plainText) by \(left.magnitude.plainText)",
      zh: "`\(decision.name)` 的份额之和超出总额 \(total.plainText)，多 \(left.magnitude.plainText)",
      help: Wording(
        en: "say what happens then: `‹if over›: ‹reduce in order›`", zh: "写明超出时怎么办：`‹if over›: ‹reduce in order›`"))
  }
}

extension Split {
  /// The payer who bears the rest, or takes what rounding leaves over.
  fileprivate var taker: Int? {
    shares.firstIndex { if case .rest = $0.amount { true } else { false } }
      ?? remainder.flatMap { named in shares.firstIndex { $0.name == named.name } }
  }
}
