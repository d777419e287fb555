using Amazon.Runtime;

namespace Iris.ServiceDefaults.Aws;

/// <summary>How long an AWS call may take, and why.</summary>
internal static class AwsLimits
{
    /// <summary>Within a region a TCP and TLS handshake takes some 10 ms; past one second the packet is lost and another attempt is cheaper.</summary>
    public static readonly TimeSpan Connect = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Five megabytes, the largest original, take 2 s at 20 Mbit/s. Three attempts of 8 s still fit into the processor's 30 s,
    /// so that it ends by its own error instead of Lambda's timeout.
    /// </summary>
    public static readonly TimeSpan Attempt = TimeSpan.FromSeconds(8);

    /// <summary>Two more attempts outlast a partition split or a throttled second; a longer outage is for the caller or Lambda's own retry.</summary>
    private const int Retries = 2;

    public static void Apply(ClientConfig config)
    {
        config.RetryMode = RequestRetryMode.Standard;
        config.MaxErrorRetry = Retries;
        config.Timeout = Attempt;
    }
}
