import Diagnostics

extension [Wording] {
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
