using System.Collections.Concurrent;
using System.Diagnostics;
using Iris.Tests.Support;
using Iris.Tests.Support.Lambda;

namespace LocalAws.Tests.Lambda;

public sealed class TracingTests : IDisposable
{
    private readonly ActivityContext _caller = new(
        ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
    private readonly ConcurrentBag<Activity> _spans = [];
    private readonly ActivityListener _listener;

    public TracingTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "LocalAws.Lambda" or "Amazon.Lambda" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.TraceId == _caller.TraceId)
                {
                    _spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _listener.Dispose();

    [Theory]
    [InlineData("RequestResponse")]
    [InlineData("Event")]
    public async Task A_trace_leads_from_the_caller_through_the_invocation_into_the_function(string type)
    {
        await using var lambda = LocalLambda.Start(new Dictionary<string, string> { ["Functions:F:TimeoutSeconds"] = "20" });
        var inside = new TaskCompletionSource<ActivityContext>();
        await using var sandbox = Sandbox.Start(lambda, "F", (_, _) =>
        {
            inside.SetResult(Activity.Current!.Context);
            return Task.FromResult("null");
        });

        using var response = await SendAsync(
            lambda, HttpMethod.Post, "/2015-03-31/functions/F/invocations", ("X-Amz-Invocation-Type", type));

        var function = await inside.Task.WaitAsync(Cancellation);
        Assert.Equal(_caller.TraceId, function.TraceId);
        var span = await SpanAsync(span => span.SpanId == function.SpanId);
        var invoke = await SpanAsync(span => span.OperationName == "invoke F");
        Assert.Equal(invoke.SpanId, span.ParentSpanId);
        Assert.Equal(true, span.GetTagItem("faas.coldstart"));
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:F", span.GetTagItem("aws.lambda.invoked_arn"));
    }

    [Fact]
    public async Task A_trace_puts_the_request_of_an_application_below_its_invocation()
    {
        await using var lambda = LocalLambda.Start(new Dictionary<string, string> { ["Functions:Web:TimeoutSeconds"] = "20" });
        await using var web = await WebFunction.StartAsync(lambda, "Web");

        using var response = await SendAsync(lambda, HttpMethod.Get, "/_local/http-api/Web/starting");

        var invocation = await SpanAsync(span => span.Source.Name == "Amazon.Lambda");
        var request = await SpanAsync(span => span.Source.Name == "Microsoft.AspNetCore" && span.ParentSpanId == invocation.SpanId);
        Assert.Equal(ActivityKind.Server, request.Kind);
    }

    private async Task<HttpResponseMessage> SendAsync(
        LocalLambda lambda, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("traceparent", $"00-{_caller.TraceId}-{_caller.SpanId}-01");
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await lambda.Client.SendAsync(request, Cancellation);
    }

    /// <summary>A span ends a little after the answer that it covers.</summary>
    private async Task<Activity> SpanAsync(Func<Activity, bool> wanted)
    {
        await Until.True(() => Task.FromResult(_spans.Any(wanted)), Cancellation);
        return _spans.Single(wanted);
    }
}
