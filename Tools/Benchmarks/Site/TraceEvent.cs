using System.Text.Json;

namespace Iris.Benchmarks.Site;

/// <summary>An event of Chromium's trace. Times are in microseconds of one clock for all processes.</summary>
internal sealed record TraceEvent(
    string Name,
    char Phase,
    int Process,
    int Thread,
    double Start,
    double Duration,
    double ProcessorTime,
    string Track,
    JsonElement Arguments)
{
    public static TraceEvent Read(JsonElement json) => new(
        json.GetProperty("name").GetString()!,
        json.GetProperty("ph").GetString()![0],
        json.GetProperty("pid").GetInt32(),
        json.GetProperty("tid").GetInt32(),
        Number(json, "ts"),
        Number(json, "dur"),
        Number(json, "tdur"),
        json.TryGetProperty("id2", out var id) ? id.GetRawText() : "",
        json.GetProperty("args"));

    private static double Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetDouble() : 0;
}
