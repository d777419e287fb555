using System.Diagnostics;
using System.Globalization;
using Iris.Catalog;
using Iris.Tests.Support;

namespace Iris.Tests.Unit.Imaging;

/// <summary>What decoding a file cost in a process that does nothing else: here other tests and collections of garbage would be weighed as well.</summary>
/// <param name="Rejection">What is wrong with it.</param>
/// <param name="ProcessorTime">Of header and picture.</param>
/// <param name="Bytes">By which the memory of the process grew at most.</param>
internal sealed record Weighed(RejectionCode? Rejection, TimeSpan ProcessorTime, long Bytes)
{
    private static readonly string s_program =
        Repository.PathOf("artifacts", "bin", "Benchmarks", new DirectoryInfo(AppContext.BaseDirectory).Name, "Benchmarks");

    public static async Task<IReadOnlyDictionary<string, Weighed>> AllAsync(IReadOnlyDictionary<string, Func<byte[]>> pictures)
    {
        var folder = Directory.CreateTempSubdirectory("iris-weighed-");

        try
        {
            var files = pictures.Values.Select((make, number) => (Path: Path.Combine(folder.FullName, $"{number}"), Make: make)).ToArray();
            Array.ForEach(files, file => File.WriteAllBytes(file.Path, file.Make()));
            var lines = await RunAsync(files.Select(file => file.Path));
            return pictures.Keys.Zip(lines.Select(Parse)).ToDictionary(weighed => weighed.First, weighed => weighed.Second);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string[]> RunAsync(IEnumerable<string> files)
    {
        using var process = Process.Start(new ProcessStartInfo(s_program, ["weigh", .. files]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static Weighed Parse(string line)
    {
        var words = line.Split(' ');
        return new(
            Enum.TryParse<RejectionCode>(words[0], out var rejection) ? rejection : null,
            TimeSpan.FromSeconds(double.Parse(words[1], CultureInfo.InvariantCulture)),
            long.Parse(words[2], CultureInfo.InvariantCulture));
    }
}
