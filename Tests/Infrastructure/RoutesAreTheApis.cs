using System.Text.Json.Nodes;
using Iris.Tests.Support;

namespace Iris.Tests.Infrastructure;

public sealed class RoutesAreTheApis
{
    /// <summary>ImageApi/openapi.json is what ImageApi says of itself: a test of its own holds it to the running code.</summary>
    [Fact]
    public void The_HTTP_API_has_a_route_for_every_operation_and_no_other() =>
        Assert.Equal(
            Operations().Order(StringComparer.Ordinal),
            AppTemplate.Good
                .Where(resource => resource.Type == "AWS::ApiGatewayV2::Route")
                .Select(route => route.Text("Properties.RouteKey")!)
                .Order(StringComparer.Ordinal));

    private static IEnumerable<string> Operations() =>
        from path in JsonNode.Parse(File.ReadAllText(Repository.PathOf("ImageApi", "openapi.json")))!["paths"]!.AsObject()
        where path.Key.StartsWith("/api/", StringComparison.Ordinal)
        from operation in path.Value!.AsObject()
        select $"{operation.Key.ToUpperInvariant()} {path.Key}";
}
