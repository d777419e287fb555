using System.Text.Json;
using Iris.Tests.Support;

namespace Iris.Tests.EndToEnd;

public sealed class TraceTests(SharedApplication shared)
{
    private static readonly string[] s_expected =
    [
        "cloudfront: POST", "api: POST /api/uploads/", "processor: process image", "rekognition: infer", "processor: finish",
    ];

    [Fact]
    public async Task From_the_upload_request_to_ready()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var harbour = Photographs.Harbour;
        await shared.Iris.Visitor.SendAsync(harbour.Bytes, harbour.FileName, harbour.ContentType, cancellationToken);
        using var telemetry = shared.Iris.Telemetry();

        // Spans arrive in batches: the trace is complete some seconds after the image is ready.
        Span[]? trace;
        while ((trace = (await TracesAsync(telemetry, cancellationToken)).FirstOrDefault(IsComplete)) is null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
        }

        Assert.DoesNotContain(trace, static span => span.IsError);
    }

    private static bool IsComplete(Span[] trace) => s_expected.All(expected => trace.Any(span => span.Name == expected));

    private static async Task<IEnumerable<Span[]>> TracesAsync(HttpClient telemetry, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(await telemetry.GetStreamAsync("traces?limit=1000", cancellationToken));
        var spans =
            from resource in document.RootElement.GetProperty("data").GetProperty("resourceSpans").EnumerateArray()
            let name = NameOf(resource.GetProperty("resource"))
            from scope in resource.GetProperty("scopeSpans").EnumerateArray()
            from span in scope.GetProperty("spans").EnumerateArray()
            select (
                Trace: span.GetProperty("traceId").GetString(),
                Span: new Span($"{name}: {span.GetProperty("name").GetString()}", IsError(span)));
        return [.. spans.GroupBy(static span => span.Trace, static span => span.Span).Select(static trace => trace.ToArray())];
    }

    // STATUS_CODE_ERROR of OTLP.
    private static bool IsError(JsonElement span) =>
        span.TryGetProperty("status", out var status)
            && status.TryGetProperty("code", out var code)
            && code.ToString() is "2" or "STATUS_CODE_ERROR";

    private static string? NameOf(JsonElement resource) =>
        resource.GetProperty("attributes").EnumerateArray()
            .First(static attribute => attribute.GetProperty("key").GetString() == "service.name")
            .GetProperty("value").GetProperty("stringValue").GetString();

    private sealed record Span(string Name, bool IsError);
}
