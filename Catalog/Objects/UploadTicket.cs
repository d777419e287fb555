namespace Iris.Catalog.Objects;

/// <summary>Leave to put exactly one byte string under one key.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">Where to.</param>
/// <param name="Headers">The headers to send; the client's own HTTP stack adds <c>host</c> and <c>content-length</c>, which are signed too.</param>
/// <param name="ExpiresAt">Until when.</param>
public sealed record UploadTicket(string Method, Uri Url, IReadOnlyDictionary<string, string> Headers, DateTimeOffset ExpiresAt);
