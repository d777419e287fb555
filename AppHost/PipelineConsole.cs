#pragma warning disable ASPIREPIPELINES001, ASPIREINTERACTION001 // Pipelines and interactions are still marked so.
using System.Text;
using Aspire.Hosting.Pipelines;
using Iris.Deployment;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Iris.AppHost;

/// <summary>
/// Shows what a step does as lines of its log, and asks by Aspire's own prompts. Where nobody can answer, and nobody has with `--yes`, the
/// answer is no.
/// </summary>
internal sealed class PipelineConsole(PipelineStepContext context) : IDeploymentConsole, IDisposable
{
    private readonly LogWriter _log = new(context.ReportingStep);
    private IAnsiConsole? _screen;

    public IAnsiConsole Screen => _screen ??= OpenScreen();

    private IInteractionService Interaction => context.Services.GetRequiredService<IInteractionService>();

    public async Task ConfirmAsync(string question, CancellationToken cancellationToken)
    {
        if (context.Services.GetRequiredService<IOptions<PipelineOptions>>().Value.SkipConfirmation)
        {
            return;
        }

        var answer = await AskAsync(question, InputType.Boolean, "Add '-- --yes' to answer it beforehand.", cancellationToken);
        if (!bool.TryParse(answer, out var yes) || !yes)
        {
            throw OperationException.Declined("Nothing was changed.");
        }
    }

    public async Task ConfirmByNameAsync(string question, string name, CancellationToken cancellationToken)
    {
        if (context.Services.GetRequiredService<IConfiguration>()["Confirm"] == name)
        {
            return;
        }

        const string Cure = "Add '-- --confirm NAME' to answer it beforehand: --yes alone never does.";
        if (await AskAsync(question, InputType.Text, Cure, cancellationToken) != name)
        {
            throw OperationException.Declined($"That was not '{name}'. Nothing was changed.");
        }
    }

    public void Dispose() => _log.Dispose();

    private async Task<string?> AskAsync(string question, InputType type, string cure, CancellationToken cancellationToken)
    {
        if (!Interaction.IsAvailable)
        {
            throw OperationException.Declined($"Nobody is there to answer: {question} {cure} Nothing was changed.");
        }

        var input = new InteractionInput { Name = "answer", Label = question, InputType = type, Required = true };
        var answer = await Interaction.PromptInputAsync("Iris", question, input, cancellationToken: cancellationToken);
        return answer.Canceled ? null : answer.Data?.Value;
    }

    private IAnsiConsole OpenScreen()
    {
        var screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(_log),
        });
        screen.Profile.Width = 160;
        return screen;
    }

    private sealed class LogWriter(IReportingStep step) : TextWriter
    {
        private readonly StringBuilder _line = new();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            if (value is not '\n')
            {
                _line.Append(value);
                return;
            }

            step.Log(LogLevel.Information, _line.ToString().TrimEnd());
            _line.Clear();
        }
    }
}
