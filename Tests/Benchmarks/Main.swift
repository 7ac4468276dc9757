import FEEL

/// `make bench`: what is fast, as ratios and rates.
@main
enum Benchmarks {
  static func main() throws {
    try Parsing.measure()
    try Evaluating.measure()
    try Answering.measure()
  }
}

/// A number with three digits that matter.
func shown(_ number: Double) -> String {
  let scale = number >= 100 ? 1.0 : number >= 10 ? 10 : 100
  return "\((number * scale).rounded() / scale)"
}
