using System.Text;
using CsCheck;
using LocalAws.S3.Checksums;

namespace LocalAws.Tests.S3;

public sealed class ChecksumAlgorithmTests
{
    // The check values of the CRC catalogue, and of FIPS 180 for the SHAs.
    [Theory]
    [InlineData("CRC32", "cbf43926")]
    [InlineData("CRC32C", "e3069283")]
    [InlineData("CRC64NVME", "ae8b14860a799888")]
    [InlineData("SHA1", "f7c3bc1d808e04732adf679965ccc34ca7ae3441")]
    [InlineData("SHA256", "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225")]
    public void Checksums_of_the_digits_1_to_9(string algorithm, string expected)
    {
        using var running = ChecksumAlgorithm.Named(algorithm)!.Start();

        running.Append("123456789"u8);

        Assert.Equal(expected, Convert.ToHexStringLower(running.Finish()));
    }

    [Theory]
    [InlineData("CRC32")]
    [InlineData("CRC32C")]
    [InlineData("CRC64NVME")]
    public void Checksums_do_not_depend_on_how_a_body_is_cut(string algorithm) =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, 300]).Sample((body, cut) =>
        {
            using var whole = ChecksumAlgorithm.Named(algorithm)!.Start();
            using var pieces = ChecksumAlgorithm.Named(algorithm)!.Start();
            cut = Math.Min(cut, body.Length);

            whole.Append(body);
            pieces.Append(body.AsSpan(0, cut));
            pieces.Append(body.AsSpan(cut));

            Assert.Equal(whole.Finish(), pieces.Finish());
        });

    [Theory]
    [InlineData("CRC32", "NasOww==", true)]
    [InlineData("CRC32", "NasOw", false)]
    [InlineData("CRC32", "not base64", false)]
    [InlineData("CRC32", "ig0pf2EBFvzgJP4cLr280IwFEZdvRKKP2Qd6dE4VfmI=", false)]
    [InlineData("SHA256", "ig0pf2EBFvzgJP4cLr280IwFEZdvRKKP2Qd6dE4VfmI=", true)]
    public void Checksums_travel_as_base64_of_their_length(string algorithm, string value, bool isDigest) =>
        Assert.Equal(isDigest, ChecksumAlgorithm.Named(algorithm)!.IsDigest(value));

    [Fact]
    public void Checksums_start_again_after_each_digest()
    {
        using var running = ChecksumAlgorithm.Named("CRC64NVME")!.Start();
        running.Append(Encoding.ASCII.GetBytes("something else"));
        running.Finish();

        running.Append("123456789"u8);

        Assert.Equal("ae8b14860a799888", Convert.ToHexStringLower(running.Finish()));
    }
}
