namespace Iris.Deployment.Packaging;

/// <summary>Whether Amazon Linux 2023 can load what is in a package. It has glibc 2.34, and a newer symbol fails only there.</summary>
public static class LoadCheck
{
    public static readonly Version Glibc = new(2, 34);

    public static Version? Require(string path, ReadOnlySpan<byte> bytes, CpuArchitecture architecture)
    {
        var elf = ElfFile.Read(bytes);
        var name = Path.GetFileName(path);

        if (elf.Machine != architecture.ElfMachine)
        {
            throw OperationException.Failed($"{name} is made for another machine than {architecture.Name} (ELF machine {elf.Machine}).");
        }

        return elf.Glibc > Glibc
            ? throw OperationException.Failed($"{name} needs glibc {elf.Glibc}, and Amazon Linux 2023 has {Glibc}. Build on a system with an older glibc, such as Debian 12.")
            : elf.Glibc;
    }
}
