using System.Buffers.Text;
using System.Text;

namespace LocalAws.S3.Storage;

/// <param name="Prefix">Only keys that begin with it.</param>
/// <param name="Delimiter">Keys that hold it after the prefix are rolled up to a common prefix; empty for none.</param>
/// <param name="After">Only entries, keys or common prefixes, that come after it; empty for all.</param>
/// <param name="MaxEntries">A common prefix counts as one entry.</param>
internal sealed record ListingQuery(string Prefix, string Delimiter, string After, int MaxEntries);

/// <summary>One page of a listing. The next one begins after <see cref="LastEntry"/>, be it a key or a common prefix.</summary>
internal sealed class ListingPage
{
    private readonly List<StoredObject> _objects = [];
    private readonly List<string> _commonPrefixes = [];

    public IReadOnlyList<StoredObject> Objects => _objects;

    public IReadOnlyList<string> CommonPrefixes => _commonPrefixes;

    public int EntryCount => _objects.Count + _commonPrefixes.Count;

    public string LastEntry { get; private set; } = "";

    public bool IsTruncated { get; private set; }

    public static ListingPage Read(KeyIndex index, ListingQuery query)
    {
        var page = new ListingPage();
        var from = Later(query.Prefix, query.After);
        while (query.MaxEntries > 0 && from is not null)
        {
            from = page.ReadFrom(from, index, query);
        }

        return page;
    }

    /// <summary>
    /// Reads until the page is full or the keys end; returns the place to leap to when the rest of a common prefix can be skipped.
    /// </summary>
    private string? ReadFrom(string from, KeyIndex index, ListingQuery query)
    {
        foreach (var stored in index.From(from))
        {
            if (!stored.Key.StartsWith(query.Prefix, StringComparison.Ordinal))
            {
                return null;
            }

            var commonPrefix = CommonPrefixOf(stored.Key, query);
            var entry = commonPrefix ?? stored.Key;
            if (Utf8KeyComparer.Instance.Compare(entry, query.After) > 0 || query.After == "")
            {
                if (EntryCount == query.MaxEntries)
                {
                    IsTruncated = true;
                    return null;
                }

                Add(stored, commonPrefix);
            }

            if (commonPrefix is not null)
            {
                return commonPrefix + Utf8KeyComparer.AfterEverything;
            }
        }

        return null;
    }

    private void Add(StoredObject stored, string? commonPrefix)
    {
        LastEntry = commonPrefix ?? stored.Key;
        if (commonPrefix is null)
        {
            _objects.Add(stored);
        }
        else
        {
            _commonPrefixes.Add(commonPrefix);
        }
    }

    private static string? CommonPrefixOf(string key, ListingQuery query)
    {
        if (query.Delimiter == "")
        {
            return null;
        }

        var found = key.IndexOf(query.Delimiter, query.Prefix.Length, StringComparison.Ordinal);
        return found < 0 ? null : key[..(found + query.Delimiter.Length)];
    }

    private static string Later(string left, string right) => Utf8KeyComparer.Instance.Compare(left, right) >= 0 ? left : right;
}

/// <summary>The entry to go on after, opaque to clients.</summary>
internal static class ContinuationToken
{
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string For(string entry) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(entry));

    public static string? TryRead(string token)
    {
        try
        {
            return s_strictUtf8.GetString(Base64Url.DecodeFromChars(token));
        }
        catch (Exception exception) when (exception is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }
}
