/// What receipts and `--version` name: the engine, and the language of policies that it reads.
public enum Engine {
  /// The version of this package.
  public static let version = "0.1.0"
  /// The version of the policy language. It stands apart from that of the package: a policy that loads under one
  /// version of the language means the same under every engine that reads it.
  public static let languageVersion = "0.1"
}
