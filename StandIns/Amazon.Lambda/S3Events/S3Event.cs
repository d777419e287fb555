using System.Text.Json.Serialization;

namespace Amazon.Lambda.S3Events;

/// <summary>
/// The notification that S3 sends to Lambda:
/// <see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html"/>.
/// </summary>
public partial class S3Event
{
    /// <summary>What happened; today S3 sends one record in each notification, but its contract is a list.</summary>
    [JsonPropertyName("Records")]
    public List<S3EventNotificationRecord>? Records { get; set; }

    /// <summary>One thing that happened to one object.</summary>
    public class S3EventNotificationRecord
    {
        /// <summary>The version of the record's shape, for example <c>2.1</c>.</summary>
        [JsonPropertyName("eventVersion")]
        public string? EventVersion { get; set; }

        /// <summary>Always <c>aws:s3</c>.</summary>
        [JsonPropertyName("eventSource")]
        public string? EventSource { get; set; }

        /// <summary>The bucket's region.</summary>
        [JsonPropertyName("awsRegion")]
        public string? AwsRegion { get; set; }

        /// <summary>When S3 finished the request, UTC.</summary>
        [JsonPropertyName("eventTime")]
        public DateTime EventTime { get; set; }

        /// <summary>What happened, without the <c>s3:</c> of the configuration: <c>ObjectCreated:Put</c>.</summary>
        [JsonPropertyName("eventName")]
        public string? EventName { get; set; }

        /// <summary>Who did it.</summary>
        [JsonPropertyName("userIdentity")]
        public UserIdentityEntity? UserIdentity { get; set; }

        /// <summary>From where.</summary>
        [JsonPropertyName("requestParameters")]
        public RequestParametersEntity? RequestParameters { get; set; }

        /// <summary>How S3 names the request in its own logs.</summary>
        [JsonPropertyName("responseElements")]
        public ResponseElementsEntity? ResponseElements { get; set; }

        /// <summary>The bucket and the object.</summary>
        [JsonPropertyName("s3")]
        public S3Entity? S3 { get; set; }
    }
}
