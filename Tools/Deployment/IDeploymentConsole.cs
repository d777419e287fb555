using Spectre.Console;

namespace Iris.Deployment;

/// <summary>What whoever deploys is shown and asked: on a terminal by `ops`, in Aspire's own progress by the AppHost.</summary>
public interface IDeploymentConsole
{
    IAnsiConsole Screen { get; }

    /// <summary>Goes on only after a yes; without one, and where nobody can say it, throws <see cref="ExitCode.Declined"/>.</summary>
    Task ConfirmAsync(string question, CancellationToken cancellationToken);

    /// <summary>Goes on only after somebody has given the name of what is about to be lost.</summary>
    Task ConfirmByNameAsync(string question, string name, CancellationToken cancellationToken);
}

public static class DeploymentConsole
{
    /// <summary>A step that begins.</summary>
    public static void Step(this IDeploymentConsole console, string text) => console.Screen.MarkupLineInterpolated($"[bold]{text}[/]");

    /// <summary>What has come out of a step.</summary>
    public static void Say(this IDeploymentConsole console, string text) => console.Screen.MarkupLineInterpolated($"  {text}");
}
