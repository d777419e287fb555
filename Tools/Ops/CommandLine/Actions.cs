using System.CommandLine;
using Iris.Deployment;
using Iris.Deployment.Aws;
using Spectre.Console;

namespace Iris.Ops.CommandLine;

/// <summary>
/// What every command has: `--json`, a cancellation that is followed, and failures that end in a sentence and an exit code.
/// </summary>
internal static class Actions
{
    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Write the result as JSON to standard output, and everything else to standard error.",
    };

    public static readonly Option<bool> Yes = new("--yes", "-y")
    {
        Description = "Answer yes beforehand. Without it, and without a terminal, nothing is changed.",
    };

    public static readonly Option<string?> Confirm = new("--confirm")
    {
        Description = "The stack's name once more, which answers the second question beforehand.",
        HelpName = "NAME",
    };

    /// <summary>Adds `--json` and runs <paramref name="action"/> with the operator's console at hand.</summary>
    public static Command Run(this Command command, Func<ParseResult, OperatorConsole, CancellationToken, Task> action)
    {
        command.Options.Add(Json);
        command.SetAction(async (arguments, cancellationToken) => (int)await GuardAsync(command, arguments, action, cancellationToken));
        return command;
    }

    private static async Task<ExitCode> GuardAsync(
        Command command,
        ParseResult arguments,
        Func<ParseResult, OperatorConsole, CancellationToken, Task> action,
        CancellationToken cancellationToken)
    {
        var output = arguments.InvocationConfiguration;
        var answers = new Answers(
            arguments.GetValue(Json),
            command.Options.Contains(Yes) && arguments.GetValue(Yes),
            command.Options.Contains(Confirm) ? arguments.GetValue(Confirm) : null);
        var console = new OperatorConsole(ScreenOn(answers.Json ? output.Error : output.Output), output.Output, answers);
        try
        {
            await action(arguments, console, cancellationToken);
            return ExitCode.Done;
        }
        catch (OperationException failure)
        {
            return Fail(failure.Code, failure.Message);
        }
        catch (AwsException refusal)
        {
            return Fail(ExitCode.Failed, refusal.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Fail(ExitCode.Failed, "Interrupted. Run the same command again: it goes on from what it finds.");
        }

        ExitCode Fail(ExitCode code, string message)
        {
            ScreenOn(output.Error).MarkupLineInterpolated($"[red]{message}[/]");
            console.Fail(code, message);
            return code;
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
