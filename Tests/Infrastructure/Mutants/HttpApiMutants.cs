namespace Iris.Tests.Infrastructure.Mutants;

internal static class HttpApiMutants
{
    public static Mutant[] All { get; } =
    [
        new("a route names a method and a path", "RouteKey: POST /api/uploads", "RouteKey: POST api/uploads"),
        new("a route names a method and a path", "RouteKey: POST /api/uploads", "RouteKey: SEND /api/uploads"),
        new("a route leads to an integration that exists", "Target: !Sub integrations/${HttpApiIntegration}", "Target: !Sub integration/${HttpApiIntegration}"),
        new("a route leads to an integration that exists", "Target: !Sub integrations/${HttpApiIntegration}", "Target: !Sub integrations/${HttpApi}"),
        new("every route that writes asks who is there", "AuthorizationType: !If [HasSignIn, JWT, NONE]", "AuthorizationType: NONE"),
        new("every route that writes asks who is there", "      AuthorizerId: !If [HasSignIn, !Ref SignIn, !Ref AWS::NoValue]\n", ""),
        new("every route that writes asks who is there", "RouteKey: GET /api/stats", "RouteKey: ANY /api/stats"),
        new("no route catches what the others let through", "RouteKey: GET /api/stats", "RouteKey: $default"),
        new("no route catches what the others let through", "RouteKey: GET /api/stats", "RouteKey: GET /api/{proxy+}"),
        new("the function is spoken to in payload format 2.0", "PayloadFormatVersion: '2.0'", "PayloadFormatVersion: '3.0'"),
        new("the integration invokes the live alias", "IntegrationUri: !Ref ImageApiLive", "IntegrationUri: !GetAtt ImageApi.Arn"),
        new("requests are throttled", "ThrottlingRateLimit: 50", "ThrottlingRateLimit: 50000"),
        new("requests are throttled", "        ThrottlingRateLimit: 50\n", ""),
        new("requests are logged, each as a line of JSON", "DestinationArn: !GetAtt HttpApiLogs.Arn", "DestinationArn: !Ref HttpApiLogs"),
        new("requests are logged, each as a line of JSON", "\"time\":\"$context.requestTime\",", "\"time\":$context.requestTime,"),
        new("tokens are of the issuer and for the audience that the stack names", "Audience: [!Ref OidcAudience]", "Audience: [anybody]"),
    ];
}
