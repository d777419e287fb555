using System.Xml.Linq;
using LocalAws.S3.Bodies;
using LocalAws.S3.Cors;
using LocalAws.S3.Notifications;
using LocalAws.S3.Protocol;
using LocalAws.S3.Storage;

namespace LocalAws.S3.Operations;

/// <summary>A sub-resource of a bucket, stored and returned as it was put, and acted upon.</summary>
/// <param name="SubResource">The query parameter that names it.</param>
/// <param name="Name">Its part of the operations' names.</param>
/// <param name="Root">The root element of its XML.</param>
/// <param name="Missing">The answer while there is none; null when <paramref name="Root"/>, empty, is returned instead.</param>
/// <param name="Validate">What is wrong with a new one, if anything.</param>
internal sealed record BucketConfiguration(
    string SubResource, string Name, string Root, S3Error? Missing, Func<XElement, S3Error?> Validate)
{
    public static IReadOnlyList<BucketConfiguration> All { get; } =
    [
        new("cors", "BucketCors", "CORSConfiguration",
            new S3Error(404, "NoSuchCORSConfiguration", "The CORS configuration does not exist"), CorsConfiguration.Validate),
        new(
            "notification",
            "BucketNotificationConfiguration",
            "NotificationConfiguration",
            Missing: null,
            NotificationConfiguration.Validate),
    ];
}

internal sealed class GetBucketConfiguration(BucketConfiguration kind, BucketStore buckets) : IOperation
{
    public string Name { get; } = "Get" + kind.Name;

    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken) => Task.FromResult<IResult>(
        buckets.GetConfiguration(request.Bucket, kind.SubResource) is { } xml ? new XmlResult(XElement.Parse(xml))
        : kind.Missing is { } error ? error.With(("BucketName", request.BucketName))
        : new XmlResult(S3Xml.Element(kind.Root)));
}

internal sealed class PutBucketConfiguration(BucketConfiguration kind, BucketStore buckets) : IOperation
{
    public string Name { get; } = "Put" + kind.Name;

    public async Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken)
    {
        var body = await XmlBody.Read(request, kind.Root, cancellationToken);
        if (!body.TryGet(out var configuration, out var error) || (error = kind.Validate(configuration)) is not null)
        {
            return error;
        }

        buckets.Configure(request.Bucket, kind.SubResource, configuration.ToString(SaveOptions.DisableFormatting));
        return Results.Ok();
    }
}

internal sealed class DeleteBucketConfiguration(BucketConfiguration kind, BucketStore buckets) : IOperation
{
    public string Name { get; } = "Delete" + kind.Name;

    public Task<IResult> Invoke(S3Request request, CancellationToken cancellationToken)
    {
        buckets.Configure(request.Bucket, kind.SubResource, xml: null);
        return Task.FromResult(Results.NoContent());
    }
}
