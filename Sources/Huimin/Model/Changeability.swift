/// How an applicant can change a fact: what "what would change it" may suggest, and nothing else.
public enum Changeability: String, Sendable, CaseIterable {
  /// Either way: a choice to be made, a paper to be obtained or handed back.
  case freely
  /// More of it, or from no to yes: members won, money saved up.
  case up
  /// Less of it, or from yes to no: income, assets.
  case down
  /// By waiting, upwards: an age, years of residence.
  case overTime = "over time"
}
