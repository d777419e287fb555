using System.Text.RegularExpressions;

namespace Iris.Tests.Infrastructure.Rules;

internal static partial class HttpApiRules
{
    private const string Route = "AWS::ApiGatewayV2::Route";
    private const string Integration = "AWS::ApiGatewayV2::Integration";
    private const string Stage = "AWS::ApiGatewayV2::Stage";

    public static Rule[] All { get; } =
    [
        new("a route names a method and a path", Route, route => RouteKey().IsMatch(route.Text("Properties.RouteKey") ?? "")),
        new("a route leads to an integration that exists", Route, (route, stack) =>
            stack.Any(resource => resource.Type == Integration && route.Text("Properties.Target") == $"integrations/iris-{resource.LogicalId.ToLowerInvariant()}")),
        new("every route that writes asks who is there", Route, route =>
            route.Text("Properties.RouteKey")?.StartsWith("GET ", StringComparison.Ordinal) == true
            || (route.Text("Properties.AuthorizationType") == "JWT" && route.Text("Properties.AuthorizerId") == "iris-signin")),
        new("no route catches what the others let through", Route, route => route.Text("Properties.RouteKey") is { } key && !key.Contains('$') && !key.Contains('+')),
        new("the function is spoken to in payload format 2.0", Integration, integration =>
            integration.Text("Properties.IntegrationType") == "AWS_PROXY" && integration.Text("Properties.PayloadFormatVersion") == "2.0"),
        new("the integration invokes the live alias", Integration, integration =>
            integration.Text("Properties.IntegrationUri")?.EndsWith(":function:iris-imageapi:live", StringComparison.Ordinal) == true),
        new("requests are throttled", Stage, stage => (long?)stage["Properties.DefaultRouteSettings.ThrottlingRateLimit"] is > 0 and <= 1000),
        new("requests are logged, each as a line of JSON", Stage, stage =>
            stage.Text("Properties.AccessLogSettings.DestinationArn")?.StartsWith("arn:aws:logs:", StringComparison.Ordinal) == true
            && Json.IsObject(stage.Text("Properties.AccessLogSettings.Format"))),
        new("tokens are of the issuer and for the audience that the stack names", "AWS::ApiGatewayV2::Authorizer", authorizer =>
            authorizer.Text("Properties.AuthorizerType") == "JWT"
            && authorizer.Text("Properties.JwtConfiguration.Issuer") == "https://issuer.example"
            && authorizer.Text("Properties.JwtConfiguration.Audience.0") == "iris"),
    ];

    [GeneratedRegex(@"^(\$default|(GET|PUT|POST|PATCH|DELETE|HEAD|OPTIONS|ANY) /\S*)$")]
    private static partial Regex RouteKey();
}
