using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Iris.Tests.Infrastructure.Iam;

/// <summary>IAM's evaluation of policies, by @cloud-copilot/iam-simulate.</summary>
internal static class Simulation
{
    public static async Task<string[]> DecideAsync(IEnumerable<Question> questions, CancellationToken cancellationToken)
    {
        var input = new JsonArray([.. questions.Select(question => question.ToJson())]).ToJsonString();
        var (exitCode, output) = await Tool.RunAsync(
            new ProcessStartInfo("node", [Path.Combine(Tool.Checks, "decide.mjs")]), input, cancellationToken);
        Assert.True(exitCode == 0, output);
        return [.. JsonNode.Parse(output)!.AsArray().Select(answer => answer!.ToString())];
    }
}
