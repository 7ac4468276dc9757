import FEEL

extension Explanation {
  /// The judgements that the record gave and that hold, a line each: what was found, by whom, when and on what basis.
  func judgements(in language: Language) -> [String] {
    func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    return outcome.program.facts.compactMap { fact -> String? in
      guard let judgement = fact.judgement, let made = outcome.judgements[fact.name],
        judgement.lapse(of: made, on: outcome.day) == nil,
        let value = outcome.facts.first(where: { $0.name == fact.name })?.value
      else { return nil }
      let who = judgement.entitled.first { $0.name == made.by }?.label ?? Wording(both: made.by)
      let text = ValueFormat.text(of: value, type: fact.type.feelType(named: fact.name))
      let day = ValueFormat.text(of: .date(made.on), type: .date)
      let basis = made.basis.map { words("，\($0)", ", \($0)") } ?? ""
      return words(
        "\(fact.label[.zh])：\(text[.zh])（\(who[.zh])，\(day[.zh])\(basis)）",
        "\(fact.label[.en]): \(text[.en]) (\(who[.en]), \(day[.en])\(basis))")
    }
  }
}
