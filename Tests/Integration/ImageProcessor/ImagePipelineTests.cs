using System.Diagnostics;
using System.Security.Cryptography;
using Iris.Catalog;
using Iris.Catalog.Objects;
using Iris.Tests.Support;
using NetVips;
using Image = NetVips.Image;

namespace Iris.Tests.Integration.ImageProcessor;

public abstract class ImagePipelineTests(Dynalite dynalite, LocalRekognition rekognition, bool asABootstrap)
    : ProcessorSuite(dynalite, rekognition, asABootstrap)
{
    [Fact]
    public async Task Photographs_become_ready_with_derivatives_a_placeholder_and_labels_with_boxes()
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Kitten.Bytes);

        await stage.HandleAsync(id);

        var image = await stage.FindAsync(id);
        Assert.Equal((ImageStatus.Ready, 1), (image.Status, image.Attempt));
        var picture = image.Findings!;
        Assert.Equal((2240, 1488), (picture.Width, picture.Height));
        Assert.Equal(
            [(300, 300, 199), (600, 600, 399), (1600, 1600, 1063)],
            picture.Derivatives.Select(derivative => (derivative.Edge, derivative.Width, derivative.Height)));
        Assert.InRange(Convert.FromBase64String(picture.Placeholder).Length, 20, 30);
        Assert.Matches("^#[0-9a-f]{6}$", picture.Color);
        Assert.InRange(picture.Timings.LabelsMs, 1, picture.Timings.ProcessingMs);

        var cat = Assert.Single(picture.Labels, label => label.Name == Photographs.Kitten.Label);
        Assert.InRange(cat.Confidence, 85, 100);
        Assert.Contains("Mammal", cat.Parents);
        Assert.NotEmpty(cat.Instances);
    }

    [Fact]
    public async Task The_derivatives_are_there_to_be_cached_and_shown()
    {
        await using var stage = await SetStageAsync();
        var id = await stage.UploadAsync(Photographs.Cat.Bytes);

        await stage.HandleAsync(id);

        string[] expected =
        [
            .. Derivative.Edges.Select(edge => ObjectKeys.Derivative(id, edge)).Order(StringComparer.Ordinal), ObjectKeys.Outcome(id),
            ObjectKeys.Original(id),
        ];
        Assert.Equal(expected, await stage.KeysAsync());
        foreach (var derivative in (await stage.FindAsync(id)).Findings!.Derivatives)
        {
            using var stored = await stage.S3.GetObjectAsync(
                Stage.Bucket, ObjectKeys.Derivative(id, derivative.Edge), TestContext.Current.CancellationToken);
            Assert.Equal(
                ("image/webp", "public, max-age=60, s-maxage=1", derivative.Size),
                (stored.Headers.ContentType, stored.Headers.CacheControl, stored.ContentLength));
            using var image = Image.NewFromStream(stored.ResponseStream);
            Assert.Equal((derivative.Width, derivative.Height), (image.Width, image.Height));
        }
    }

    [Fact]
    public async Task What_the_row_says_of_the_file_is_the_bytes_own()
    {
        await using var stage = await SetStageAsync();
        using var small = Image.ThumbnailBuffer(Photographs.Cat.Bytes, 100);
        var png = small.PngsaveBuffer();
        var announcement = new Announcement(Convert.ToHexStringLower(SHA256.HashData(png)), "photo", "image/jpeg", 7, TraceParent: null);
        var id = (await stage.Images.AnnounceAsync(announcement, TestContext.Current.CancellationToken)).Image.Id;
        await stage.PutAsync(ObjectKeys.Original(id), png);

        await stage.HandleAsync(id);

        var image = await stage.FindAsync(id);
        Assert.Equal((ImageStatus.Ready, "image/png", png.Length), (image.Status, image.ContentType, image.Size));
    }

    [Fact]
    public async Task What_the_row_says_of_the_hash_is_the_bytes_own()
    {
        await using var stage = await SetStageAsync();
        using var small = Image.ThumbnailBuffer(Photographs.Cat.Bytes, 100);
        var png = small.PngsaveBuffer();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(png));
        var announcement = new Announcement(
            sha256[..^1] + (sha256[^1] == '0' ? '1' : '0'), "photo", "image/png", png.Length, TraceParent: null);
        var id = (await stage.Images.AnnounceAsync(announcement, TestContext.Current.CancellationToken)).Image.Id;
        await stage.PutAsync(ObjectKeys.Original(id), png);

        await stage.HandleAsync(id);

        Assert.Equal(sha256, (await stage.FindAsync(id)).Sha256);
    }

    [Theory]
    [InlineData(79, 300)]
    [InlineData(1, 1)]
    public async Task Photographs_too_small_for_Rekognition_become_ready_without_labels(int width, int height)
    {
        await using var stage = await SetStageAsync();
        using var small = Image.ThumbnailBuffer(Photographs.Cat.Bytes, width, height: height, size: Enums.Size.Force);
        var id = await stage.UploadAsync(small.PngsaveBuffer());

        await stage.HandleAsync(id);

        var picture = (await stage.FindAsync(id)).Findings!;
        Assert.Empty(picture.Labels);
        Assert.All(picture.Derivatives, derivative => Assert.Equal((width, height), (derivative.Width, derivative.Height)));
        Assert.Equal(0, stage.ToRekognition.Requests);
    }
}

public sealed class ImagePipelineTestsInProcess(Dynalite dynalite, LocalRekognition rekognition)
    : ImagePipelineTests(dynalite, rekognition, asABootstrap: false)
{
    [Fact]
    public async Task Photographs_become_ready_in_the_trace_that_announced_them()
    {
        await using var stage = await SetStageAsync();
        var announced = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        List<Activity> spans = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Iris.ImageProcessor",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    if (span.TraceId == announced.TraceId)
                    {
                        spans.Add(span);
                    }
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var id = await stage.UploadAsync(Photographs.Cat.Bytes, $"00-{announced.TraceId}-{announced.SpanId}-01");

        await stage.HandleAsync(id);

        var root = Assert.Single(spans, span => span.OperationName == "process image");
        Assert.Equal(announced.SpanId, root.ParentSpanId);
        Assert.Equal(
            ["claim", "decode", "detect labels", "encode 1600", "encode 300", "encode 600", "fetch", "finish", "placeholder", "put 1600", "put 300", "put 600", "read header"],
            spans.Where(span => span.ParentSpanId == root.SpanId).Select(span => span.OperationName).Order(StringComparer.Ordinal));
    }
}

public sealed class ImagePipelineTestsAsABootstrap(Dynalite dynalite, LocalRekognition rekognition)
    : ImagePipelineTests(dynalite, rekognition, asABootstrap: true);
