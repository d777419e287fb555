using System.Diagnostics;

namespace Aspire.Hosting.Orchestration;

internal static class HostEnvironment
{
    private static readonly string[] s_hidden =
    [
        "ASPNETCORE_URLS", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "DOTNET_LAUNCH_PROFILE",
        "MSBuildExtensionsPath", "MSBuildSDKsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly",
    ];

    /// <summary>What configures the AppHost, or the build that began it, must not reach the processes that it starts.</summary>
    public static void HideHostEnvironment(this ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(IsHidden).ToArray())
        {
            start.Environment.Remove(name);
        }
    }

    private static bool IsHidden(string name) =>
        s_hidden.Contains(name, StringComparer.OrdinalIgnoreCase)
        || name.StartsWith("ASPIRE_", StringComparison.Ordinal)
        || name.StartsWith("DASHBOARD__", StringComparison.Ordinal);
}
