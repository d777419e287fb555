using Amazon.Lambda.RuntimeSupport;
using Iris.ServiceDefaults;
using Iris.Tests.Support.Lambda;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Iris.Tests.Integration.ServiceDefaults;

public sealed class FlushBeforeFreezeTests
{
    private static readonly Dictionary<string, string> s_settings = new() { ["Functions:F:TimeoutSeconds"] = "20" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Telemetry_is_flushed_after_the_answer_and_before_the_next_event()
    {
        await using var lambda = LocalLambda.Start(s_settings);
        var order = new List<string>();
        var flushing = new TaskCompletionSource();
        var freeze = await WatchAsync(lambda, () =>
        {
            flushing.Task.Wait(Cancellation);
            order.Add("flush");
        });
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var function = LambdaBootstrapBuilder
            .Create(async (input, _) =>
            {
                using var reader = new StreamReader(input, leaveOpen: true);
                order.Add(await reader.ReadToEndAsync());
                return Stream.Null;
            })
            .ConfigureOptions(options => options.RuntimeApiEndpoint = lambda.RuntimeApi("F"))
            .Build();
        var running = function.RunAsync(stopping.Token);

        using var first = await lambda.InvokeAsync("F", "1", Cancellation);
        var second = lambda.InvokeAsync("F", "2", Cancellation);
        flushing.SetResult();
        using var answered = await second;

        await stopping.CancelAsync();
        await running;
        await freeze.StopAsync(Cancellation);
        Assert.Equal(["1", "flush", "2"], order.Take(3));
    }

    [Fact]
    public async Task An_application_flushes_as_a_function_does()
    {
        await using var lambda = LocalLambda.Start(s_settings);
        var flushed = new TaskCompletionSource();
        var freeze = await WatchAsync(lambda, flushed.SetResult);
        var builder = WebApplication.CreateSlimBuilder(
            ["--AWS_LAMBDA_FUNCTION_NAME=F", $"--AWS_LAMBDA_RUNTIME_API={lambda.RuntimeApi("F")}"]);
        builder.Services.AddAWSLambdaHosting(LambdaEventSource.HttpApi);
        await using var app = builder.Build();
        app.MapGet("/", () => flushed.Task.IsCompleted ? "too early" : "answered");
        await app.StartAsync(Cancellation);

        var answer = await lambda.Client.GetStringAsync("/_local/http-api/F/", Cancellation);
        await flushed.Task.WaitAsync(Cancellation);

        await app.StopAsync(Cancellation);
        await freeze.StopAsync(Cancellation);
        Assert.Equal("answered", answer);
    }

    private static async Task<FlushBeforeFreeze> WatchAsync(LocalLambda lambda, Action flush)
    {
        var freeze = new FlushBeforeFreeze(lambda.RuntimeApi("F"), flush);
        await freeze.StartAsync(Cancellation);
        return freeze;
    }
}
