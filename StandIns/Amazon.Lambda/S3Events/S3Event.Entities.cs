using System.Text.Json.Serialization;

namespace Amazon.Lambda.S3Events;

public partial class S3Event
{
    /// <summary>The bucket, the object and the configuration that sent the notification.</summary>
    public class S3Entity
    {
        /// <summary>The version of this shape.</summary>
        [JsonPropertyName("s3SchemaVersion")]
        public string? S3SchemaVersion { get; set; }

        /// <summary>The id in the bucket's notification configuration.</summary>
        [JsonPropertyName("configurationId")]
        public string? ConfigurationId { get; set; }

        /// <summary>The bucket.</summary>
        [JsonPropertyName("bucket")]
        public S3BucketEntity? Bucket { get; set; }

        /// <summary>The object.</summary>
        [JsonPropertyName("object")]
        public S3ObjectEntity? Object { get; set; }
    }

    /// <summary>A bucket.</summary>
    public class S3BucketEntity
    {
        /// <summary>Its name.</summary>
        [JsonPropertyName("name")]
        public string? Name { get; set; }

        /// <summary>Its owner.</summary>
        [JsonPropertyName("ownerIdentity")]
        public UserIdentityEntity? OwnerIdentity { get; set; }

        /// <summary>Its ARN.</summary>
        [JsonPropertyName("arn")]
        public string? Arn { get; set; }
    }

    /// <summary>An object.</summary>
    public class S3ObjectEntity
    {
        /// <summary>The key as S3 sends it: url-encoded, a space as <c>+</c>.</summary>
        [JsonPropertyName("key")]
        public string? Key { get; set; }

        /// <summary>Bytes.</summary>
        [JsonPropertyName("size")]
        public long Size { get; set; }

        /// <summary>The entity tag, without quotes.</summary>
        [JsonPropertyName("eTag")]
        public string? ETag { get; set; }

        /// <summary>The version, in a versioned bucket.</summary>
        [JsonPropertyName("versionId")]
        public string? VersionId { get; set; }

        /// <summary>Hexadecimal digits that order the events of one key.</summary>
        [JsonPropertyName("sequencer")]
        public string? Sequencer { get; set; }
    }

    /// <summary>A principal.</summary>
    public class UserIdentityEntity
    {
        /// <summary>The principal's id.</summary>
        [JsonPropertyName("principalId")]
        public string? PrincipalId { get; set; }
    }

    /// <summary>The request that caused the event.</summary>
    public class RequestParametersEntity
    {
        /// <summary>Where the request came from.</summary>
        [JsonPropertyName("sourceIPAddress")]
        public string? SourceIPAddress { get; set; }
    }

    /// <summary>The ids that S3 gave the request.</summary>
    public class ResponseElementsEntity
    {
        /// <summary>The host that processed the request.</summary>
        [JsonPropertyName("x-amz-id-2")]
        public string? XAmzId2 { get; set; }

        /// <summary>The request's id.</summary>
        [JsonPropertyName("x-amz-request-id")]
        public string? XAmzRequestId { get; set; }
    }
}
