using LocalAws.Shared;

namespace Iris.AppHost;

/// <summary>Whom the site signs in with, and the HTTP API believes: an OpenID provider on this machine.</summary>
internal static class OpenId
{
    // As LocalAws/OpenId/server.js has them.
    private const string ClientId = "iris";
    private const string Audience = "urn:iris:api";

    /// <summary>Adds the provider, and tells of it those who ask for tokens and who check them.</summary>
    public static void AddOpenId(
        this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> cloudfront, IResourceBuilder<ProjectResource> lambda)
    {
        var openid = builder.AddNodeApp("openid", "../LocalAws/OpenId", "server.js")
            .WithNpm()
            .WithHttpEndpoint(port: LocalAccount.OpenId.Port, env: "PORT", isProxied: false)
            .WithEnvironment("ORIGINS", () => AwsExtensions.OriginsOf(cloudfront.Resource, static endpoint => endpoint.Port))
            .AsServer(icon: "PersonKey");
        // To a browser localhost and 127.0.0.1 are two, and cookies of a name are those of all its ports.
        var port = openid.GetEndpoint("http").Property(EndpointProperty.Port);
        var issuer = ReferenceExpression.Create($"http://{LocalAccount.OpenId.Host}:{port}");
        cloudfront
            .WithEnvironment("CloudFront__SignIn__Issuer", issuer)
            .WithEnvironment("CloudFront__SignIn__Audience", Audience)
            .WithEnvironment("CloudFront__SignIn__ClientId", ClientId)
            .WaitFor(openid);
        lambda
            .WithEnvironment("Lambda__HttpApi__Issuer", issuer)
            .WithEnvironment("Lambda__HttpApi__Audience", Audience);
    }
}
