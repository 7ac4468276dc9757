import Diagnostics
import PolicySource

extension Replay.Change {
  /// What has changed, for a person.
  public var wording: Wording {
    switch self {
    case .policyFile(let id, _, _):
      Wording(en: "the file of the policy `\(id)` is another one", zh: "政策 `\(id)` 的文件已不是当时的文件")
    case .policyLeft(let id):
      Wording(en: "it no longer builds on `\(id)`", zh: "现在不再依据 `\(id)`")
    case .policyAdded(let id):
      Wording(en: "it now builds on `\(id)` as well", zh: "现在还依据 `\(id)`")
    case .engine(let recorded, let now):
      Wording(en: "decided by huimin \(recorded), and now by \(now)", zh: "当时由 huimin \(recorded) 判定，现在是 \(now)")
    case .policyLanguage(let recorded, let now):
      Wording(
        en: "written in policy language \(recorded), and now read as \(now)", zh: "当时的政策语言版本是 \(recorded)，现在是 \(now)")
    }
  }

  /// The hashes of a file then and now.
  public var hashes: (recorded: String, now: String)? {
    if case .policyFile(_, let recorded, let now) = self { (recorded, now) } else { nil }
  }

  var json: JSON {
    var entries: [(String, JSON)] = []
    switch self {
    case .policyFile(let id, let recorded, let now):
      entries = [("kind", "policyFile"), ("policy", id), ("recorded", recorded), ("now", now)].strings
    case .policyLeft(let id): entries = [("kind", "policyLeft"), ("policy", id)].strings
    case .policyAdded(let id): entries = [("kind", "policyAdded"), ("policy", id)].strings
    case .engine(let recorded, let now):
      entries = [("kind", "engine"), ("recorded", recorded), ("now", now)].strings
    case .policyLanguage(let recorded, let now):
      entries = [("kind", "policyLanguage"), ("recorded", recorded), ("now", now)].strings
    }
    return .object(entries + [("text", wording.json)])
  }
}

extension [(String, String)] {
  fileprivate var strings: [(String, JSON)] { map { ($0.0, .string($0.1)) } }
}

extension Replay {
  /// What was found, for programs: `{"verdict": "reproduced" | "confirmed" | "differs", …}`, with a line end after the last.
  public var text: String {
    var entries: [(String, JSON)] = [
      ("verdict", .string(verdict.rawValue)), ("policy", .string(recorded.policy.id)),
      ("date", .string(recorded.day.description)), ("digest", .string(recorded.digest)),
      ("digestFits", .boolean(fitsDigest)),
    ]
    if recorded.isRedacted {
      entries.append(("withheld", .array(recorded.withheld.map { .string($0) })))
      entries.append(("settled", .array(settled.map { .string($0) })))
      entries.append(("restingOnWithheld", .array(resting.map { .string($0) })))
    } else {
      entries.append(("sameOutcome", now == nil ? .null : .boolean(isSameOutcome)))
    }
    if isAltered { entries.append(("altered", .boolean(true))) }
    if !changes.isEmpty { entries.append(("changes", .array(changes.map(\.json)))) }
    if let difference {
      entries.append(
        (
          "difference",
          .object(
            [("path", .string(difference.path.description))]
              + [("recorded", difference.first), ("now", difference.second)].compactMap { key, value in
                value.map { (key, $0) }
              })
        ))
    }
    if !problems.isEmpty { entries.append(("diagnostics", .array(problems.map(\.portable.json)))) }
    return JSON.object(entries).pretty + "\n"
  }
}
