using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Iris.ImageProcessor.Imaging;

namespace Iris.Benchmarks.Pictures;

/// <summary>What the worst files cost, each in a process of its own: processor time and memory.</summary>
internal static class Bombs
{
    private const string ExamineName = "examine";

    public static Command Command
    {
        get
        {
            var only = new Option<string>("--only") { DefaultValueFactory = _ => "", Description = "Those whose name contains this." };
            var command = new Command(
                "bombs", "The worst file of each format within the limits: processor time and peak memory, a process each.")
            {
                only,
            };
            command.SetAction(async (parsed, cancellationToken) => await RunAsync(parsed.GetValue(only)!, cancellationToken));
            return command;
        }
    }

    public static Command ExamineCommand
    {
        get
        {
            var file = new Argument<FileInfo>("file");
            var command = new Command(ExamineName) { file };
            command.Hidden = true;
            command.SetAction(parsed => Examine(File.ReadAllBytes(parsed.GetValue(file)!.FullName)));
            return command;
        }
    }

    private static async Task RunAsync(string only, CancellationToken cancellationToken)
    {
        Warmup.Run();
        var file = Path.Combine(Path.GetTempPath(), $"iris-bomb-{Environment.ProcessId}");
        var report = new Report("Worst files: from bytes to derivatives", "", "bytes", "ends as", "processor time", "peak RSS");

        try
        {
            foreach (
                var (name, make) in WorstPictures.All.Where(picture => picture.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
            {
                var bytes = make();
                await File.WriteAllBytesAsync(file, bytes, cancellationToken);
                report.Row(
                    [name, bytes.Length.ToString("N0", CultureInfo.InvariantCulture), .. await MeasureAsync(file, cancellationToken)]);
            }
        }
        finally
        {
            File.Delete(file);
        }

        report.Print();
    }

    private static async Task<string[]> MeasureAsync(string file, CancellationToken cancellationToken)
    {
        using var process =
            Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [ExamineName, file]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? output.Trim().Split('\t') : [$"ended with {process.ExitCode}", "", ""];
    }

    private static void Examine(byte[] bytes)
    {
        Warmup.Run();
        var began = Environment.CpuUsage.TotalTime;
        var state = Examination.Run(bytes);
        var taken = Environment.CpuUsage.TotalTime - began;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{state}\t{taken.TotalSeconds:0.00} s\t{Report.Megabytes(Examination.Memory("VmHWM"))}"));
    }
}
