using System.IO.Compression;
using Iris.Deployment;
using Iris.Deployment.Packaging;

namespace Iris.Tests.Unit.Deployment;

public sealed class PackagingTests
{
    private static readonly string s_libvips = Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-arm64", "native", "libvips.so.42");

    [Fact]
    public void An_arm64_library_is_read_as_what_Amazon_Linux_can_load()
    {
        var glibc = LoadCheck.Require(s_libvips, File.ReadAllBytes(s_libvips), CpuArchitecture.Arm64);

        Assert.InRange(glibc!, new Version(2, 17), LoadCheck.Glibc);
    }

    [Fact]
    public void A_library_for_another_machine_is_refused() =>
        Assert.Contains(
            "another machine",
            Assert.Throws<OperationException>(static () => LoadCheck.Require(s_libvips, File.ReadAllBytes(s_libvips), CpuArchitecture.X64))
                .Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_symbol_that_Amazon_Linux_lacks_is_refused_by_its_version()
    {
        // The same file, asking for a glibc of the future.
        var bytes = File.ReadAllBytes(s_libvips);
        var highest = "GLIBC_" + ElfFile.Read(bytes).Glibc;
        var at = bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(highest + "\0"));
        "GLIBC_2.99"u8.CopyTo(bytes.AsSpan(at));

        var failure = Assert.Throws<OperationException>(() => LoadCheck.Require(s_libvips, bytes, CpuArchitecture.Arm64));

        Assert.Contains("glibc 2.99", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_files_in_another_order_are_the_same_zip_and_bootstrap_is_executable()
    {
        ZipContent[] contents = [ZipContent.Program("bootstrap", [1, 2, 3]), ZipContent.File("libvips.so.42", [4])];

        var zip = ReproducibleZip.Create(contents);

        Assert.Equal(zip, ReproducibleZip.Create(contents.Reverse()));
        using var archive = new ZipArchive(new MemoryStream(zip));
        Assert.Equal("100755", Convert.ToString(archive.GetEntry("bootstrap")!.ExternalAttributes >>> 16, 8));
        Assert.Equal("100644", Convert.ToString(archive.GetEntry("libvips.so.42")!.ExternalAttributes >>> 16, 8));
    }

    [Fact]
    public void A_zip_above_the_limit_is_refused_with_its_size_the_limit_and_its_largest_files()
    {
        ZipContent[] contents =
        [
            ZipContent.File("libsmall.so", new byte[1_000]),
            ZipContent.Program("bootstrap", new byte[9_000_000]),
            ZipContent.File("libvips.so.42", new byte[18_260_000]),
        ];
        ZipSize.Require("ImageProcessor", ZipSize.MaximumBytes, contents);

        var failure = Assert.Throws<OperationException>(() => ZipSize.Require("ImageProcessor", 20_000_001, contents));

        Assert.Equal(ExitCode.Failed, failure.Code);
        Assert.StartsWith(
            "The zip of ImageProcessor has 20,000,001 bytes, more than the 20,000,000 that Iris allows itself.",
            failure.Message,
            StringComparison.Ordinal);
        Assert.Contains("libvips.so.42 (18.3 MB), bootstrap (9.0 MB), libsmall.so", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_toolchain_lacks_is_said_with_the_cure()
    {
        Assert.Null(Toolchain.Missing(CpuArchitecture.Arm64, static _ => true, static _ => true));
        Assert.Contains(
            "apt-get install clang lld",
            Toolchain.Missing(CpuArchitecture.Arm64, static _ => false, static _ => false),
            StringComparison.Ordinal);
    }
}
