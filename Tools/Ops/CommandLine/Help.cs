using Iris.Deployment;

namespace Iris.Ops.CommandLine;

/// <summary>The description of a command: what it does, an example, and the exit codes it may end with.</summary>
internal static class Help
{
    public static string Text(string what, string example, params ReadOnlySpan<ExitCode> codes)
    {
        List<string> lines = [what, "", "Example:", $"  {example}", "", "Exit codes:", $"  0  {Meaning(ExitCode.Done)}"];

        foreach (var code in codes)
        {
            lines.Add($"  {(int)code}  {Meaning(code)}");
        }

        return string.Join(Environment.NewLine, lines);
    }

    private static string Meaning(ExitCode code) => code switch
    {
        ExitCode.Done => "done, or nothing to do",
        ExitCode.Failed => "failed; the message says what to do",
        ExitCode.Unusable => "wrong arguments, or a tool is missing; nothing was done",
        ExitCode.Declined => "not confirmed; nothing was done",
        ExitCode.TimedOut => "gave up waiting; what was done is kept",
        _ => "the new version failed, and the previous one is back in place",
    };
}
