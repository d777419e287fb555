using System.Text.Json.Nodes;
using Iris.Tests.Infrastructure.App;
using Iris.Tests.Support;

namespace Iris.Tests.Infrastructure.Accounts;

/// <summary>What a template and an account let through.</summary>
/// <param name="Concurrency">Of the account, all functions together.</param>
/// <param name="ReservedForApi">Of that, the API's own; null when it shares what nobody has reserved.</param>
/// <param name="ReservedForProcessor">Likewise.</param>
/// <param name="Routes">Throttles of a route's own, by its key.</param>
/// <param name="OtherRoutes">What all other routes share.</param>
/// <param name="LongestAnswerMs">How long the contract lets a caller make an answer last.</param>
internal sealed record AccountLimits(
    int Concurrency,
    int? ReservedForApi,
    int? ReservedForProcessor,
    IReadOnlyDictionary<string, Throttle> Routes,
    Throttle OtherRoutes,
    int LongestAnswerMs)
{
    /// <summary>As docs/performance.md has it for a warm function, with the table's part on AWS.</summary>
    public const int AnswerMs = 15;

    // Below it, and with ten for others to share, AWS lets nothing be reserved.
    private const int Young = 110;

    /// <summary>Of the template, or a mutant of it, deployed as its parameters' descriptions say for such an account.</summary>
    public static AccountLimits Of(string template, int concurrency)
    {
        var parameters = new Dictionary<string, string>(AppTemplate.LeastParameters);
        if (concurrency < Young)
        {
            (parameters["ReservedConcurrency"], parameters["ApiReservedConcurrency"]) = ("0", "0");
        }

        var stack = AppTemplate.Resources(template, parameters).ToDictionary(static resource => resource.LogicalId);
        var stage = stack["HttpApiStage"];
        return new(
            concurrency,
            Reserved(stack["ImageApi"]),
            Reserved(stack["ImageProcessor"]),
            stage["Properties.RouteSettings"]?.AsObject()
                .ToDictionary(static route => route.Key, static route => Throttle.Of(route.Value)) ?? [],
            Throttle.Of(stage["Properties.DefaultRouteSettings"]),
            AnswerMs + LongestWaitMs(JsonNode.Parse(File.ReadAllText(Repository.PathOf("ImageApi", "openapi.json")))!));
    }

    private static int? Reserved(Resource function) =>
        function.Text("Properties.ReservedConcurrentExecutions") is { } reserved ? int.Parse(reserved) : null;

    private static int LongestWaitMs(JsonNode contract) => contract["paths"]!.AsObject()
        .SelectMany(static path => path.Value!.AsObject())
        .SelectMany(static operation => operation.Value!["parameters"]?.AsArray() ?? [])
        .Where(static parameter => parameter!["name"]!.ToString() == "wait")
        .Select(static parameter => 1000 * (int)parameter!["schema"]!["maximum"]!)
        .DefaultIfEmpty(0)
        .Max();
}

/// <summary>So many requests a second, and so many at once.</summary>
internal sealed record Throttle(double Rate, double Burst)
{
    public static Throttle Of(JsonNode? settings) =>
        new((long)settings.At("ThrottlingRateLimit")!, (long)settings.At("ThrottlingBurstLimit")!);
}
