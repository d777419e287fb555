using System.Collections.Concurrent;
using System.Diagnostics;
using Iris.Tests.Support.Lambda;

namespace Iris.Tests.Integration.Lambda;

public sealed class OneTrace : IDisposable
{
    private static readonly CancellationToken s_cancel = TestContext.Current.CancellationToken;

    private readonly ConcurrentBag<Activity> _spans = [];
    private readonly ActivityListener _listener;

    public OneTrace()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "LocalAws.Lambda" or "Amazon.Lambda",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Theory]
    [InlineData("RequestResponse")]
    [InlineData("Event")]
    public async Task leads_from_the_caller_through_the_invocation_into_the_function(string type)
    {
        await using var lambda = LocalLambda.Start(new Dictionary<string, string> { ["Functions:F:TimeoutSeconds"] = "20" });
        var inside = new TaskCompletionSource<ActivityContext>();
        await using var sandbox = Sandbox.Start(lambda, "F", (_, _) =>
        {
            inside.SetResult(Activity.Current!.Context);
            return Task.FromResult("null");
        });
        var caller = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/2015-03-31/functions/F/invocations")
        {
            Headers = { { "X-Amz-Invocation-Type", type }, { "traceparent", $"00-{caller.TraceId}-{caller.SpanId}-01" } },
        };

        using var response = await lambda.Client.SendAsync(request, s_cancel);

        var function = await inside.Task.WaitAsync(s_cancel);
        Assert.Equal(caller.TraceId, function.TraceId);
        await Until.True(() => Task.FromResult(_spans.Count(span => span.TraceId == caller.TraceId) >= 3), s_cancel);
        var spans = _spans.Where(span => span.TraceId == caller.TraceId).ToDictionary(span => span.OperationName);
        Assert.Equal(spans["invoke F"].SpanId, _spans.Single(span => span.SpanId == function.SpanId).ParentSpanId);
        Assert.Equal(spans["invoke F"].SpanId, spans["wait for a sandbox"].ParentSpanId);
        Assert.Equal(true, _spans.Single(span => span.SpanId == function.SpanId).GetTagItem("faas.coldstart"));
    }
}
