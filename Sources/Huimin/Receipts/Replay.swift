import Diagnostics
import FEEL
import PolicySource

/// A decision made again from its receipt, and compared with it.
public struct Replay: Sendable {
  /// What has changed since, where that alone may explain a difference.
  public enum Change: Sendable, Hashable {
    /// The file of a policy, or a table beside it, is another one.
    case policyFile(id: String, recorded: String, now: String)
    /// A policy that was built on is no longer.
    case policyLeft(id: String)
    /// A policy is built on that was not.
    case policyAdded(id: String)
    case engine(recorded: String, now: String)
    case policyLanguage(recorded: String, now: String)
  }

  public enum Verdict: String, Sendable {
    /// The same document comes about again, word for word.
    case reproduced
    /// Facts were withheld; the digest fits, and what can be decided without them agrees.
    case confirmed
    case differs
  }

  public let recorded: RecordedReceipt
  /// Whether the receipt still says what it said when its digest was made.
  public let fitsDigest: Bool
  /// What has changed, the files of policies first.
  public let changes: [Change]
  /// The receipt as it would be written now; nothing where the facts can no longer be read.
  public let now: JSON?
  /// Why nothing could be decided again: facts that the policy no longer knows, or values that it no longer allows.
  public let problems: [Diagnostic]
  /// The first difference that is none of the ``changes`` themselves; nothing where there is none.
  public let difference: JSONDifference?
  /// Where facts were withheld: the decisions of the outcome that follow from the others alone.
  public let settled: [String]
  /// Where facts were withheld: the decisions of the outcome that rest on them, and are vouched for by the digest alone.
  public let resting: [String]

  /// What was found.
  public var verdict: Verdict {
    guard fitsDigest, changes.isEmpty, problems.isEmpty, difference == nil else { return .differs }
    return recorded.isRedacted ? .confirmed : .reproduced
  }

  /// Whether the receipt no longer says what was written: its digest does not fit, or the same files, read by the same
  /// program, give another one.
  public var isAltered: Bool { !fitsDigest || changes.isEmpty && verdict == .differs }

  /// Whether what was decided is the same, whatever has changed in its reasons.
  public var isSameOutcome: Bool {
    guard let now, !recorded.isRedacted else { return false }
    return ["status", "outcome"].allSatisfy { key in
      guard let then = recorded.json[key], let again = now[key] else { return false }
      return JSONDifference.first(between: then, and: again) == nil
    }
  }

  /// Decides again by the version of the policy that is in force on the receipt's day, or rather by the very files that the
  /// receipt names where they are there.
  ///
  /// - Throws: a ``Diagnostic`` where there is no such policy, or it stands in error.
  public init(_ recorded: RecordedReceipt, by library: PolicyLibrary) throws(Diagnostic) {
    let versions = try library.versions(of: recorded.policy.id)
    let named = [recorded.policy] + recorded.buildsOn
    let program =
      versions.first { $0.layers.map(\.named) == named } ?? versions.first { $0.isInForce(on: recorded.day) }
      ?? versions[versions.count - 1]
    self.recorded = recorded
    fitsDigest = recorded.fitsDigest
    changes = Replay.changes(since: recorded, in: program)
    do throws(Unreadable) {
      let facts = try Facts(recorded.record, for: program)
      let decided = program.decide(facts, on: recorded.day)
      // What is withheld is not known: the rest is told as narrowly as it can be.
      let outcome = recorded.isRedacted ? decided.narrowed() : decided
      // A receipt of a whole answer tells what would change it.
      let now = (recorded.json["changes"] == nil || recorded.isRedacted ? Receipt(outcome) : Receipt(Answer(outcome)))
        .json
      self.now = now
      problems = []
      guard recorded.isRedacted else {
        (settled, resting) = ([], [])
        difference = JSONDifference.first(between: recorded.json, and: now, passingOver: Replay.isTold)
        return
      }
      let known = outcome.values.filter { $0.value.unknowns == nil }.map(\.name)
      settled = known.filter { recorded.json["outcome"]?[$0]?.withheldHash == nil }
      resting = outcome.values.map(\.name).filter { !known.contains($0) }
      difference = Replay.difference(between: recorded.json, and: now)
    } catch {
      now = nil
      (settled, resting) = ([], [])
      problems = error.diagnostics
      difference = nil
    }
  }

  /// The first difference in the outcome as far as it is known without the facts that were withheld, and is not withheld
  /// itself.
  private static func difference(between recorded: JSON, and now: JSON) -> JSONDifference? {
    guard let then = recorded["outcome"], let again = now["outcome"] else { return nil }
    return JSONDifference.first(between: then, and: again, at: JSONPath("outcome")) { path in
      guard let again = now.at(path), let then = recorded.at(path) else { return false }
      // Where a rule could not be applied, its parts may still be worked out while its whole is open.
      if case .null = then, again.holdsUnknown { return true }
      return again["unknown"] != nil || then.withheldHash != nil
    }
  }

  private static func changes(since recorded: RecordedReceipt, in program: Program) -> [Change] {
    let then = [recorded.policy] + recorded.buildsOn
    let now = program.layers.map(\.named)
    var changes: [Change] = then.compactMap { policy in
      guard let other = now.first(where: { $0.id == policy.id }) else { return .policyLeft(id: policy.id) }
      return other == policy ? nil : .policyFile(id: policy.id, recorded: policy.sha256, now: other.sha256)
    }
    changes += now.filter { policy in !then.contains { $0.id == policy.id } }.map { .policyAdded(id: $0.id) }
    if recorded.engineVersion != Engine.version {
      changes.append(.engine(recorded: recorded.engineVersion, now: Engine.version))
    }
    if recorded.policyLanguage != Engine.languageVersion {
      changes.append(.policyLanguage(recorded: recorded.policyLanguage, now: Engine.languageVersion))
    }
    return changes
  }

  /// Whether what stands at a path is told among the changes.
  private static func isTold(_ path: JSONPath) -> Bool {
    let told = [
      JSONPath("engine", "version"), JSONPath("policyLanguage"), JSONPath("policy", "sha256"),
      JSONPath(ReceiptDigest.key),
    ]
    if told.contains(path) { return true }
    // The hashes of the policies that are built on: `buildsOn[0].sha256`.
    return path.steps.count == 3 && path.steps.first == .key("buildsOn") && path.steps.last == .key("sha256")
  }
}

extension Policy {
  /// The policy as a receipt names it.
  fileprivate var named: RecordedReceipt.NamedPolicy {
    RecordedReceipt.NamedPolicy(id: id, sha256: contentHash)
  }
}
