import Diagnostics

extension [Wording] {
  /// One after the other, with what each language puts between them.
  func joined(en: String, zh: String) -> Wording {
    Wording(en: map { $0[.en] }.joined(separator: en), zh: map { $0[.zh] }.joined(separator: zh))
  }

  /// One after the other: `a, b` and `甲、乙`. Where an item holds that mark itself, a stronger one stands between them.
  var series: Wording {
    Wording(
      en: series(.en, with: ", ", unlessHeld: ",", otherwise: "; "),
      zh: series(.zh, with: "、", unlessHeld: "、", otherwise: "；"))
  }

  private func series(_ language: Language, with mark: String, unlessHeld sign: String, otherwise stronger: String)
    -> String
  {
    map { $0[language] }.joined(separator: contains { $0[language].contains(sign) } ? stronger : mark)
  }
}
