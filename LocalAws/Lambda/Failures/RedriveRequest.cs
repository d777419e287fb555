namespace LocalAws.Lambda.Failures;

/// <summary>Which failures to send again; all, when nothing is said.</summary>
internal sealed record RedriveRequest(IReadOnlyList<string>? Ids = null, string? Function = null);
