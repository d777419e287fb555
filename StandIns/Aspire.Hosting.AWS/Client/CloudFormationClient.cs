using System.Xml.Linq;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.Runtime.Internal;

namespace Aspire.Hosting.AWS.Client;

/// <summary>
/// CloudFormation's actions by their names, in the Query protocol, on the runtime pipeline of AWSSDK.Core, from which come credentials,
/// region, signature, retries and endpoint overrides (AWS_ENDPOINT_URL_CLOUDFORMATION).
/// </summary>
internal sealed class CloudFormationClient : AmazonServiceClient
{
    private static readonly CloudFormationMetadata s_metadata = new();

    internal CloudFormationClient(AWSCredentials credentials, CloudFormationConfig config)
        : base(credentials, config)
    {
    }

    protected override IServiceMetadata ServiceMetadata => s_metadata;

    /// <summary>A client with the credentials and the region of the configuration, or else of the environment.</summary>
    public static CloudFormationClient Create(IAWSSDKConfig? sdk)
    {
        var config = new CloudFormationConfig();

        if (sdk?.Profile is { Length: > 0 } profile)
        {
            config.Profile = new Profile(profile);
        }

        if (sdk?.Region is { } region)
        {
            config.RegionEndpoint = region;
        }

        return new CloudFormationClient(DefaultAWSCredentialsIdentityResolver.GetCredentials(config), config);
    }

    /// <summary>Calls an action and answers the element of its result.</summary>
    public async Task<XElement> CallAsync(
        string action, IEnumerable<KeyValuePair<string, string>> parameters, CancellationToken cancellationToken)
    {
        var options = new InvokeOptions { RequestMarshaller = QueryMarshaller.Instance, ResponseUnmarshaller = QueryUnmarshaller.Instance };
        return (await InvokeAsync<QueryResponse>(new QueryRequest(action, parameters), options, cancellationToken)).Result;
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new CloudFormationEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Always());
    }
}
