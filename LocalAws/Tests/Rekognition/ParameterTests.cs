using System.Buffers.Binary;
using System.IO.Hashing;
using System.Net;
using Amazon.Rekognition;
using Amazon.Rekognition.Model;
using Iris.Tests.Support;
using NetVips;
using Image = Amazon.Rekognition.Model.Image;

namespace LocalAws.Tests.Rekognition;

public sealed class ParameterTests(LocalRekognition rekognition)
{
    private const int MaxBytes = 5_242_880;

    public static TheoryData<string, byte[]> NotPictures => new()
    {
        { "text", "hello, world"u8.ToArray() },
        { "a GIF", Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7") },
        { "a WebP", Encode(image => image.WebpsaveBuffer()) },
        { "a JPEG cut off in its pixels", Photographs.Cat.Bytes[..30_000] },
        { "a JPEG cut off in its header", Photographs.Cat.Bytes[..100] },
        { "a PNG cut off", Encode(image => image.PngsaveBuffer())[..20_000] },
        { "a PNG with nothing behind its signature", [0x89, .. "PNG\r\n\u001a\n"u8] },
    };

    public static TheoryData<string, DetectLabelsRequest> WrongParameters => new()
    {
        { "Image is required", new() },
        { "Image needs Bytes or S3Object", new() { Image = new() } },
        { "Image has both", new() { Image = new() { Bytes = new([1]), S3Object = new() { Bucket = "bucket", Name = "name" } } } },
        { "Image.Bytes is empty", new() { Image = new() { Bytes = new() } } },
        { "Image.S3Object.Bucket", new() { Image = new() { S3Object = new() { Name = "name" } } } },
        { "Image.S3Object.Name", new() { Image = new() { S3Object = new() { Bucket = "bucket" } } } },
        { "MaxLabels", new() { Image = Picture, MaxLabels = -1 } },
        { "MinConfidence", new() { Image = Picture, MinConfidence = 100.5f } },
        { "MinConfidence", new() { Image = Picture, MinConfidence = -1 } },
        { "Features", new() { Image = Picture, Features = ["FACES"] } },
        { "MaxLabels needs the feature GENERAL_LABELS", new() { Image = Picture, Features = ["IMAGE_PROPERTIES"], MaxLabels = 1 } },
        { "Settings.ImageProperties needs the feature IMAGE_PROPERTIES", new() { Image = Picture, Settings = new() { ImageProperties = new() { MaxDominantColors = 1 } } } },
        {
            "Settings.ImageProperties.MaxDominantColors",
            new()
            {
                Image = Picture,
                Features = ["IMAGE_PROPERTIES"],
                Settings = new() { ImageProperties = new() { MaxDominantColors = 21 } },
            }
        },
        {
            "LabelInclusionFilters",
            new()
            {
                Image = Picture,
                Settings = new() { GeneralLabels = new() { LabelInclusionFilters = [.. Enumerable.Repeat("Dog", 101)] } },
            }
        },
    };

    private static Image Picture => Photographs.Cat.ToImage();

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(NotPictures))]
    public async Task What_is_not_a_whole_JPEG_or_PNG_has_an_invalid_format(string what, byte[] bytes)
    {
        var error = await RefusedAsync<InvalidImageFormatException>(new() { Image = bytes.ToImage() });

        Assert.True(error.Message == "Request has invalid image format", what);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(WrongParameters))]
    public async Task A_wrong_parameter_is_named(string named, DetectLabelsRequest request)
    {
        var error = await RefusedAsync<InvalidParameterException>(request);

        Assert.StartsWith($"Request has invalid parameters: {named}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_byte_more_than_five_megabytes_is_too_large()
    {
        await RefusedAsync<ImageTooLargeException>(new() { Image = PaddedTo(MaxBytes + 1).ToImage() });
        using var client = rekognition.CreateClient();

        var response = await client.DetectLabelsAsync(
            new() { Image = PaddedTo(MaxBytes).ToImage() }, TestContext.Current.CancellationToken);

        Assert.Contains(response.Labels!, label => label.Name == Photographs.Cat.Label);
    }

    [Fact]
    public async Task A_body_larger_than_any_picture_is_not_read()
    {
        await RefusedAsync<AmazonRekognitionException>(
            new() { Image = new byte[20_000_000].ToImage() }, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Less_than_eighty_pixels_a_side_are_too_few()
    {
        await RefusedAsync<InvalidParameterException>(new() { Image = Encode(image => Crop(image, 79)).ToImage() });
        using var client = rekognition.CreateClient();

        var response = await client.DetectLabelsAsync(
            new() { Image = Encode(image => Crop(image, 80)).ToImage() }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);

        static byte[] Crop(NetVips.Image image, int side) => image.Crop(0, 0, side, 200).PngsaveBuffer();
    }

    [Fact]
    public async Task Too_many_pixels_are_refused_by_the_header_alone()
    {
        // A header that promises 2.5 gigapixels, which would take minutes to decode.
        using var image = NetVips.Image.Black(100, 100);
        var png = image.PngsaveBuffer();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 50_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 50_000);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32.HashToUInt32(png.AsSpan(12, 17)));

        await RefusedAsync<ImageTooLargeException>(new() { Image = png.ToImage() });
    }

    private static byte[] PaddedTo(int length)
    {
        // What follows the end of a JPEG is no part of it.
        var bytes = new byte[length];
        Photographs.Cat.Bytes.CopyTo(bytes, 0);
        return bytes;
    }

    private static byte[] Encode(Func<NetVips.Image, byte[]> encode)
    {
        using var image = NetVips.Image.NewFromBuffer(Photographs.Cat.Bytes, access: Enums.Access.Random);
        return encode(image);
    }

    private async Task<T> RefusedAsync<T>(DetectLabelsRequest request, HttpStatusCode status = HttpStatusCode.BadRequest)
        where T : AmazonRekognitionException
    {
        using var client = rekognition.CreateClient();

        var error = await Assert.ThrowsAsync<T>(() => client.DetectLabelsAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal(status, error.StatusCode);
        return error;
    }
}
