using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// An exception as Lambda shows it: <c>{"errorType":…,"errorMessage":…,"stackTrace":[…],"cause":{…}}</c>.
/// <see href="https://docs.aws.amazon.com/lambda/latest/dg/csharp-exceptions.html"/>.
/// </summary>
internal static class ErrorDocument
{
    private const int MaximumCauses = 8;

    public static byte[] Write(Exception error)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, error, MaximumCauses);
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Exception error, int causesLeft)
    {
        json.WriteStartObject();
        json.WriteString("errorType", error.GetType().Name);
        json.WriteString("errorMessage", error.Message);
        json.WriteStartArray("stackTrace");
        foreach (var line in (error.StackTrace ?? "").AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                json.WriteStringValue(line.Trim());
            }
        }

        json.WriteEndArray();
        if (error.InnerException is { } cause && causesLeft > 0)
        {
            json.WritePropertyName("cause");
            Write(json, cause, causesLeft - 1);
        }

        json.WriteEndObject();
    }
}
