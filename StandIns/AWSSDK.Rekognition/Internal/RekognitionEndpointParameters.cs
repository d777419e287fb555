using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Util;

namespace Amazon.Rekognition.Internal;

/// <summary>What an endpoint depends on.</summary>
internal sealed class RekognitionEndpointParameters : EndpointParameters
{
    public string? Region { get; init; }

    public bool UseDualStack { get; init; }

    public bool UseFips { get; init; }

    /// <summary>A service URL that overrides all others.</summary>
    public string? Endpoint { get; init; }

    public static RekognitionEndpointParameters From(IClientConfig config, RegionEndpoint? alternate) => new()
    {
        Region = alternate?.SystemName ?? config.RegionEndpoint?.SystemName ?? SigningRegion(config),
        UseDualStack = config.UseDualstackEndpoint,
        UseFips = config.UseFIPSEndpoint,
        Endpoint = config.ServiceURL,
    };

    private static string SigningRegion(IClientConfig config) =>
        string.IsNullOrEmpty(config.AuthenticationRegion) ? AWSSDKUtils.DetermineRegion(config.ServiceURL) : config.AuthenticationRegion;
}
