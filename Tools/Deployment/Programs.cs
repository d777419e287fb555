using System.ComponentModel;
using CliWrap;
using CliWrap.Buffered;

namespace Iris.Deployment;

/// <summary>The programs that are called: with their arguments as they are, since no shell reads them, and without a keyboard.</summary>
public static class Programs
{
    /// <summary>Runs to the end; a cancelled run takes the process and its children with it.</summary>
    public static async Task<BufferedCommandResult> RunAsync(
        string name,
        IEnumerable<string> arguments,
        CancellationToken cancellationToken,
        string? folder = null,
        IReadOnlyDictionary<string, string?>? environment = null)
    {
        try
        {
            return await Cli.Wrap(name)
                .WithArguments(arguments)
                .WithWorkingDirectory(folder ?? Environment.CurrentDirectory)
                .WithEnvironmentVariables(environment ?? new Dictionary<string, string?>())
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(cancellationToken);
        }
        catch (Win32Exception)
        {
            throw OperationException.Unusable($"'{name}' is not on the PATH.");
        }
    }

    /// <summary>Whether a program is on the PATH.</summary>
    public static bool Exists(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
}
