using System.Text.RegularExpressions;

namespace LocalAws.Lambda.Functions;

/// <summary>
/// A function is invoked by its name, <c>F</c>, its partial ARN, <c>000000000000:function:F</c>, or its ARN, each with or without a
/// version: <see href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html"/>.
/// </summary>
internal static partial class FunctionName
{
    public static bool IsValid(string name) => Name().IsMatch(name);

    public static bool TryParse(string reference, out string name)
    {
        var match = Reference().Match(reference);
        name = match.Groups["name"].Value;
        return match.Success;
    }

    [GeneratedRegex("^[a-zA-Z0-9-_]{1,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"^((arn:aws[a-zA-Z-]*:lambda:[a-z0-9-]+:)?[0-9]{12}:function:)?(?<name>[a-zA-Z0-9-_]{1,64})(:(\$LATEST|[a-zA-Z0-9-_]+))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
