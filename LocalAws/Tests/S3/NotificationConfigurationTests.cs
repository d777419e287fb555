using System.Xml.Linq;
using LocalAws.S3.Notifications;

namespace LocalAws.Tests.S3;

public sealed class NotificationConfigurationTests
{
    private const string Arn = "arn:aws:lambda:us-east-1:000000000000:function:ImageProcessor";

    [Theory]
    [InlineData("ObjectCreated:Put", "uploads/a.jpg", true)]
    [InlineData("ObjectCreated:Copy", "uploads/a.jpg", true)]
    [InlineData("ObjectRemoved:Delete", "uploads/a.jpg", false)]
    [InlineData("ObjectCreated:Put", "images/a.jpg", false)]
    [InlineData("ObjectCreated:Put", "uploads/a.png", false)]
    public void Rules_match_by_event_prefix_and_suffix(string eventName, string key, bool matches)
    {
        var configuration = NotificationConfiguration.Parse(Configuration(Destination("s3:ObjectCreated:*", "uploads/", ".jpg")));

        Assert.Equal(matches, configuration.Matching(eventName, key).Any());
    }

    [Fact]
    public void Rules_name_the_function_of_the_ARN_and_keep_the_id()
    {
        var rule = Assert.Single(
            NotificationConfiguration.Parse(Configuration(Destination("s3:ObjectCreated:*", "", ""))).Matching("ObjectCreated:Put", "k"));

        Assert.Equal(("the-id", "ImageProcessor"), (rule.Id, rule.FunctionName));
    }

    [Fact]
    public void Rules_are_valid_side_by_side_when_no_change_matches_two()
    {
        Assert.Null(Validate(Destination("s3:ObjectCreated:*", "uploads/", "") + Destination("s3:ObjectCreated:*", "other/", "")));
        Assert.Null(Validate(Destination("s3:ObjectCreated:*", "uploads/", "") + Destination("s3:ObjectRemoved:*", "uploads/", "")));
        Assert.Null(Validate(""));
    }

    [Theory]
    [InlineData("s3:ObjectCreated:*", "s3:ObjectCreated:Put", "uploads/", "uploads/a", "InvalidArgument")]
    [InlineData("s3:ObjectCreated:Put", "s3:ObjectCreated:*", "", "uploads/", "InvalidArgument")]
    public void Rules_must_not_overlap(string first, string second, string prefix, string otherPrefix, string code) =>
        Assert.Equal(code, Validate(Destination(first, prefix, "") + Destination(second, otherPrefix, ".jpg")));

    [Theory]
    [InlineData("s3:ReducedRedundancyLostObject", Arn, "NotImplemented")]
    [InlineData("s3:ObjectCreated:*", "arn:aws:lambda:us-east-1:000000000000:layer:x", "InvalidArgument")]
    [InlineData("s3:ObjectCreated:*", "ImageProcessor", "InvalidArgument")]
    public void Rules_name_what_is_not_there(string eventName, string arn, string code) =>
        Assert.Equal(code, Validate($"<CloudFunctionConfiguration><CloudFunction>{arn}</CloudFunction><Event>{eventName}</Event></CloudFunctionConfiguration>"));

    [Theory]
    [InlineData("QueueConfiguration")]
    [InlineData("TopicConfiguration")]
    [InlineData("EventBridgeConfiguration")]
    public void Rules_of_destinations_that_nothing_is_delivered_to_are_refused(string destination) =>
        Assert.Equal("NotImplemented", Validate($"<{destination}/>"));

    private static string? Validate(string destinations) =>
        NotificationConfiguration.Validate(XElement.Parse(Configuration(destinations)))?.Code;

    private static string Configuration(string destinations) =>
        $"<NotificationConfiguration xmlns='http://s3.amazonaws.com/doc/2006-03-01/'>{destinations}</NotificationConfiguration>";

    private static string Destination(string eventName, string prefix, string suffix) =>
        $"""
        <CloudFunctionConfiguration>
          <Id>the-id</Id><CloudFunction>{Arn}</CloudFunction><Event>{eventName}</Event>
          <Filter><S3Key>
            <FilterRule><Name>prefix</Name><Value>{prefix}</Value></FilterRule>
            <FilterRule><Name>Suffix</Name><Value>{suffix}</Value></FilterRule>
          </S3Key></Filter>
        </CloudFunctionConfiguration>
        """;
}
