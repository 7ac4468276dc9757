import Diagnostics
import FEEL

/// One of several candidates, the highest or the lowest: where rules say that somebody gets the better of two benefits
/// and not both (就高不就低, 不重复享受).
struct BestOf<P: Phase>: Sendable {
  let wanted: Preference
  let candidates: [Candidate]
  /// What holds where no candidate applies.
  let otherwise: P.Formula?

  struct Candidate: Sendable {
    let name: String
    let label: Wording
    /// Nothing where it always applies.
    let when: P.Formula?
    let value: P.Formula
    let because: P.Template?
    let citations: [Citation]
    let readings: [Named]
    let location: Location
  }
}

/// Which of several values is the best.
enum Preference: String, Sendable, CaseIterable {
  case highest, lowest
}
