using System.Runtime.InteropServices;

namespace Iris.Deployment.Packaging;

/// <summary>What a function runs on, in the four spellings that its tools want.</summary>
public sealed record CpuArchitecture(string Name, string Runtime, ushort ElfMachine, string Emulator)
{
    public static readonly CpuArchitecture Arm64 = new("arm64", "linux-arm64", 183, "qemu-aarch64");

    public static readonly CpuArchitecture X64 = new("x64", "linux-x64", 62, "qemu-x86_64");

    public static readonly IReadOnlyList<CpuArchitecture> All = [Arm64, X64];

    public static CpuArchitecture Host => RuntimeInformation.OSArchitecture switch
    {
        Architecture.Arm64 => Arm64,
        _ => X64,
    };

    /// <summary>Whether this machine runs it as it is.</summary>
    public bool IsHost => this == Host;

    public static CpuArchitecture Named(string name) => All.First(architecture => architecture.Name == name);
}
