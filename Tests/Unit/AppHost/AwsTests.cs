using Aspire.Hosting;
using Iris.AppHost;

namespace Iris.Tests.Unit.AppHost;

public sealed class AwsTests
{
    [Fact]
    public void Uploads_come_from_each_endpoint_of_the_site_by_either_name_of_this_machine()
    {
        var site = DistributedApplication.CreateBuilder([]).AddExecutable("cloudfront", "cloudfront", ".")
            .WithHttpEndpoint(port: 8080)
            .WithHttpsEndpoint(port: 8443);

        Assert.Equal(
            "http://localhost:8080,http://127.0.0.1:8080,https://localhost:8443,https://127.0.0.1:8443",
            AwsExtensions.OriginsOf(site.Resource, static endpoint => endpoint.EndpointAnnotation.Port));
    }
}
