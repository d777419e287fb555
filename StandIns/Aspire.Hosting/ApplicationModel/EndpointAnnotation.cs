using System.Net.Sockets;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>One address that a resource listens on.</summary>
public sealed class EndpointAnnotation : IResourceAnnotation
{
    private readonly TaskCompletionSource<AllocatedEndpoint> _allocated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Describes an endpoint; the scheme names it when no name is given.</summary>
    public EndpointAnnotation(ProtocolType protocol, string? uriScheme = null, string? transport = null, string? name = null, int? port = null, int? targetPort = null, bool? isExternal = null, bool isProxied = true)
    {
        Protocol = protocol;
        UriScheme = uriScheme ?? (protocol == ProtocolType.Udp ? "udp" : "tcp");
        Transport = transport ?? (UriScheme is "http" or "https" ? "http" : UriScheme);
        Name = name ?? UriScheme;
        Port = port;
        TargetPort = targetPort;
        IsExternal = isExternal ?? false;
        IsProxied = isProxied;
    }

    /// <summary>The name, unique within its resource.</summary>
    public string Name { get; set; }

    /// <summary>TCP or UDP.</summary>
    public ProtocolType Protocol { get; set; }

    /// <summary>The scheme of its URLs.</summary>
    public string UriScheme { get; set; }

    /// <summary>What is spoken on it.</summary>
    public string Transport { get; set; }

    /// <summary>The port that clients use; null for any free one.</summary>
    public int? Port { get; set; }

    /// <summary>The port that the process listens on; null for any free one.</summary>
    public int? TargetPort { get; set; }

    /// <summary>Whether it is meant for clients outside the application.</summary>
    public bool IsExternal { get; set; }

    /// <summary>Whether a proxy stands before the process, which keeps the port across restarts and spreads load over replicas.</summary>
    public bool IsProxied { get; set; }

    /// <summary>Where the endpoint is; null until the application starts.</summary>
    public AllocatedEndpoint? AllocatedEndpoint
    {
        get => _allocated.Task.IsCompletedSuccessfully ? _allocated.Task.Result : null;
        set => _allocated.TrySetResult(value ?? throw new ArgumentNullException(nameof(value)));
    }

    /// <summary>The environment variable in which the process is told its port.</summary>
    internal string? TargetPortEnvironmentVariable { get; set; }

    /// <summary>Whether the endpoint was read from launchSettings.json.</summary>
    internal bool FromLaunchProfile { get; set; }

    internal Task<AllocatedEndpoint> Allocation => _allocated.Task;
}
