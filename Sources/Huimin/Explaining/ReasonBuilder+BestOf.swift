import Diagnostics
import FEEL

/// Which candidate was chosen, and what became of the others.
extension ReasonBuilder {
  mutating func account(of best: BestOf<Checked>, _ found: BestFinding, _ value: Value, _ checked: CheckedDecision)
    -> Account
  {
    var account = Account()
    let order = found.chosen.map { chosen in [chosen] + best.candidates.indices.filter { $0 != chosen } }
    for position in order ?? Array(best.candidates.indices) {
      let candidate = best.candidates[position]
      if position == found.chosen {
        account.sentence = sentence(candidate.because, of: value)
        account.citations = resolve(candidate.citations, checked)
        account.readings = resolve(candidate.readings, checked)
      }
      account.parts.append(reason(for: candidate, found, at: position, best, checked))
    }
    if found.chosen == nil, !value.isUnknown, !trialsFailed(found), let otherwise = best.otherwise {
      account.parts.append(
        Reason(
          .rule, label: Wording(en: "none of these applies", zh: "以上各项都不适用"), standing: .met, value: value,
          type: checked.type, text: Wording(both: ""), because: reasons(usedBy: [otherwise.expression])))
    }
    return account
  }

  private mutating func reason(
    for candidate: BestOf<Checked>.Candidate, _ found: BestFinding, at position: Int, _ best: BestOf<Checked>,
    _ checked: CheckedDecision
  ) -> Reason {
    let trial = found.trials[position]
    let isChosen = position == found.chosen
    let conditions = candidate.when.map { self.supposed($0) } ?? []
    // A candidate that is the value of another decision is told with that decision's reasons.
    let inner = trial.value == nil ? nil : candidate.value.expression.ownName.flatMap { reason(for: $0) }
    let used = trial.value == nil || inner != nil ? [] : reasons(usedBy: [candidate.value.expression])
    let text: Wording
    let standing: Reason.Standing?
    if trial.value?.isNull ?? false {
      (text, standing) = (Wording(both: ""), .failed)
    } else if trial.value == nil {
      (text, standing) = (Wording(en: "(does not apply)", zh: "（不适用）"), .unmet)
    } else if isChosen {
      let count = found.trials.count { $0.value != nil }
      (text, standing) = (count > 1 ? best.wanted.takenWording : Wording(both: ""), .met)
    } else if trial.isOpen, found.chosen != nil {
      (text, standing) = (best.wanted.irrelevantWording, .unknown)
    } else if trial.isOpen || found.chosen == nil {
      (text, standing) = (Wording(en: "(possibly)", zh: "（可能）"), .unknown)
    } else if let value = trial.value, let taken = found.chosen.flatMap({ found.trials[$0].value }), value.equals(taken)
    {
      (text, standing) = (best.wanted.equalWording, nil)
    } else {
      (text, standing) = (best.wanted.leftWording, .unmet)
    }
    var told = Reason(
      .rule, name: candidate.name, label: candidate.label, standing: standing, value: trial.value,
      type: checked.type, valueText: inner?.valueText, text: text,
      citations: (inner?.citations ?? []).refined(by: isChosen ? [] : resolve(candidate.citations, checked)),
      readings: inner?.readings ?? [], note: inner?.note,
      because: conditions + (inner?.sentenceAsStep ?? []) + (inner?.because ?? []) + used)
    told.setAside = inner?.setAside
    return told
  }

  private func trialsFailed(_ found: BestFinding) -> Bool {
    found.trials.contains { $0.holds.isNull || $0.value?.isNull ?? false }
  }
}

extension Preference {
  /// What is told of the candidate that is taken.
  fileprivate var takenWording: Wording {
    switch self {
    case .highest: Wording(en: "(the highest)", zh: "（就高）")
    case .lowest: Wording(en: "(the lowest)", zh: "（就低）")
    }
  }

  /// What is told of one that is not.
  fileprivate var leftWording: Wording {
    switch self {
    case .highest: Wording(en: "(not the highest, not taken as well)", zh: "（不是最高，不重复享受）")
    case .lowest: Wording(en: "(not the lowest)", zh: "（不是最低，不采用）")
    }
  }

  /// What is told of one that comes to the same as the one taken.
  fileprivate var equalWording: Wording {
    switch self {
    case .highest: Wording(en: "(just as high, not taken as well)", zh: "（同为最高，不重复享受）")
    case .lowest: Wording(en: "(just as low)", zh: "（同为最低）")
    }
  }

  /// What is told of one that is open and makes no difference.
  fileprivate var irrelevantWording: Wording {
    switch self {
    case .highest: Wording(en: "(cannot come to more)", zh: "（不会更高）")
    case .lowest: Wording(en: "(cannot come to less)", zh: "（不会更低）")
    }
  }
}
