using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Iris.Tests.Integration.Deployment;

/// <summary>What GitHub's API answers about the environment "production" of owner/iris, for whoever has the token.</summary>
internal sealed class GitHub : IAsyncDisposable
{
    public const string Token = "github-token";

    private readonly WebApplication _app;

    private GitHub(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    public static async Task<GitHub> StartAsync(int status, string environment)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/repos/owner/iris/environments/production", (HttpRequest request) => request.Headers.Authorization == $"Bearer {Token}"
            ? Results.Text(environment, "application/json", statusCode: status)
            : Results.StatusCode(StatusCodes.Status401Unauthorized));
        await app.StartAsync();
        return new GitHub(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
