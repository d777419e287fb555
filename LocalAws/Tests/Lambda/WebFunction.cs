using Iris.Tests.Support.Lambda;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalAws.Tests.Lambda;

/// <summary>An ASP.NET Core application as a function, in this process.</summary>
internal sealed class WebFunction : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebFunction(WebApplication app) => _app = app;

    public static async Task<WebFunction> StartAsync(LocalLambda lambda, string function)
    {
        var builder = WebApplication.CreateSlimBuilder(
            [$"--AWS_LAMBDA_FUNCTION_NAME={function}", $"--AWS_LAMBDA_RUNTIME_API={lambda.RuntimeApi(function)}"]);
        builder.Logging.ClearProviders();
        builder.Services.AddAWSLambdaHosting(LambdaEventSource.HttpApi);
        var app = builder.Build();

        app.Map("/echo/{**rest}", Echo);
        app.MapPost("/bytes", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            return Results.Bytes(body.ToArray(), "application/octet-stream");
        });
        app.MapGet("/bytes", (int size) => Results.Bytes(new byte[size], "image/webp"));
        app.MapGet("/cookies", (HttpResponse response) =>
        {
            response.Cookies.Append("a", "1", new CookieOptions { Expires = DateTimeOffset.UnixEpoch.AddYears(99) });
            response.Cookies.Append("b", "2");
            response.Headers.Append("X-Many", "1");
            response.Headers.Append("X-Many", "2");
            return "cookies";
        });
        app.MapGet("/throw", string () => throw new InvalidOperationException("unhandled"));
        app.MapGet("/nothing", () => Results.NoContent());
        app.MapGet("/starting", (HttpResponse response) =>
        {
            response.OnStarting(() =>
            {
                response.Headers["X-Starting"] = "yes";
                return Task.CompletedTask;
            });
            return "started";
        });
        app.MapPut("/limited", async (HttpRequest request) => (await new StreamReader(request.Body).ReadToEndAsync()).Length)
            .WithMetadata(new RequestSizeLimitAttribute(10));

        await app.StartAsync();
        return new WebFunction(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task<IResult> Echo(HttpRequest request)
    {
        using var body = new StreamReader(request.Body);
        return Results.Text(
            string.Join('\n',
            [
                $"{request.Method} {request.Scheme} {request.Path.Value} {request.QueryString.Value}",
                .. request.Query.SelectMany(parameter => parameter.Value.Select(value => $"query {parameter.Key}={value}")),
                .. request.Cookies.Select(cookie => $"cookie {cookie.Key}={cookie.Value}"),
                .. request.Headers.Where(header => header.Key.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
                    .Select(header => $"header {header.Key.ToLowerInvariant()}: {header.Value}"),
                $"from {request.HttpContext.Connection.RemoteIpAddress}",
                $"length {request.ContentLength}",
                $"body {await body.ReadToEndAsync()}",
            ]),
            "text/plain");
    }
}
