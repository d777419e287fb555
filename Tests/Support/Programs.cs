using Xunit;

namespace Iris.Tests.Support;

/// <summary>The programs that a test needs and a machine may lack.</summary>
public static class Programs
{
    /// <summary>Skips the test where the program is not on the PATH, and says so.</summary>
    public static void Require(string name) => Assert.SkipUnless(IsThere(name), $"There is no {name} on the PATH.");

    /// <summary>Whether the program is on the PATH.</summary>
    public static bool IsThere(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, name)) || File.Exists(Path.Combine(folder, $"{name}.exe")));
}
