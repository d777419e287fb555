using System.Globalization;
using System.Text.Json;
using LocalAws.S3.Protocol;

namespace LocalAws.S3.Forms;

/// <summary>
/// What the holder of a signed policy may send: <c>{"expiration":"…","conditions":[{"bucket":"b"},["starts-with","$key","uploads/"],
/// ["content-length-range",1,5242880]]}</c>.
/// </summary>
internal sealed class PostPolicy(DateTimeOffset expiration, IReadOnlyList<PolicyCondition> conditions, long minLength, long maxLength)
{
    private static readonly string[] s_exempt = ["policy", "x-amz-signature", "file", "bucket"];

    public long MinLength => minLength;

    public long MaxLength => maxLength;

    public static Outcome<PostPolicy> Parse(string base64, long maxLength)
    {
        try
        {
            using var document = JsonDocument.Parse(Convert.FromBase64String(base64));
            return Read(document.RootElement, maxLength);
        }
        catch (Exception exception) when (
            exception is FormatException or OverflowException or JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
        {
            return new S3Error(400, "InvalidPolicyDocument", $"Invalid Policy: {exception.Message}");
        }
    }

    /// <summary>Checks the fields, with <c>bucket</c> and the final <c>key</c> among them; the length is known only when the file has come.</summary>
    public S3Error? Check(IReadOnlyDictionary<string, string> fields, DateTimeOffset now)
    {
        if (now > expiration)
        {
            return S3Error.AccessDenied("Invalid according to Policy: Policy expired.");
        }

        if (conditions.FirstOrDefault(condition => !condition.Holds(fields)) is { } failed)
        {
            return S3Error.AccessDenied($"Invalid according to Policy: Policy Condition failed: {failed}");
        }

        var extra = fields.Keys.FirstOrDefault(name =>
            !s_exempt.Contains(name, StringComparer.OrdinalIgnoreCase)
            && !name.StartsWith("x-ignore-", StringComparison.OrdinalIgnoreCase)
            && !conditions.Any(condition => condition.Field.Equals(name, StringComparison.OrdinalIgnoreCase)));
        return extra is null ? null : S3Error.AccessDenied($"Invalid according to Policy: Extra input fields: {extra}");
    }

    private static Outcome<PostPolicy> Read(JsonElement root, long maxLength)
    {
        var minLength = 0L;
        List<PolicyCondition> conditions = [];
        foreach (var condition in root.GetProperty("conditions").EnumerateArray())
        {
            if (condition.ValueKind == JsonValueKind.Object)
            {
                conditions.AddRange(condition.EnumerateObject().Select(pair => new PolicyCondition("eq", pair.Name, Text(pair.Value))));
            }
            else if (Text(condition[0]).Equals("content-length-range", StringComparison.OrdinalIgnoreCase))
            {
                (minLength, maxLength) = (Math.Max(minLength, Number(condition[1])), Math.Min(maxLength, Number(condition[2])));
            }
            else
            {
                conditions.Add(new PolicyCondition(Text(condition[0]).ToLowerInvariant(), Text(condition[1]).TrimStart('$'), Text(condition[2])));
            }
        }

        return conditions.FirstOrDefault(condition => !condition.IsKnown) is { } unknown
            ? new S3Error(400, "InvalidPolicyDocument", $"Invalid Policy: Invalid condition operator in {unknown}")
            : new PostPolicy(root.GetProperty("expiration").GetDateTimeOffset(), conditions, minLength, maxLength);
    }

    private static string Text(JsonElement element) => element.GetString() ?? throw new JsonException("a value is null");

    // Some signers write the bounds as strings.
    private static long Number(JsonElement element) => element.ValueKind == JsonValueKind.String
        ? long.Parse(Text(element), NumberStyles.None, CultureInfo.InvariantCulture)
        : element.GetInt64();
}
