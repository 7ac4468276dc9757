import Diagnostics
import FEEL

/// A policy as its author wrote it: one instrument, or one local rule, in force over one period.
///
/// It knows nothing yet of other policies and nothing has been checked across its parts; a ``Program`` is what can
/// decide.
public struct Policy: Sendable {
  /// The name by which other policies and receipts refer to it: `cn.shanghai.putuo.meal-assistance`.
  public let id: String
  public let title: Wording
  /// Who made it, from the nation down to the county.
  public let level: Level?
  public let inForce: Period
  /// When the author last compared it with its sources.
  public let sourceChecked: CalendarDate?
  /// What to tell with every outcome: where figures come from, that this is no legal advice.
  public let note: Wording?
  public let sources: [Source]
  public let readings: [Reading]
  /// How somebody may contest what it decides.
  public let remedies: [Remedy]
  public let facts: [Fact]
  public let parameters: [Parameter]
  /// Terms that a policy of a lower level must fill in.
  public let openTerms: [OpenTerm]
  let decisions: [Decision<AsWritten>]
  /// The decisions that answer the question, in the order to show them.
  let outcome: [Named]
  /// The policy whose open terms this one fills in.
  let implements: Named?
  /// The policy that this one changes.
  let amends: Named?
  let changes: [Change]
  /// The modules whose facts, parameters and decisions it takes over by name.
  let uses: [Named]
  /// What its words of comparison mean.
  let comparison: ComparisonMeaning
  /// The days that are worked.
  let calendar: WorkCalendar?
  /// Names that it declares by something that could not be read.
  let unread: [String]
  /// Whether it is a module, which decides nothing by itself.
  let isModule: Bool
  /// The language of its keys.
  let language: Language
  /// The file it was read from, as the user named it.
  public let file: String
  /// SHA-256 of the file's bytes, followed by those of each table beside it in the order in which they are named, in
  /// lower-case hexadecimal.
  public internal(set) var contentHash: String
  let location: Location
}

/// A name with its place.
struct Named: Sendable {
  let name: String
  let location: Location
}

/// A level of administration, the highest first.
public enum Level: String, Sendable, CaseIterable {
  case national, province, city, district, county

  /// As policies with English and with Chinese keys write it.
  public var wording: Wording { Wording(en: rawValue, zh: Vocabulary.chineseWord(rawValue)) }
}

/// An instrument that rules are taken from.
public struct Source: Sendable {
  public let name: String
  public let title: Wording
  /// The number under which it was issued: 民发〔2023〕58号.
  public let number: String?
  public let issuer: Wording?
  public let date: String?
  public let url: String?
  /// How well it is known: figures from a press report, copies that disagree.
  public let note: Wording?
  /// The id of the policy that names it so; two policies may name two instruments alike.
  public let policy: String

  func isSame(as other: Source) -> Bool { name == other.name && policy == other.policy }
}

/// What the author takes a text to mean where it is silent. The explanation shows it wherever it was used.
public struct Reading: Sendable {
  public let name: String
  public let text: Wording
  /// Which source is silent, where the author says so.
  public let silentIn: Citation?
  /// The id of the policy whose reading it is.
  public let policy: String
  let location: Location

  func isSame(as other: Reading) -> Bool { name == other.name && policy == other.policy }
}
