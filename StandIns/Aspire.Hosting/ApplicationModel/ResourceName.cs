namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource's name becomes part of host names and environment variables, which bounds its alphabet.</summary>
internal static class ResourceName
{
    private const int MaxLength = 64;

    public static string Validate(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var valid = name.Length <= MaxLength
            && char.IsAsciiLetter(name[0])
            && name[^1] != '-'
            && !name.Contains("--", StringComparison.Ordinal)
            && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');
        return valid
            ? name
            : throw new ArgumentException(
                $"Resource name '{name}' is invalid. Use at most {MaxLength} ASCII letters, digits and single hyphens, begin with a letter and do not end with a hyphen.",
                nameof(name));
    }

    /// <summary>The form that environment variable names allow: <c>image-api</c> is <c>IMAGE_API</c>.</summary>
    public static string ToEnvironmentName(string name) => name.Replace('-', '_').ToUpperInvariant();
}
