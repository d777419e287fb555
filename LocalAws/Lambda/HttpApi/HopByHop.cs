using System.Collections.Frozen;

namespace LocalAws.Lambda.HttpApi;

/// <summary>
/// The headers of one connection, which no proxy hands on: <see href="https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1"/>.
/// </summary>
internal static class HopByHop
{
    private static readonly FrozenSet<string> s_names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Expect");

    public static bool Includes(string header) => s_names.Contains(header);
}
