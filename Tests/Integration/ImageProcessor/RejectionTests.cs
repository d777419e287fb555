using Iris.Catalog;
using Iris.Catalog.Objects;
using Iris.Tests.Support;

namespace Iris.Tests.Integration.ImageProcessor;

public abstract class RejectionTests(Dynalite dynalite, LocalRekognition rekognition, bool asABootstrap)
    : ProcessorSuite(dynalite, rekognition, asABootstrap)
{
    private static readonly Dictionary<string, (Func<byte[]> Make, RejectionCode Code)> s_pictures = new()
    {
        ["text renamed"] = (() => "not a picture, whatever its name"u8.ToArray(), RejectionCode.NotAnImage),
        ["svg"] = (() => "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), RejectionCode.UnsupportedFormat),
        ["pdf"] = (() => "%PDF-1.7 "u8.ToArray(), RejectionCode.UnsupportedFormat),
        ["tiff"] = (() => [.. "II*\0"u8, 8, 0, 0, 0], RejectionCode.UnsupportedFormat),
        ["half a photograph"] = (() => Photographs.Cat.Bytes[..(Photographs.Cat.Bytes.Length / 2)], RejectionCode.Corrupt),
        ["png of 50,000 x 50,000"] = (
            () => Convert.FromHexString(
                "89504E470D0A1A0A0000000D494844520000C3500000C350010000000063D400670000000C49444154789C6360A00C000000400001B7347CEF"),
            RejectionCode.TooManyPixels),
        ["5 MiB and a byte"] = (
            () => [.. Photographs.Cat.Bytes, .. new byte[(5 * 1024 * 1024) + 1 - Photographs.Cat.Bytes.Length]], RejectionCode.TooLarge),
    };

    public static TheoryData<string> Names => [.. s_pictures.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Bad_pictures_are_rejected_for_good_with_a_reason_and_the_event_is_acknowledged(string name)
    {
        var (make, code) = s_pictures[name];
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(make());

        await stage.HandleAsync(id);

        var image = await stage.FindAsync(id);
        Assert.Equal((ImageStatus.Rejected, code), (image.Status, image.Reason?.Code));
        Assert.EndsWith(".", image.Reason!.Message, StringComparison.Ordinal);
        Assert.Equal([ObjectKeys.Outcome(id), ObjectKeys.Original(id)], await stage.KeysAsync());
        Assert.Equal(0, stage.ToRekognition.Requests);
    }

    [Fact]
    public async Task Bytes_under_the_name_of_others_are_rejected()
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);
        await stage.PutAsync(ObjectKeys.Original(id), Photographs.Lake.Bytes);

        await stage.HandleAsync(id);

        var image = await stage.FindAsync(id);
        Assert.Equal((ImageStatus.Rejected, RejectionCode.Corrupt), (image.Status, image.Reason?.Code));
        Assert.Equal(Photographs.Lake.Bytes.Length, image.Size);
    }
}

public sealed class RejectionTestsInProcess(Dynalite dynalite, LocalRekognition rekognition)
    : RejectionTests(dynalite, rekognition, asABootstrap: false);

public sealed class RejectionTestsAsABootstrap(Dynalite dynalite, LocalRekognition rekognition)
    : RejectionTests(dynalite, rekognition, asABootstrap: true);
