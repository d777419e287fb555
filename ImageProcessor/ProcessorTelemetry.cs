using System.Diagnostics;
using System.Diagnostics.Metrics;
using Iris.Catalog;

namespace Iris.ImageProcessor;

/// <summary>Spans and histograms: one of each for an image, and for every step within it.</summary>
internal static class ProcessorTelemetry
{
    private const string Name = "Iris.ImageProcessor";

    private static readonly ActivitySource s_source = new(Name);
    private static readonly Meter s_meter = new(Name);
    private static readonly InstrumentAdvice<double> s_buckets = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1, 2, 5, 10, 30],
    };

    private static readonly Histogram<double> s_imageDuration =
        s_meter.CreateHistogram(
            "iris.image.processing.duration", "s", "From the start of processing to the final state.", advice: s_buckets);

    private static readonly Histogram<double> s_stepDuration =
        s_meter.CreateHistogram("iris.image.step.duration", "s", "One step of processing an image.", advice: s_buckets);

    /// <summary>
    /// Continues the trace of the request that announced the image, from the moment that the invocation took the image up, and links it
    /// to the invocation's own.
    /// </summary>
    public static Activity? ContinueTrace(Image image, Progress progress)
    {
        var invocation = Activity.Current?.Context;
        var parent = ActivityContext.TryParse(image.TraceParent, null, isRemote: true, out var announced) ? announced : invocation
            ?? default;
        var activity = s_source.StartActivity(
            "process image",
            ActivityKind.Consumer,
            parent,
            tags: [new("iris.image.id", image.Id.ToString()), new("iris.image.attempt", image.Attempt)],
            links: invocation is { } context ? [new(context)] : [],
            startTime: progress.StartedAt);

        // The claim had to come first: only the row knows the trace.
        using var claim = s_source.StartActivity("claim", ActivityKind.Internal, default(ActivityContext), startTime: progress.StartedAt);
        s_stepDuration.Record(progress.Elapsed.TotalSeconds, new KeyValuePair<string, object?>("step", "claim"));
        return activity;
    }

    /// <summary>A span and a measurement that end when the result is disposed.</summary>
    public static IDisposable Step(string name) => new StepScope(name);

    public static void Finished(Activity? activity, string outcome, TimeSpan elapsed)
    {
        activity?.SetTag("iris.image.outcome", outcome);
        s_imageDuration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
    }

    public static void Failed(Activity? activity, Exception failure)
    {
        activity?.AddException(failure).SetStatus(ActivityStatusCode.Error, failure.Message);
    }

    private sealed class StepScope(string name) : IDisposable
    {
        private readonly long _began = Stopwatch.GetTimestamp();
        private readonly Activity? _activity = s_source.StartActivity(name);

        public void Dispose()
        {
            _activity?.Dispose();
            s_stepDuration.Record(Stopwatch.GetElapsedTime(_began).TotalSeconds, new KeyValuePair<string, object?>("step", name));
        }
    }
}
