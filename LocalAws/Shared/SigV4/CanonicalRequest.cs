using System.Text;

namespace LocalAws.Shared.SigV4;

/// <summary>
/// The form of a request that is hashed and signed, as "Create a signed AWS API request" of the IAM user guide lays it out:
/// method, path, sorted query, signed headers, their names, payload hash.
/// </summary>
internal static class CanonicalRequest
{
    public static string Create(
        string method, string service, RequestTarget target, IEnumerable<KeyValuePair<string, string>> signedHeaders, string payloadHash)
    {
        var text = new StringBuilder(512);
        text.Append(method).Append('\n').Append(CanonicalPath(target.Path, service)).Append('\n').Append(CanonicalQuery(target))
            .Append('\n');
        List<string> names = [];
        foreach (var (name, value) in signedHeaders)
        {
            text.Append(name).Append(':').Append(CollapseBlanks(value)).Append('\n');
            names.Add(name);
        }

        return text.Append('\n').AppendJoin(';', names).Append('\n').Append(payloadHash).ToString();
    }

    // S3 signs the path as it is, encoded once, because a key may hold "//" and "..". Every other service signs the
    // normalised path, encoded a second time: "/a b/../c d" is sent as "/c%20d" and signed as "/c%2520d".
    private static string CanonicalPath(string path, string service) =>
        service == "s3" ? Encode(path) : Encode(Encode(Normalize(path)));

    private static string Encode(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Normalize(string path)
    {
        Stack<string> segments = [];
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                segments.TryPop(out _);
            }
            else if (segment != ".")
            {
                segments.Push(segment);
            }
        }

        var trailing = segments.Count > 0 && path.EndsWith('/') ? "/" : "";
        return "/" + string.Join('/', segments.Reverse()) + trailing;
    }

    private static string CanonicalQuery(RequestTarget target) =>
        string.Join('&', target.Query
            .Where(pair => pair.Key != PresignedQuery.Signature)
            .Select(pair => (Name: Uri.EscapeDataString(pair.Key), Value: Uri.EscapeDataString(pair.Value)))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}={pair.Value}"));

    private static string CollapseBlanks(string value) =>
        value.Contains("  ") ? string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : value.Trim(' ');
}

internal static class StringToSign
{
    public const string Algorithm = "AWS4-HMAC-SHA256";
    public const string TimestampFormat = "yyyyMMdd'T'HHmmss'Z'";

    public static string Create(string timestamp, CredentialScope scope, string canonicalRequest) =>
        string.Join('\n', Algorithm, timestamp, scope, PayloadHash.Of(Encoding.UTF8.GetBytes(canonicalRequest)));
}
