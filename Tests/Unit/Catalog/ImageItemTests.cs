using CsCheck;
using Iris.Catalog;
using Iris.Catalog.Table;

namespace Iris.Tests.Unit.Catalog;

public sealed class ImageItemTests
{
    private static readonly Gen<string> s_text = Gen.String[Gen.Char[' ', 'ÿ'], 1, 20];

    private static readonly Gen<DateTimeOffset> s_times = Gen.Long[0, 4_000_000_000_000].Select(DateTimeOffset.FromUnixTimeMilliseconds);

    private static readonly Gen<double> s_fractions = Gen.Double[0, 1];

    private static readonly Gen<Label> s_label =
        from name in s_text
        from confidence in Gen.Double[0, 100]
        from parents in s_text.Array[0, 3]
        from categories in s_text.Array[0, 2]
        from instances in Gen.Select(s_fractions, s_fractions, s_fractions, s_fractions, Gen.Double[0, 100])
            .Select((left, top, width, height, sure) => new LabelInstance(new(left, top, width, height), sure)).Array[0, 3]
        select new Label(name, confidence, parents, categories, instances);

    private static readonly Gen<Findings> s_pictures =
        from width in Gen.Int[1, 16_384]
        from height in Gen.Int[1, 16_384]
        from placeholder in s_text
        from derivatives in Gen.Select(Gen.Int[1, 1_600], Gen.Long[1, 5_000_000])
            .Select((edge, size) => new Derivative(edge, edge, edge, size))
            .Array[0, 3]
        from labels in s_label.Array[0, 4]
        from timings in Gen.Select(Gen.Long[0, 100_000], Gen.Long[0, 30_000], Gen.Long[0, 30_000])
            .Select((queued, processing, label) => new Timings(queued, processing, label))
        select new Findings
        {
            Width = width,
            Height = height,
            Placeholder = placeholder,
            Color = "#012345",
            Derivatives = derivatives,
            Labels = labels,
            Timings = timings,
        };

    private static readonly Gen<Image> s_images =
        from hash in Gen.Byte.Array[32]
        from status in Gen.Enum<ImageStatus>()
        from name in s_text
        from size in Gen.Long[1, 5_242_880]
        from created in s_times
        from owner in Gen.Null(s_text.Select(static subject => Owner.OfSubject("https://issuer.example", subject)))
        from trace in Gen.Null(s_text)
        from attempt in Gen.Int[0, 9]
        from processed in Gen.Nullable(s_times)
        from reason in Gen.Null(Gen.Select(Gen.Enum<RejectionCode>(), s_text).Select((code, message) => new Rejection(code, message)))
        from picture in Gen.Null(s_pictures)
        select new Image
        {
            Id = ImageId.FromSha256(hash),
            Status = status,
            FileName = name,
            ContentType = "image/png",
            Size = size,
            Sha256 = Convert.ToHexStringLower(hash),
            Owner = owner,
            CreatedAt = created,
            TraceParent = trace,
            Attempt = attempt,
            ProcessedAt = processed,
            Reason = reason,
            Findings = picture,
        };

    [Fact]
    public void An_image_comes_out_of_its_item_as_it_went_in() => s_images.Sample(image =>
    {
        var read = ImageItem.Read(ImageItem.Write(new StoredImage(image))).Image;

        Assert.Equivalent(image, read, strict: true);
        Assert.Equal(image.Owner, read.Owner);
    });

    [Fact]
    public void What_only_the_catalog_knows_comes_out_as_it_went_in() =>
        Gen.Select(s_images, s_text, s_times, Gen.Enum<ImageStatus>(), Gen.Bool).Sample((image, owner, time, status, enters) =>
        {
            var row = new StoredImage(image)
            {
                Lease = new Lease(owner, time),
                ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds()),
                Owed = enters ? Owed.Enter(status) : Owed.Leave(status),
            };

            Assert.Equal(row with { Image = image }, ImageItem.Read(ImageItem.Write(row)) with { Image = image });
        });

    [Fact]
    public void Times_sort_as_text() => Gen.Select(s_times, s_times).Sample((one, other) =>
        Assert.Equal(one.CompareTo(other), Math.Sign(string.CompareOrdinal(Timestamp.Write(one), Timestamp.Write(other)))));

    [Fact]
    public void Codes_are_the_seven_of_the_contract() => Assert.Equal(
        ["not-an-image", "unsupported-format", "too-large", "too-many-pixels", "too-complex", "corrupt", "processing-failed"],
        Enum.GetValues<RejectionCode>().Select(WireName<RejectionCode>.Of));
}
