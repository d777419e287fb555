using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Iris.Deployment.Releases;

/// <summary>
/// The environment in which a repository's workflow deploys. The deploying role trusts it, and GitHub makes it without rules when a job
/// first names it: without reviewers whoever can push deploys.
/// </summary>
internal sealed class GitHubEnvironment(IDeploymentConsole console, string repository)
{
    private const string Name = "production";
    private const string Api = "GITHUB_API_URL";
    private const string Token = "GITHUB_TOKEN";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private string HowToCheck =>
        $"Under https://github.com/{repository}/settings/environments it has to have required reviewers, and to admit main alone.";

    /// <summary>Ends the command when the environment has no reviewers; where nobody can be asked, says how to look.</summary>
    public async Task RequireReviewersAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(Token) is not { Length: > 0 } token)
        {
            console.Step($"Whether anybody reviews what {repository} deploys was not looked at: {Token} holds no token. {HowToCheck}");
            return;
        }

        switch (await AskAsync(token, cancellationToken))
        {
            case (HttpStatusCode.OK, { } environment) when environment.HasReviewers:
                return;
            case (HttpStatusCode.OK, _):
                throw OperationException.Unusable(
                    $"The environment '{Name}' of {repository} has no required reviewers: whoever can push would deploy. {HowToCheck}");
            case (HttpStatusCode.NotFound, _):
                throw OperationException.Unusable(
                    $"{repository} has no environment '{Name}', or the token in {Token} may not see it: GitHub would make it without rules. "
                    + HowToCheck);
            case var (status, _):
                console.Step($"Whether anybody reviews what {repository} deploys GitHub did not say ({(int)status}). {HowToCheck}");
                return;
        }
    }

    private async Task<(HttpStatusCode Status, EnvironmentAnswer? Environment)> AskAsync(string token, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = s_patience };
        var api = Environment.GetEnvironmentVariable(Api) is { Length: > 0 } url ? url.TrimEnd('/') : "https://api.github.com";
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{api}/repos/{repository}/environments/{Name}");
        request.Headers.Accept.Add(new("application/vnd.github+json"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.UserAgent.Add(new("iris-ops", null));
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return (
                response.StatusCode,
                response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<EnvironmentAnswer>(cancellationToken) : null);
        }
        catch (Exception silence) when (
            silence is HttpRequestException or JsonException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (HttpStatusCode.ServiceUnavailable, null);
        }
    }

    // https://docs.github.com/en/rest/deployments/environments#get-an-environment
    private sealed record EnvironmentAnswer([property: JsonPropertyName("protection_rules")] ProtectionRule[]? Rules)
    {
        public bool HasReviewers => Rules?.Any(static rule => rule is { Type: "required_reviewers", Reviewers.Length: > 0 }) is true;
    }

    private sealed record ProtectionRule(string Type, object[]? Reviewers);
}
