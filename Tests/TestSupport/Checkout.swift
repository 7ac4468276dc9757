/// Folders of the checkout, found from where the tests themselves stand.
public enum Checkout {
  /// `Tests`, two folders above this file.
  public static let tests = folder(of: folder(of: #filePath))
  public static let root = folder(of: tests)
  public static let policies = "\(root)/Policies"
  public static let grammar = "\(root)/Grammar"

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
