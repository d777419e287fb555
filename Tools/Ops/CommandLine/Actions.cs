using System.CommandLine;
using Iris.Ops.Aws;
using Spectre.Console;

namespace Iris.Ops.CommandLine;

/// <summary>What every command has: `--json`, a cancellation that is followed, and failures that end in a sentence and an exit code.</summary>
internal static class Actions
{
    public static readonly Option<bool> Json = new("--json") { Description = "Write the result as JSON to standard output, and everything else to standard error." };

    public static readonly Option<bool> Yes = new("--yes", "-y") { Description = "Answer yes beforehand. Without it, and without a terminal, nothing is changed." };

    public static readonly Option<string?> Confirm = new("--confirm") { Description = "The stack's name once more, which answers the second question beforehand.", HelpName = "NAME" };

    /// <summary>Adds `--json` and runs <paramref name="action"/> with the operator at hand.</summary>
    public static Command Run(this Command command, Func<ParseResult, Operator, CancellationToken, Task<ExitCode>> action)
    {
        command.Options.Add(Json);
        command.SetAction(async (arguments, cancellationToken) => (int)await GuardAsync(command, arguments, action, cancellationToken));

        return command;
    }

    private static async Task<ExitCode> GuardAsync(
        Command command, ParseResult arguments, Func<ParseResult, Operator, CancellationToken, Task<ExitCode>> action, CancellationToken cancellationToken)
    {
        var output = arguments.InvocationConfiguration;
        var json = arguments.GetValue(Json);
        var someone = new Operator(ScreenOn(json ? output.Error : output.Output), output.Output, json, command.Options.Contains(Yes) && arguments.GetValue(Yes));

        try
        {
            return await action(arguments, someone, cancellationToken);
        }
        catch (OpsException failure)
        {
            ScreenOn(output.Error).MarkupLineInterpolated($"[red]{failure.Message}[/]");

            return failure.Code;
        }
        catch (AwsException refusal)
        {
            ScreenOn(output.Error).MarkupLineInterpolated($"[red]{refusal.Message}[/]");

            return ExitCode.Failed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            ScreenOn(output.Error).MarkupLineInterpolated($"[red]Interrupted. Run the same command again: it goes on from what it finds.[/]");

            return ExitCode.Failed;
        }
    }

    private static IAnsiConsole ScreenOn(TextWriter writer)
    {
        var screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        var redirected = writer == Console.Out ? Console.IsOutputRedirected : writer != Console.Error || Console.IsErrorRedirected;

        // A log has no right margin at which to wrap.
        screen.Profile.Width = redirected ? 200 : screen.Profile.Width;
        screen.Profile.Capabilities.Interactive = !redirected && !Console.IsInputRedirected;
        // In a workflow of GitHub's, Spectre would write escape sequences into a file or a pipe as well.
        screen.Profile.Capabilities.Ansi &= !redirected;

        return screen;
    }
}
