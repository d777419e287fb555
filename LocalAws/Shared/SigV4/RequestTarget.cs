using System.Text;

namespace LocalAws.Shared.SigV4;

/// <summary>
/// The path and the query of a request, decoded once from the raw request target. What is verified and what is acted upon
/// are then the same characters: a framework's own path may have been normalised on the way.
/// </summary>
/// <param name="Path">The decoded path; it begins with a slash and keeps empty and dot segments.</param>
/// <param name="Query">The decoded pairs in the order of the request; a name without <c>=</c> has an empty value.</param>
public sealed record RequestTarget(string Path, IReadOnlyList<KeyValuePair<string, string>> Query)
{
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The value of the first pair of that name, or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in Query)
            {
                if (key == name)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>Decodes a raw target in origin form (<c>/bucket/a%20key?list-type=2</c>); null when it is not one, or not UTF-8.</summary>
    public static RequestTarget? TryParse(string rawTarget)
    {
        if (!rawTarget.StartsWith('/'))
        {
            return null;
        }

        var mark = rawTarget.IndexOf('?');
        var path = mark < 0 ? rawTarget : rawTarget[..mark];
        var query = mark < 0 ? "" : rawTarget[(mark + 1)..];
        return TryDecode(path) is { } decodedPath && TryParseQuery(query) is { } pairs ? new RequestTarget(decodedPath, pairs) : null;
    }

    private static List<KeyValuePair<string, string>>? TryParseQuery(string query)
    {
        List<KeyValuePair<string, string>> pairs = [];
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=');
            var name = equals < 0 ? pair : pair[..equals];
            var value = equals < 0 ? "" : pair[(equals + 1)..];
            if (TryDecode(name.Replace('+', ' ')) is not { } decodedName || TryDecode(value.Replace('+', ' ')) is not { } decodedValue)
            {
                return null;
            }

            pairs.Add(KeyValuePair.Create(decodedName, decodedValue));
        }

        return pairs;
    }

    private static string? TryDecode(string encoded)
    {
        if (!encoded.Contains('%') && Ascii.IsValid(encoded))
        {
            return encoded;
        }

        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(encoded.Length)];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] != '%')
            {
                length += Encoding.UTF8.GetBytes(encoded.AsSpan(i, 1), bytes.AsSpan(length));
            }
            else if (i + 2 < encoded.Length && char.IsAsciiHexDigit(encoded[i + 1]) && char.IsAsciiHexDigit(encoded[i + 2]))
            {
                bytes[length++] = Convert.FromHexString(encoded.AsSpan(i + 1, 2))[0];
                i += 2;
            }
            else
            {
                return null;
            }
        }

        try
        {
            return s_strictUtf8.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
