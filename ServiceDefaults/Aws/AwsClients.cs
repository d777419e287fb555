using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using Iris.ServiceDefaults.Aws;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.Hosting;

/// <summary>AWS SDK clients, constructed when first asked for, all on one pool of connections.</summary>
/// <remarks>
/// Settings: <c>AWS_REGION</c>, <c>AWS_ENDPOINT_URL_{SERVICE}</c>, <c>AWS_ACCESS_KEY_ID</c>, <c>AWS_SECRET_ACCESS_KEY</c>,
/// <c>AWS_SESSION_TOKEN</c>; without keys the SDK's own chain of credential providers.
/// </remarks>
public static class AwsClients
{
    /// <summary>Adds <see cref="IAmazonS3"/>; path-style addresses when <c>AWS_ENDPOINT_URL_S3</c> is set.</summary>
    public static IHostApplicationBuilder AddAmazonS3(this IHostApplicationBuilder builder) =>
        builder.AddAwsClient<IAmazonS3, AmazonS3Config>("S3", static (credentials, config) =>
        {
            config.ForcePathStyle = config.ServiceURL is not null;
            return new AmazonS3Client(credentials, config);
        });

    /// <summary>Adds <see cref="IAmazonDynamoDB"/>.</summary>
    public static IHostApplicationBuilder AddAmazonDynamoDB(this IHostApplicationBuilder builder) =>
        builder.AddAwsClient<IAmazonDynamoDB, AmazonDynamoDBConfig>(
            "DYNAMODB", static (credentials, config) => new AmazonDynamoDBClient(credentials, config));

    /// <summary>Adds a client of any AWS service with the same limits, tracing and connections as the others.</summary>
    /// <param name="builder">The builder of the process.</param>
    /// <param name="service">The service as it is called in <c>AWS_ENDPOINT_URL_{SERVICE}</c>.</param>
    /// <param name="create">Constructs the client from the settings that are ready made.</param>
    public static IHostApplicationBuilder AddAwsClient<TClient, TConfig>(
        this IHostApplicationBuilder builder, string service, Func<AWSCredentials, TConfig, TClient> create)
        where TClient : class
        where TConfig : ClientConfig, new()
    {
        builder.AddAwsCredentials().Services.AddOptions<AwsOptions>()
            .Configure<IConfiguration>((options, configuration) => options.ReadEndpoint(configuration, service));

        if (builder.Services.All(static service => service.ServiceType != typeof(AwsHttpClientFactory)))
        {
            AwsTracing.Register();
            builder.Services.AddSingleton<AwsHttpClientFactory>();
        }

        builder.Services.TryAddSingleton(services =>
        {
            var options = services.GetRequiredService<IOptions<AwsOptions>>().Value;
            var config = new TConfig { HttpClientFactory = services.GetRequiredService<AwsHttpClientFactory>() };
            Locate(config, options.Region, options.EndpointOf(service));
            AwsLimits.Apply(config);
            return create(options.Credentials, config);
        });
        return builder;
    }

    /// <summary>Adds the <see cref="AWSCredentials"/> of the clients, for a process that signs requests of its own.</summary>
    public static IHostApplicationBuilder AddAwsCredentials(this IHostApplicationBuilder builder)
    {
        if (builder.Services.All(static service => service.ImplementationType != typeof(AwsOptions.Validator)))
        {
            builder.Services.AddSingleton<IValidateOptions<AwsOptions>, AwsOptions.Validator>()
                .AddSingleton(static services => services.GetRequiredService<IOptions<AwsOptions>>().Value.Credentials);
            builder.Services.AddOptions<AwsOptions>()
                .Configure<IConfiguration>(static (options, configuration) => options.Read(configuration)).ValidateOnStart();
        }

        return builder;
    }

    private static void Locate(ClientConfig config, string region, string? endpoint)
    {
        if (endpoint is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }
        else
        {
            config.ServiceURL = endpoint;
            config.AuthenticationRegion = region;
        }
    }
}
