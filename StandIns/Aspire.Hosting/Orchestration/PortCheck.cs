using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.Orchestration;

/// <summary>DCP says nothing when a port is taken, and a dashboard without its port simply ends: so the host looks first.</summary>
internal static class PortCheck
{
    // A process takes its port seconds after it was found. Up from 32,768 Linux gives ports to outgoing connections, and might give it to one.
    private const int FirstUnassigned = 20_000;
    private const int FirstEphemeral = 32_768;

    private static readonly ConcurrentDictionary<int, bool> s_found = [];

    /// <summary>Throws one error that names every wanted port that is taken.</summary>
    public static void EnsureFree(IEnumerable<WantedPort> wanted)
    {
        var ports = wanted.ToArray();
        var problems = ports.Where(static port => !IsFree(port.Port)).Select(static port => $"  Port {port.Port}, for {port.Purpose}, is in use. {port.Cure}")
            .Concat(ports.GroupBy(static port => port.Port).Where(static group => group.Count() > 1)
                .Select(static group => $"  Port {group.Key} is wanted by {string.Join(" and by ", group.Select(static port => port.Purpose))}."))
            .ToArray();
        if (problems.Length > 0)
        {
            throw new DistributedApplicationException(
                $"The application cannot start:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}{Environment.NewLine}  Perhaps it runs already in another terminal.");
        }
    }

    /// <summary>A port that nobody listens on now, and that was not found before.</summary>
    public static int FindFree()
    {
        while (true)
        {
            var port = Random.Shared.Next(FirstUnassigned, FirstEphemeral);
            if (IsFree(port) && s_found.TryAdd(port, true))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
