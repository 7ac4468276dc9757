import Huimin

func share(ofDinerAged age: Int, policies: String) throws -> String {
  let library = PolicyLibrary(loading: [policies])
  let day = CalendarDate(year: 2026, month: 1, day: 15)!
  let program = try library.program("cn.shanghai.putuo.meal-assistance", on: day)
  let record = """
    { "age": \(age), "list price": 20.00, "Putuo resident": true, "hukou": "Shanghai",
      "dibao": false, "dine-in": true, "subsidised meals": [] }
    """
  let outcome = program.decide(try Facts(record, for: program), on: day)
  guard outcome.status == .decided else { return "still to be known: \(outcome.openFacts)" }
  // Reasons, the questions that settle it soonest, what would change it; Receipt(answer).text is the same as JSON.
  let answer = Answer(outcome)
  return TextReport(answer, language: .en).text
}
