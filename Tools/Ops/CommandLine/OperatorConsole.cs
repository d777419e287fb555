using System.Text.Json;
using System.Text.Json.Serialization;
using Iris.Deployment;
using Spectre.Console;

namespace Iris.Ops.CommandLine;

/// <summary>
/// The terminal of whoever runs a command, or the pipe of a script: what is shown and asked there, and the result that a script reads.
/// </summary>
/// <param name="screen">For people. With `--json` it is standard error, so that standard output holds nothing but the result.</param>
/// <param name="output">For the result.</param>
/// <param name="answers">What the command line answers beforehand.</param>
internal sealed class OperatorConsole(IAnsiConsole screen, TextWriter output, Answers answers) : IDeploymentConsole
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private bool _hasResult;

    public IAnsiConsole Screen => screen;

    /// <summary>The result, for `--json`.</summary>
    public void Result<T>(T value)
    {
        if (answers.Json)
        {
            output.WriteLine(JsonSerializer.Serialize(value, s_json));
            _hasResult = true;
        }
    }

    /// <summary>The result of what has none, since it failed.</summary>
    public void Fail(ExitCode code, string error)
    {
        if (!_hasResult)
        {
            Result(new { error, exitCode = (int)code });
        }
    }

    public async Task ConfirmAsync(string question, CancellationToken cancellationToken)
    {
        if (answers.Yes)
        {
            return;
        }

        RequireKeyboard(question, "Add --yes to answer it beforehand.");
        if (!await screen.ConfirmAsync(Markup.Escape(question), defaultValue: false, cancellationToken))
        {
            throw OperationException.Declined("Nothing was changed.");
        }
    }

    public async Task ConfirmByNameAsync(string question, string name, CancellationToken cancellationToken)
    {
        if (answers.Name == name)
        {
            return;
        }

        RequireKeyboard(question, "Add --confirm NAME to answer it beforehand: --yes alone never does.");
        if (await screen.AskAsync<string>(Markup.Escape(question), cancellationToken) != name)
        {
            throw OperationException.Declined($"That was not '{name}'. Nothing was changed.");
        }
    }

    private void RequireKeyboard(string question, string cure)
    {
        if (!screen.Profile.Capabilities.Interactive)
        {
            throw OperationException.Declined($"Nobody is there to answer: {question} {cure} Nothing was changed.");
        }
    }
}

/// <summary>What the command line says of the conversation.</summary>
/// <param name="Json">Whether a script reads the result.</param>
/// <param name="Yes">Whether questions are answered by yes.</param>
/// <param name="Name">The name of what is to be lost.</param>
internal sealed record Answers(bool Json, bool Yes, string? Name);
