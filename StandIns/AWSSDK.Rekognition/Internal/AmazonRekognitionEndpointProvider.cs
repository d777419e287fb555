using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.Rekognition.Internal;

/// <summary>
/// Finds the endpoint as the rule set of Rekognition's service model does: a custom one, or the region's, with FIPS and dual stack as
/// asked.
/// </summary>
internal sealed class AmazonRekognitionEndpointProvider : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var asked = (RekognitionEndpointParameters)parameters;

        if (!string.IsNullOrEmpty(asked.Endpoint))
        {
            return Custom(asked, asked.Endpoint);
        }

        var partition = Fn.Partition(
            asked.Region ?? throw new AmazonClientException("Neither a region nor a service URL is configured for Rekognition"));
        Require(!asked.UseFips || partition.supportsFIPS, "FIPS is enabled, but this partition does not support it");
        Require(!asked.UseDualStack || partition.supportsDualStack, "Dual stack is enabled, but this partition does not support it");

        var host = asked.UseFips ? "rekognition-fips" : "rekognition";
        var suffix = asked.UseDualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        return new Endpoint($"https://{host}.{asked.Region}.{suffix}");
    }

    private static Endpoint Custom(RekognitionEndpointParameters asked, string url)
    {
        Require(!asked.UseFips, "FIPS and a custom endpoint exclude each other");
        Require(!asked.UseDualStack, "Dual stack and a custom endpoint exclude each other");
        return new Endpoint(url);
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new AmazonClientException(otherwise);
        }
    }
}
