using Amazon.Runtime;
using LocalAws.Shared.SigV4;
using Microsoft.Extensions.Options;

namespace LocalAws.CloudFront.Origins;

/// <summary>Signs requests to the bucket with whatever credentials the SDK finds, which may be temporary and change.</summary>
internal sealed class OriginAccessControl(AWSCredentials credentials, IOptions<CloudFrontOptions> options, TimeProvider time)
{
    public async Task SignAsync(HttpRequestMessage request)
    {
        var current = await credentials.GetCredentialsAsync();
        var keys = new AwsKeyPair
        {
            AccessKeyId = current.AccessKey,
            SecretAccessKey = current.SecretKey,
            SessionToken = current.Token,
            Region = options.Value.Region,
        };
        new SigV4Signer(Options.Create(keys), time).Sign(request, "s3", PayloadHash.Empty);
    }
}
