using System.Xml.Linq;
using LocalAws.S3.Cors;
using LocalAws.S3.Notifications;
using LocalAws.S3.Protocol;

namespace LocalAws.S3.Operations;

/// <summary>
/// A sub-resource of a bucket that is stored and returned as it was put. CORS and notifications are acted upon; the others
/// describe what a bucket on AWS would do by itself, and change nothing here.
/// </summary>
/// <param name="SubResource">The query parameter that names it.</param>
/// <param name="Name">Its part of the operations' names.</param>
/// <param name="Root">The root element of its XML.</param>
/// <param name="Missing">The answer while there is none; null when <paramref name="Root"/>, empty, is returned instead.</param>
internal sealed record BucketConfiguration(string SubResource, string Name, string Root, S3Error? Missing)
{
    public static IReadOnlyList<BucketConfiguration> All { get; } =
    [
        new("cors", "BucketCors", "CORSConfiguration", NotFound("NoSuchCORSConfiguration", "The CORS configuration does not exist"))
        {
            Validate = CorsConfiguration.Validate,
        },
        new("notification", "BucketNotificationConfiguration", "NotificationConfiguration", Missing: null)
        {
            Validate = NotificationConfiguration.Validate,
        },
        new("versioning", "BucketVersioning", "VersioningConfiguration", Missing: null),
        new("lifecycle", "BucketLifecycleConfiguration", "LifecycleConfiguration",
            NotFound("NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist")),
        new("publicAccessBlock", "PublicAccessBlock", "PublicAccessBlockConfiguration",
            NotFound("NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found")),
        new("encryption", "BucketEncryption", "ServerSideEncryptionConfiguration",
            NotFound("ServerSideEncryptionConfigurationNotFoundError", "The server side encryption configuration was not found")),
        new("ownershipControls", "BucketOwnershipControls", "OwnershipControls",
            NotFound("OwnershipControlsNotFoundError", "The bucket ownership controls were not found")),
        new("tagging", "BucketTagging", "Tagging", NotFound("NoSuchTagSet", "The TagSet does not exist")),
    ];

    public Func<XElement, S3Error?> Validate { get; init; } = static _ => null;

    private static S3Error NotFound(string code, string message) => new(404, code, message);
}
