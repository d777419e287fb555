namespace Iris.Deployment.Packaging;

/// <summary>
/// The compiler driver and linker that Native AOT calls. Without them a publish ends in a page of MSBuild; here it is a sentence.
/// </summary>
public static class Toolchain
{
    public static void Require(CpuArchitecture architecture)
    {
        if (Missing(architecture, Programs.Exists, File.Exists) is { } message)
        {
            throw OperationException.Unusable(message);
        }
    }

    /// <summary>What is missing, with the cure; null when all is there.</summary>
    public static string? Missing(CpuArchitecture architecture, Func<string, bool> isProgram, Func<string, bool> isFile)
    {
        List<(bool There, string Package)> needs = [(isProgram("clang"), "clang"), (isProgram("ld.lld"), "lld")];

        needs.AddRange(architecture switch
        {
            { IsHost: true } => [(isFile("/usr/include/zlib.h"), "zlib1g-dev")],
            { Name: "arm64" } =>
            [
                (isProgram("aarch64-linux-gnu-gcc"), "gcc-aarch64-linux-gnu"),
                (isFile("/usr/aarch64-linux-gnu/lib/libc.so.6"), "libc6-dev-arm64-cross"),
            ],
            _ =>
            [
                (isProgram("x86_64-linux-gnu-gcc"), "gcc-x86-64-linux-gnu"),
                (isFile("/usr/x86_64-linux-gnu/lib/libc.so.6"), "libc6-dev-amd64-cross"),
            ],
        });

        string[] missing = [.. needs.Where(static need => !need.There).Select(static need => need.Package)];
        return missing is []
            ? null
            : $"Native AOT for {architecture.Runtime} wants what is missing here. On Debian and Ubuntu: apt-get install {string.Join(' ', missing)}";
    }
}
