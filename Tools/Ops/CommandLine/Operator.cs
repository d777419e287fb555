using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Iris.Ops.CommandLine;

/// <summary>Whoever runs the command: what they are shown, what they are asked, and the result that a script reads.</summary>
internal sealed class Operator(IAnsiConsole screen, TextWriter result, bool json, bool yes)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>For people. With `--json` it is on standard error, so that standard output holds nothing but the result.</summary>
    public IAnsiConsole Screen => screen;

    /// <summary>A step that begins.</summary>
    public void Step(string text) => screen.MarkupLineInterpolated($"[bold]{text}[/]");

    /// <summary>What has come out of a step.</summary>
    public void Say(string text) => screen.MarkupLineInterpolated($"  {text}");

    /// <summary>The result, for `--json`.</summary>
    public void Result<T>(T value)
    {
        if (json)
        {
            result.WriteLine(JsonSerializer.Serialize(value, s_json));
        }
    }

    /// <summary>Goes on only after a yes: from `--yes`, or from somebody at the keyboard.</summary>
    public void Confirm(string question)
    {
        if (yes)
        {
            return;
        }

        RequireKeyboard(question, "Add --yes to answer it beforehand.");

        if (!screen.Confirm(Markup.Escape(question), defaultValue: false))
        {
            throw OpsException.Declined("Nothing was changed.");
        }
    }

    /// <summary>Goes on only after somebody has typed the name of what they are about to lose.</summary>
    public void ConfirmByName(string question, string name)
    {
        RequireKeyboard(question, "This is never answered beforehand by --yes alone.");

        if (screen.Ask<string>(Markup.Escape(question)) != name)
        {
            throw OpsException.Declined($"That was not '{name}'. Nothing was changed.");
        }
    }

    private void RequireKeyboard(string question, string cure)
    {
        if (!screen.Profile.Capabilities.Interactive)
        {
            throw OpsException.Declined($"Nobody is there to answer: {question} {cure} Nothing was changed.");
        }
    }
}
