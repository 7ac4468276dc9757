import Huimin

/// Names of files, for completion.
enum FileNames {
  /// What the last part of a path can become: files and folders, these with a `/`; hidden ones where it begins with `.`.
  static func completion(of path: Substring) -> Completion {
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let folder = start == path.startIndex ? "." : String(path[..<start])
    let part = path[start...]
    let names = SourceFile.names(in: folder).filter { name in
      name.hasPrefix(part) && name.hasPrefix(".") == part.hasPrefix(".")
        && !name.unicodeScalars.contains(where: Quotation.isControl)
    }
    return Completion(
      candidates: names.map { SourceFile.isFolder("\(folder)/\($0)") ? $0 + "/" : $0 },
      length: part.unicodeScalars.count)
  }
}
