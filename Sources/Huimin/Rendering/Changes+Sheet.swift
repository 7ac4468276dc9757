import Diagnostics

/// What would change an outcome, as a part of a page.
extension Changes {
  /// Nothing where nothing can be told.
  func tell(on page: inout Sheet, under program: Program) {
    let (ways, hopeless) = (self.ways(under: program), self.hopeless(under: program))
    guard !ways.isEmpty || !hopeless.isEmpty else { return }
    let language = page.language
    page.section(Wording(en: "What would change it", zh: "怎样可以改变结果")[language])
    for (condition, result) in ways {
      page.item(
        .step, Wording(en: "\(condition[.en]): then \(result[.en])", zh: "\(condition[.zh])：\(result[.zh])")[language])
    }
    for now in hopeless {
      page.item(
        .point,
        Wording(
          en: "\(now[.en]): nothing that the applicant can change would change this",
          zh: "\(now[.zh])：申请人自己能改变的情况中，没有能改变这一结果的")[language])
    }
  }
}
