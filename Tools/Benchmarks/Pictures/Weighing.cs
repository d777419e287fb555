using System.CommandLine;
using System.Globalization;
using Iris.Catalog;
using Iris.ImageProcessor.Imaging;

namespace Iris.Benchmarks.Pictures;

/// <summary>
/// What decoding a file costs: a process of its own for the tests, whose other threads and collections of garbage would be weighed as well. For each file
/// it says what is wrong with it, the seconds of processor time, and by how many bytes the memory of the process grew at most.
/// </summary>
internal static class Weighing
{
    private static readonly ImagingLimits s_limits = ImagingLimits.Default with { MaxBytes = int.MaxValue };

    public static Command Command
    {
        get
        {
            var files = new Argument<FileInfo[]>("files") { Arity = ArgumentArity.OneOrMore };
            var command = new Command("weigh") { files };
            command.Hidden = true;
            command.SetAction(parsed => Run(parsed.GetRequiredValue(files)));
            return command;
        }
    }

    private static void Run(FileInfo[] files)
    {
        Warmup.Run();

        foreach (var bytes in files.Select(file => File.ReadAllBytes(file.FullName)))
        {
            var (before, began) = (StartWatching(), Environment.CpuUsage.TotalTime);
            var rejection = Decode(bytes);
            var (growth, taken) = (Examination.Memory("VmHWM") - before, Environment.CpuUsage.TotalTime - began);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rejection?.Code} {taken.TotalSeconds:0.000} {growth}"));
        }
    }

    private static Rejection? Decode(byte[] bytes)
    {
        if (ImageHeader.TryRead(bytes, s_limits, out var header, out var rejection)
            && DecodedImage.TryDecode(header, s_limits, CancellationToken.None, out var picture, out rejection))
        {
            picture.Dispose();
        }

        return rejection;
    }

    private static long StartWatching()
    {
        Examination.Settle(); // what the last picture left behind would be used again, and would hide a peak
        File.WriteAllText("/proc/self/clear_refs", "5"); // proc(5): resets the peak
        return Examination.Memory("VmRSS");
    }
}
