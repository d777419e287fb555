using System.Text.Json;
using Iris.Tests.Support;

namespace Iris.Tests.EndToEnd;

public sealed class OneTraceTellsItAll(SharedApplication shared)
{
    private static readonly string[] s_expected = ["edge: POST", "api: POST /api/uploads/", "processor: process image", "rekognition: infer", "processor: finish"];

    [Fact]
    public async Task From_the_upload_request_to_ready()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var harbour = Photographs.Harbour;
        await shared.Iris.Visitor.SendAsync(harbour.Bytes, harbour.FileName, harbour.ContentType, cancellationToken);
        using var telemetry = shared.Iris.Telemetry();

        // Spans arrive in batches: the trace is complete some seconds after the image is ready.
        while (!(await TracesAsync(telemetry, cancellationToken)).Any(static trace => s_expected.All(trace.Contains)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
        }
    }

    private static async Task<IEnumerable<IEnumerable<string>>> TracesAsync(HttpClient telemetry, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(await telemetry.GetStreamAsync("traces?limit=1000", cancellationToken));
        var spans =
            from resource in document.RootElement.GetProperty("data").GetProperty("resourceSpans").EnumerateArray()
            let name = NameOf(resource.GetProperty("resource"))
            from scope in resource.GetProperty("scopeSpans").EnumerateArray()
            from span in scope.GetProperty("spans").EnumerateArray()
            select (Trace: span.GetProperty("traceId").GetString(), Name: $"{name}: {span.GetProperty("name").GetString()}");
        return [.. spans.GroupBy(static span => span.Trace, static span => span.Name).Select(static trace => trace.ToHashSet())];
    }

    private static string? NameOf(JsonElement resource) =>
        resource.GetProperty("attributes").EnumerateArray()
            .First(static attribute => attribute.GetProperty("key").GetString() == "service.name")
            .GetProperty("value").GetProperty("stringValue").GetString();
}
