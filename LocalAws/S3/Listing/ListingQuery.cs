namespace LocalAws.S3.Listing;

/// <param name="Prefix">Only keys that begin with it.</param>
/// <param name="Delimiter">Keys that hold it after the prefix are rolled up to a common prefix; empty for none.</param>
/// <param name="After">Only entries, keys or common prefixes, that come after it; empty for all.</param>
/// <param name="MaxEntries">A common prefix counts as one entry.</param>
internal sealed record ListingQuery(string Prefix, string Delimiter, string After, int MaxEntries);
