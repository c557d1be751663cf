/// This library.
public enum SelectionLibrary {
    /// Goes up whenever the same input may give another result; stands in every result and in every hash.
    public static let version = "1"
}
