import Diagnostics
import FEEL

/// Puts decisions in an order in which each comes after those it uses.
enum Order {
  struct Cycle: Error {
    /// The names around the cycle, the first again at the end.
    let path: [String]
  }

  /// - Parameter uses: for each name, the names that it uses; others than those of `names` are passed over.
  static func sorted(_ names: [String], uses: [String: [String]]) -> Result<[String], Cycle> {
    var ordered: [String] = []
    var done: Set<String> = []
    // Depth first by hand: a chain of ten thousand decisions must not need ten thousand stack frames.
    for root in names where !done.contains(root) {
      var path: [(name: String, next: Int)] = [(root, 0)]
      var onPath: Set<String> = [root]
      while let (name, next) = path.last {
        let wanted = uses[name] ?? []
        guard next < wanted.count else {
          path.removeLast()
          onPath.remove(name)
          if done.insert(name).inserted { ordered.append(name) }
          continue
        }
        path[path.count - 1].next += 1
        let use = wanted[next]
        guard uses[use] != nil, !done.contains(use) else { continue }
        if onPath.contains(use) {
          let start = path.firstIndex { $0.name == use } ?? 0
          return .failure(Cycle(path: path[start...].map(\.name) + [use]))
        }
        path.append((use, 0))
        onPath.insert(use)
      }
    }
    return .success(ordered)
  }
}
