using System.CommandLine;
using System.Globalization;
using Iris.Benchmarks.Site;
using Iris.ImageProcessor.Imaging;

namespace Iris.Benchmarks.Pictures;

/// <summary>Each feature of each format, as we show it and as Chromium does.</summary>
internal static class Conformance
{
    private const double Allowed = 3;

    public static Command Command
    {
        get
        {
            var command = new Command("conformance", "Each feature of each format: the mean difference to what Chromium draws; fails when one that is claimed has more than 3 of 255.");
            command.SetAction(async (_, _) => await RunAsync());
            return command;
        }
    }

    private static async Task<int> RunAsync()
    {
        await using var chromium = await Chromium.OpenAsync();
        var canvas = new BrowserCanvas(chromium.Page);
        var report = new Report(
            $"Mean difference to Chromium {chromium.Browser.Version}, of 255", "format", "feature", "mean", "largest", "");
        var failures = 0;

        foreach (var feature in Features.All())
        {
            // The picture is small enough to be encoded without loss: what differs was decoded differently.
            var (mean, largest) = (await canvas.DrawAsync(Derive(feature))).DifferenceTo(await canvas.DrawAsync(feature.File));
            var isClaimed = feature.Reservation is null;
            failures += isClaimed && mean > Allowed ? 1 : 0;
            report.Row(
                feature.Format,
                feature.Name,
                Number(mean, "0.00"),
                Number(largest, "0"),
                isClaimed ? mean > Allowed ? "too far" : "" : $"not claimed: {feature.Reservation}");
        }

        report.Print();
        return failures;
    }

    private static byte[] Derive(Feature feature) =>
        ImageHeader.TryRead(feature.File, ImagingLimits.Default, out var header, out var rejection)
        && DecodedImage.TryDecode(header, ImagingLimits.Default, CancellationToken.None, out var picture, out rejection)
            ? picture.ToWebP(DecodedImage.MaxSide).Bytes
            : throw new InvalidOperationException($"{feature.Format}, {feature.Name}: {rejection.Message}");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
