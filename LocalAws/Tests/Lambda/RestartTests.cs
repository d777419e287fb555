using Iris.Tests.Support.Lambda;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalAws.Tests.Lambda;

public sealed class RestartTests
{
    private static readonly Dictionary<string, string> s_function = new() { ["Functions:F:TimeoutSeconds"] = "20" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_function_that_is_told_to_stop_answers_first()
    {
        await using var lambda = LocalLambda.Start(s_function);
        var entered = new TaskCompletionSource();
        var work = new TaskCompletionSource<string>();
        var sandbox = Sandbox.Start(lambda, "F", (_, _) =>
        {
            entered.SetResult();
            return work.Task;
        });
        var call = lambda.InvokeAsync("F", "{}", Cancellation);
        await entered.Task.WaitAsync(Cancellation);

        var stopping = sandbox.DisposeAsync();
        work.SetResult("\"done\"");
        await stopping;

        using var response = await call;
        Assert.Equal("\"done\"", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_function_outlives_a_restart_of_the_emulator()
    {
        var before = LocalLambda.Start(s_function);
        await using var sandbox = Sandbox.Start(before, "F", (input, _) => Task.FromResult(input));
        using var first = await before.InvokeAsync("F", "1", Cancellation);
        await before.DisposeAsync();

        await using var after = LocalLambda.Start(s_function, port: before.Endpoint.Port);
        using var second = await after.InvokeAsync("F", "2", Cancellation);

        Assert.Equal("2", await second.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Outside_Lambda_the_application_keeps_Kestrel()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddAWSLambdaHosting(LambdaEventSource.HttpApi);
        await using var app = builder.Build();
        app.MapGet("/", (IServer server) => Results.Text(server.GetType().Name));
        await app.StartAsync(Cancellation);

        using var client = new HttpClient();

        Assert.StartsWith("Kestrel", await client.GetStringAsync(app.Urls.Single(), Cancellation), StringComparison.Ordinal);
    }
}
