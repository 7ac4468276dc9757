/// The text of a new policy and of its tests, before anything is written.
struct PolicyDraft: Sendable {
  let policy: String
  let tests: String
  /// A record to try it with: facts and their values as `--set` takes them.
  let record: [(fact: String, value: String)]
}
