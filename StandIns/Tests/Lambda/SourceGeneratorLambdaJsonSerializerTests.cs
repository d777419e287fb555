using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using Amazon.Lambda.S3Events;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace StandIns.Tests.Lambda;

public sealed partial class SourceGeneratorLambdaJsonSerializerTests
{
    private static readonly ILambdaSerializer s_serializer = new SourceGeneratorLambdaJsonSerializer<EventJson>();

    [Fact]
    public void an_S3_notification_is_read_as_S3_sends_it()
    {
        var notification = Read<S3Event>(
            """
            {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-east-1","eventTime":"2026-01-02T03:04:05.678Z",
              "eventName":"ObjectCreated:Put","userIdentity":{"principalId":"AWS:A"},"requestParameters":{"sourceIPAddress":"127.0.0.1"},
              "responseElements":{"x-amz-request-id":"R","x-amz-id-2":"H"},
              "s3":{"s3SchemaVersion":"1.0","configurationId":"uploads","bucket":{"name":"b","ownerIdentity":{"principalId":"A"},"arn":"arn:aws:s3:::b"},
                "object":{"key":"uploads/a+b%2Bc%C3%BC.jpg","size":3000000000,"eTag":"e","versionId":"v","sequencer":"0A1B"}}}]}
            """);

        var record = Assert.Single(notification.Records!);
        Assert.Equal("ObjectCreated:Put", record.EventName);
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc), record.EventTime);
        Assert.Equal("R", record.ResponseElements?.XAmzRequestId);
        Assert.Equal("H", record.ResponseElements?.XAmzId2);
        Assert.Equal("uploads/a+b%2Bc%C3%BC.jpg", record.S3?.Object?.Key);
        Assert.Equal(3_000_000_000, record.S3?.Object?.Size);
        Assert.Equal("b", record.S3?.Bucket?.Name);
    }

    [Fact]
    public void an_S3_notification_is_written_under_the_names_of_S3()
    {
        using var stream = new MemoryStream();
        s_serializer.Serialize(
            new S3Event
            {
                Records = [new() { S3 = new() { Object = new() { ETag = "e" } }, RequestParameters = new() { SourceIPAddress = "::1" } }],
            },
            stream);

        using var document = JsonDocument.Parse(stream.ToArray());
        var record = document.RootElement.GetProperty("Records")[0];
        Assert.Equal("e", record.GetProperty("s3").GetProperty("object").GetProperty("eTag").GetString());
        Assert.Equal("::1", record.GetProperty("requestParameters").GetProperty("sourceIPAddress").GetString());
        Assert.False(record.TryGetProperty("eventName", out _));
    }

    [Theory]
    [InlineData("""{"NAME":"a"}""")]
    [InlineData("""{"name":"a","unknown":[1]}""")]
    public void names_are_read_without_regard_to_case(string json) => Assert.Equal("a", Read<Order>(json).Name);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"Name":1}""")]
    public void a_document_that_does_not_fit_names_the_type(string json)
    {
        var error = Assert.Throws<JsonSerializerException>(() => Read<Order>(json));

        Assert.Contains("Order", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_type_that_the_context_does_not_know_is_named_with_the_cure()
    {
        var error = Assert.Throws<JsonSerializerException>(() => Read<SourceGeneratorLambdaJsonSerializerTests>("{}"));

        Assert.Contains("[JsonSerializable(typeof(SourceGeneratorLambdaJsonSerializerTests))]", error.Message, StringComparison.Ordinal);
    }

    private static T Read<T>(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return s_serializer.Deserialize<T>(stream);
    }

    public sealed record Order(string? Name);

    [JsonSerializable(typeof(S3Event))]
    [JsonSerializable(typeof(Order))]
    public sealed partial class EventJson : JsonSerializerContext;
}
