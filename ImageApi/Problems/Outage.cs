using Amazon.Runtime;

namespace Iris.ImageApi.Problems;

internal static class Outage
{
    /// <summary>Whether something behind this process is to blame. The SDK has repeated the call already where that could help.</summary>
    public static bool Is(Exception exception) =>
        exception is AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException;
}
