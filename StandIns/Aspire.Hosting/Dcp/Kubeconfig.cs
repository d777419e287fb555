namespace Aspire.Hosting.Dcp;

/// <summary>Where DCP's API listens, and the token that opens it.</summary>
internal sealed record Kubeconfig(Uri Server, string Token)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits until DCP has written the file.</summary>
    public static async Task<Kubeconfig> ReadAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (File.Exists(path) && Parse(await File.ReadAllLinesAsync(path, cancellationToken)) is { } kubeconfig)
            {
                return kubeconfig;
            }

            await Task.Delay(s_interval, cancellationToken);
        }
    }

    /// <summary>Takes two lines out of the YAML, <c>server: https://…</c> and <c>token: …</c>; null while one is missing.</summary>
    internal static Kubeconfig? Parse(IEnumerable<string> lines)
    {
        string? server = null, token = null;
        foreach (var line in lines.Select(static line => line.Trim().TrimStart('-').TrimStart()))
        {
            server ??= ValueOf(line, "server: ");
            token ??= ValueOf(line, "token: ");
        }

        return server is not null && token is not null ? new Kubeconfig(new Uri(server), token) : null;
    }

    private static string? ValueOf(string line, string key) =>
        line.StartsWith(key, StringComparison.Ordinal) ? line[key.Length..].Trim('"', ' ') : null;
}
