namespace LocalAws.Edge.Headers;

/// <summary>A header to set, over the origin's own or only in its absence.</summary>
internal sealed record SecurityHeader(string Name, string Value, bool Override);
