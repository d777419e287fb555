using System.Net.Sockets;
using System.Text;

namespace LocalAws.Tests.CloudFront;

/// <summary>HTTP by hand, for request targets that every well-behaved client would tidy up before sending.</summary>
internal static class RawHttp
{
    /// <summary>Sends a GET with exactly that target, and gives the status and all that came back.</summary>
    public static async Task<(int Status, string Answer)> GetAsync(Uri server, string target, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, cancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.Latin1.GetBytes($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), cancellationToken);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var answer = await reader.ReadToEndAsync(cancellationToken);
        return (int.Parse(answer.Split(' ')[1]), answer);
    }
}
