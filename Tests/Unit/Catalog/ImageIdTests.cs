using System.Security.Cryptography;
using CsCheck;
using Iris.Catalog;

namespace Iris.Tests.Unit.Catalog;

public sealed class ImageIdTests
{
    private static readonly Gen<byte[]> s_hashes = Gen.Byte.Array[32];

    [Fact]
    public void An_id_reads_back_as_itself() => s_hashes.Sample(hash =>
    {
        var id = ImageId.FromSha256(hash);

        Assert.Equal(ImageId.Length, id.ToString().Length);
        Assert.Matches($"^{ImageId.Pattern}$", id.ToString());
        Assert.Equal(id, ImageId.Parse(id.ToString()));
    });

    [Fact]
    public void An_id_holds_the_first_130_bits_in_order() => s_hashes.Sample(hash =>
    {
        var bits = string.Concat(hash.Select(part => part.ToString("b8", null)));
        var digits = ImageId.FromSha256(hash).ToString()
            .Select(digit => "0123456789abcdefghjkmnpqrstvwxyz".IndexOf(digit).ToString("b5", null));

        Assert.Equal(bits[..130], string.Concat(digits));
    });

    [Fact]
    public void The_empty_file_has_the_id_that_its_hash_spells() =>
        Assert.Equal("werc8gmrzge196qvyk49jvxs4g", ImageId.FromSha256(SHA256.HashData([])).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000000000000000000000000")]
    [InlineData("000000000000000000000000000")]
    [InlineData("0000000000000000000000000i")]
    [InlineData("0000000000000000000000000l")]
    [InlineData("0000000000000000000000000o")]
    [InlineData("0000000000000000000000000u")]
    [InlineData("A0000000000000000000000000")]
    [InlineData("0000000000000/000000000000")]
    public void Anything_else_is_no_id(string? text) => Assert.False(ImageId.TryParse(text, out _));

    [Fact]
    public void A_hash_of_another_length_has_no_id() => Assert.Throws<ArgumentException>(() => ImageId.FromSha256(new byte[31]));

    [Fact]
    public void No_id_at_all_does_not_pass_for_one() => Assert.Throws<InvalidOperationException>(() => default(ImageId).ToString());
}
