#pragma warning disable ASPIRECOMMAND001 // Resources say what they need by WithRequiredCommand, which is not experimental; only the annotation that it adds is.
namespace Iris.AppHost;

/// <summary>The programs that resources say they need. Aspire warns of one that is missing; here nothing starts without it.</summary>
internal static class RequiredCommands
{
    /// <summary>Names a program that is missing, with the cure; null when all are there.</summary>
    public static string? MissingCommand(this IDistributedApplicationBuilder builder) => (
        from resource in builder.Resources
        from required in resource.Annotations.OfType<RequiredCommandAnnotation>()
        where !IsOnPath(required.Command)
        select $"'{required.Command}', which {resource.Name} needs, is not on the PATH: {required.HelpLink ?? "install it"}.").FirstOrDefault();

    /// <summary>Whether a program can be run by its name.</summary>
    public static bool IsOnPath(string program) => (
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        from extension in OperatingSystem.IsWindows() ? s_extensions : [""]
        select Path.Combine(folder, program + extension)).Any(File.Exists);

    private static readonly string[] s_extensions = ["", ".exe", ".cmd", ".bat"];
}
