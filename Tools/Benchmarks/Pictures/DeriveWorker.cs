using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Iris.ImageProcessor.Imaging;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Iris.Benchmarks.Pictures;

/// <summary>The process of a <see cref="Peer"/> that is written in C#.</summary>
internal static class DeriveWorker
{
    public const string Ours = "imaging", ImageSharp = "imagesharp";

    // What is compiled while it runs is compiled well by then.
    private const int WarmUps = 3;

    private static readonly int[] s_sides = [1600, 600, 300];

    public static Command Command
    {
        get
        {
            Argument<string> library = new("library"), photograph = new("photograph");
            Argument<int> runs = new("runs");
            var command = new Command("derive", "What derivatives runs in a process of its own.") { library, photograph, runs };
            command.Hidden = true;
            command.SetAction(arguments => Run(arguments.GetRequiredValue(library), File.ReadAllBytes(arguments.GetRequiredValue(photograph)), arguments.GetRequiredValue(runs)));
            return command;
        }
    }

    private static void Run(string library, byte[] photograph, int runs)
    {
        Func<byte[], long> derive = library == Ours ? DeriveByUs : DeriveByImageSharp;
        var written = Enumerable.Range(0, WarmUps).Max(_ => derive(photograph));

        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            derive(photograph);
            Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString("0.000", CultureInfo.InvariantCulture));
        }

        var peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        Console.WriteLine($"{written} {peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]}");
    }

    private static long DeriveByUs(byte[] bytes)
    {
        if (!ImageHeader.TryRead(bytes, ImagingLimits.Default, out var header, out var rejection)
            || !DecodedImage.TryDecode(header, ImagingLimits.Default, CancellationToken.None, out var picture, out rejection))
        {
            throw new InvalidOperationException($"The photograph was refused: {rejection.Message}");
        }

        using (picture)
        {
            // The others make neither of these; the comparison is against us here.
            picture.ToPlaceholder();
            return s_sides.Sum(side => (long)picture.ToWebP(side).Bytes.Length);
        }
    }

    // Decoded once and then shrunk, with the qualities and efforts of the processor.
    private static long DeriveByImageSharp(byte[] bytes)
    {
        Configuration.Default.MaxDegreeOfParallelism = 1;
        using var picture = Image.Load<Rgb24>(bytes);
        var written = 0L;

        foreach (var side in s_sides)
        {
            picture.Mutate(image => image.AutoOrient().Resize(new ResizeOptions { Mode = ResizeMode.Max, Size = new(side, side) }));
            using var file = new MemoryStream();
            picture.Save(file, new WebpEncoder { FileFormat = WebpFileFormatType.Lossy, Quality = 80, Method = side > 1000 ? WebpEncodingMethod.Level2 : WebpEncodingMethod.Level4 });
            written += file.Length;
        }

        return written;
    }
}
