import Diagnostics

/// What would change an outcome, as a part of a page.
extension Changes {
  /// Nothing where nothing can be told.
  func tell(on page: inout Sheet, under program: Program) {
    let (ways, hopeless) = (self.ways(under: program), self.hopeless(under: program))
    guard !ways.isEmpty || hopeless != nil else { return }
    let language = page.language
    page.section(Wording(en: "What would change it", zh: "怎样可以改变结果")[language])
    for way in ways { page.item(.step, way[language]) }
    if let hopeless { page.item(.point, hopeless[language]) }
  }
}
