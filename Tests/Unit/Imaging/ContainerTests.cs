using System.Text;
using CsCheck;
using Iris.Catalog;
using Iris.ImageProcessor.Imaging;
using Iris.ImageProcessor.Imaging.Containers;
using Iris.Tests.Support;
using Iris.Tests.Support.Pictures;
using NetVips;
using Image = NetVips.Image;

namespace Iris.Tests.Unit.Imaging;

public sealed class ContainerTests
{
    private const string Secret = "taken at 48.2082 N, 16.3738 E";

    private static readonly Dictionary<string, Lazy<byte[]>> s_files = new Dictionary<string, Func<byte[]>>
    {
        ["jpeg"] = () => Photographs.Car.Bytes,
        ["jpeg with everything"] = () => WithEverything().JpegsaveBuffer(),
        ["progressive jpeg with everything"] = () => WithEverything().JpegsaveBuffer(interlace: true),
        ["grey jpeg"] = () => Small().Colourspace(Enums.Interpretation.Bw).JpegsaveBuffer(),
        ["cmyk jpeg"] = () => Small().IccTransform("cmyk", inputProfile: "srgb").JpegsaveBuffer(),
        ["png with everything"] = () => WithEverything().PngsaveBuffer(),
        ["interlaced 16-bit png"] = () => Small().Colourspace(Enums.Interpretation.Rgb16).PngsaveBuffer(interlace: true),
        ["palette png with alpha"] = () => Transparent().PngsaveBuffer(palette: true),
        ["webp"] = () => Small().WebpsaveBuffer(),
        ["webp with everything"] = () => WithEverything().WebpsaveBuffer(),
        ["lossless webp with alpha and everything"] = () => WithEverything().Bandjoin(255).WebpsaveBuffer(lossless: true),
        ["webp with alpha"] = () => Transparent().WebpsaveBuffer(),
        ["animated webp"] = () => Animation().WebpsaveBuffer(),
        ["gif"] = () => Small().GifsaveBuffer(),
        ["animated gif"] = () => Animation().GifsaveBuffer(),
        ["avif with everything"] = () => WithEverything().HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1),
        ["10-bit avif with alpha"] = () => Transparent().Colourspace(Enums.Interpretation.Rgb16).HeifsaveBuffer(bitdepth: 10, compression: Enums.ForeignHeifCompression.Av1),
    }.ToDictionary(file => file.Key, file => new Lazy<byte[]>(file.Value));

    public static TheoryData<string> Files => [.. s_files.Keys];

    public static TheoryData<string> Rich => [.. s_files.Keys.Where(name => name.Contains("everything", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_sound_picture_keeps_its_pixels_its_profile_and_its_orientation(string name)
    {
        var file = s_files[name].Value;
        using var before = Image.NewFromBuffer(file);
        using var after = Image.NewFromBuffer(Reduce(file));

        Assert.Equal((before.Width, before.Height, before.Format, before.Interpretation), (after.Width, after.Height, after.Format, after.Interpretation));
        Assert.Equal(Pixels(before), Pixels(after));
        Assert.Equal(Field(before, "orientation") ?? 1, Field(after, "orientation") ?? 1);
        Assert.Equal(Field(before, "icc-profile-data"), Field(after, "icc-profile-data"));
    }

    [Theory]
    [MemberData(nameof(Rich))]
    public void What_is_not_shown_is_not_seen_by_a_decoder(string name)
    {
        var file = s_files[name].Value;
        using var before = Image.NewFromBuffer(file);
        using var after = Image.NewFromBuffer(Reduce(file));

        Assert.Contains("xmp-data", before.GetFields());
        Assert.DoesNotContain(after.GetFields(), field => field is "xmp-data" or "iptc-data" || field.Contains("comment", StringComparison.OrdinalIgnoreCase));
        // In an AVIF it stays where it is, but nothing leads there.
        Assert.True(name.Contains("avif", StringComparison.Ordinal) || Reduce(file).AsSpan().IndexOf(Encoding.ASCII.GetBytes(Secret)) < 0);
    }

    [Fact]
    public void What_needs_no_change_is_not_copied()
    {
        var reduced = Reduce(Small().PngsaveBuffer());

        Assert.Same(reduced, Reduce(reduced));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Whatever_is_changed_it_is_taken_apart_and_once_is_enough(string name)
    {
        var file = s_files[name].Value;
        var format = FileType.Sniff(file)!.Format!.Value;

        Gen.Int.Sample(
            seed =>
            {
                var (once, rejection) = Container.Reduce(Mutation.Of(file, new Random(seed)), format);
                var (twice, same) = Container.Reduce(once.File, format);
                Assert.Equal(once.File, twice.File);
                Assert.Equal(rejection, same);
            },
            iter: 500,
            threads: 1);
    }

    [Theory]
    [InlineData(ImageFormat.Jpeg)]
    [InlineData(ImageFormat.Png)]
    [InlineData(ImageFormat.WebP)]
    [InlineData(ImageFormat.Gif)]
    [InlineData(ImageFormat.Avif)]
    public void Noise_is_taken_apart_as_well(ImageFormat format) => Gen.Byte.Array[8, 400].Sample(
        noise => Assert.InRange(Container.Reduce(noise, format).Essentials.File.Length, 0, noise.Length + 4),
        iter: 2_000,
        threads: 1);

    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    [InlineData("webp")]
    [InlineData("avif")]
    public void A_profile_stays_unless_it_is_a_program_or_beyond_a_megabyte(string format)
    {
        Assert.NotNull(ProfileOf(format, Profile.Linear()));
        Assert.NotNull(ProfileOf(format, Profile.Linear(padding: 900_000)));
        Assert.Null(ProfileOf(format, Profile.Linear(padding: 1_100_000)));
        Assert.All((string[])["D2B0", "D2B3", "B2D0"], tag => Assert.Null(ProfileOf(format, Profile.Stages(2, tag))));
    }

    // RFC 1950: the second byte of the header may say that a dictionary follows, of which PNG has none.
    [Theory]
    [InlineData(0x78, 0xBB)]
    [InlineData(0x79, 0x9C)]
    [InlineData(0x00, 0x00)]
    public void A_profile_that_cannot_be_unfolded_is_left_out(byte method, byte flags)
    {
        var file = SlowPicture.PngWithProfile(Small().PngsaveBuffer(keep: Enums.ForeignKeep.None), Profile.Linear());
        var stream = file.AsSpan().IndexOf("iCCPp\0\0"u8) + 7;
        (file[stream], file[stream + 1]) = (method, flags);

        Assert.Equal(-1, Reduce(file).AsSpan().IndexOf("iCCP"u8));
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    public void Of_exif_the_orientation_stays(string format)
    {
        using var tagged = Small().Mutate(to => to.Set(GValue.GIntType, "orientation", 6));
        var file = format switch { "jpeg" => tagged.JpegsaveBuffer(), "png" => tagged.PngsaveBuffer(), _ => tagged.WebpsaveBuffer() };
        using var reduced = Image.NewFromBuffer(Reduce(file));

        Assert.Equal(6, Field(reduced, "orientation"));
    }

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, RejectionCode.TooComplex)]
    public void A_jpeg_has_a_hundred_scans_at_most(int scans, RejectionCode? expected) =>
        Assert.Equal(expected, Container.Reduce(SlowPicture.Jpeg(64, 64, scans), ImageFormat.Jpeg).Rejection?.Code);

    [Theory]
    [InlineData(40, null)]
    [InlineData(41, RejectionCode.TooComplex)]
    public void The_larger_it_is_the_fewer(int scans, RejectionCode? expected) =>
        Assert.Equal(expected, Container.Reduce(SlowPicture.Jpeg(8_000, 6_250, scans), ImageFormat.Jpeg).Rejection?.Code);

    [Fact]
    public void A_sequence_shows_its_primary_item()
    {
        var still = Small().HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1);
        byte[] sequence = [.. still[..8], .. "avis"u8, .. still[12..], .. AvifFile.Box("moov", [])];

        using var picture = Sample.Decode(sequence);

        Assert.Equal((Small().Width, Small().Height), (picture.Width, picture.Height));
    }

    [Theory]
    [InlineData(255, 512, 512, "av01", null)]
    [InlineData(256, 64, 64, "av01", RejectionCode.TooComplex)]
    [InlineData(20, 8_000, 1_000, "av01", RejectionCode.TooComplex)]
    [InlineData(2, 64, 64, "grid", RejectionCode.TooComplex)]
    [InlineData(2, 64, 64, "iovl", RejectionCode.TooComplex)]
    public void A_grid_of_an_avif_has_tiles_that_are_pictures_and_not_too_many(int tiles, uint width, uint height, string type, RejectionCode? expected) =>
        Assert.Equal(expected, Container.Reduce(AvifFile.Grid(tiles, width, height, type), ImageFormat.Avif).Rejection?.Code);

    [Fact]
    public void A_grid_of_hundreds_of_tiles_is_one_picture()
    {
        var tile = Image.Black(64, 64, bands: 3).Copy(interpretation: Enums.Interpretation.Srgb)
            .HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, keep: Enums.ForeignKeep.None);

        using var picture = Sample.Decode(AvifFile.GridOf(tile, columns: 15, rows: 17, width: 64, height: 64));

        Assert.Equal((960, 1088), (picture.Width, picture.Height));
    }

    private static byte[] Reduce(byte[] file)
    {
        var (essentials, rejection) = Container.Reduce(file, FileType.Sniff(file)!.Format!.Value);
        Assert.Null(rejection);
        return essentials.File;
    }

    private static object? ProfileOf(string format, byte[] profile)
    {
        using var image = Small().Mutate(to => to.Set(GValue.BlobType, "icc-profile-data", profile));
        using var reduced = Image.NewFromBuffer(Reduce(format switch
        {
            "png" => SlowPicture.PngWithProfile(Small().PngsaveBuffer(keep: Enums.ForeignKeep.None), profile),
            "jpeg" => image.JpegsaveBuffer(),
            "webp" => image.WebpsaveBuffer(),
            _ => image.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1),
        }));
        return Field(reduced, "icc-profile-data");
    }

    private static byte[] Pixels(Image image)
    {
        // Of an animation another frame may have transparency.
        using var alike = image.HasAlpha() ? image.Copy() : image.AddAlpha();
        using var bytes = alike.Cast(Enums.BandFormat.Ushort);
        return System.Runtime.InteropServices.MemoryMarshal.AsBytes(bytes.WriteToMemory<ushort>().AsSpan()).ToArray();
    }

    private static object? Field(Image image, string field) => image.Contains(field) ? image.Get(field) : null;

    private static Image Small() => Image.ThumbnailBuffer(Photographs.Car.Bytes, 120);

    private static Image Transparent() => Small().Bandjoin(Small()[0]);

    private static Image Animation() => Image.Arrayjoin([Small(), Small().Invert(), Small()], across: 1).Mutate(to =>
    {
        to.Set(GValue.GIntType, "page-height", Small().Height);
        to.Set(GValue.GIntType, "loop", 0);
    });

    // What a camera and a dozen programs after it leave behind.
    private static Image WithEverything() => Small().Mutate(to =>
    {
        to.Set(GValue.GIntType, "orientation", 8);
        to.Set(GValue.GStrType, "exif-ifd0-ImageDescription", Secret);
        to.Set(GValue.BlobType, "xmp-data", Encoding.ASCII.GetBytes($"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{Secret}</x:xmpmeta>"));
        to.Set(GValue.BlobType, "icc-profile-data", Profile.Linear(padding: 70_000));
        to.Set(GValue.GStrType, "png-comment-0-Comment", Secret);
        to.Set(GValue.GStrType, "jpeg-comment", Secret);
    });
}
