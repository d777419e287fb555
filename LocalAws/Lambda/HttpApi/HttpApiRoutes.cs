using LocalAws.Shared.CloudFormation;
using Microsoft.Extensions.Options;

namespace LocalAws.Lambda.HttpApi;

/// <summary>
/// The routes in front of a function. Where tokens are asked for they are those of the template, for what matters then is what a path is
/// not: under another spelling of it, such as a slash at the end, nobody passes by the authorizer.
/// </summary>
internal sealed class HttpApiRoutes(IOptions<HttpApiOptions> options)
{
    private const string Default = "$default";

    // By which whoever starts a sandbox knows that it answers. CloudFront hands on nothing outside of /api/.
    private static readonly HttpApiRoute s_health = new("GET /health", AsksForToken: false);

    private readonly HttpApiRoute[] _routes = options.Value is { Issuer: not null } signIn
        ? [s_health, .. Read(Template.Load(signIn.TemplatePath))]
        : [new(Default, AsksForToken: false)];

    /// <summary>The route of a request; null where there is none.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path, still encoded.</param>
    public HttpApiRoute? Find(string method, string path) =>
        _routes.FirstOrDefault(route => route.Key == Default || route.Fits($"{method} {path}"));

    private static IEnumerable<HttpApiRoute> Read(Template template)
    {
        // Any issuer will do: the template alone knows which routes ask for a token when there is one.
        var evaluator = new TemplateEvaluator(template, new StackContext
        {
            Parameters = new Dictionary<string, string> { ["OidcIssuer"] = "https://localhost", ["OidcAudience"] = "local" },
            PhysicalIds = new Dictionary<string, string> { ["HttpApi"] = "local", ["HttpApiIntegration"] = "local", ["SignIn"] = "local" },
        });
        return
            from resource in template.Resources.Values
            where resource.Type == "AWS::ApiGatewayV2::Route"
            let route = evaluator.Properties(resource.LogicalId, resource.Type)
            select new HttpApiRoute(route["RouteKey"]!.ToString(), route["AuthorizationType"]?.ToString() is "JWT");
    }
}

/// <summary>A route.</summary>
/// <param name="Key"><c>GET /api/images/{id}</c>: a variable stands for one segment.</param>
/// <param name="AsksForToken">Whether it has the JWT authorizer.</param>
internal sealed record HttpApiRoute(string Key, bool AsksForToken)
{
    private readonly string[] _segments = Key.Split('/');

    public bool Fits(string methodAndPath) =>
        methodAndPath.Split('/') is var segments
        && segments.Length == _segments.Length
        && segments.Zip(_segments).All(static pair => pair.Second is ['{', .., '}'] ? pair.First is not "" : pair.First == pair.Second);
}
