import Diagnostics
import FEEL

/// A way in which somebody who does not accept a decision may have it examined again: 行政复议, 行政诉讼, 申诉复核.
public struct Remedy: Sendable {
  public let name: String
  /// What it is called: 行政复议.
  public let label: Wording
  /// With whom it is to be sought.
  public let to: Wording
  /// Within what time; nothing where the author does not say.
  public let within: CalendarTerm?
  /// What that time begins with; the receipt of the decision where the author does not say.
  public let from: Wording?
  public let citations: [Citation]
  public let note: Wording?
  /// The id of the policy that gives it.
  public let policy: String
}

extension Remedy {
  /// With whom and within what time, as a sentence: "to the people's court, within 6 months of receiving this decision".
  var sentence: Wording {
    guard let within else {
      return Wording(en: "to \(to[.en]), at any time", zh: "向\(to[.zh])提出，没有规定期限")
    }
    let start = from ?? Wording(en: "receiving this decision", zh: "收到本决定")
    return Wording(
      en: "to \(to[.en]), within \(within.wording[.en]) of \(start[.en])",
      zh: "自\(start[.zh])之日起\(within.wording[.zh])内，向\(to[.zh])提出")
  }
}

extension Program {
  /// The ways in which a decision may be contested: those of higher policies first, each as the nearest policy that speaks
  /// of it gives it.
  public var remedies: [Remedy] {
    var found: [Remedy] = []
    for remedy in layers.reversed().flatMap(\.remedies) {
      if let position = found.firstIndex(where: { $0.name == remedy.name }) {
        found[position] = remedy
      } else {
        found.append(remedy)
      }
    }
    return found
  }

  /// Where a remedy is laid down.
  func citations(of remedy: Remedy) -> [ResolvedCitation] {
    let near = layers.first { $0.id == remedy.policy }.map(layers(nearest:)) ?? layers
    return remedy.citations.compactMap { $0.resolved(among: near) }
  }
}
