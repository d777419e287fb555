using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Iris.Tests.Infrastructure.Rules;
using Iris.Tests.Support;

namespace Iris.Tests.Infrastructure.App;

public sealed partial class HttpApiTests : RuleTests<HttpApiTests>, ITopic
{
    private const string Route = "AWS::ApiGatewayV2::Route";
    private const string Integration = "AWS::ApiGatewayV2::Integration";
    private const string Stage = "AWS::ApiGatewayV2::Stage";

    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("a route names a method and a path", Route, route => RouteKey().IsMatch(route.Text("Properties.RouteKey") ?? ""))
        {
            Mutants =
            [
                new("RouteKey: POST /api/uploads", "RouteKey: POST api/uploads"),
                new("RouteKey: POST /api/uploads", "RouteKey: SEND /api/uploads"),
            ],
        },
        new("a route leads to an integration that exists", Route, (route, stack) =>
            stack.Any(resource => resource.Type == Integration && route.Text("Properties.Target") == $"integrations/iris-{resource.LogicalId.ToLowerInvariant()}"))
        {
            Mutants =
            [
                new("Target: !Sub integrations/${HttpApiIntegration}", "Target: !Sub integration/${HttpApiIntegration}"),
                new("Target: !Sub integrations/${HttpApiIntegration}", "Target: !Sub integrations/${HttpApi}"),
            ],
        },
        new("every route that writes asks who is there", Route, route =>
            route.Text("Properties.RouteKey")?.StartsWith("GET ", StringComparison.Ordinal) == true
            || (route.Text("Properties.AuthorizationType") == "JWT" && route.Text("Properties.AuthorizerId") == "iris-signin"))
        {
            Mutants =
            [
                new("AuthorizationType: !If [HasSignIn, JWT, NONE]", "AuthorizationType: NONE"),
                new("      AuthorizerId: !If [HasSignIn, !Ref SignIn, !Ref AWS::NoValue]\n", ""),
                new("RouteKey: GET /api/stats", "RouteKey: ANY /api/stats"),
            ],
        },
        new("whoever asks as themselves is asked who that is", Route, route =>
            route.Text("Properties.RouteKey")?.Contains("/me/", StringComparison.Ordinal) != true
            || (route.Text("Properties.AuthorizationType") == "JWT" && route.Text("Properties.AuthorizerId") == "iris-signin"))
        {
            Mutants =
            [
                new(
                    "RouteKey: GET /api/me/images\n      Target: !Sub integrations/${HttpApiIntegration}\n      AuthorizationType: !If [HasSignIn, JWT, NONE]",
                    "RouteKey: GET /api/me/images\n      Target: !Sub integrations/${HttpApiIntegration}\n      AuthorizationType: NONE"),
            ],
        },
        new(
            "no route catches what the others let through",
            Route,
            route => route.Text("Properties.RouteKey") is { } key && !key.Contains('$') && !key.Contains('+'))
        {
            Mutants =
            [
                new("RouteKey: GET /api/stats", "RouteKey: $default"),
                new("RouteKey: GET /api/stats", "RouteKey: GET /api/{proxy+}"),
            ],
        },
        new("the function is spoken to in payload format 2.0", Integration, integration =>
            integration.Text("Properties.IntegrationType") == "AWS_PROXY" && integration.Text("Properties.PayloadFormatVersion") == "2.0")
        { Mutants = [new("PayloadFormatVersion: '2.0'", "PayloadFormatVersion: '3.0'")] },
        new("the integration invokes the live alias", Integration, integration =>
            integration.Text("Properties.IntegrationUri")?.EndsWith(":function:iris-imageapi:live", StringComparison.Ordinal) == true)
        { Mutants = [new("IntegrationUri: !Ref ImageApiLive", "IntegrationUri: !GetAtt ImageApi.Arn")] },
        new(
            "requests are throttled",
            Stage,
            stage => (long?)stage["Properties.DefaultRouteSettings.ThrottlingRateLimit"] is > 0 and <= 1000)
        {
            Mutants =
            [
                new("DefaultRouteSettings: { ThrottlingRateLimit: 200", "DefaultRouteSettings: { ThrottlingRateLimit: 50000"),
                new("DefaultRouteSettings: { ThrottlingRateLimit: 200, ", "DefaultRouteSettings: { "),
            ],
        },
        new("what writes is throttled to a tenth, each route by itself", Stage, (stage, stack) => WritingRoutes(stack).All(route =>
            (long?)stage["Properties.RouteSettings"]?[route]?["ThrottlingRateLimit"] * 10
                <= (long?)stage["Properties.DefaultRouteSettings.ThrottlingRateLimit"]))
        {
            Mutants =
            [
                new("        POST /api/uploads: { ThrottlingRateLimit: 4, ThrottlingBurstLimit: 4 }\n", ""),
                new("DELETE /api/images/{id}: { ThrottlingRateLimit: 10", "DELETE /api/images/{id}: { ThrottlingRateLimit: 100"),
            ],
        },
        new("requests are logged, each as a line of JSON", Stage, stage =>
            stage.Text("Properties.AccessLogSettings.DestinationArn")?.StartsWith("arn:aws:logs:", StringComparison.Ordinal) == true
            && Json.IsObject(stage.Text("Properties.AccessLogSettings.Format")))
        {
            Mutants =
            [
                new("DestinationArn: !GetAtt HttpApiLogs.Arn", "DestinationArn: !Ref HttpApiLogs"),
                new("\"time\":\"$context.requestTime\",", "\"time\":$context.requestTime,"),
            ],
        },
        new("of a person the log keeps the subject alone", Stage, stage =>
            Json.IsObject(stage.Text("Properties.AccessLogSettings.Format"))
            && JsonNode.Parse(stage.Text("Properties.AccessLogSettings.Format")!)!.AsObject().Select(static field => field.Value!.ToString()).ToHashSet().SetEquals(
            [
                "$context.requestId", "$context.requestTime", "$context.routeKey", "$context.authorizer.claims.sub", "$context.status",
                "$context.responseLength", "$context.responseLatency", "$context.integrationErrorMessage", "$context.authorizer.error",
            ]))
        {
            Mutants =
            [
                new("\"subject\":\"$context.authorizer.claims.sub\",", ""),
                new("$context.authorizer.claims.sub", "$context.authorizer.claims.email"),
            ],
        },
        new("tokens are of the issuer and for the audience that the stack names", "AWS::ApiGatewayV2::Authorizer", authorizer =>
            authorizer.Text("Properties.AuthorizerType") == "JWT"
            && authorizer.Text("Properties.JwtConfiguration.Issuer") == "https://issuer.example/pool"
            && authorizer.Text("Properties.JwtConfiguration.Audience.0") == "iris")
        { Mutants = [new("Audience: [!Ref OidcAudience]", "Audience: [anybody]")] },
    ];

    /// <summary>ImageApi/openapi.json is what ImageApi says of itself: a test of its own holds it to the running code.</summary>
    [Fact]
    public void The_HTTP_API_has_a_route_for_every_operation_and_no_other() =>
        Assert.Equal(
            Operations().Order(StringComparer.Ordinal),
            AppTemplate.Good
                .Where(resource => resource.Type == Route)
                .Select(route => route.Text("Properties.RouteKey")!)
                .Order(StringComparer.Ordinal));

    private static IEnumerable<string> WritingRoutes(IReadOnlyList<Resource> stack) => stack
        .Where(static resource => resource.Type == Route)
        .Select(static route => route.Text("Properties.RouteKey")!)
        .Where(static key => !key.StartsWith("GET ", StringComparison.Ordinal));

    private static IEnumerable<string> Operations() =>
        from path in JsonNode.Parse(File.ReadAllText(Repository.PathOf("ImageApi", "openapi.json")))!["paths"]!.AsObject()
        where path.Key.StartsWith("/api/", StringComparison.Ordinal)
        from operation in path.Value!.AsObject()
        select $"{operation.Key.ToUpperInvariant()} {path.Key}";

    [GeneratedRegex(@"^(\$default|(GET|PUT|POST|PATCH|DELETE|HEAD|OPTIONS|ANY) /\S*)$")]
    private static partial Regex RouteKey();
}
