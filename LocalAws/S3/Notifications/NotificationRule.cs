namespace LocalAws.S3.Notifications;

/// <summary>One Lambda destination of a bucket.</summary>
/// <param name="Id">The configuration's id, given by the client or made here.</param>
/// <param name="FunctionName">From the ARN.</param>
/// <param name="Events">For example <c>s3:ObjectCreated:*</c>.</param>
/// <param name="Prefix">How keys must begin.</param>
/// <param name="Suffix">How keys must end.</param>
internal sealed record NotificationRule(string Id, string FunctionName, IReadOnlyList<string> Events, string Prefix, string Suffix)
{
    public bool Matches(string eventName, string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal)
        && key.EndsWith(Suffix, StringComparison.Ordinal)
        && Events.Any(pattern => Covers(pattern, "s3:" + eventName));

    /// <summary>Whether some change could match both: S3 refuses such rules, for it would be told twice.</summary>
    public bool Overlaps(NotificationRule other) =>
        (Prefix.StartsWith(other.Prefix, StringComparison.Ordinal) || other.Prefix.StartsWith(Prefix, StringComparison.Ordinal))
        && (Suffix.EndsWith(other.Suffix, StringComparison.Ordinal) || other.Suffix.EndsWith(Suffix, StringComparison.Ordinal))
        && Events.Any(mine => other.Events.Any(theirs => Covers(mine, theirs) || Covers(theirs, mine)));

    private static bool Covers(string pattern, string eventName) =>
        pattern == eventName || (pattern.EndsWith('*') && eventName.StartsWith(pattern[..^1], StringComparison.Ordinal));
}
